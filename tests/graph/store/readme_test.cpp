// The queries that README.md shows are run, so that they go on working.
#include <algorithm>
#include <catch2/catch.hpp>

#include "graph/store/store.h"
#include "tests/graph/store/samples.h"

namespace demarche {
namespace {

using namespace samples;

std::vector<std::string> sql_blocks(const std::string& markdown) {
  constexpr std::string_view fence = "```";
  constexpr std::string_view opening = "```sql\n";
  std::vector<std::string> blocks;
  for (auto at = markdown.find(opening); at != std::string::npos; at = markdown.find(opening, at)) {
    at += opening.size();
    blocks.push_back(markdown.substr(at, markdown.find(fence, at) - at));
  }
  return blocks;
}

// The names of the columns of a table or view, as README.md lists them.
std::string columns_of(SQLite::Database& db, const std::string& table) {
  std::string columns;
  SQLite::Statement row(db, "SELECT name FROM pragma_table_info(?)");
  row.bind(1, table);
  while (row.executeStep()) columns += (columns.empty() ? "" : ", ") + row.getColumn(0).getString();
  return columns;
}

TEST_CASE("Every query of the store's README finds something") {
  Folder folder;
  const auto file = folder / "g.db";
  {
    auto store = open(file);
    for (int n = 1; n <= 3; ++n) must(store.put(sample(n)));
  }
  SQLite::Database db(file.string());
  const auto blocks = sql_blocks(bytes_of(DEMARCHE_SOURCE_DIR "/graph/store/README.md"));
  CHECK(blocks.size() >= 5);
  for (const auto& sql : blocks) {
    INFO(sql);
    SQLite::Statement query(db, sql);
    CHECK(query.executeStep());
  }
}

TEST_CASE("The store's README names every table's columns as they are") {
  Folder folder;
  const auto file = folder / "g.db";
  { open(file); }
  SQLite::Database db(file.string());
  auto readme = bytes_of(DEMARCHE_SOURCE_DIR "/graph/store/README.md");
  std::replace(readme.begin(), readme.end(), '\n', ' ');
  for (const auto* table : {"documents", "actors", "proposals", "mentions", "assertions", "also", "links",
                            "corrections", "nodes", "belongs", "relations", "findings", "connections"}) {
    INFO(table);
    CHECK_THAT(readme, Catch::Contains('`' + std::string(table) + '`'));
    CHECK_THAT(readme, Catch::Contains(columns_of(db, table)));
  }
}

TEST_CASE("Positions are those that SQLite's substr counts, but from 0 on") {
  Folder folder;
  const auto file = folder / "g.db";
  { must(open(file).put(sample(28))); }
  SQLite::Database db(file.string());
  SQLite::Statement row(db,
                        "SELECT m.text, substr(d.text, m.start + 1, m.stop - m.start) FROM mentions AS m "
                        "JOIN documents AS d ON d.number = m.document WHERE m.field = 'text'");
  int count = 0;
  for (; row.executeStep(); ++count) CHECK(row.getColumn(0).getString() == row.getColumn(1).getString());
  CHECK(count == 5);
}

}  // namespace
}  // namespace demarche
