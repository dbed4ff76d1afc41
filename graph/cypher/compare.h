// The three ways to compare values: `=` (three-valued, null where unknown), `<` (null across types), and the
// total order of ORDER BY, min and max, whose equivalence is also that of DISTINCT and grouping (null is
// null, NaN is NaN). Tested by tests/graph/cypher/kit_test.cpp over tests/cases/cypher/values.feature.
#pragma once

#include <compare>
#include <cstddef>
#include <optional>

#include "graph/cypher/value.h"

namespace demarche::cypher {

// True, false or unknown.
using Ternary = std::optional<bool>;

[[nodiscard]] Ternary equal(const Value& a, const Value& b);

// How a stands to b; nothing where they cannot be compared or either is null. NaN is unordered.
[[nodiscard]] std::optional<std::partial_ordering> compare(const Value& a, const Value& b);

// The order of ORDER BY, ascending: maps, nodes, relationships, lists, paths, temporal values, texts,
// booleans, numbers, NaN, null.
[[nodiscard]] int order(const Value& a, const Value& b);

[[nodiscard]] inline bool equivalent(const Value& a, const Value& b) {
  return order(a, b) == 0;
}
[[nodiscard]] std::size_t hash(const Value& value);  // equivalent values have equal hashes

struct ValueHash {
  std::size_t operator()(const Value& value) const { return hash(value); }
};
struct ValueEquivalent {
  bool operator()(const Value& a, const Value& b) const { return equivalent(a, b); }
};

}  // namespace demarche::cypher
