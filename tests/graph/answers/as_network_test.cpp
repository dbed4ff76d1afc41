#include "graph/answers/as_network.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "../graph_cases.h"

namespace demarche {
namespace {

const Knowledge& talks() {
  static const auto knowledge = testing::knowledge_of(R"(
doc d1 2025-12-03 "Continental Wire" Talks end
actor a1 person Dmitry Peskov
actor a2 place Kremlin
actor a3 state Ukraine
proposal p1 plan 27: a 27-point plan
act a3 rejected p1 partial by a1 sure 0.8: Ukraine rejected part of the plan, Peskov said.
link a1 speaks_for a2
doc ua - - A document with the id of a state
actor a1 state Ukraine
proposal p1 bill: the harbour bill
act a1 opposed p1 denied: Ukraine is not against the bill.)");
  return knowledge;
}

std::multiset<std::string> types(const network::PropertyGraph& graph) {
  std::multiset<std::string> found;
  for (const auto& edge : edges_of(graph)) found.insert(edge.type);
  return found;
}

std::vector<std::size_t> all_acts() {
  return {0, 1};
}

TEST_CASE("everything known is in the network, ordered by id, and every id once") {
  const auto network = as_network(talks(), all_acts(), std::nullopt, Scope::Everything);
  std::vector<std::string> ids;
  for (const auto& node : nodes_of(network)) ids.push_back(node.id);
  CHECK(ids.size() == 8);  // four actors with Russia above the Kremlin, two proposals, two documents
  CHECK(std::is_sorted(ids.begin(), ids.end()));
  CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
  CHECK(types(network) == std::multiset<std::string>{"MENTIONS", "MENTIONS", "MENTIONS", "MENTIONS",
                                                     "MENTIONS", "MENTIONS", "OPPOSED", "REJECTED", "SEAT_OF",
                                                     "SPEAKS_FOR"});
}

TEST_CASE("an assertion's edge has its properties") {
  const auto network = as_network(talks(), all_acts(), std::nullopt, Scope::OnlyActs);
  const auto nodes = nodes_of(network);
  for (const auto& edge : edges_of(network)) {
    if (edge.type != "REJECTED") continue;
    CHECK(nodes[edge.from].id == "ua");
    CHECK(nodes[edge.to].points == 27);
    CHECK(edge.id.substr(0, 2) == "s:");
    CHECK(edge.extent == Extent::Partial);
    CHECK(edge.date == Date{2025, 12, 3});
    CHECK(edge.speaker == "Dmitry Peskov");
    CHECK(edge.document == "d1");
    CHECK(edge.quote->text == "Ukraine rejected part of the plan, Peskov said.");
    CHECK(edge.confidence == 0.8);
  }
}

TEST_CASE("only acts brings their ends, their documents and nothing else") {
  const auto network = as_network(talks(), {0}, std::nullopt, Scope::OnlyActs);
  CHECK(network.node_count() == 3);
  CHECK(types(network) == std::multiset<std::string>{"MENTIONS", "MENTIONS", "REJECTED"});
}

TEST_CASE("documents not yet known bring nothing") {
  const auto network = as_network(talks(), {}, Date{2025, 12, 1}, Scope::Everything);
  CHECK(types(network) == std::multiset<std::string>{});
}

TEST_CASE("a name finds its nodes, and a document's id the document") {
  const auto network = as_network(talks(), all_acts(), std::nullopt, Scope::Everything);
  const auto peskov = nodes_named(network, talks(), "Peskov").value();
  REQUIRE(peskov.size() == 1);
  CHECK(nodes_of(network)[peskov[0]].name == "Dmitry Peskov");
  const auto document = nodes_named(network, talks(), "d1").value();
  REQUIRE(document.size() == 1);
  CHECK(nodes_of(network)[document[0]].label == NetworkNode::Label::Document);
  CHECK(nodes_named(network, talks(), "Nobody").error().kind == ErrorKind::NotFound);
  const auto without = as_network(talks(), {1}, std::nullopt, Scope::OnlyActs);
  CHECK(nodes_named(without, talks(), "Peskov").value().empty());
}

}  // namespace
}  // namespace demarche
