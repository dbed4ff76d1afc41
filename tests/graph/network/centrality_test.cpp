#include "graph/network/centrality.h"

#include <catch2/catch.hpp>

#include "graph/network/network.h"

using namespace demarche::network;

namespace {

// Two triangles joined at node 2, a node alone, and a document that mentions all.
PropertyGraph bow_tie() {
  PropertyGraph::Builder builder;
  for (int node = 0; node < 7; ++node) builder.add_node({});
  for (const auto& [from, to] : std::vector<std::pair<NodeId, NodeId>>{
           {0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}, {4, 2}, {4, 2}, {3, 3}})
    builder.add_edge(from, "ACCEPTED", to);
  for (NodeId node = 0; node < 6; ++node) builder.add_edge(6, demarche::mentions_type, node);
  return std::move(builder).build();
}

}  // namespace

TEST_CASE("who stands between two groups is the most central, and mentions join nobody") {
  const auto all = centralities(bow_tie());
  REQUIRE(all.size() == 5);  // neither the node alone nor the document
  CHECK(all[0].node == 2);
  CHECK(all[0].neighbours == 4);
  CHECK(all[0].betweenness == Approx(4.0 / 6));  // four of the six pairs of others
  CHECK(all[0].core == 2);
  for (std::size_t i = 1; i < all.size(); ++i) {
    CHECK(all[i].node == (i < 3 ? i - 1 : i));  // equal ones by number
    CHECK(all[i].neighbours == 2);
    CHECK(all[i].betweenness == 0);
    CHECK(all[i].core == 2);
  }
}

TEST_CASE("no pair of others, no share") {
  CHECK(centralities(PropertyGraph()).empty());
  PropertyGraph::Builder builder;
  builder.add_node({});
  builder.add_edge(0, "KNOWS", builder.add_node({}));
  const auto two = centralities(std::move(builder).build());
  REQUIRE(two.size() == 2);
  CHECK(two[0].betweenness == 0);
}
