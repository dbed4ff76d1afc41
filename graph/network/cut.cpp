// Boost's breadth-first search over the graph without directions and without the MENTIONS edges: a document
// joins all it mentions, so along those edges everything is near everything.
#include "graph/network/cut.h"

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/visitors.hpp>
#include <boost/pending/queue.hpp>
#include <limits>
#include <unordered_map>

#include "graph/network/undirected.h"

namespace demarche {
namespace {

using network::EdgeId;
using network::NodeId;
using network::PropertyGraph;
using network::Undirected;
constexpr auto far = std::numeric_limits<std::size_t>::max();

// A document stands for what it mentions.
std::vector<NodeId> starts(const PropertyGraph& graph, const std::vector<NodeId>& centres) {
  const auto mentions = graph.type_id(mentions_type);
  std::vector<NodeId> nodes;
  for (const auto centre : centres) {
    nodes.push_back(centre);
    if (!mentions) continue;
    const auto [first, last] = graph.out_edges(centre, *mentions);
    for (auto edge = first; edge < last; ++edge) nodes.push_back(graph.target(edge));
  }
  return nodes;
}

// Edges from every node to the nearest of `from`.
std::vector<std::size_t> distances(const PropertyGraph& graph, const std::vector<NodeId>& from) {
  const Undirected undirected(graph, types_without(graph, mentions_type), Undirected::Keep::Simple);
  std::vector<std::size_t> distance(graph.node_count(), far);
  for (const auto node : from) distance[node] = 0;
  boost::queue<NodeId> queue;
  std::vector<boost::default_color_type> colours(graph.node_count());
  boost::breadth_first_visit(
      undirected, from.begin(), from.end(), queue,
      boost::make_bfs_visitor(boost::record_distances(distance.data(), boost::on_tree_edge())),
      boost::make_iterator_property_map(colours.begin(), get(boost::vertex_index, undirected)));
  return distance;
}

// Marks the documents that a kept edge comes from.
void keep_documents(const PropertyGraph& graph, std::vector<bool>& keep) {
  const auto label = graph.label_id(name(NetworkNode::Label::Document));
  const auto id = graph.key_id("id"), document = graph.key_id("document");
  if (!label || !id || !document) return;
  std::unordered_map<std::string, NodeId> documents;
  for (const auto node : graph.nodes_with(*label))
    documents.emplace(std::get<std::string>(graph.node_property(node, *id)), node);
  for (EdgeId edge = 0; edge < graph.edge_count(); ++edge) {
    if (!keep[graph.source(edge)] || !keep[graph.target(edge)]) continue;
    const auto origin = graph.edge_property(edge, *document);
    if (origin.is_null()) continue;
    if (const auto node = documents.find(std::get<std::string>(origin)); node != documents.end())
      keep[node->second] = true;
  }
}

void copy_node(const PropertyGraph& graph, NodeId node, PropertyGraph::Builder& part) {
  std::vector<std::string> labels;
  for (const auto label : graph.labels_of(node)) labels.push_back(graph.labels()[label]);
  PropertyGraph::Builder::Properties properties;
  for (const auto key : graph.keys_of_node(node))
    properties.emplace_back(graph.keys()[key], graph.node_property(node, key));
  part.add_node(labels, properties);
}

void copy_edge(const PropertyGraph& graph, EdgeId edge, NodeId source, NodeId target,
               PropertyGraph::Builder& part) {
  PropertyGraph::Builder::Properties properties;
  for (const auto key : graph.keys_of_edge(edge))
    properties.emplace_back(graph.keys()[key], graph.edge_property(edge, key));
  part.add_edge(source, graph.types()[graph.type(edge)], target, properties);
}

}  // namespace

PropertyGraph around(const PropertyGraph& graph, const std::vector<NodeId>& centres, std::size_t depth) {
  const auto distance = distances(graph, starts(graph, centres));
  std::vector<bool> keep;
  for (const auto edges : distance) keep.push_back(edges <= depth);
  keep_documents(graph, keep);
  return part_of(graph, keep);
}

PropertyGraph part_of(const PropertyGraph& graph, const std::vector<bool>& keep) {
  PropertyGraph::Builder part;
  std::vector<NodeId> place(graph.node_count());
  NodeId next = 0;
  for (NodeId node = 0; node < graph.node_count(); ++node) {
    if (!keep[node]) continue;
    place[node] = next++;
    copy_node(graph, node, part);
  }
  for (EdgeId edge = 0; edge < graph.edge_count(); ++edge)
    if (keep[graph.source(edge)] && keep[graph.target(edge)])
      copy_edge(graph, edge, place[graph.source(edge)], place[graph.target(edge)], part);
  return std::move(part).build();
}

}  // namespace demarche
