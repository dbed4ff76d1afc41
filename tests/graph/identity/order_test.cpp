// The same documents in any order, in one run or many, with others that came and went, give the same graph:
// made-up news of a few actors under many names and of their proposals in many words.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "../graph_cases.h"
#include "../store/samples.h"
#include "graph/export/export.h"

namespace demarche {
namespace {

using Graph = std::vector<Extraction>;
using Random = std::mt19937;

const std::vector<std::string> actors{"state Russia",
                                      "state Russian Federation",
                                      "person Vladimir Putin",
                                      "person Vladmir Putin",
                                      "person Putin",
                                      "place Kremlin",
                                      "state United States",
                                      "person Maria Lindholm",
                                      "person Marya Lindholm",
                                      "person Lindholm",
                                      "person Jonas Lindholm",
                                      "organisation Train Drivers' Union",
                                      "organisation TDU",
                                      "organisation Transrail",
                                      "organisation Transrial",
                                      "unknown Transrail",
                                      "group police",
                                      "organisation European Union",
                                      "organisation EU",
                                      "organisation Harbour Defence League",
                                      "organisation Harbor Defense League"};
const std::vector<std::string> proposals{
    "plan 28: a 28-point plan",          "plan 28: the American 28-point plan for peace",
    "plan 27: a 27-point plan",          "plan: the plan",
    "offer: a pay offer of 4 percent",   "offer: an improved pay offer of 5.5 percent",
    "offer: the raised offer",           "bill: the harbour bill | the bill",
    "proposal: a proposal on harbours",  "ceasefire: a ceasefire in the north",
    "ceasefire: the northern ceasefire", "bid: a bid of $4.2 billion"};
const std::vector<std::string> relations{"proposed", "accepted", "rejected", "supported"};

std::size_t below(Random& random, std::size_t bound) {
  return random() % bound;
}

std::string day(Random& random) {
  if (below(random, 8) == 0) return "-";
  return fmt::format("2025-{:02}-{:02}", 1 + below(random, 6), 1 + below(random, 28));
}

Extraction invented(std::size_t number, Random& random) {
  std::string lines = fmt::format("doc d{:02} {} - Report\n", number, day(random));
  const auto count = 2 + below(random, 4);
  for (std::size_t i = 1; i <= count; ++i) {
    const auto& actor = actors[below(random, actors.size())];
    const auto space = actor.find(' ');
    lines += fmt::format("actor a{} {} {}\n", i, actor.substr(0, space), actor.substr(space + 1));
  }
  for (std::size_t i = 1; i <= 2; ++i) {
    lines += fmt::format("proposal p{} {}\n", i, proposals[below(random, proposals.size())]);
    lines += fmt::format("act a{} {} p{}: So it was said on day {}.\n", 1 + below(random, count),
                         relations[below(random, relations.size())], i, below(random, 9));
  }
  return testing::graph_of(lines).at(0);
}

Graph invented_news(std::size_t documents) {
  Random random(20251203);
  Graph graph;
  for (std::size_t i = 0; i < documents; ++i) graph.push_back(invented(i, random));
  return graph;
}

Knowledge settle(Store& store) {
  auto knowledge = Knowledge::load(store, testing::test_gazetteer()).value();
  samples::must(keep_nodes(store, knowledge, "test"));
  return knowledge;
}

// What a file gives to those who export it and to those who read its tables.
std::string all_of(const std::filesystem::path& file, Store& store) {
  const auto knowledge = settle(store);
  std::string all = export_as(ExportFormat::Json, knowledge, store, {}, {}).value().bytes;
  SQLite::Database db(file.string());
  SQLite::Statement node(db, "SELECT kind || id || name FROM nodes ORDER BY id");
  while (node.executeStep()) all += node.getColumn(0).getString() + '\n';
  SQLite::Statement belongs(db,
                            "SELECT documents.id || local || node FROM belongs "
                            "JOIN documents ON documents.number = document ORDER BY documents.id, local");
  while (belongs.executeStep()) all += belongs.getColumn(0).getString() + '\n';
  return all;
}

TEST_CASE("documents in any order, in one run or many, give the same bytes and the same tables") {
  const auto news = invented_news(40);
  samples::Folder folder;
  auto whole = samples::open(folder / "whole.db");
  for (const auto& found : news) samples::must(whole.put(found));
  const auto expected = all_of(folder / "whole.db", whole);
  CHECK(expected.find("\"p:") != std::string::npos);

  Random random(7);
  for (int round = 0; round < 6; ++round) {
    auto shuffled = news;
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    const auto file = folder / fmt::format("{}.db", round);
    auto store = samples::open(file);
    const auto passing = testing::graph_of(
                             "doc d99 2025-03-03 - -\nactor a1 organisation Transrail\n"
                             "proposal p1 plan 28: the 28-point plan")
                             .at(0);
    for (std::size_t i = 0; i < shuffled.size(); ++i) {
      if (i == 20) samples::must(store.put(passing));
      samples::must(store.put(shuffled[i]));
      if (below(random, 4) == 0) settle(store);
    }
    samples::must(store.forget("d99"));
    CHECK(all_of(file, store) == expected);
  }
}

TEST_CASE("one document more writes only the nodes that it concerns") {
  const auto news = invented_news(40);
  samples::Folder folder;
  auto store = samples::open(folder / "g.db");
  for (const auto& found : news) samples::must(store.put(found));
  settle(store);
  SQLite::Database db((folder / "g.db").string(), SQLite::OPEN_READWRITE);
  db.exec("CREATE TABLE written (id TEXT)");
  for (const auto* table : {"nodes", "belongs"})
    for (const auto* change : {"INSERT", "UPDATE", "DELETE"})
      db.exec(
          fmt::format("CREATE TRIGGER {0}_{1} AFTER {1} ON {0} BEGIN INSERT INTO written VALUES ('{0}'); END",
                      table, change));
  settle(store);
  CHECK(db.execAndGet("SELECT count(*) FROM written").getInt() == 0);
  samples::must(store.put(testing::graph_of("doc d98 2025-03-03 - -\nactor a1 person Anna Berg\n"
                                            "actor a2 state Russia")
                              .at(0)));
  settle(store);
  CHECK(db.execAndGet("SELECT count(*) FROM written").getInt() == 3);  // Anna Berg, and two belongings
}

}  // namespace
}  // namespace demarche
