#include "graph/network/cut.h"

#include <algorithm>
#include <catch2/catch.hpp>

namespace demarche {
namespace {

using network::NodeId;
using Label = NetworkNode::Label;
using Ids = std::vector<std::string>;

// Actors a, b, c; proposals p, q; documents d and e: a -d- p, b -d- p, b -e- q, c -e- q, q counters p (d).
network::PropertyGraph small() {
  std::vector<NetworkNode> nodes;
  const auto add_node = [&](Label label, const char* id) {
    NetworkNode node;
    node.label = label;
    node.id = id;
    nodes.push_back(node);
    return static_cast<NodeId>(nodes.size() - 1);
  };
  const auto a = add_node(Label::Actor, "a"), b = add_node(Label::Actor, "b"),
             c = add_node(Label::Actor, "c");
  const auto p = add_node(Label::Proposal, "p"), q = add_node(Label::Proposal, "q");
  const auto d = add_node(Label::Document, "d"), e = add_node(Label::Document, "e");
  std::vector<NetworkEdge> edges;
  const auto add = [&](NodeId from, NodeId to, const char* id, std::string_view type, const char* document) {
    NetworkEdge edge;
    edge.from = from;
    edge.to = to;
    edge.id = id;
    edge.type = type;
    edge.document = document;
    edges.push_back(edge);
  };
  add(a, p, "1", "PROPOSED", "d");
  add(b, p, "2", "REJECTED", "d");
  add(b, q, "3", "PROPOSED", "e");
  add(c, q, "4", "REJECTED", "e");
  for (const auto node : {a, b, p}) add(d, node, "m", mentions_type, "d");
  for (const auto node : {b, c, q}) add(e, node, "n", mentions_type, "e");
  return graph_of(nodes, edges);
}

Ids ids(const network::PropertyGraph& graph) {
  Ids names;
  for (const auto& node : nodes_of(graph)) names.push_back(node.id);
  return names;
}

constexpr NodeId a = 0, p = 3, d = 5;

TEST_CASE("near a node are those that acts join to it, either way, with their documents") {
  CHECK(ids(around(small(), {a}, 0)) == Ids{"a"});
  CHECK(ids(around(small(), {a}, 1)) == Ids{"a", "p", "d"});
  CHECK(ids(around(small(), {a}, 2)) == Ids{"a", "b", "p", "d"});
  CHECK(ids(around(small(), {a}, 3)) == Ids{"a", "b", "p", "q", "d", "e"});
  CHECK(ids(around(small(), {a}, 9)) == Ids{"a", "b", "c", "p", "q", "d", "e"});
  CHECK(ids(around(small(), {p}, 1)) == Ids{"a", "b", "p", "d"});
}

TEST_CASE("a document stands for what it mentions") {
  CHECK(ids(around(small(), {d}, 0)) == Ids{"a", "b", "p", "d"});
}

TEST_CASE("nothing is near nothing") {
  CHECK(around(small(), {}, 5).node_count() == 0);
}

TEST_CASE("a part keeps the edges between its nodes and their properties") {
  const auto part = part_of(small(), {true, true, false, true, false, false, false});
  CHECK(ids(part) == Ids{"a", "b", "p"});
  REQUIRE(part.edge_count() == 2);
  CHECK(edges_of(part).front().type == "PROPOSED");
}

}  // namespace
}  // namespace demarche
