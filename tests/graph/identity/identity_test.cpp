// Which findings of several documents are one: tests/cases/identity/*.txt.
#include "graph/identity/identity.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "../graph_cases.h"

namespace demarche {
namespace {

using testing::split;

// The entity of "d1/a1".
const Entity& entity_at(const Identity& identity, const std::vector<Extraction>& graph,
                        const std::string& place) {
  const auto parts = split(place, "/");
  for (std::size_t i = 0; i < graph.size(); ++i) {
    if (graph[i].document.id != parts.at(0)) continue;
    const auto& local = identity.documents[i];
    for (std::size_t k = 0; k < graph[i].actors.size(); ++k)
      if (graph[i].actors[k].id == parts.at(1)) return identity.entities[local.actors[k]];
    for (std::size_t k = 0; k < graph[i].proposals.size(); ++k)
      if (graph[i].proposals[k].id == parts.at(1)) return identity.entities[local.proposals[k]];
  }
  throw std::runtime_error("nothing at " + place);
}

void check_line(const std::string& line, const Identity& identity, const std::vector<Extraction>& graph) {
  const auto words = split(line, " ");
  const auto& entity = entity_at(identity, graph, words.at(1));
  const auto& sign = words.at(0);
  const auto value = line.substr(std::min(line.size(), sign.size() + words.at(1).size() + 2));
  if (sign == "=")
    CHECK(entity.id == entity_at(identity, graph, value).id);
  else if (sign == "!=")
    CHECK(entity.id != entity_at(identity, graph, value).id);
  else if (sign == "id")
    CHECK(entity.id == value);
  else if (sign == "name")
    CHECK(entity.name == value);
  else if (sign == "kind")
    CHECK(name(entity.actor_kind) == value);
  else if (sign == "alias")
    CHECK(std::count(entity.aliases.begin(), entity.aliases.end(), value) == 1);
  else
    FAIL("no such expectation: " << line);
}

void check_cases(const std::string& file) {
  for (const auto& test : testing::read_cases(file)) {
    const auto identity = resolve(test.graph, testing::test_gazetteer());
    for (const auto& line : test.other_lines) {
      INFO(file << ": " << test.name << ": " << line);
      check_line(line, identity, test.graph);
    }
  }
}

TEST_CASE("actors of many documents are one by gazetteer, name and kind") {
  check_cases("identity/actors.txt");
}

TEST_CASE("proposals of many documents are one by points, wording and time") {
  check_cases("identity/proposals.txt");
}

TEST_CASE("the order in which documents come changes no entity") {
  auto graph = testing::read_cases("identity/proposals.txt").at(3).graph;
  const auto before = resolve(graph, testing::test_gazetteer());
  std::mt19937 random(7);
  for (int round = 0; round < 10; ++round) {
    std::shuffle(graph.begin(), graph.end(), random);
    const auto after = resolve(graph, testing::test_gazetteer());
    REQUIRE(after.entities.size() == before.entities.size());
    for (std::size_t i = 0; i < after.entities.size(); ++i) {
      CHECK(after.entities[i].id == before.entities[i].id);
      CHECK(after.entities[i].name == before.entities[i].name);
      CHECK(after.entities[i].aliases == before.entities[i].aliases);
    }
  }
}

TEST_CASE("entities hold the states above a seat or spokesman that documents name") {
  const auto identity =
      resolve(testing::graph_of("doc d1 - - -\nactor a1 place Kremlin"), testing::test_gazetteer());
  REQUIRE(identity.entities.size() == 2);
  CHECK(identity.entities[0].id == "kremlin");
  CHECK(identity.entities[0].documents == 1);
  CHECK(identity.entities[1].id == "ru");
  CHECK(identity.entities[1].documents == 0);
}

TEST_CASE("ids that content gives have the form of the design and follow the content") {
  const auto graph = testing::graph_of(
      "doc d1 2025-11-20 - -\nactor a1 person Maria Lind\nproposal p1 plan: the harbour plan\n"
      "act a1 rejected p1: Lind rejected the plan.\nact a1 rejected p1 denied: Lind did not reject the "
      "plan.");
  const auto identity = resolve(graph, testing::test_gazetteer());
  CHECK(identity.entities[0].id.substr(0, 2) == "a:");
  CHECK(identity.entities[0].id.size() == 14);
  CHECK(identity.entities[1].id.substr(0, 2) == "p:");
  CHECK(identity.entities[1].id.size() == 14);
  const auto first = assertion_id(graph[0], graph[0].assertions[0]);
  CHECK(first.substr(0, 2) == "s:");
  CHECK(first.size() == 14);
  CHECK(first != assertion_id(graph[0], graph[0].assertions[1]));
  CHECK(first == assertion_id(graph[0], graph[0].assertions[0]));
}

}  // namespace
}  // namespace demarche
