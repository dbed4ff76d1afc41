#include "graph/network/property_graph.h"

#include <algorithm>
#include <cmath>

#include "graph/network/node_indexes.h"
#include "graph/network/value_code.h"

namespace demarche::network {
namespace {

template <class Id>
std::optional<Id> place_of(std::span<const std::string> names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Id>(found - names.begin());
}

PropertyValue value_at(const PropertyGraph& graph, const ColumnView& column, std::size_t row) {
  if (!column.has(row)) return {};
  switch (column.type) {
    case ColumnType::None:
      return {};
    case ColumnType::Bool:
      return column.bools[row] != 0;
    case ColumnType::Int:
      return column.integer(row);
    case ColumnType::Float:
      return column.floats[row];
    case ColumnType::String:
      return std::string(graph.text(column.strings[row]));
    case ColumnType::Day:
      return Day{column.integer(row)};
    case ColumnType::Mixed:
      return decoded(graph.text(column.strings[row]));
  }
  return {};
}

std::vector<KeyId> keys_at(const std::vector<ColumnView>& columns, std::size_t row) {
  std::vector<KeyId> keys;
  for (std::size_t key = 0; key < columns.size(); ++key)
    if (columns[key].has(row)) keys.push_back(static_cast<KeyId>(key));
  return keys;
}

// The number that stands for a value in a column of a type; nothing where no row can hold it.
std::optional<std::int64_t> number_for(const PropertyGraph& graph, ColumnType type,
                                       const PropertyValue& value) {
  constexpr double beyond = 9223372036854775808.0;  // 2^63
  if (const auto* flag = std::get_if<bool>(&value); flag && type == ColumnType::Bool) return *flag ? 1 : 0;
  if (const auto* number = std::get_if<std::int64_t>(&value); number && type == ColumnType::Int)
    return *number;
  if (const auto* number = std::get_if<double>(&value); number && type == ColumnType::Int)
    if (*number == std::floor(*number) && *number >= -beyond && *number < beyond)
      return static_cast<std::int64_t>(*number);
  if (const auto* text = std::get_if<std::string>(&value); text && type == ColumnType::String)
    return graph.text_id(*text);
  if (const auto* day = std::get_if<Day>(&value); day && type == ColumnType::Day) return day->days;
  return std::nullopt;
}

std::size_t bytes_of(const ColumnView& column) {
  return column.present.size_bytes() + column.ints.size_bytes() + column.small_ints.size_bytes() +
         column.arriving.size_bytes() +
         column.floats.size_bytes() + column.bools.size_bytes() + column.strings.size_bytes();
}

}  // namespace

PropertyGraph::PropertyGraph() : PropertyGraph(Builder().build()) {}

PropertyGraph::PropertyGraph(std::shared_ptr<const Arrays> arrays)
    : arrays_(std::move(arrays)), indexes_(std::make_shared<NodeIndexes>(*arrays_)) {}

std::optional<LabelId> PropertyGraph::label_id(std::string_view label) const {
  return place_of<LabelId>(labels(), label);
}
std::optional<TypeId> PropertyGraph::type_id(std::string_view type) const {
  return place_of<TypeId>(types(), type);
}
std::optional<KeyId> PropertyGraph::key_id(std::string_view key) const {
  return place_of<KeyId>(keys(), key);
}

std::optional<TextId> PropertyGraph::text_id(std::string_view wanted) const {
  std::size_t first = 0, last = text_count();
  while (first < last) {
    const auto middle = first + (last - first) / 2;
    if (text(static_cast<TextId>(middle)) < wanted)
      first = middle + 1;
    else
      last = middle;
  }
  const auto found = static_cast<TextId>(first);
  return first < text_count() && text(found) == wanted ? std::optional(found) : std::nullopt;
}

std::optional<std::span<const NodeId>> PropertyGraph::nodes_where(KeyId key,
                                                                  const PropertyValue& value) const {
  const auto& column = node_column(key);
  if (!NodeIndexes::can_index(column)) return std::nullopt;
  const auto number = number_for(*this, column.type, value);
  return number ? indexes_->nodes(key, *number) : std::span<const NodeId>{};
}

std::optional<std::size_t> PropertyGraph::distinct_values(KeyId key) const {
  if (!NodeIndexes::can_index(node_column(key))) return std::nullopt;
  return indexes_->distinct(key);
}

PropertyGraph::Range PropertyGraph::searched_out(NodeId node, TypeId type) const {
  const auto [first, last] = out_edges(node);
  const auto own = arrays_->edge_types.subspan(first, last - first);
  const auto [low, high] = std::equal_range(own.begin(), own.end(), type);
  return {first + (low - own.begin()), first + (high - own.begin())};
}

PropertyGraph::Range PropertyGraph::searched_in(NodeId node, TypeId type) const {
  const auto edges = in_edges(node);
  const auto first = arrays_->in_starts[node];
  const auto low =
      std::partition_point(edges.begin(), edges.end(), [&](EdgeId edge) { return this->type(edge) < type; });
  const auto high =
      std::partition_point(low, edges.end(), [&](EdgeId edge) { return this->type(edge) == type; });
  return {first + (low - edges.begin()), first + (high - edges.begin())};
}

PropertyValue PropertyGraph::node_property(NodeId node, KeyId key) const {
  return value_at(*this, node_column(key), node);
}
PropertyValue PropertyGraph::edge_property(EdgeId edge, KeyId key) const {
  return value_at(*this, edge_column(key), edge);
}
std::vector<KeyId> PropertyGraph::keys_of_node(NodeId node) const {
  return keys_at(arrays_->node_columns, node);
}
std::vector<KeyId> PropertyGraph::keys_of_edge(EdgeId edge) const {
  return keys_at(arrays_->edge_columns, edge);
}

std::size_t PropertyGraph::bytes() const {
  const auto& all = *arrays_;
  std::size_t bytes =
      all.set_of_node.size_bytes() + all.set_starts.size_bytes() + all.set_labels.size_bytes() +
      all.label_starts.size_bytes() + all.labelled.size_bytes() + all.sources.size_bytes() +
      all.targets.size_bytes() + all.edge_types.size_bytes() + all.in_edges.size_bytes() +
      all.in_sources.size_bytes() + all.out_starts.size_bytes() + all.in_starts.size_bytes() +
      all.from_counts.size_bytes() + all.to_counts.size_bytes() + all.type_counts.size_bytes() +
      all.text_starts.size_bytes() + all.text_bytes.size_bytes();
  for (const auto* columns : {&all.node_columns, &all.edge_columns})
    for (const auto& column : *columns) bytes += bytes_of(column);
  return bytes;
}

}  // namespace demarche::network
