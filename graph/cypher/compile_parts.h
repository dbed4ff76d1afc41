// The larger formulas, each compiled in a source with its kin. See compile() in runtime.h.
// Tested by tests/graph/cypher/kit_test.cpp over tests/cases/cypher/values.feature.
#pragma once

#include "graph/cypher/runtime.h"

namespace demarche::cypher {

// compile_access.cpp
[[nodiscard]] Eval compile_property(const Formula& formula, Run& run);
[[nodiscard]] Eval compile_labels(const Formula& formula, Run& run);
[[nodiscard]] Eval compile_index(const Formula& formula, Run& run);
[[nodiscard]] Eval compile_slice(const Formula& formula, Run& run);
[[nodiscard]] Eval compile_regex(const Formula& formula, Run& run);

// compile_containers.cpp
[[nodiscard]] Eval compile_list(const Formula& formula, Run& run);
[[nodiscard]] Eval compile_map(const Formula& formula, Run& run);
[[nodiscard]] Eval compile_map_projection(const Formula& formula, Run& run);
[[nodiscard]] Eval compile_case(const Formula& formula, Run& run);
[[nodiscard]] Eval compile_comprehension(const Formula& formula, Run& run);
[[nodiscard]] Eval compile_quantifier(const Formula& formula, Run& run);
[[nodiscard]] Eval compile_reduce(const Formula& formula, Run& run);

// compile_integer_test.cpp: `n.key < 3` over a column of integers; empty where the formula is no such
// comparison
[[nodiscard]] Test compile_integer_test(const Formula& formula, Run& run);

// compile_subquery.cpp
[[nodiscard]] Eval compile_subquery(const Formula& formula, Run& run);

}  // namespace demarche::cypher
