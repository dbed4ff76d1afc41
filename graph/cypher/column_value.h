// The value of a column in one row, read by the column's own type.
// Tested by tests/graph/cypher/engine_test.cpp.
#pragma once

#include "graph/cypher/graph_view.h"

namespace demarche::cypher {

enum class Owner { Node, Edge };

[[nodiscard]] inline Value column_value(const network::PropertyGraph& graph, Owner owner, network::KeyId key,
                                        std::uint32_t row) {
  const network::ColumnView& column = owner == Owner::Node ? graph.node_column(key) : graph.edge_column(key);
  if (!column.has(row)) return {};
  switch (column.type) {
    case network::ColumnType::Int:
      return column.integer(row);
    case network::ColumnType::Day:
      return Day{column.integer(row)};
    case network::ColumnType::Float:
      return column.floats[row];
    case network::ColumnType::Bool:
      return column.bools[row] != 0;
    case network::ColumnType::String:
      return Value::text(graph.text(column.strings[row]));
    case network::ColumnType::None:
    case network::ColumnType::Mixed:
      break;
  }
  return to_value(owner == Owner::Node ? graph.node_property(row, key) : graph.edge_property(row, key));
}

}  // namespace demarche::cypher
