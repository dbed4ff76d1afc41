#include "graph/network/network.h"

#include <catch2/catch.hpp>

namespace demarche {
namespace {

NetworkEdge full_edge() {
  NetworkEdge edge;
  edge.from = 0;
  edge.to = 1;
  edge.type = "REJECTED";
  edge.id = "s:1";
  edge.relation = Relation::Rejected;
  edge.modality = Modality::Denied;
  edge.extent = Extent::Partial;
  edge.date = Date{2025, 12, 0};
  edge.speaker = "Peskov";
  edge.document = "d";
  edge.quote = Span{Field::Title, 3, 9, "No way"};
  edge.rule = "verb:reject/active";
  edge.confidence = 0.83;
  return edge;
}

void check_equal(const NetworkEdge& a, const NetworkEdge& b) {
  CHECK(a.from == b.from);
  CHECK(a.to == b.to);
  CHECK(a.type == b.type);
  CHECK(a.id == b.id);
  CHECK(a.relation == b.relation);
  CHECK(a.modality == b.modality);
  CHECK(a.extent == b.extent);
  CHECK(a.date == b.date);
  CHECK(a.speaker == b.speaker);
  CHECK(a.document == b.document);
  CHECK(a.quote == b.quote);
  CHECK(a.rule == b.rule);
  CHECK(a.confidence == b.confidence);
  CHECK(a.since == b.since);
  CHECK(a.until == b.until);
}

void check_equal(const NetworkNode& a, const NetworkNode& b) {
  CHECK(a.label == b.label);
  CHECK(a.id == b.id);
  CHECK(a.name == b.name);
  CHECK(a.kind == b.kind);
  CHECK(a.points == b.points);
  CHECK(a.aliases == b.aliases);
  CHECK(a.date == b.date);
  CHECK(a.source == b.source);
  CHECK(a.url == b.url);
  CHECK(a.mentions == b.mentions);
}

TEST_CASE("records come back from the graph as they were") {
  std::vector<NetworkNode> nodes(3);
  nodes[0].id = "a";
  nodes[0].name = "Ukraine";
  nodes[0].kind = "state";
  nodes[0].aliases = {"Kiev", "Ukraine"};
  nodes[0].mentions = {{"d", {Field::Title, 0, 7, "Ukraine"}}, {"e", {Field::Text, 5, 9, "Kiev"}}};
  nodes[1].label = NetworkNode::Label::Proposal;
  nodes[1].id = "p";
  nodes[1].kind = "plan";
  nodes[1].points = 28;
  nodes[2].label = NetworkNode::Label::Document;
  nodes[2].id = "d";
  nodes[2].name = "Talks end";
  nodes[2].date = Date{2025, 0, 0};
  nodes[2].source = "Wire";
  nodes[2].url = "https://news.example/d";

  NetworkEdge link;
  link.from = link.to = 0;
  link.type = "LEADS";
  link.id = "l:1";
  link.since = Date{2019, 5, 20};
  link.until = Date{2024, 5, 0};
  const std::vector<NetworkEdge> edges{link, full_edge()};

  const auto graph = graph_of(nodes, edges);
  const auto read_nodes = nodes_of(graph);
  REQUIRE(read_nodes.size() == nodes.size());
  for (std::size_t i = 0; i < nodes.size(); ++i) check_equal(read_nodes[i], nodes[i]);
  const auto read_edges = edges_of(graph);
  REQUIRE(read_edges.size() == edges.size());
  for (std::size_t i = 0; i < edges.size(); ++i) check_equal(read_edges[i], edges[i]);
}

TEST_CASE("a day known to the month counts from its first day in queries") {
  std::vector<NetworkNode> nodes(2);
  const auto graph = graph_of(nodes, {full_edge()});
  CHECK(graph.edge_property(0, graph.key_id("date").value()) ==
        network::PropertyValue(network::Day{20423}));  // 2025-12-01
  CHECK(graph.edge_property(0, graph.key_id("date_precision").value()) == network::PropertyValue("month"));
}

TEST_CASE("types are the words of the vocabulary in capitals") {
  CHECK(type_of(Relation::Proposed) == "PROPOSED");
  CHECK(type_of(LinkKind::SpeaksFor) == "SPEAKS_FOR");
  CHECK(name(NetworkNode::Label::Document) == "Document");
}

}  // namespace
}  // namespace demarche
