// The labels, relationship types and properties that a query names: what a graph may turn out not to have.
// Tested by tests/cases/cli/query.txt.
#pragma once

#include <set>
#include <string>

#include "graph/cypher/ast.h"

namespace demarche::cypher {

struct NamesUsed {
  std::set<std::string> labels, types, keys;
};

[[nodiscard]] NamesUsed names_used(const Query& query);

}  // namespace demarche::cypher
