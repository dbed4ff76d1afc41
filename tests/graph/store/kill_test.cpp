#include <catch2/catch.hpp>
#include <random>

#include "graph/store/store.h"
#include "tests/graph/store/samples.h"
#include "tests/killed.h"

namespace demarche {
namespace {

using namespace samples;

constexpr int documents = 60;

// Puts everything that is not there yet, as an ingestion does; every third document replaces an older text.
void ingest(const std::filesystem::path& file, const std::function<void()>& step) {
  auto store = Store::open(file, Access::Write);
  if (!store) return;
  for (int n = 0; n < documents; ++n) {
    auto found = sample(n);
    if (n % 3 == 0) found = with_more_text(found, " It stands.");
    const auto is_current = store->is_current(found.document, found.extractor);
    if (is_current && !*is_current) static_cast<void>(store->put(found));
    step();
  }
}

// A file that knows older texts of some documents.
void begin(const std::filesystem::path& file) {
  auto store = open(file);
  for (int n = 0; n < documents; n += 3) must(store.put(sample(n)));
}

std::string undisturbed(const Folder& folder) {
  begin(folder / "undisturbed.db");
  ingest(folder / "undisturbed.db", [] {});
  return dump(open(folder / "undisturbed.db", Access::Read));
}

TEST_CASE("Killed at any moment, a file holds whole documents, and a second run completes it") {
  constexpr int moments = 20;
  Folder folder;
  const auto whole = undisturbed(folder);
  std::mt19937 random(28);
  int interrupted = 0;
  for (int moment = 0; moment < moments; ++moment) {
    const int steps = static_cast<int>(random() % documents);
    const unsigned microseconds = random() % 1500;
    INFO("killed " << microseconds << " µs after step " << steps);
    const auto file = folder / fmt::format("killed-{}.db", moment);
    begin(file);
    run_and_kill(steps, microseconds, [&](const auto& step) { ingest(file, step); });
    {
      const auto store = open(file, Access::Read);
      CHECK(message(must(store.verify())) == "");
      interrupted += dump(store) != whole;
    }
    ingest(file, [] {});
    CHECK(dump(open(file, Access::Read)) == whole);
  }
  CHECK(interrupted > 0);
}

TEST_CASE("Killed while it makes the file, a program leaves nothing that stops the next one") {
  constexpr int moments = 20;
  Folder folder;
  std::mt19937 random(27);
  for (int moment = 0; moment < moments; ++moment) {
    const unsigned microseconds = random() % 20000;
    INFO("killed after " << microseconds << " µs");
    const auto file = folder / fmt::format("new-{}.db", moment);
    run_and_kill(0, microseconds, [&](const auto& step) { ingest(file, step); });
    ingest(file, [] {});
    auto store = open(file);
    CHECK(message(must(store.verify())) == "");
    CHECK(must(store.stats()).documents == documents);
  }
}

}  // namespace
}  // namespace demarche
