// The library's border: budgets, read-only, failures with a place, plans.
#include "graph/cypher/engine.h"

#include <catch2/catch.hpp>

#include "graph/cypher/value_text.h"

using namespace demarche;

namespace {

cypher::Failure failure_of(const std::string& text) {
  const auto query = cypher::prepare(text);
  REQUIRE_FALSE(query);
  return query.error();
}

network::PropertyGraph small_graph() {
  network::PropertyGraph::Builder builder;
  for (std::int64_t i = 0; i < 100; ++i)
    builder.add_node({"Actor"}, {{"id", i}, {"name", "actor " + std::to_string(i % 7)}});
  for (std::uint32_t i = 0; i < 5; ++i) builder.add_node({"Proposal"}, {{"id", std::int64_t{1000} + i}});
  for (std::uint32_t i = 0; i < 100; ++i)
    builder.add_edge(i, "REJECTED", 100 + i % 5, {{"day", std::int64_t{i}}});
  return std::move(builder).build();
}

// Actors enough for two threads, with a few proposals between them.
network::PropertyGraph large_graph() {
  constexpr std::uint32_t actors = 12'000, proposals = 300;
  network::PropertyGraph::Builder builder;
  for (std::uint32_t i = 0; i < actors; ++i)
    builder.add_node({"Actor"}, {{"name", "actor " + std::to_string(i % 500)}, {"n", std::int64_t{i} % 37}});
  for (std::uint32_t i = 0; i < proposals; ++i) builder.add_node({"Proposal"}, {});
  for (std::uint32_t i = 0; i < 2 * actors; ++i)
    builder.add_edge(i * 7 % actors, i % 3 ? "REJECTED" : "ACCEPTED", actors + i * i % proposals,
                     {{"day", std::int64_t{i % 100}}});
  return std::move(builder).build();
}

std::string rows_of(const cypher::Outcome<cypher::Table>& table) {
  if (!table) return table.error().detail;
  std::string text;
  for (const cypher::List& row : table->rows) text += cypher::value_text(row, nullptr) + "\n";
  return text;
}

std::string plan_of(const std::string& text) {
  const auto graph = small_graph();
  const auto query = cypher::prepare(text);
  REQUIRE(query);
  const auto plan = cypher::explain(*query, graph);
  REQUIRE(plan);
  return cypher::text_of(*plan, graph);
}

}  // namespace

TEST_CASE("A query that would run for ever is stopped", "[cypher]") {
  const network::PropertyGraph nothing;
  const auto query =
      cypher::prepare("UNWIND range(1, 10000000) AS a UNWIND range(1, 10000) AS b RETURN count(*)");
  REQUIRE(query);
  const auto rows = cypher::run(*query, nothing, {}, {std::chrono::milliseconds(20), {}});
  REQUIRE_FALSE(rows);
  CHECK(rows.error().type == cypher::FailureType::Budget);
}

TEST_CASE("A query that would hold too much is stopped", "[cypher]") {
  const network::PropertyGraph nothing;
  for (const char* text :
       {"UNWIND range(1, 1000000) AS a RETURN a", "UNWIND range(1, 1000000) AS a RETURN collect(a)",
        "UNWIND range(1, 1000000) AS a WITH DISTINCT a RETURN count(*)",
        "UNWIND range(1, 1000000) AS a WITH a ORDER BY a RETURN count(*)"}) {
    INFO(text);
    const auto query = cypher::prepare(text);
    REQUIRE(query);
    const auto rows = cypher::run(*query, nothing, {}, {{}, std::size_t{1} << 20});
    REQUIRE_FALSE(rows);
    CHECK(rows.error().detail == "MemoryLimit");
  }
}

TEST_CASE("Two threads find what one finds, in its order", "[cypher]") {
  const auto graph = large_graph();
  for (const char* text :
       {"MATCH (a:Actor)-[:REJECTED]->(p) RETURN a.name, count(*)",
        "MATCH (a:Actor)-[r:REJECTED]->(p) WHERE r.day > 50 RETURN a.n, min(r.day), max(a.name), count(r)",
        "MATCH (a:Actor)-[:ACCEPTED]->(p)<-[:REJECTED]-(a) RETURN count(*)",
        "MATCH (a:Actor) WHERE EXISTS { (a)-[:ACCEPTED]->() } RETURN count(a), max(a.n)",
        "MATCH (a) RETURN labels(a)[0] AS label, count(*) ORDER BY label", "MATCH (a:Actor) RETURN sum(a.n)",
        "MATCH (a:Actor) RETURN count(DISTINCT a.n)", "MATCH (a:Actor) WHERE a.n / 0 = 1 RETURN count(*)",
        "MATCH (a:Actor) RETURN a.name, count(*) AS n ORDER BY n DESC, a.name LIMIT 3"}) {
    INFO(text);
    const auto query = cypher::prepare(text);
    REQUIRE(query);
    std::vector<cypher::StepProfile> one, two;
    const auto rows = cypher::run(*query, graph, {}, {}, &one);
    CHECK(rows_of(cypher::run(*query, graph, {}, {{}, {}, 2}, &two)) == rows_of(rows));
    REQUIRE(one.size() == two.size());
    for (std::size_t i = 0; i < one.size(); ++i) CHECK(one[i].rows == two[i].rows);
  }
}

