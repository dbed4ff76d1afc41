// What can be wrong with a query, as openCypher's compatibility kit sorts it: a type, the phase it shows in,
// a detail. Inside graph/cypher a failure is thrown and caught at the library's border (engine.h), where it
// becomes a value: expressions are deep, and a check after each step would hide what the step does. Tested by
// tests/graph/cypher/engine_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/error.h"

namespace demarche::cypher {

// Byte offsets into the text of the query, end exclusive.
struct Place {
  std::size_t start = 0;
  std::size_t end = 0;
};

enum class FailureType {
  SyntaxError,
  SemanticError,
  ParameterMissing,
  EntityNotFound,
  TypeError,
  ArgumentError,
  ArithmeticError,
  Budget
};

enum class Phase { CompileTime, Runtime };

struct Failure {
  FailureType type = FailureType::SyntaxError;
  Phase phase = Phase::CompileTime;
  std::string detail;                 // the kit's word: "UndefinedVariable"
  std::string message;                // a clause for people, without a closing full stop
  Place place;                        // where in the text; start == end where there is no place
  std::vector<std::string> expected;  // what could have stood there, of syntax errors
};

[[nodiscard]] std::string_view name(FailureType type);  // "SyntaxError"
[[nodiscard]] std::string_view name(Phase phase);       // "compile time"

[[noreturn]] void fail_syntax(std::string detail, std::string message, Place place,
                              std::vector<std::string> expected = {});
[[noreturn]] void fail_runtime(FailureType type, std::string detail, std::string message);

// The line of the query with carets under the place, and under them the message and what could have stood
// there.
[[nodiscard]] std::string underlined(const Failure& failure, std::string_view text);

// One line, for those who show errors alike.
[[nodiscard]] Error to_error(const Failure& failure);

template <class T>
using Outcome = tl::expected<T, Failure>;

}  // namespace demarche::cypher
