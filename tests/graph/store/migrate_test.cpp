#include "graph/store/migrate.h"

#include <catch2/catch.hpp>

#include "graph/store/store.h"
#include "tests/graph/store/samples.h"

namespace demarche {
namespace {

using namespace samples;

SQLite::Database writable(const std::filesystem::path& file) {
  return {file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
}

const std::vector<std::string> made_up_steps{
    "CREATE TABLE people (name TEXT); INSERT INTO people VALUES ('Ada')",
    "ALTER TABLE people ADD COLUMN age INTEGER",
    "UPDATE people SET age = 36",
};

TEST_CASE("A new file goes through every step") {
  Folder folder;
  auto db = writable(folder / "x.db");
  migrate(db, made_up_steps);
  CHECK(schema_version(db) == 3);
  CHECK(db.execAndGet("SELECT age FROM people").getInt() == 36);
}

TEST_CASE("An older file goes through the steps that it lacks, and keeps its content") {
  Folder folder;
  auto db = writable(folder / "x.db");
  migrate(db, {made_up_steps[0]});
  db.exec("INSERT INTO people VALUES ('Grace')");
  migrate(db, made_up_steps);
  migrate(db, made_up_steps);
  CHECK(schema_version(db) == 3);
  CHECK(db.execAndGet("SELECT sum(age) FROM people").getInt() == 72);
}

TEST_CASE("A step that fails leaves the file as it was") {
  Folder folder;
  auto db = writable(folder / "x.db");
  migrate(db, {made_up_steps[0]});
  auto steps = made_up_steps;
  steps[2] = "UPDATE nobody SET age = 36";
  CHECK_THROWS_AS(migrate(db, steps), SQLite::Exception);
  CHECK(schema_version(db) == 1);
  CHECK_THROWS_AS(db.execAndGet("SELECT age FROM people"), SQLite::Exception);
}

TEST_CASE("A file of a newer version is refused, and not touched") {
  Folder folder;
  const auto file = folder / "g.db";
  { must(open(file).put(sample(1))); }
  run_sql(file, "PRAGMA user_version = 99");
  const auto bytes = bytes_of(file);
  for (const auto access : {Access::Read, Access::Write}) {
    const auto store = Store::open(file, access);
    REQUIRE_FALSE(store);
    CHECK(store.error().kind == ErrorKind::Unsupported);
    CHECK(store.error().message() == file.string() + ": written by a newer demarche; update the program");
  }
  CHECK(bytes_of(file) == bytes);
}

TEST_CASE("A file of an older version is refused by readers with the next step") {
  Folder folder;
  const auto file = folder / "g.db";
  { open(file); }
  run_sql(file, "PRAGMA user_version = 0");
  const auto store = Store::open(file, Access::Read);
  REQUIRE_FALSE(store);
  CHECK(store.error().kind == ErrorKind::Unsupported);
  CHECK_FALSE(store.error().next.empty());
}

}  // namespace
}  // namespace demarche
