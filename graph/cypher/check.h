// What can be told of a query before it runs: names that are not there, types that cannot fit, clauses that
// do not go together. Failures carry openCypher's own words for them. Tested by
// tests/graph/cypher/kit_test.cpp over tests/cases/cypher/errors.feature.
#pragma once

#include <string>
#include <vector>

#include "graph/cypher/ast.h"

namespace demarche::cypher {

// The names of the columns; none where the query ends in CREATE. Throws Failure.
std::vector<std::string> check(const Query& query);

}  // namespace demarche::cypher
