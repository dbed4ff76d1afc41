// Boost's breadth-first search from all that the first NAME means, to the nearest that the second means.
// Documents join all that they mention, so no way leads through them.
#include "graph/answers/path.h"

#include <algorithm>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/visitors.hpp>
#include <boost/pending/queue.hpp>
#include <limits>

#include "graph/answers/as_network.h"
#include "graph/network/undirected.h"

namespace demarche {
namespace {

using network::NodeId;
using network::PropertyGraph;
using network::Step;
using network::Undirected;

constexpr auto far = std::numeric_limits<std::size_t>::max();

// The steps from one of `from` to the nearest of `to`.
struct Walk {
  std::vector<Step> steps;
  bool is_found = false;
};

Walk shortest(const PropertyGraph& graph, const std::vector<NodeId>& from, const std::vector<NodeId>& to) {
  const Undirected undirected(graph, types_without(graph, mentions_type), Undirected::Keep::Simple);
  std::vector<std::size_t> distance(graph.node_count(), far);
  for (const auto node : from) distance[node] = 0;
  std::vector<Step> arrival(graph.node_count());
  std::vector<boost::default_color_type> colours(graph.node_count());
  const auto index = get(boost::vertex_index, undirected);
  boost::queue<NodeId> queue;
  const auto visitor = boost::make_bfs_visitor(
      std::pair(boost::record_distances(boost::make_iterator_property_map(distance.begin(), index),
                                        boost::on_tree_edge()),
                boost::record_edge_predecessors(boost::make_iterator_property_map(arrival.begin(), index),
                                                boost::on_tree_edge())));
  boost::breadth_first_visit(undirected, from.begin(), from.end(), queue, visitor,
                             boost::make_iterator_property_map(colours.begin(), index));

  Walk walk;
  const auto end =
      std::min_element(to.begin(), to.end(), [&](NodeId a, NodeId b) { return distance[a] < distance[b]; });
  walk.is_found = end != to.end() && distance[*end] != far;
  if (!walk.is_found) return walk;
  for (auto node = *end; distance[node] > 0; node = arrival[node].from) walk.steps.push_back(arrival[node]);
  std::reverse(walk.steps.begin(), walk.steps.end());
  return walk;
}

// The edges of these numbers as records, in that order.
std::vector<NetworkEdge> records_of(const PropertyGraph& graph, const std::vector<Step>& steps) {
  std::vector<NetworkEdge> records;
  const auto edges = edges_of(graph);
  const auto key = graph.key_id("id");
  for (const auto& step : steps) {
    const auto id = std::get<std::string>(graph.edge_property(step.edge, *key));
    records.push_back(
        *std::find_if(edges.begin(), edges.end(), [&](const auto& edge) { return edge.id == id; }));
  }
  return records;
}

}  // namespace

Result<Path> path(const Knowledge& knowledge, const std::string& from, const std::string& to,
                  const Filter& filter) {
  const auto outcome = apply(filter, knowledge, {Modality::Actual});
  if (!outcome) return tl::make_unexpected(outcome.error());
  const auto graph = as_network(knowledge, outcome->acts, filter.as_of, Scope::Everything);
  const auto starts = nodes_named(graph, knowledge, from);
  if (!starts) return tl::make_unexpected(starts.error());
  const auto ends = nodes_named(graph, knowledge, to);
  if (!ends) return tl::make_unexpected(ends.error());

  const auto walk = shortest(graph, *starts, *ends);
  const auto nodes = nodes_of(graph);
  const auto edges = records_of(graph, walk.steps);
  Path result{{}, walk.is_found, outcome->undated_left_out};
  for (std::size_t i = 0; i < walk.steps.size(); ++i) {
    const auto& first = nodes[walk.steps[i].from];
    const auto& second = nodes[walk.steps[i].to];
    result.steps.push_back(
        {{first.id, first.name}, {second.id, second.name}, edges[i], edges[i].from == walk.steps[i].from});
  }
  return result;
}

}  // namespace demarche
