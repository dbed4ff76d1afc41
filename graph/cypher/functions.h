// The functions of Cypher by name, with what they take and give: the checker reads that before a query runs,
// and a call that could not be checked then is checked when it is made. Tested by
// tests/graph/cypher/kit_test.cpp over tests/cases/cypher/values.feature.
#pragma once

#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/cypher/graph_view.h"
#include "graph/cypher/value.h"

namespace demarche::cypher {

// A set of types, one bit each, in the order of Value's alternatives.
using Types = std::uint32_t;

namespace types {
inline constexpr Types null = 1U << 0, boolean = 1U << 1, integer = 1U << 2, real = 1U << 3, string = 1U << 4,
                       list = 1U << 5, map = 1U << 6, node = 1U << 7, edge = 1U << 8, path = 1U << 9,
                       day = 1U << 10, local_time = 1U << 11, zoned_time = 1U << 12,
                       local_date_time = 1U << 13, zoned_date_time = 1U << 14, duration = 1U << 15;
inline constexpr Types number = integer | real,
                       instant = day | local_time | zoned_time | local_date_time | zoned_date_time,
                       temporal = instant | duration, any = (1U << 16) - 1;
}  // namespace types

[[nodiscard]] inline Types types_of(const Value& value) {
  return 1U << value.index();
}

// What the functions of one run share.
struct CallContext {
  const GraphView& graph;
  ZonedDateTime now;               // the same throughout the run, in UTC
  std::minstd_rand random{20251};  // rand() gives the same numbers in every run
};

using Arguments = std::span<const Value>;

enum class Nulls {
  Propagate,  // a null argument gives null
  Pass,       // the function sees nulls
};

struct Function {
  std::string_view name;     // as it is written best
  std::vector<Types> takes;  // of each argument; null is always taken
  std::size_t least = 0;     // arguments that must be given
  bool variadic = false;     // any number beyond, of the last type
  Types gives = types::any;
  Nulls nulls = Nulls::Propagate;
  Value (*call)(CallContext&, Arguments) = nullptr;
  bool constant = true;  // the same arguments give the same value: not of rand()
};

// By name in any case; null where there is none.
[[nodiscard]] const Function* find_function(std::string_view name);
[[nodiscard]] std::vector<std::string> function_names();

// Checks types, then calls. Fails with TypeError, InvalidArgumentValue.
[[nodiscard]] Value call(const Function& function, CallContext& context, Arguments arguments);

// The functions of each area, for the table.
[[nodiscard]] std::vector<Function> graph_functions();
[[nodiscard]] std::vector<Function> list_functions();
[[nodiscard]] std::vector<Function> text_functions();
[[nodiscard]] std::vector<Function> number_functions();
[[nodiscard]] std::vector<Function> conversion_functions();
[[nodiscard]] std::vector<Function> temporal_functions();

}  // namespace demarche::cypher
