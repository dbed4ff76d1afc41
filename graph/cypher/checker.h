// The checker's scopes and walks, shared by the sources that check clauses, patterns, projections and
// expressions. Tested by tests/graph/cypher/kit_test.cpp over tests/cases/cypher/errors.feature.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "graph/cypher/ast.h"
#include "graph/cypher/functions.h"

namespace demarche::cypher {

// What is known of a value before the query runs. All types may still be null.
struct Known {
  Types types = types::any;
  Types items = types::any;  // of a list's items
};

using Scope = std::map<std::string, Known, std::less<>>;

// Where an expression stands, which decides what it may hold.
struct Standing {
  bool aggregates = false;  // count(…) may be used
  bool predicate = false;   // a pattern may be used as a truth value
};

class Checker {
 public:
  // The columns of the query's result. `outer` is what an enclosing query lets it see.
  std::vector<std::string> query(const Query& query, const Scope& outer);

 private:
  // --- check.cpp ---
  std::vector<std::string> single(const SingleQuery& single, const Scope& outer);
  void unwind(const Clause& clause, Scope& scope);
  void where(const ExpressionPtr& condition, const Scope& scope);

  // --- check_pattern.cpp ---
  void match(const Clause& clause, Scope& scope);
  void create(const Clause& clause, Scope& scope);
  void declare(const Pattern& pattern, Scope& scope, std::set<std::string>& edges_here);
  void declare_node(const NodePattern& node, Scope& scope);
  void declare_edge(const EdgePattern& edge, Scope& scope, std::set<std::string>& edges_here);
  void conditions(const Pattern& pattern, const Scope& scope);
  void require_bound(const Pattern& pattern, const Scope& scope);

  // --- check_projection.cpp ---
  std::vector<std::string> project(const Clause& clause, Scope& scope, const Scope& outer);
  void grouping(const Projection& projection, const Scope& scope);
  void sorting(const Projection& projection, const Scope& scope);
  void amount(const ExpressionPtr& expression, std::string_view what);

  // --- check_expression.cpp ---
  Known expression(const Expression& expression, const Scope& scope, Standing standing = {});
  Known operands(const Expression& expression, const Scope& scope, Standing standing);
  Known operation(const Expression& expression, const std::vector<Known>& args);
  Known boolean(const Expression& expression, const Scope& scope, Standing standing);
  Known variable(const Expression& expression, const Scope& scope);
  Known property(const Expression& expression, const Scope& scope, Standing standing);
  Known index(const Expression& expression, const std::vector<Known>& args);
  Known list_of(const std::vector<Known>& args);
  Known binding(const Expression& expression, const Scope& scope,
                Standing standing);  // comprehensions, quantifiers, reduce
  Known call(const Expression& expression, const Scope& scope, Standing standing);
  Known aggregate(const Expression& expression, const Scope& scope, Standing standing);
  Known pattern_in(const Expression& expression, const Scope& scope, Standing standing);
};

// Fails where `known` can be none of `wanted`.
void require_types(const Known& known, Types wanted, const Expression& expression, std::string_view who);

}  // namespace demarche::cypher
