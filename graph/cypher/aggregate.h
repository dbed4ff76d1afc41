// Aggregating functions, fed value by value.
// Tested by tests/graph/cypher/kit_test.cpp over tests/cases/cypher/values.feature.
#pragma once

#include <memory>
#include <string_view>

#include "graph/cypher/ast.h"
#include "graph/cypher/functions.h"
#include "graph/cypher/value.h"

namespace demarche::cypher {

class Aggregate {
 public:
  virtual ~Aggregate() = default;
  // `value` stands `times` times; `extra` is the second argument of a percentile, else null.
  virtual void add(const Value& value, const Value& extra, std::int64_t times) = 0;
  [[nodiscard]] virtual Value result() const = 0;
  // Takes up what one of its kind was fed with later rows. REQUIRES: can_join of its expression
  virtual void join(const Aggregate& later) { add(later.result(), {}, 1); }
  [[nodiscard]] virtual std::size_t bytes() const { return 0; }  // held beyond its own
};

[[nodiscard]] bool is_aggregate_name(std::string_view name);  // in any case
// REQUIRES: is_aggregate_name(name)
[[nodiscard]] std::size_t aggregate_arguments(std::string_view name);
[[nodiscard]] Types aggregate_gives(std::string_view name);
[[nodiscard]] bool is_aggregate(const Expression& expression);   // count(*) or a call of one
[[nodiscard]] bool has_aggregate(const Expression& expression);  // in it, but not in its subqueries

// Whether aggregates of two parts of the rows can be joined without any difference to one of all rows.
[[nodiscard]] bool can_join(const Expression& expression);

// A fresh aggregate for the expression. REQUIRES: is_aggregate(expression)
[[nodiscard]] std::unique_ptr<Aggregate> make_aggregate(const Expression& expression);

}  // namespace demarche::cypher
