// A property graph without directions, for the algorithms of Boost.Graph that ask for an undirected graph
// (connected components, k-core) and for those that shall follow edges either way: a VertexListGraph,
// EdgeListGraph and IncidenceGraph of its own, over the chosen types of edges. Tested by
// tests/graph/network/boost_graph_test.cpp.
#pragma once

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/property_map/property_map.hpp>
#include <limits>
#include <utility>
#include <vector>

#include "graph/network/property_graph.h"

namespace demarche::network {

// An edge, walked from one of its ends to the other.
struct Step {
  NodeId from = 0, to = 0;
  EdgeId edge = 0;
  friend bool operator==(const Step&, const Step&) = default;
};

class Undirected {
 public:
  enum class Keep {
    Parallel,  // every edge; an edge from a node to itself twice
    Simple,    // of the edges between two nodes the first, of those from a node to itself none
  };
  // The nodes of `graph`, all of them, and its edges of these types. What is taken is copied.
  Undirected(const PropertyGraph& graph, const std::vector<TypeId>& types, Keep keep = Keep::Parallel);

  [[nodiscard]] std::size_t node_count() const { return starts_.size() - 1; }
  // The steps that leave a node, by the node they lead to, then by edge.
  [[nodiscard]] std::pair<const Step*, const Step*> steps(NodeId node) const {
    return {steps_.data() + starts_[node], steps_.data() + starts_[node + 1]};
  }
  // Each edge once, as the step from its lower end.
  [[nodiscard]] const std::vector<Step>& edges() const { return edges_; }

 private:
  std::vector<std::size_t> starts_;  // one more than nodes
  std::vector<Step> steps_, edges_;
};

// All types but the one named.
[[nodiscard]] std::vector<TypeId> types_without(const PropertyGraph& graph, std::string_view unwanted);

inline std::size_t num_vertices(const Undirected& graph) {
  return graph.node_count();
}
inline std::pair<boost::counting_iterator<NodeId>, boost::counting_iterator<NodeId>> vertices(
    const Undirected& graph) {
  return {boost::counting_iterator<NodeId>(0),
          boost::counting_iterator<NodeId>(static_cast<NodeId>(graph.node_count()))};
}
inline std::size_t num_edges(const Undirected& graph) {
  return graph.edges().size();
}
inline std::pair<const Step*, const Step*> edges(const Undirected& graph) {
  return {graph.edges().data(), graph.edges().data() + graph.edges().size()};
}
inline NodeId source(const Step& step, const Undirected&) {
  return step.from;
}
inline NodeId target(const Step& step, const Undirected&) {
  return step.to;
}
inline std::pair<const Step*, const Step*> out_edges(NodeId node, const Undirected& graph) {
  return graph.steps(node);
}
inline std::size_t out_degree(NodeId node, const Undirected& graph) {
  const auto [first, last] = graph.steps(node);
  return static_cast<std::size_t>(last - first);
}
inline boost::typed_identity_property_map<NodeId> get(boost::vertex_index_t, const Undirected&) {
  return {};
}
inline NodeId get(boost::vertex_index_t, const Undirected&, NodeId node) {
  return node;
}

}  // namespace demarche::network

namespace boost {

template <>
struct graph_traits<demarche::network::Undirected> {
  using vertex_descriptor = demarche::network::NodeId;
  using edge_descriptor = demarche::network::Step;
  using directed_category = undirected_tag;
  using edge_parallel_category = allow_parallel_edge_tag;
  struct traversal_category : virtual incidence_graph_tag,
                              virtual vertex_list_graph_tag,
                              virtual edge_list_graph_tag {};
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  using vertex_iterator = counting_iterator<vertex_descriptor>;
  using out_edge_iterator = const edge_descriptor*;
  using edge_iterator = const edge_descriptor*;
  using in_edge_iterator = const edge_descriptor*;
  using adjacency_iterator = const vertex_descriptor*;
  static vertex_descriptor null_vertex() { return std::numeric_limits<vertex_descriptor>::max(); }
};

template <>
struct graph_traits<const demarche::network::Undirected> : graph_traits<demarche::network::Undirected> {};

template <>
struct property_map<demarche::network::Undirected, vertex_index_t> {
  using type = typed_identity_property_map<demarche::network::NodeId>;
  using const_type = type;
};

}  // namespace boost
