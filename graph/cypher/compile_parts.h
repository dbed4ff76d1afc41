// The larger formulas, each compiled in a source with its kin. See compile() in runtime.h.
// Tested by tests/cases/cypher/expressions.txt.
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

// compile_subquery.cpp
[[nodiscard]] Eval compile_subquery(const Formula& formula, Run& run);

}  // namespace demarche::cypher
