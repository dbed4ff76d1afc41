// How central the actors and proposals of a graph are: by Boost.Graph's betweenness and k-core, over acts and
// links either way round. Documents join all that they mention, so no way leads through them.
// Tested by tests/graph/network/centrality_test.cpp.
#pragma once

#include <cstddef>
#include <vector>

#include "graph/network/property_graph.h"

namespace demarche::network {

struct Centrality {
  NodeId node = 0;
  std::size_t neighbours = 0;
  double betweenness = 0;  // share of the pairs of other nodes whose shortest ways lead through it, 0 to 1
  std::size_t core = 0;    // the largest k for which it is in a part where each node has k neighbours
};

// Every node that has neighbours, the most central first: by betweenness, then neighbours, then number.
// Takes time as the nodes times the edges.
[[nodiscard]] std::vector<Centrality> centralities(const PropertyGraph& graph);

}  // namespace demarche::network
