#include "graph/export/crowd.h"

#include <algorithm>
#include <catch2/catch.hpp>

namespace demarche {
namespace {

using network::NodeId;
using Label = NetworkNode::Label;
using Side = PictureNode::Side;

// A network on its way.
struct Records {
  std::vector<NetworkNode> nodes;
  std::vector<NetworkEdge> edges;

  NodeId actor(const std::string& id) { return add_node(Label::Actor, id); }
  NodeId proposal(const std::string& id) { return add_node(Label::Proposal, id); }
  void act(NodeId actor, NodeId proposal) {
    add_edge(actor, type_of(Relation::Rejected), proposal);
    edges.back().relation = Relation::Rejected;
    edges.back().id = "s:" + std::to_string(edges.size());
    edges.back().document = "d";
  }
  void leads(NodeId actor, NodeId led) { add_edge(actor, type_of(LinkKind::Leads), led); }
  [[nodiscard]] network::PropertyGraph graph() const { return graph_of(nodes, edges); }

 private:
  NodeId add_node(Label label, const std::string& id) {
    NetworkNode node;
    node.label = label;
    node.id = id;
    node.name = id;
    nodes.push_back(node);
    return static_cast<NodeId>(nodes.size() - 1);
  }
  void add_edge(NodeId from, const std::string& type, NodeId to) {
    NetworkEdge edge;
    edge.from = from;
    edge.type = type;
    edge.to = to;
    edges.push_back(edge);
  }
};

// a and b act on p, a alone on q.
Records small() {
  Records records;
  const auto a = records.actor("a"), b = records.actor("b");
  const auto p = records.proposal("p"), q = records.proposal("q");
  records.act(a, p);
  records.act(b, p);
  records.act(a, q);
  return records;
}

Side side_of(const Picture& picture, const std::string& id) {
  const auto node = std::find_if(picture.nodes.begin(), picture.nodes.end(),
                                 [&](const PictureNode& each) { return each.id == id; });
  REQUIRE(node != picture.nodes.end());
  return node->side;
}

TEST_CASE("a proposal that one actor alone acted on is left out and counted") {
  const auto thinned = without_lone_proposals(small().graph());
  CHECK(thinned.left_out == 1);
  CHECK(thinned.graph.node_count() == 3);
  CHECK(thinned.graph.edge_count() == 2);
}

TEST_CASE("nothing is left out where nothing would remain") {
  Records records;
  const auto a = records.actor("a");
  records.act(a, records.proposal("p"));
  const auto thinned = without_lone_proposals(records.graph());
  CHECK(thinned.left_out == 0);
  CHECK(thinned.graph.edge_count() == 1);
}

TEST_CASE("forty acts are no crowd, one more is") {
  auto records = small();
  while (records.edges.size() < 40) records.act(0, 2);
  CHECK_FALSE(is_crowded(records.graph()));
  records.act(0, 2);
  CHECK(is_crowded(records.graph()));
}

TEST_CASE("actors stand on both sides, those that act for one another on the same") {
  Records records;
  const auto p = records.proposal("p");
  const auto leader = records.actor("leader"), state = records.actor("state");
  const auto other = records.actor("other"), third = records.actor("third");
  for (const auto actor : {leader, state, other, third}) records.act(actor, p);
  records.leads(leader, state);
  auto picture = picture_of(records.graph(), "Talks");
  REQUIRE(picture.edges.size() == 5);

  spread(picture);
  CHECK(side_of(picture, "leader") == Side::Left);
  CHECK(side_of(picture, "state") == Side::Left);
  CHECK(side_of(picture, "other") == Side::Right);
  CHECK(side_of(picture, "third") == Side::Right);
  CHECK(side_of(picture, "p") == Side::Free);
  REQUIRE(picture.edges.size() == 4);
  for (const auto& edge : picture.edges)
    CHECK((edge.flow == PictureEdge::Flow::Backward) == (side_of(picture, edge.from) == Side::Right));
  CHECK(picture.nodes[1].tooltip == "leader\nleads: state");
}

TEST_CASE("an empty picture is spread too") {
  Picture picture;
  spread(picture);
  CHECK(picture.nodes.empty());
}

}  // namespace
}  // namespace demarche
