// From text to a Query. What stands where nothing can stand is a Failure with all that could have stood
// there. Tested by tests/graph/cypher/engine_test.cpp.
#pragma once

#include <string_view>

#include "graph/cypher/ast.h"

namespace demarche::cypher {

enum class Writing {
  Refused,
  Create,  // CREATE alone, for setting up graphs in memory
};

// Throws Failure.
[[nodiscard]] Query parse(std::string_view text, Writing writing = Writing::Refused);

}  // namespace demarche::cypher
