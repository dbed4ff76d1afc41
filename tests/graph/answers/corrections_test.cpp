#include <algorithm>
#include <catch2/catch.hpp>

#include "../graph_cases.h"
#include "graph/answers/anchors.h"
#include "graph/answers/correcting.h"
#include "graph/answers/names.h"

namespace demarche {
namespace {

constexpr const char* harbour_lines =
    "doc d1 2025-11-01 - First\n"
    "actor a1 organisation Halden Forum\n"
    "actor a2 organisation Harbour Club\n"
    "proposal p1 plan: the harbour plan\n"
    "act a1 rejected p1: Halden Forum rejected it.\n"
    "act a2 rejected p1: Harbour Club rejected it.\n";

Knowledge corrected(const std::vector<Correction>& corrections) {
  return Knowledge::from(testing::graph_of(harbour_lines), testing::test_gazetteer(), corrections);
}

bool are_one(const Knowledge& knowledge, const char* one, const char* other) {
  return resolve_actor(knowledge, one).value() == resolve_actor(knowledge, other).value();
}

TEST_CASE("what an analyst says is one is one, until it is undone") {
  auto correction = same(corrected({}), {}, "Halden Forum", "Harbour Club").value();
  CHECK(are_one(corrected({correction}), "Halden Forum", "Harbour Club"));
  correction.is_undone = true;
  CHECK_FALSE(are_one(corrected({correction}), "Halden Forum", "Harbour Club"));
}

TEST_CASE("what is kept apart outranks what is said to be one, and refuses it") {
  const auto one = same(corrected({}), {}, "Halden Forum", "Harbour Club").value();
  const auto apart = distinct(corrected({one}), "Halden Forum", "Harbour Club").value();
  CHECK_FALSE(are_one(corrected({one, apart}), "Halden Forum", "Harbour Club"));
  const auto refused = same(corrected({apart}), {apart}, "Halden Forum", "Harbour Club");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::Usage);
}

TEST_CASE("a new name is shown and the old ones still find it") {
  const auto knowledge = corrected({rename(corrected({}), "the harbour plan", "Plan of the Quays").value()});
  const auto found = resolve_proposal(knowledge, "harbour plan").value();
  CHECK(knowledge.entity(found.front()).name == "Plan of the Quays");
  CHECK(resolve_proposal(knowledge, "Plan of the Quays").value() == found);
}

TEST_CASE("a retracted assertion is no act any more") {
  const auto before = corrected({});
  REQUIRE(before.acts.size() == 2);
  const auto after = corrected({retract(before, before.acts[0].id).value()});
  REQUIRE(after.acts.size() == 1);
  CHECK(after.acts[0].id == before.acts[1].id);
  CHECK(retract(after, before.acts[0].id).error().kind == ErrorKind::NotFound);
}

TEST_CASE("a correction whose words are gone is dormant and does nothing") {
  const auto correction = same(corrected({}), {}, "Halden Forum", "Harbour Club").value();
  const auto other = testing::graph_of("doc d2 - - Other\nactor a1 organisation Halden Forum\n");
  const auto result = applied({correction}, other, testing::test_gazetteer());
  CHECK(result.dormant == std::vector{true});
  CHECK(result.overlay.empty());
}

TEST_CASE("corrections that cannot be meant are refused") {
  const auto knowledge = corrected({});
  CHECK(same(knowledge, {}, "Halden Forum", "Halden Forum").error().kind == ErrorKind::Usage);
  CHECK(same(knowledge, {}, "Halden Forum", "harbour plan").error().kind == ErrorKind::Usage);
  CHECK(same(knowledge, {}, "Halden Forum", "Nobody Known").error().kind == ErrorKind::NotFound);
  CHECK(distinct(knowledge, "Halden Forum", "Halden Forum").error().kind == ErrorKind::Usage);
  CHECK(rename(knowledge, "Halden Forum", "  ").error().kind == ErrorKind::Usage);
}

}  // namespace
}  // namespace demarche
