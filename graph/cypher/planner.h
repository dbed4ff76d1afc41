// Makes the plan of a checked query over one graph and its parameters.
// Tested by tests/graph/cypher/engine_test.cpp.
#pragma once

#include "graph/cypher/plan.h"

namespace demarche::cypher {

// REQUIRES: check(query) has passed. Throws Failure where a parameter is missing.
[[nodiscard]] Plan make_plan(const Query& query, const network::PropertyGraph& graph, const Map& parameters);

}  // namespace demarche::cypher
