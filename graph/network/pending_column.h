// The values of one key while a graph is being built, in the order they come; at the end laid out by row.
// Tested by tests/graph/network/property_graph_test.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "graph/network/arrays.h"
#include "graph/network/property_graph.h"
#include "graph/network/text_pool.h"

namespace demarche::network {

class PendingColumn {
 public:
  // A later value of a row counts. Null is no value.
  void put(std::uint32_t row, const PropertyValue& value, TextPool& texts);
  void put_int(std::uint32_t row, std::int64_t value, TextPool& texts);
  void put_text(std::uint32_t row, std::string_view text, TextPool& texts);

  // The column over `rows` rows, its arrays owned by `arrays`. `place` gives a row its final number (each its
  // own where empty), `rank` a text.
  [[nodiscard]] ColumnView laid_out(std::size_t rows, std::span<const std::uint32_t> place,
                                    std::span<const TextId> rank, Arrays& arrays) const;

 private:
  // A value as its type and eight bytes: a number, the bits of one, or a text's number.
  struct Cell {
    ColumnType type;
    std::int64_t bits;
  };
  static Cell cell_of(const PropertyValue& value, TextPool& texts);
  static PropertyValue value_of(Cell cell, const TextPool& texts);
  void put(std::uint32_t row, Cell cell, TextPool& texts);
  void become_mixed(TextPool& texts);

  ColumnType type_ = ColumnType::None;
  std::vector<std::uint32_t> rows_;
  std::vector<std::int64_t> bits_;  // beside `rows_`
};

}  // namespace demarche::network
