// The property graph: nodes with labels, typed parallel edges, properties on both, over compressed sparse rows in both
// directions. Built once, then read-only; shared between threads. A graph may own its arrays or look into a mapped
// snapshot. Boost.Graph's VertexListGraph, EdgeListGraph, BidirectionalGraph and AdjacencyGraph are modelled in
// boost_graph.h, so that Boost's algorithms run on it as they are.
// Tested by tests/graph/network/property_graph_test.cpp.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "graph/network/temporal.h"

namespace demarche::network {

using NodeId = std::uint32_t;
using EdgeId = std::uint32_t;
using LabelId = std::uint16_t;
using TypeId = std::uint16_t;
using KeyId = std::uint16_t;

// A property's value; monostate where there is none. Lists are of one level and hold no monostate.
struct PropertyValue;
using PropertyList = std::vector<PropertyValue>;
struct PropertyValue : std::variant<std::monostate, bool, std::int64_t, double, std::string, Day, LocalTime, ZonedTime,
                                    LocalDateTime, ZonedDateTime, Duration, PropertyList> {
  using variant::variant;
  [[nodiscard]] bool is_null() const { return index() == 0; }
};

// How the values of one key are laid out; a key with values of several types is Mixed.
enum class ColumnType : std::uint8_t { None, Bool, Int, Float, String, Day, Mixed };

enum class Direction { Out, In };

// The values of one key over all nodes, or over all edges. Typed access is what fast queries use.
class ColumnView;

class PropertyGraph {
 public:
  class Builder;
  PropertyGraph();  // the empty graph
  PropertyGraph(PropertyGraph&&) noexcept;
  PropertyGraph& operator=(PropertyGraph&&) noexcept;
  ~PropertyGraph();

  [[nodiscard]] std::size_t node_count() const;
  [[nodiscard]] std::size_t edge_count() const;

  // --- dictionaries; ids count from 0 in order of first use ---
  [[nodiscard]] std::span<const std::string> labels() const;
  [[nodiscard]] std::span<const std::string> types() const;
  [[nodiscard]] std::span<const std::string> keys() const;
  [[nodiscard]] std::optional<LabelId> label_id(std::string_view label) const;
  [[nodiscard]] std::optional<TypeId> type_id(std::string_view type) const;
  [[nodiscard]] std::optional<KeyId> key_id(std::string_view key) const;

  // --- nodes ---
  [[nodiscard]] std::span<const LabelId> labels_of(NodeId node) const;
  [[nodiscard]] bool has_label(NodeId node, LabelId label) const;
  [[nodiscard]] std::span<const NodeId> nodes_with(LabelId label) const;  // ascending
  // The nodes whose `key` equals `value`, ascending, through an index that is built when first asked for; nothing where
  // the key has no index (Mixed, Float).
  [[nodiscard]] std::optional<std::span<const NodeId>> nodes_where(KeyId key, const PropertyValue& value) const;

  // --- edges; an edge's number is its place in (source, type, target) order ---
  [[nodiscard]] NodeId source(EdgeId edge) const;
  [[nodiscard]] NodeId target(EdgeId edge) const;
  [[nodiscard]] TypeId type(EdgeId edge) const;
  // A node's edges leaving it: a range of edge numbers.
  [[nodiscard]] std::pair<EdgeId, EdgeId> out_edges(NodeId node) const;
  [[nodiscard]] std::pair<EdgeId, EdgeId> out_edges(NodeId node, TypeId type) const;
  // A node's edges arriving at it, in (type, source) order, and the nodes they come from, position by position.
  [[nodiscard]] std::span<const EdgeId> in_edges(NodeId node) const;
  [[nodiscard]] std::span<const EdgeId> in_edges(NodeId node, TypeId type) const;
  [[nodiscard]] std::span<const NodeId> in_sources(NodeId node) const;
  [[nodiscard]] std::span<const NodeId> in_sources(NodeId node, TypeId type) const;
  [[nodiscard]] std::size_t degree(NodeId node, Direction direction) const;
  [[nodiscard]] std::size_t edges_of_type(TypeId type) const;

  // --- properties ---
  [[nodiscard]] PropertyValue node_property(NodeId node, KeyId key) const;
  [[nodiscard]] PropertyValue edge_property(EdgeId edge, KeyId key) const;
  [[nodiscard]] std::vector<KeyId> keys_of_node(NodeId node) const;  // those with a value, ascending
  [[nodiscard]] std::vector<KeyId> keys_of_edge(EdgeId edge) const;
  [[nodiscard]] ColumnView node_column(KeyId key) const;
  [[nodiscard]] ColumnView edge_column(KeyId key) const;

  // Bytes held, or looked into, for everything.
  [[nodiscard]] std::size_t bytes() const;

 private:
  struct Arrays;
  explicit PropertyGraph(std::shared_ptr<const Arrays> arrays);
  std::shared_ptr<const Arrays> arrays_;
};

// Typed look into one column. Values of rows without one are 0; `has` tells.
class ColumnView {
 public:
  ColumnType type = ColumnType::None;
  std::span<const std::uint64_t> present;  // a bit a row; empty where every row has a value
  std::span<const std::int64_t> ints;      // Int, Day
  std::span<const std::int32_t> small_ints;  // Int or Day columns whose values all fit
  std::span<const double> floats;
  std::span<const std::uint32_t> strings;  // number of the text in the graph's dictionary of texts
  std::span<const std::uint8_t> bools;

  [[nodiscard]] bool has(std::size_t row) const {
    return type != ColumnType::None && (present.empty() || (present[row / 64] >> (row % 64) & 1));
  }
};

// Collects nodes and edges in any order; `build` sorts them into a graph. Nodes keep their numbers (the order of
// add_node); edges are renumbered.
class PropertyGraph::Builder {
 public:
  using Properties = std::vector<std::pair<std::string, PropertyValue>>;

  Builder();
  ~Builder();
  NodeId add_node(const std::vector<std::string>& labels, const Properties& properties);
  void add_edge(NodeId source, std::string_view type, NodeId target, const Properties& properties);
  [[nodiscard]] PropertyGraph build() &&;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace demarche::network
