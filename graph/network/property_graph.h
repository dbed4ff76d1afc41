// The property graph: nodes with labels, typed parallel edges, properties on both, over compressed sparse
// rows in both directions. Built once, then read-only; copies share everything, and threads may read one
// graph together. A graph owns its arrays or looks into a mapped snapshot. Boost.Graph's VertexListGraph,
// EdgeListGraph, BidirectionalGraph and AdjacencyGraph are modelled in boost_graph.h, so that Boost's
// algorithms run on it as they are. Numbers given to a graph must be of that graph: nothing here checks them.
// Spans and views live as long as a copy of the graph does. Tested by
// tests/graph/network/property_graph_test.cpp.
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

#include "graph/network/arrays.h"
#include "graph/network/temporal.h"

namespace demarche::network {

// A property's value; monostate where there is none. Lists are of one level and hold no monostate.
struct PropertyValue;
using PropertyList = std::vector<PropertyValue>;
struct PropertyValue : std::variant<std::monostate, bool, std::int64_t, double, std::string, Day, LocalTime,
                                    ZonedTime, LocalDateTime, ZonedDateTime, Duration, PropertyList> {
  using variant::variant;
  [[nodiscard]] bool is_null() const { return index() == 0; }
};

enum class Direction { Out, In };

class NodeIndexes;

class PropertyGraph {
 public:
  class Builder;
  PropertyGraph();  // the empty graph
  explicit PropertyGraph(std::shared_ptr<const Arrays> arrays);

  [[nodiscard]] std::size_t node_count() const { return arrays_->set_of_node.size(); }
  [[nodiscard]] std::size_t edge_count() const { return arrays_->targets.size(); }

  // --- dictionaries; ids count from 0 in order of first use ---
  [[nodiscard]] std::span<const std::string> labels() const { return arrays_->labels; }
  [[nodiscard]] std::span<const std::string> types() const { return arrays_->types; }
  [[nodiscard]] std::span<const std::string> keys() const { return arrays_->keys; }
  [[nodiscard]] std::optional<LabelId> label_id(std::string_view label) const;
  [[nodiscard]] std::optional<TypeId> type_id(std::string_view type) const;
  [[nodiscard]] std::optional<KeyId> key_id(std::string_view key) const;

  // --- texts: every text of a String column once, numbered in the order of their bytes, which is that of
  // their code points, so that numbers compare as texts do ---
  [[nodiscard]] std::size_t text_count() const { return arrays_->text_starts.size() - 1; }
  [[nodiscard]] std::string_view text(TextId number) const {
    const auto start = arrays_->text_starts[number];
    return {arrays_->text_bytes.data() + start, arrays_->text_starts[number + 1] - start};
  }
  [[nodiscard]] std::optional<TextId> text_id(
      std::string_view text) const;  // nothing where no property holds it

  // --- nodes ---
  [[nodiscard]] std::span<const LabelId> labels_of(NodeId node) const {  // ascending
    const auto set = arrays_->set_of_node[node];
    const auto start = arrays_->set_starts[set];
    return arrays_->set_labels.subspan(start, arrays_->set_starts[set + 1] - start);
  }
  [[nodiscard]] bool has_label(NodeId node, LabelId label) const {
    for (const auto own : labels_of(node))
      if (own == label) return true;
    return false;
  }
  [[nodiscard]] std::span<const NodeId> nodes_with(LabelId label) const {  // ascending
    const auto start = arrays_->label_starts[label];
    return arrays_->labelled.subspan(start, arrays_->label_starts[label + 1] - start);
  }
  // The nodes whose `key` equals `value` (28 equals 28.0), ascending, through an index that is built when
  // first asked for; nothing where the key has no index (Mixed, Float).
  [[nodiscard]] std::optional<std::span<const NodeId>> nodes_where(KeyId key,
                                                                   const PropertyValue& value) const;

  // --- edges; an edge's number is its place in (source, type, target) order ---
  [[nodiscard]] NodeId source(EdgeId edge) const { return arrays_->sources[edge]; }
  [[nodiscard]] NodeId target(EdgeId edge) const { return arrays_->targets[edge]; }
  [[nodiscard]] TypeId type(EdgeId edge) const { return arrays_->edge_types[edge]; }
  [[nodiscard]] std::span<const NodeId> targets() const { return arrays_->targets; }  // by edge
  // A node's edges leaving it, in (type, target) order: a range of edge numbers.
  [[nodiscard]] std::pair<EdgeId, EdgeId> out_edges(NodeId node) const {
    const auto stride = arrays_->stride;
    return {arrays_->out_starts[node * stride], arrays_->out_starts[(node + 1) * stride]};
  }
  [[nodiscard]] std::pair<EdgeId, EdgeId> out_edges(NodeId node, TypeId type) const {
    if (!has_typed_starts()) return searched_out(node, type);
    const auto place = node * arrays_->stride + type;
    return {arrays_->out_starts[place], arrays_->out_starts[place + 1]};
  }
  // A node's edges arriving at it, in (type, source) order, and the nodes they come from, position by
  // position; `in_places` are those positions, by which `ColumnView::arriving` is read.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> in_places(NodeId node) const {
    return in_range(node);
  }
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> in_places(NodeId node, TypeId type) const {
    return in_range(node, type);
  }
  [[nodiscard]] std::span<const EdgeId> in_edges(NodeId node) const {
    return part(arrays_->in_edges, in_range(node));
  }
  [[nodiscard]] std::span<const EdgeId> in_edges(NodeId node, TypeId type) const {
    return part(arrays_->in_edges, in_range(node, type));
  }
  [[nodiscard]] std::span<const NodeId> in_sources(NodeId node) const {
    return part(arrays_->in_sources, in_range(node));
  }
  [[nodiscard]] std::span<const NodeId> in_sources(NodeId node, TypeId type) const {
    return part(arrays_->in_sources, in_range(node, type));
  }
  [[nodiscard]] std::size_t degree(NodeId node, Direction direction) const {
    const auto [first, last] = direction == Direction::Out ? out_edges(node) : in_range(node);
    return last - first;
  }
  [[nodiscard]] std::size_t degree(NodeId node, Direction direction, TypeId type) const {
    const auto [first, last] = direction == Direction::Out ? out_edges(node, type) : in_range(node, type);
    return last - first;
  }

