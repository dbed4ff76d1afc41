#include "graph/export/crowd.h"

#include <algorithm>
#include <catch2/catch.hpp>

namespace demarche {
namespace {

using Label = NetworkNode::Label;
using Side = PictureNode::Side;

NodeIndex add_node(Network& network, Label label, const std::string& id) {
  NetworkNode node;
  node.label = label;
  node.id = id;
  node.name = id;
  return add_vertex(node, network);
}

void act(Network& network, NodeIndex actor, NodeIndex proposal) {
  NetworkEdge edge;
  edge.relation = Relation::Rejected;
  edge.type = type_of(Relation::Rejected);
  edge.id = "s:" + std::to_string(num_edges(network));
  edge.document = "d";
  add_edge(actor, proposal, edge, network);
}

void leads(Network& network, NodeIndex actor, NodeIndex led) {
  NetworkEdge edge;
  edge.type = type_of(LinkKind::Leads);
  add_edge(actor, led, edge, network);
}

// a and b act on p, a alone on q.
Network small() {
  Network network;
  const auto a = add_node(network, Label::Actor, "a"), b = add_node(network, Label::Actor, "b");
  const auto p = add_node(network, Label::Proposal, "p"), q = add_node(network, Label::Proposal, "q");
  act(network, a, p);
  act(network, b, p);
  act(network, a, q);
  return network;
}

Side side_of(const Picture& picture, const std::string& id) {
  const auto node = std::find_if(picture.nodes.begin(), picture.nodes.end(),
                                 [&](const PictureNode& each) { return each.id == id; });
  REQUIRE(node != picture.nodes.end());
  return node->side;
}

TEST_CASE("a proposal that one actor alone acted on is left out and counted") {
  const auto thinned = without_lone_proposals(small());
  CHECK(thinned.left_out == 1);
  CHECK(num_vertices(thinned.network) == 3);
  CHECK(num_edges(thinned.network) == 2);
}

TEST_CASE("nothing is left out where nothing would remain") {
  Network network;
  act(network, add_node(network, Label::Actor, "a"), add_node(network, Label::Proposal, "p"));
  const auto thinned = without_lone_proposals(network);
  CHECK(thinned.left_out == 0);
  CHECK(num_edges(thinned.network) == 1);
}

TEST_CASE("forty acts are no crowd, one more is") {
  Network network = small();
  while (num_edges(network) < 40) act(network, 0, 2);
  CHECK_FALSE(is_crowded(network));
  act(network, 0, 2);
  CHECK(is_crowded(network));
}

TEST_CASE("actors stand on both sides, those that act for one another on the same") {
  Network network;
  const auto p = add_node(network, Label::Proposal, "p");
  const auto leader = add_node(network, Label::Actor, "leader"), state = add_node(network, Label::Actor, "state");
  const auto other = add_node(network, Label::Actor, "other"), third = add_node(network, Label::Actor, "third");
  for (const auto actor : {leader, state, other, third}) act(network, actor, p);
  leads(network, leader, state);
  auto picture = picture_of(network, "Talks");
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
