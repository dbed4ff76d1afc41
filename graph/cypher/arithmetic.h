// The operators on values: + - * / % ^, indexing, and texts. Null in, null out; a Failure where the types do
// not fit. Tested by tests/graph/cypher/kit_test.cpp over tests/cases/cypher/values.feature.
#pragma once

#include "graph/cypher/compare.h"
#include "graph/cypher/value.h"

namespace demarche::cypher {

[[nodiscard]] Value add(const Value& a,
                        const Value& b);  // also joins texts and lists, and moves temporal values
[[nodiscard]] Value subtract(const Value& a, const Value& b);
[[nodiscard]] Value multiply(const Value& a, const Value& b);
[[nodiscard]] Value divide(const Value& a, const Value& b);
[[nodiscard]] Value modulo(const Value& a, const Value& b);
[[nodiscard]] Value power(const Value& a, const Value& b);
[[nodiscard]] Value negate(const Value& a);

// Whether `list` holds `item`, three-valued. Fails where `list` is no list.
[[nodiscard]] Ternary contains(const Value& list, const Value& item);

// list[from..to]; either end may be absent (a null pointer), which is not the same as null.
[[nodiscard]] Value slice(const Value& list, const Value* from, const Value* to);

[[nodiscard]] Value to_value(Ternary ternary);
// A boolean or null as a Ternary. Fails on anything else.
[[nodiscard]] Ternary to_ternary(const Value& value);

}  // namespace demarche::cypher
