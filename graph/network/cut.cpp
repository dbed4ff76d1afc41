// Boost's breadth-first search over an undirected copy without the MENTIONS edges: a document joins all it
// mentions, so along those edges everything is near everything.
#include "graph/network/cut.h"

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/visitors.hpp>
#include <boost/range/iterator_range.hpp>
#include <limits>
#include <unordered_map>

namespace demarche {
namespace {

using Undirected = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
constexpr auto far = std::numeric_limits<std::size_t>::max();

bool is_mention(const NetworkEdge& edge) {
  return edge.type == mentions_type;
}

Undirected undirected(const Network& network) {
  Undirected graph(num_vertices(network));
  for (const auto edge : boost::make_iterator_range(edges(network)))
    if (!is_mention(network[edge])) add_edge(source(edge, network), target(edge, network), graph);
  return graph;
}

// A document stands for what it mentions.
std::vector<NodeIndex> starts(const Network& network, const std::vector<NodeIndex>& centres) {
  std::vector<NodeIndex> nodes;
  for (const auto centre : centres) {
    nodes.push_back(centre);
    for (const auto edge : boost::make_iterator_range(out_edges(centre, network)))
      if (is_mention(network[edge])) nodes.push_back(target(edge, network));
  }
  return nodes;
}

// Edges from every node to the nearest of `from`.
std::vector<std::size_t> distances(const Network& network, const std::vector<NodeIndex>& from) {
  auto graph = undirected(network);
  const auto origin = add_vertex(graph);
  for (const auto node : from) add_edge(origin, node, graph);

  std::vector<std::size_t> distance(num_vertices(graph), far);
  distance[origin] = 0;
  boost::breadth_first_search(graph, origin,
                              boost::visitor(boost::make_bfs_visitor(
                                  boost::record_distances(distance.data(), boost::on_tree_edge()))));
  distance.pop_back();
  for (auto& edges : distance)
    if (edges != far) --edges;  // the one from the origin
  return distance;
}

// Marks the documents that a kept edge comes from.
void keep_documents(const Network& network, std::vector<bool>& keep) {
  std::unordered_map<std::string_view, NodeIndex> documents;
  for (const auto node : boost::make_iterator_range(vertices(network)))
    if (network[node].label == NetworkNode::Label::Document) documents.emplace(network[node].id, node);
  for (const auto edge : boost::make_iterator_range(edges(network))) {
    const auto& document = network[edge].document;
    if (!document || !keep[source(edge, network)] || !keep[target(edge, network)]) continue;
    if (const auto node = documents.find(*document); node != documents.end()) keep[node->second] = true;
  }
}

}  // namespace

Network around(const Network& network, const std::vector<NodeIndex>& centres, std::size_t depth) {
  const auto distance = distances(network, starts(network, centres));
  std::vector<bool> keep;
  for (const auto edges : distance) keep.push_back(edges <= depth);
  keep_documents(network, keep);
  return part_of(network, keep);
}

Network part_of(const Network& network, const std::vector<bool>& keep) {
  Network part;
  std::vector<NodeIndex> place(num_vertices(network));
  for (const auto node : boost::make_iterator_range(vertices(network)))
    if (keep[node]) place[node] = add_vertex(network[node], part);
  for (const auto edge : boost::make_iterator_range(edges(network)))
    if (keep[source(edge, network)] && keep[target(edge, network)])
      add_edge(place[source(edge, network)], place[target(edge, network)], network[edge], part);
  return part;
}

}  // namespace demarche
