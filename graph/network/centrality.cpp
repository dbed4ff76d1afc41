#include "graph/network/centrality.h"

#include <algorithm>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/core_numbers.hpp>
#include <tuple>

#include "graph/network/network.h"
#include "graph/network/undirected.h"

namespace demarche::network {

std::vector<Centrality> centralities(const PropertyGraph& graph) {
  const Undirected undirected(graph, types_without(graph, mentions_type), Undirected::Keep::Simple);
  const auto index = get(boost::vertex_index, undirected);
  std::vector<double> between(graph.node_count());
  boost::brandes_betweenness_centrality(undirected,
                                        boost::make_iterator_property_map(between.begin(), index));
  std::vector<std::size_t> core(graph.node_count());
  boost::core_numbers(undirected, boost::make_iterator_property_map(core.begin(), index));

  std::vector<Centrality> all;
  for (NodeId node = 0; node < graph.node_count(); ++node)
    if (const auto neighbours = out_degree(node, undirected); neighbours > 0)
      all.push_back({node, neighbours, between[node], core[node]});
  const auto others = static_cast<double>(all.size()) - 1;
  for (auto& each : all)
    if (others > 1) each.betweenness /= others * (others - 1) / 2;
  std::sort(all.begin(), all.end(), [](const Centrality& a, const Centrality& b) {
    return std::tuple(b.betweenness, b.neighbours, a.node) < std::tuple(a.betweenness, a.neighbours, b.node);
  });
  return all;
}

}  // namespace demarche::network
