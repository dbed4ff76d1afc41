#include "graph/answers/knowledge.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "../graph_cases.h"
#include "graph/answers/versions.h"

namespace demarche {
namespace {

TEST_CASE("documents are ordered by id and acts by document and place") {
  const auto knowledge = testing::knowledge_of(R"(
doc d2 2025-12-03 - Second
actor a1 state Ukraine
proposal p1 plan: the harbour plan
act a1 rejected p1: One.
act a1 opposed p1: Two.
doc d1 2025-12-03 - First
actor a1 state Ukraine
proposal p1 plan: the harbour plan
act a1 accepted p1: Three.)");
  REQUIRE(knowledge.documents.size() == 2);
  CHECK(knowledge.documents[0].id == "d1");
  CHECK(knowledge.documents[0].text.empty());
  REQUIRE(knowledge.acts.size() == 3);
  CHECK(knowledge.acts[0].finding.evidence.text == "Three.");
  CHECK(knowledge.acts[1].finding.evidence.text == "One.");
  CHECK(knowledge.acts[2].finding.evidence.text == "Two.");
  CHECK(knowledge.acts[0].actor == knowledge.acts[1].actor);
}

TEST_CASE("one assertion that stands twice in a document counts once") {
  auto graph = testing::graph_of(
      "doc d1 - - T\nactor a1 state Ukraine\nproposal p1 plan: a plan\nact a1 rejected p1: No.");
  graph[0].assertions.push_back(graph[0].assertions[0]);
  CHECK(Knowledge::from(graph, testing::test_gazetteer()).acts.size() == 1);
}

TEST_CASE("links of documents and of the gazetteer stand together, each once, none to itself") {
  const auto knowledge = testing::knowledge_of(R"(
doc d1 - - T
actor a1 place Kremlin: the Kremlin
actor a2 state Russia
actor a3 state Russian Federation
link a1 seat_of a2
link a1 seat_of a2
link a2 part_of a3)");
  REQUIRE(knowledge.links.size() == 2);
  CHECK_FALSE(knowledge.links[0].document);
  CHECK(knowledge.links[1].document == 0u);
}

TEST_CASE("versions are joined through others, counter-proposals are not") {
  const auto knowledge = testing::knowledge_of(R"(
doc d1 - - T
proposal p1 plan 1: the 1-point plan
proposal p2 plan 2: the 2-point plan
proposal p3 plan 3: the 3-point plan
proposal p4 plan 4: the 4-point plan
link p2 revises p1
link p3 revises p2
link p4 counters p1)");
  const Versions versions(knowledge);
  const auto with_points = [&](int points) {
    for (std::size_t i = 0; i < knowledge.identity.entities.size(); ++i)
      if (knowledge.entity(i).points == points) return i;
    throw std::runtime_error("no such plan");
  };
  CHECK(versions.all_of(with_points(1)).size() == 3);
  CHECK(versions.family(with_points(1)) == versions.family(with_points(3)));
  CHECK(versions.family(with_points(1)) != versions.family(with_points(4)));
  CHECK(revised_by(knowledge, with_points(3)) == with_points(2));
  CHECK_FALSE(revised_by(knowledge, with_points(1)));
  CHECK_FALSE(revised_by(knowledge, with_points(4)));
}

}  // namespace
}  // namespace demarche
