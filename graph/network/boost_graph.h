// The property graph as Boost.Graph sees it: a VertexListGraph, EdgeListGraph, BidirectionalGraph and
// AdjacencyGraph whose vertices and edges are numbers, with the property maps vertex_index, edge_index and,
// for any key, column_map. Boost's algorithms find what they need here by argument-dependent lookup; include
// this wherever one is called. Tested by tests/graph/network/boost_graph_test.cpp.
#pragma once

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/property_map/property_map.hpp>
#include <limits>
#include <utility>

#include "graph/network/property_graph.h"

namespace boost {

template <>
struct graph_traits<demarche::network::PropertyGraph> {
  using vertex_descriptor = demarche::network::NodeId;
  using edge_descriptor = demarche::network::EdgeId;
  using directed_category = bidirectional_tag;
  using edge_parallel_category = allow_parallel_edge_tag;
  struct traversal_category : virtual bidirectional_graph_tag,
                              virtual adjacency_graph_tag,
                              virtual vertex_list_graph_tag,
                              virtual edge_list_graph_tag {};
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  using vertex_iterator = counting_iterator<vertex_descriptor>;
  using edge_iterator = counting_iterator<edge_descriptor>;
  using out_edge_iterator = counting_iterator<edge_descriptor>;
  using in_edge_iterator = const edge_descriptor*;
  using adjacency_iterator = const vertex_descriptor*;
  static vertex_descriptor null_vertex() { return std::numeric_limits<vertex_descriptor>::max(); }
};

template <>
struct graph_traits<const demarche::network::PropertyGraph> : graph_traits<demarche::network::PropertyGraph> {
};

template <>
struct property_map<demarche::network::PropertyGraph, vertex_index_t> {
  using type = typed_identity_property_map<demarche::network::NodeId>;
  using const_type = type;
};

template <>
struct property_map<demarche::network::PropertyGraph, edge_index_t> {
  using type = typed_identity_property_map<demarche::network::EdgeId>;
  using const_type = type;
};

}  // namespace boost

namespace demarche::network {

using GraphTraits = boost::graph_traits<PropertyGraph>;

inline std::size_t num_vertices(const PropertyGraph& graph) {
  return graph.node_count();
}
inline std::size_t num_edges(const PropertyGraph& graph) {
  return graph.edge_count();
}

inline std::pair<GraphTraits::vertex_iterator, GraphTraits::vertex_iterator> vertices(
    const PropertyGraph& graph) {
  return {GraphTraits::vertex_iterator(0),
          GraphTraits::vertex_iterator(static_cast<NodeId>(graph.node_count()))};
}
inline std::pair<GraphTraits::edge_iterator, GraphTraits::edge_iterator> edges(const PropertyGraph& graph) {
  return {GraphTraits::edge_iterator(0), GraphTraits::edge_iterator(static_cast<EdgeId>(graph.edge_count()))};
}

inline NodeId source(EdgeId edge, const PropertyGraph& graph) {
  return graph.source(edge);
}
inline NodeId target(EdgeId edge, const PropertyGraph& graph) {
  return graph.target(edge);
}

inline std::pair<GraphTraits::out_edge_iterator, GraphTraits::out_edge_iterator> out_edges(
    NodeId node, const PropertyGraph& graph) {
  const auto [first, last] = graph.out_edges(node);
  return {GraphTraits::out_edge_iterator(first), GraphTraits::out_edge_iterator(last)};
}
inline std::pair<const EdgeId*, const EdgeId*> in_edges(NodeId node, const PropertyGraph& graph) {
  const auto edges = graph.in_edges(node);
  return {edges.data(), edges.data() + edges.size()};
}
inline std::pair<const NodeId*, const NodeId*> adjacent_vertices(NodeId node, const PropertyGraph& graph) {
  const auto [first, last] = graph.out_edges(node);
  return {graph.targets().data() + first, graph.targets().data() + last};
}

inline std::size_t out_degree(NodeId node, const PropertyGraph& graph) {
  return graph.degree(node, Direction::Out);
}
inline std::size_t in_degree(NodeId node, const PropertyGraph& graph) {
  return graph.degree(node, Direction::In);
}
inline std::size_t degree(NodeId node, const PropertyGraph& graph) {
  return out_degree(node, graph) + in_degree(node, graph);
}

inline boost::typed_identity_property_map<NodeId> get(boost::vertex_index_t, const PropertyGraph&) {
  return {};
}
inline boost::typed_identity_property_map<EdgeId> get(boost::edge_index_t, const PropertyGraph&) {
  return {};
}
inline NodeId get(boost::vertex_index_t, const PropertyGraph&, NodeId node) {
  return node;
}
inline EdgeId get(boost::edge_index_t, const PropertyGraph&, EdgeId edge) {
  return edge;
}

// A column of numbers or days as a readable property map: weights, capacities. Rows without a value read as
// `otherwise`, and so do all rows of a column of another type.
class ColumnMap {
 public:
  using key_type = std::uint32_t;
  using value_type = double;
  using reference = double;
  using category = boost::readable_property_map_tag;

  ColumnMap(const ColumnView& column, double otherwise) : column_(&column), otherwise_(otherwise) {}

  [[nodiscard]] double at(std::uint32_t row) const {
    if (!column_->has(row)) return otherwise_;
    if (column_->type == ColumnType::Float) return column_->floats[row];
    const bool is_number = column_->type == ColumnType::Int || column_->type == ColumnType::Day;
    return is_number ? static_cast<double>(column_->integer(row)) : otherwise_;
  }

 private:
  const ColumnView* column_;
  double otherwise_;
};

inline double get(const ColumnMap& map, std::uint32_t row) {
  return map.at(row);
}

}  // namespace demarche::network
