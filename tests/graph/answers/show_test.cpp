#include "graph/answers/show.h"

#include <catch2/catch.hpp>

#include "../graph_cases.h"

namespace demarche {
namespace {

const Knowledge& shown_talks() {
  static const auto knowledge = testing::knowledge_of(R"(
doc d1 2025-12-03 "Continental Wire" Talks end
actor a1 person Dmitry Peskov: Kremlin spokesman Dmitry Peskov | Peskov
actor a2 place Kremlin: the Kremlin
proposal p1 plan 27: a 27-point plan
act a1 supported p1: Peskov welcomed the plan.
act a1 rejected p1 denied: Peskov did not reject it.
link a1 speaks_for a2
doc d2 2025-12-01 - Earlier
actor a1 person Dmitry Peskov: Dmitry Peskov
actor a2 place Kremlin: the Kremlin
proposal p1 plan 27: the plan of 27 points
link a1 speaks_for a2)");
  return knowledge;
}

TEST_CASE("an actor is shown with aliases, links, documents and acts of every modality") {
  const auto view = std::get<EntityView>(show(shown_talks(), "Peskov", {}).value());
  CHECK(view.name == "Dmitry Peskov");
  CHECK(view.kind == "person");
  CHECK(view.aliases ==
        std::vector<std::string>{"Dmitry Peskov", "Kremlin spokesman Dmitry Peskov", "Peskov"});
  REQUIRE(view.links.size() == 1);
  CHECK(view.links[0].to.name == "Kremlin");
  CHECK(view.links[0].document == "d1");
  REQUIRE(view.documents.size() == 2);
  CHECK(view.documents[0].id == "d2");
  CHECK(view.acts.size() == 2);
}

TEST_CASE("a place is shown with the links of the gazetteer and those that lead to it") {
  const auto view = std::get<EntityView>(show(shown_talks(), "the Kremlin", {}).value());
  REQUIRE(view.links.size() == 2);
  CHECK(view.links[0].from.name == "Dmitry Peskov");
  CHECK(view.links[1].relation == LinkKind::SeatOf);
  CHECK_FALSE(view.links[1].document);
  CHECK(view.acts.empty());
}

TEST_CASE("a proposal is shown with its points and what was done to it") {
  const auto view = std::get<EntityView>(show(shown_talks(), "27-point plan", {}).value());
  CHECK(view.label == Entity::Kind::Proposal);
  CHECK(view.points == 27);
  CHECK(view.acts.size() == 2);
}

TEST_CASE("a document is shown with what was found in it") {
  const auto view = std::get<DocumentView>(show(shown_talks(), "Talks end", {}).value());
  CHECK(view.document.id == "d1");
  CHECK(view.url == "https://news.example/d1");
  CHECK(view.actors.size() == 2);
  CHECK(view.proposals.size() == 1);
  CHECK(view.links.size() == 1);
  CHECK(view.acts.size() == 2);
}

TEST_CASE("the filter chooses among the acts shown") {
  Filter filter;
  filter.modalities = {Modality::Actual};
  CHECK(std::get<EntityView>(show(shown_talks(), "Peskov", filter).value()).acts.size() == 1);
}

TEST_CASE("a name that is nothing is not shown") {
  CHECK(show(shown_talks(), "harbour bill", {}).error().kind == ErrorKind::NotFound);
}

}  // namespace
}  // namespace demarche