TEST_CASE("Writing is refused with one clear line", "[cypher]") {
  for (const char* text :
       {"CREATE (a)", "MATCH (n) SET n.x = 1 RETURN n", "MATCH (n) DELETE n", "MERGE (a)"}) {
    CHECK(failure_of(text).detail == "ReadOnly");
  }
  CHECK(failure_of("MATCH (n) DELETE n").message == "queries only read: DELETE is refused");
}

TEST_CASE("A syntax error is underlined, with what could have stood there", "[cypher]") {
  const std::string text = "MATCH (a:Actor\nRETURN a";
  const cypher::Failure failure = failure_of(text);
  CHECK(failure.place.start == 15);
  const std::string shown = cypher::underlined(failure, text);
  CHECK(shown.find("  RETURN a\n  ^^^^^^\n") == 0);
  CHECK(shown.find("expected ") != std::string::npos);
  CHECK(std::find(failure.expected.begin(), failure.expected.end(), ")") != failure.expected.end());
}

TEST_CASE("Plans begin where the fewest nodes are", "[cypher]") {
  CHECK(plan_of("MATCH (a:Actor)-[r:REJECTED]->(p:Proposal) WHERE p.id = 1003 RETURN a.name, r.day")
            .starts_with("nodes-by-value #1:Proposal.id = 1003"));
  CHECK(plan_of("MATCH (a:Actor)-[:REJECTED]->(p:Proposal) RETURN count(*) AS n").find("weigh") !=
        std::string::npos);
  CHECK(plan_of("MATCH (a:Actor)-[:REJECTED]->(p:Proposal) RETURN p").find("weigh") == std::string::npos);
  CHECK(plan_of("MATCH (a:Nobody) RETURN a").starts_with("nothing"));
  CHECK(plan_of("MATCH (p:Proposal)<-[r:REJECTED]-(a) WHERE p.id = 1003 AND r.day > 50 RETURN count(*)")
            .find("weigh #0 <-[#2:REJECTED]- where (> #2.day 50)") != std::string::npos);
}

TEST_CASE("Trees have a form of one line", "[cypher]") {
  const auto query = cypher::prepare(
      "MATCH (a:Actor {name: 'x'})-[r:T*1..2]->(b) WHERE a.n + 1 > 2 RETURN b AS c ORDER BY c DESC LIMIT 3");
  REQUIRE(query);
  CHECK(cypher::text_of(*query->query) ==
        "match (a:Actor (map name 'x'))-[r:T*1..2]->(b) where (> (+ (. n a) 1) 2); return b as c descending "
        "c limit 3");
}

TEST_CASE("Deep and long queries are refused, not crashed on", "[cypher]") {
  std::string deep = "RETURN ", long_sum = "RETURN 1", lists = "RETURN ";
  for (int i = 0; i < 10000; ++i) deep += "(", long_sum += "+1", lists += "[";
  for (const std::string& text : {deep, long_sum, lists}) CHECK_FALSE(cypher::prepare(text));
  std::string nots = "RETURN ", minuses = "RETURN ";
  for (int i = 0; i < 10000; ++i) nots += "NOT ", minuses += "- ";
  CHECK_FALSE(cypher::prepare(nots + "true"));
  CHECK_FALSE(cypher::prepare(minuses + "x"));
}

TEST_CASE("Every beginning of a query is read or refused", "[cypher]") {
  const std::string text =
      "MATCH p = (a:A {x: [1, 2.5, 'é']})-[r:T|U*1..3]->(b) WHERE a.x =~ '.*' AND EXISTS { (a)-->(c) } "
      "RETURN [x IN nodes(p) | x.n] AS l UNION ALL RETURN $p AS l";
  for (std::size_t size = 0; size <= text.size(); ++size)
    static_cast<void>(cypher::prepare(text.substr(0, size)));
  CHECK(cypher::prepare(text));
}
