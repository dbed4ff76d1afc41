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

bool is_revision(const Identity& identity, const Entity& later, const Entity& earlier) {
  return std::any_of(identity.revisions.begin(), identity.revisions.end(), [&](const auto& revision) {
    return &identity.entities[revision.first] == &later && &identity.entities[revision.second] == &earlier;
  });
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
  else if (sign == "revises")
    CHECK(is_revision(identity, entity, entity_at(identity, graph, value)));
  else
    FAIL("no such expectation: " << line);
}

Anchor anchor_at(const std::string& place) {
  const auto parts = split(place, "/");
  return parts.size() == 1 ? Anchor{"", place} : Anchor{parts[0], parts[1]};
}

// Whether `line` says what an analyst corrected: "same d1/a1 d2/a1", "distinct d1/a1 ru", "call d1/a1 Name".
bool correct(const std::string& line, Overlay& overlay) {
  const auto words = split(line, " ");
  const auto& word = words.at(0);
  if (word == "same")
    overlay.same.emplace_back(anchor_at(words.at(1)), anchor_at(words.at(2)));
  else if (word == "distinct")
    overlay.distinct.emplace_back(anchor_at(words.at(1)), anchor_at(words.at(2)));
  else if (word == "call")
    overlay.names[anchor_at(words.at(1))] = line.substr(word.size() + words.at(1).size() + 2);
  else
    return false;
  return true;
}

void check_cases(const std::string& file) {
  for (auto& test : testing::read_cases(file)) {
    Overlay overlay;
    std::erase_if(test.other_lines, [&](const auto& line) { return correct(line, overlay); });
    const auto identity = resolve(test.graph, testing::test_gazetteer(), overlay);
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

TEST_CASE("proposals that one document lists apart are one where it takes one up again") {
  check_cases("identity/restatements.txt");
}

TEST_CASE("an analyst's corrections outrank everything") {
  check_cases("identity/overlay.txt");
}

TEST_CASE("a later version that no document puts beside the earlier one revises it") {
  const auto graph = testing::graph_of(
      "doc d1 2025-05-04 - -\nactor a1 organisation Transrail\nactor a2 organisation Drivers' Union\n"
      "proposal p1 offer: a pay offer of 4 percent\nact a1 proposed p1: Transrail offered it.\n"
      "act a2 rejected p1: The union rejected it.\n"
      "doc d2 2025-06-08 - -\nactor a1 organisation Transrail\nactor a2 organisation Drivers' Union\n"
      "proposal p1 offer: an improved pay offer of 5.5 percent\nact a1 proposed p1: Transrail raised it.\n"
      "act a2 rejected p1: The union rejected it.");
  const auto identity = resolve(graph, testing::test_gazetteer());
  const auto& first = entity_at(identity, graph, "d1/p1");
  const auto& second = entity_at(identity, graph, "d2/p1");
  CHECK(first.id != second.id);
  REQUIRE(identity.revisions.size() == 1);
  CHECK(identity.entities[identity.revisions[0].first].id == second.id);
  CHECK(identity.entities[identity.revisions[0].second].id == first.id);
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
