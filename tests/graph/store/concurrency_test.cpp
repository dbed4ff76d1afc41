#include <catch2/catch.hpp>

#include "graph/store/store.h"
#include "tests/graph/store/samples.h"

namespace demarche {
namespace {

using namespace samples;

TEST_CASE("Readers see the last whole state while a writer is amid a transaction") {
  Folder folder;
  const auto file = folder / "g.db";
  must(open(file).put(sample(1)));
  SQLite::Database writer(file.string(), SQLite::OPEN_READWRITE);
  writer.exec("BEGIN IMMEDIATE; UPDATE documents SET title = 'Half written'");

  const auto reader = open(file, Access::Read);
  CHECK(must(reader.document("doc-1", WithText::No))->document.title == "Norland rejects plan 1");
  CHECK(must(reader.search("norland", 5, "", "")).size() == 1);
  CHECK(must(reader.stats()).documents == 1);
  writer.exec("COMMIT");
  CHECK(must(reader.document("doc-1", WithText::No))->document.title == "Half written");
}

TEST_CASE("A walk sees one state of the file, whatever is written meanwhile") {
  Folder folder;
  const auto file = folder / "g.db";
  auto writer = open(file);
  for (int n = 1; n <= 3; ++n) must(writer.put(sample(n)));
  const auto reader = open(file, Access::Read);
  const auto before = dump(reader);

  std::string seen;
  must(reader.each_extraction(WithText::Yes, [&](Extraction&& found) -> Result<void> {
    seen += found.document.path + ' ' + to_json(found, WithText::Yes) + '\n';
    for (int n = 1; n <= 4; ++n) must(writer.put(with_more_text(sample(n), " More.")));
    return {};
  }));
  CHECK(seen == before);
  CHECK(dump(reader) == dump(writer));
  CHECK(dump(reader) != before);
}

TEST_CASE("Two writers take turns") {
  Folder folder;
  auto one = open(folder / "g.db");
  auto other = open(folder / "g.db");
  for (int n = 1; n <= 20; ++n) must((n % 2 ? one : other).put(sample(n)));
  CHECK(must(one.stats()).documents == 20);
  CHECK(message(must(other.verify())) == "");
}

TEST_CASE("A writer that another one keeps waiting says so") {
  Folder folder;
  const auto file = folder / "g.db";
  auto store = open(file);
  SQLite::Database other(file.string(), SQLite::OPEN_READWRITE);
  other.exec("BEGIN IMMEDIATE");
  const auto refused = store.put(sample(1));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message() ==
        file.string() + ": another program is writing to it; try again when it is done");
  other.exec("ROLLBACK");
  CHECK(must(store.put(sample(1))) == Put::Added);
}

TEST_CASE("Closing a writer does not wait for a reader that stays") {
  Folder folder;
  const auto file = folder / "g.db";
  { open(file); }
  const auto reader = open(file, Access::Read);
  must(open(file).put(sample(1)));
  CHECK(must(reader.stats()).documents == 1);
}

}  // namespace
}  // namespace demarche
