#include "graph/answers/listing.h"

#include <catch2/catch.hpp>

#include "../graph_cases.h"

namespace demarche {
namespace {

const Knowledge& listed_talks() {
  static const auto knowledge = testing::knowledge_of(R"(
doc d2 2025-12-03 "Continental Wire" Second
actor a1 state Ukraine
actor a2 place Kremlin: the Kremlin
proposal p1 plan 28: the 28-point plan
proposal p2 bill: the harbour bill
act a1 rejected p1: Ukraine rejected the plan.
act a1 supported p1 possible: Ukraine may support it.
doc d1 2025-11-20 - First
actor a1 state Ukraine
proposal p1 plan 28: a 28-point plan
act a1 rejected p1: Ukraine rejected the plan at once.
doc d0 - - Undated
actor a1 state France
proposal p1 plan 28: a 28-point plan
act a1 opposed p1: France opposed it.)");
  return knowledge;
}

TEST_CASE("actors are listed with the busiest first, those nobody mentions left out") {
  const auto listing = list_actors(listed_talks(), {}).value();
  REQUIRE(listing.lines.size() == 3);
  CHECK(listing.lines[0].actor.name == "Ukraine");
  CHECK(listing.lines[0].documents == 2);
  CHECK(listing.lines[0].acts == 1);
  CHECK(listing.lines[1].actor.name == "France");
  CHECK(listing.lines[2].actor.name == "Kremlin");
  CHECK(listing.lines[2].acts == 0);
}

TEST_CASE("proposals are listed with points and the span of their acts") {
  const auto listing = list_proposals(listed_talks(), {}).value();
  REQUIRE(listing.lines.size() == 2);
  CHECK(listing.lines[0].proposal.points == 28);
  CHECK(listing.lines[0].kind == "plan");
  CHECK(listing.lines[0].documents == 3);
  CHECK(listing.lines[0].acts == 2);
  CHECK(listing.lines[0].first_date == Date{2025, 11, 20});
  CHECK(listing.lines[0].last_date == Date{2025, 12, 3});
  CHECK(listing.lines[1].proposal.name == "harbour bill");
  CHECK_FALSE(listing.lines[1].first_date);
}

TEST_CASE("documents are listed by date, undated last") {
  const auto listing = list_documents(listed_talks(), {}).value();
  REQUIRE(listing.lines.size() == 3);
  CHECK(listing.lines[0].document.id == "d1");
  CHECK(listing.lines[1].document.id == "d2");
  CHECK(listing.lines[1].actors == 2);
  CHECK(listing.lines[1].proposals == 2);
  CHECK(listing.lines[1].acts == 1);
  CHECK(listing.lines[2].document.id == "d0");
}

TEST_CASE("filters decide what is listed and counted") {
  Filter filter;
  filter.as_of = Date{2025, 11, 30};
  const auto early = list_actors(listed_talks(), filter).value();
  CHECK(early.undated_left_out == 1);
  REQUIRE(early.lines.size() == 1);
  CHECK(early.lines[0].documents == 1);

  filter = {};
  filter.modalities = {Modality::Possible};
  REQUIRE(list_proposals(listed_talks(), filter).value().lines.size() == 1);
  CHECK(list_proposals(listed_talks(), filter).value().lines[0].acts == 1);
  CHECK(list_documents(listed_talks(), filter).value().lines.size() == 1);

  filter.speaker = "Nobody";
  CHECK(list_documents(listed_talks(), filter).error().kind == ErrorKind::NotFound);
}

TEST_CASE("an empty graph has empty listings") {
  const auto nothing = Knowledge::from({}, testing::test_gazetteer());
  CHECK(list_actors(nothing, {}).value().lines.empty());
  CHECK(list_proposals(nothing, {}).value().lines.empty());
  CHECK(list_documents(nothing, {}).value().lines.empty());
}

}  // namespace
}  // namespace demarche
