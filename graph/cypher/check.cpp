// Clause by clause, with the names that are in scope after each.
#include "graph/cypher/check.h"

#include <algorithm>

#include "graph/cypher/checker.h"
#include "graph/cypher/failure.h"

namespace demarche::cypher {

std::vector<std::string> check(const Query& query) {
  return Checker().query(query, {});
}

std::vector<std::string> Checker::query(const Query& query, const Scope& outer) {
  std::vector<std::string> columns;
  for (std::size_t i = 0; i < query.parts.size(); ++i) {
    std::vector<std::string> own = single(query.parts[i], outer);
    if (i == 0) {
      columns = std::move(own);
      continue;
    }
    if (!std::is_permutation(own.begin(), own.end(), columns.begin(), columns.end())) {
      fail_syntax("DifferentColumnsInUnion", "all parts of a UNION must return columns of the same names",
                  query.parts[i].clauses.back().place);
    }
  }
  return columns;
}

std::vector<std::string> Checker::single(const SingleQuery& single, const Scope& outer) {
  Scope scope = outer;
  std::vector<std::string> columns;
  for (const Clause& clause : single.clauses) {
    switch (clause.kind) {
      case ClauseKind::Match:
      case ClauseKind::OptionalMatch:
        match(clause, scope);
        break;
      case ClauseKind::Create:
        create(clause, scope);
        break;
      case ClauseKind::Unwind:
        unwind(clause, scope);
        break;
      case ClauseKind::With:
        project(clause, scope, outer);
        break;
      case ClauseKind::Return:
        columns = project(clause, scope, outer);
        break;
    }
  }
  return columns;
}

void Checker::unwind(const Clause& clause, Scope& scope) {
  const Known list = expression(*clause.list, scope);
  if (scope.contains(clause.variable)) {
    fail_syntax("VariableAlreadyBound", "`" + clause.variable + "` is already used; choose another name",
                clause.place);
  }
  scope[clause.variable] = Known{list.types == types::list ? list.items : types::any, types::any};
}

void Checker::where(const ExpressionPtr& condition, const Scope& scope) {
  if (!condition) return;
  const Known known = expression(*condition, scope, {.predicate = true});
  require_types(known, types::boolean, *condition, "WHERE");
}

}  // namespace demarche::cypher
