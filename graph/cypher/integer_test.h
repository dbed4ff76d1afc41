// Comparing a column of integers with a constant, without a Value between: `r.day > 19000`.
// Tested by tests/graph/cypher/kit_test.cpp over tests/cases/cypher/patterns.feature.
#pragma once

#include <optional>

#include "graph/cypher/runtime.h"

namespace demarche::cypher {

struct IntegerTest {
  Op op = Op::Equal;
  std::int64_t limit = 0;
  Slot slot = no_slot;                         // of the node or edge whose property it is
  const network::ColumnView* nodes = nullptr;  // null where that column does not hold integers
  const network::ColumnView* edges = nullptr;

  [[nodiscard]] bool holds(const network::ColumnView& column, std::uint32_t row) const {
    if (!column.has(row)) return false;
    const std::int64_t value = column.integer(row);
    switch (op) {
      case Op::Less:
        return value < limit;
      case Op::LessEqual:
        return value <= limit;
      case Op::Greater:
        return value > limit;
      case Op::GreaterEqual:
        return value >= limit;
      default:
        return value == limit;
    }
  }
};

// Nothing where the formula is no such comparison.
[[nodiscard]] std::optional<IntegerTest> integer_test(const Formula& formula, const Run& run);

}  // namespace demarche::cypher
