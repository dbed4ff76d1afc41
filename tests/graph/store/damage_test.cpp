// Files with bytes changed at random places: whatever they hold now, nothing of ours may fall over.
#include <catch2/catch.hpp>
#include <random>

#include "graph/store/store.h"
#include "tests/graph/store/samples.h"

namespace demarche {
namespace {

using namespace samples;

void use_in_every_way(Store& store) {
  static_cast<void>(store.verify());
  static_cast<void>(store.each_extraction(WithText::Yes, [](Extraction&& found) -> Result<void> {
    CHECK_FALSE(to_json(found, WithText::Yes).empty());
    return {};
  }));
  static_cast<void>(store.documents());
  static_cast<void>(store.stats());
  static_cast<void>(store.search("plan", 10, "[", "]"));
  static_cast<void>(store.put(sample(5)));
  static_cast<void>(store.put(with_more_text(sample(1), " More.")));
  static_cast<void>(store.forget("doc-2"));
}

TEST_CASE("A file with bytes changed at random places never makes the program fall") {
  constexpr int trials = 150;
  constexpr int changes = 20;
  Folder folder;
  {
    auto store = open(folder / "whole.db");
    for (int n = 1; n <= 4; ++n) must(store.put(sample(n)));
  }
  const auto whole = bytes_of(folder / "whole.db");
  std::mt19937 random(20251203);
  for (int trial = 0; trial < trials; ++trial) {
    INFO("trial " << trial);
    auto bytes = whole;
    for (int change = 0; change < changes; ++change)
      bytes[random() % bytes.size()] = static_cast<char>(random());
    const auto file = folder / fmt::format("damaged-{}.db", trial);
    write_bytes(file, bytes);
    if (auto store = Store::open(file, Access::Write)) use_in_every_way(*store);
    std::filesystem::remove(file);
  }
}

}  // namespace
}  // namespace demarche