  // --- properties ---
  [[nodiscard]] PropertyValue node_property(NodeId node, KeyId key) const;
  [[nodiscard]] PropertyValue edge_property(EdgeId edge, KeyId key) const;
  [[nodiscard]] std::vector<KeyId> keys_of_node(NodeId node) const;  // those with a value, ascending
  [[nodiscard]] std::vector<KeyId> keys_of_edge(EdgeId edge) const;
  [[nodiscard]] const ColumnView& node_column(KeyId key) const { return arrays_->node_columns[key]; }
  [[nodiscard]] const ColumnView& edge_column(KeyId key) const { return arrays_->edge_columns[key]; }

  // --- statistics, each at hand at once but the last ---
  [[nodiscard]] std::size_t edges_of_type(TypeId type) const { return arrays_->type_counts[type]; }
  // Edges of a type whose source, or target, has the label; as many as `edges_of_type` where all have it.
  [[nodiscard]] std::size_t edges_from(LabelId label, TypeId type) const {
    return arrays_->from_counts[type * arrays_->labels.size() + label];
  }
  [[nodiscard]] std::size_t edges_to(TypeId type, LabelId label) const {
    return arrays_->to_counts[type * arrays_->labels.size() + label];
  }
  // How many different values the nodes have for a key; builds the index. Nothing where the key has none.
  [[nodiscard]] std::optional<std::size_t> distinct_values(KeyId key) const;

  // Bytes held, or looked into, for everything but the indexes built since.
  [[nodiscard]] std::size_t bytes() const;

  [[nodiscard]] const Arrays& arrays() const { return *arrays_; }

 private:
  using Range = std::pair<std::uint32_t, std::uint32_t>;

  [[nodiscard]] bool has_typed_starts() const { return arrays_->stride == arrays_->types.size(); }
  [[nodiscard]] Range in_range(NodeId node) const {
    const auto stride = arrays_->stride;
    return {arrays_->in_starts[node * stride], arrays_->in_starts[(node + 1) * stride]};
  }
  [[nodiscard]] Range in_range(NodeId node, TypeId type) const {
    if (!has_typed_starts()) return searched_in(node, type);
    const auto place = node * arrays_->stride + type;
    return {arrays_->in_starts[place], arrays_->in_starts[place + 1]};
  }
  [[nodiscard]] Range searched_out(NodeId node, TypeId type) const;
  [[nodiscard]] Range searched_in(NodeId node, TypeId type) const;

  template <class T>
  [[nodiscard]] static std::span<const T> part(std::span<const T> all, Range range) {
    return all.subspan(range.first, range.second - range.first);
  }

  std::shared_ptr<const Arrays> arrays_;
  std::shared_ptr<NodeIndexes> indexes_;
};

// Collects nodes and edges in any order; `build` sorts them into a graph. Nodes keep their numbers (the order
// of add_node); edges are renumbered, equal ones in the order of add_edge. A key set twice keeps the later
// value; null sets nothing. REQUIRES: fewer than 2^32 nodes, edges and texts; fewer than 2^16 labels, types
// and keys
class PropertyGraph::Builder {
 public:
  using Properties = std::vector<std::pair<std::string, PropertyValue>>;

  Builder();
  Builder(Builder&&) noexcept;
  Builder& operator=(Builder&&) noexcept;
  ~Builder();

  NodeId add_node(const std::vector<std::string>& labels, const Properties& properties = {});
  void add_edge(NodeId source, std::string_view type, NodeId target, const Properties& properties = {});

  // The same in numbers and value by value, for millions of them. An edge's number here is the order of its
  // adding.
  [[nodiscard]] LabelId label(std::string_view name);
  [[nodiscard]] TypeId type(std::string_view name);
  [[nodiscard]] KeyId key(std::string_view name);
  NodeId add_node_with(LabelId label);
  EdgeId add_edge(NodeId source, TypeId type, NodeId target);
  void set_node(NodeId node, KeyId key, const PropertyValue& value);
  void set_node_int(NodeId node, KeyId key, std::int64_t value);
  void set_node_text(NodeId node, KeyId key, std::string_view text);
  void set_edge(EdgeId edge, KeyId key, const PropertyValue& value);
  void set_edge_int(EdgeId edge, KeyId key, std::int64_t value);
  void set_edge_text(EdgeId edge, KeyId key, std::string_view text);

  [[nodiscard]] PropertyGraph build() &&;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace demarche::network
