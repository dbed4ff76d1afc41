// Comparing a column of integers with a constant, without a Value between: `r.day > 19000`.
// Tested by tests/graph/cypher/kit_test.cpp over tests/cases/cypher/patterns.feature.
#pragma once

#include <optional>

#include "graph/cypher/runtime.h"

namespace demarche::cypher {

struct IntegerTest {
  std::int64_t least = 0, greatest = 0;        // the values that pass; none where least is greater
  Slot slot = no_slot;                         // of the node or edge whose property it is
  const network::ColumnView* nodes = nullptr;  // null where that column does not hold integers
  const network::ColumnView* edges = nullptr;

  [[nodiscard]] bool holds(const network::ColumnView& column, std::uint32_t row) const {
    return column.has(row) && holds(column.integer(row));
  }
  [[nodiscard]] bool holds(std::int64_t value) const { return least <= value && value <= greatest; }
};

// Nothing where the formula is no such comparison.
[[nodiscard]] std::optional<IntegerTest> integer_test(const Formula& formula, const Run& run);

}  // namespace demarche::cypher
