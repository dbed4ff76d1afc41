#include "graph/network/node_indexes.h"

#include <algorithm>

namespace demarche::network {
namespace {

// REQUIRES: NodeIndexes::can_index(column)
std::int64_t number_at(const ColumnView& column, NodeId node) {
  if (column.type == ColumnType::String) return column.strings[node];
  if (column.type == ColumnType::Bool) return column.bools[node];
  return column.integer(node);
}

}  // namespace

bool NodeIndexes::can_index(const ColumnView& column) {
  switch (column.type) {
    case ColumnType::Bool:
    case ColumnType::Int:
    case ColumnType::String:
    case ColumnType::Day:
      return true;
    case ColumnType::None:
    case ColumnType::Float:
    case ColumnType::Mixed:
      return false;
  }
  return false;
}

const NodeIndexes::Index& NodeIndexes::index(KeyId key) {
  const std::lock_guard turn(turn_);
  if (by_key_[key]) return *by_key_[key];
  const auto& column = arrays_.node_columns[key];
  std::vector<std::pair<std::int64_t, NodeId>> order;
  order.reserve(column.count);
  for (NodeId node = 0; node < arrays_.set_of_node.size(); ++node)
    if (column.has(node)) order.emplace_back(number_at(column, node), node);
  std::sort(order.begin(), order.end());

  auto index = std::make_unique<Index>();
  index->nodes.reserve(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    index->nodes.push_back(order[i].second);
    if (i == 0 || order[i].first != order[i - 1].first) ++index->distinct;
  }
  by_key_[key] = std::move(index);
  return *by_key_[key];
}

std::span<const NodeId> NodeIndexes::nodes(KeyId key, std::int64_t number) {
  const auto& nodes = index(key).nodes;
  const auto& column = arrays_.node_columns[key];
  const auto first = std::partition_point(nodes.begin(), nodes.end(),
                                          [&](NodeId node) { return number_at(column, node) < number; });
  const auto last = std::partition_point(first, nodes.end(),
                                         [&](NodeId node) { return number_at(column, node) == number; });
  return {first, last};
}

std::size_t NodeIndexes::distinct(KeyId key) {
  return index(key).distinct;
}

}  // namespace demarche::network
