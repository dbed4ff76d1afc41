// WITH and RETURN: columns, grouping, sorting, SKIP and LIMIT.
#include <fmt/format.h>

#include <algorithm>

#include "graph/cypher/aggregate.h"
#include "graph/cypher/checker.h"
#include "graph/cypher/failure.h"
#include "graph/cypher/names_in.h"

namespace demarche::cypher {
namespace {

[[noreturn]] void fail_ambiguous(const Expression& expression) {
  fail_syntax("AmbiguousAggregationExpression",
              "beside an aggregate only constants and names that are columns of their own can be used; put "
              "this into a WITH before",
              expression.place);
}

std::set<std::string> without(std::set<std::string> names, const Expression& expression) {
  names.insert(expression.name);
  names.insert(expression.names.begin(), expression.names.end());
  return names;
}

// Outside aggregates, an item that aggregates uses only what groups.
void require_grouped(const Expression& expression, const Projection& projection,
                     const std::set<std::string>& local) {
  if (is_aggregate(expression)) return;
  const ProjectionItem* item = is_plain(expression) ? find_item(projection, expression) : nullptr;
  if (item && !has_aggregate(*item->expression)) return;
  if (expression.op == Op::Variable && !local.contains(expression.name)) fail_ambiguous(expression);
  if (expression.pattern || expression.query) return;
  const bool binds = expression.op == Op::Comprehension || expression.op == Op::All ||
                     expression.op == Op::Any || expression.op == Op::None || expression.op == Op::Single ||
                     expression.op == Op::Reduce;
  const std::set<std::string> inner = binds ? without(local, expression) : local;
  for (const ExpressionPtr& arg : expression.args) {
    if (arg) require_grouped(*arg, projection, inner);
  }
}

// A sort key with its parts that are columns replaced by their names. Beside an aggregate a column that is no
// plain name is ambiguous.
ExpressionPtr with_columns(const ExpressionPtr& key, const Projection& projection, bool beside_aggregate) {
  return replaced(key, [&](const ExpressionPtr& part) -> ExpressionPtr {
    const ProjectionItem* item = find_item(projection, *part);
    if (!item) return nullptr;
    if (beside_aggregate && !is_plain(*part) && !has_aggregate(*part)) fail_ambiguous(*part);
    return name_expression(item->name, part->place);
  });
}

void require_names(const Projection& projection) {
  for (const ProjectionItem& item : projection.items) {
    if (item.aliased || item.expression->op == Op::Variable) continue;
    fail_syntax("NoExpressionAlias", "an expression in WITH needs a name: … AS name", item.expression->place);
  }
}

}  // namespace

std::vector<std::string> Checker::project(const Clause& clause, Scope& scope, const Scope& outer) {
  const Projection& projection = clause.projection;
  Scope after = clause.kind == ClauseKind::With ? outer : Scope();
  std::vector<std::string> columns;
  if (projection.star) {
    if (scope.empty() && clause.kind == ClauseKind::Return)
      fail_syntax("NoVariablesInScope", "RETURN * needs names to return", clause.place);
    for (const auto& [name, known] : scope) columns.push_back(name);
    after.insert(scope.begin(), scope.end());
  }
  for (const ProjectionItem& item : projection.items) {
    const Known known = expression(*item.expression, scope, {.aggregates = true});
    const bool again =
        projection.star && item.expression->op == Op::Variable && item.expression->name == item.name;
    if (!again && std::find(columns.begin(), columns.end(), item.name) != columns.end()) {
      fail_syntax("ColumnNameConflict", fmt::format("two columns are named `{}`", item.name),
                  item.expression->place);
    }
    if (!again) columns.push_back(item.name);
    after[item.name] = known;
  }
  grouping(projection, scope);
  const bool aggregates =
      std::any_of(projection.items.begin(), projection.items.end(),
                  [](const ProjectionItem& item) { return has_aggregate(*item.expression); });
  Scope seen = aggregates || projection.distinct ? Scope() : scope;  // by ORDER BY and WHERE
  for (const auto& [name, known] : after) seen[name] = known;
  sorting(projection, seen);
  amount(projection.skip, "SKIP");
  amount(projection.limit, "LIMIT");
  if (projection.where) where(with_columns(projection.where, projection, false), seen);
  if (clause.kind == ClauseKind::With) require_names(projection);
  scope = std::move(after);
  return columns;
}

void Checker::grouping(const Projection& projection, const Scope& scope) {
  for (const ProjectionItem& item : projection.items) {
    if (!has_aggregate(*item.expression)) continue;
    std::set<std::string> starred;
    if (projection.star) {
      for (const auto& [name, known] : scope) starred.insert(name);
    }
    require_grouped(*item.expression, projection, starred);
  }
}

void Checker::sorting(const Projection& projection, const Scope& scope) {
  const bool aggregated =
      std::any_of(projection.items.begin(), projection.items.end(),
                  [](const ProjectionItem& item) { return has_aggregate(*item.expression); });
  for (const SortItem& item : projection.order) {
    const bool whole = find_item(projection, *item.expression) != nullptr;
    const bool beside = !whole && has_aggregate(*item.expression);
    if (beside && !aggregated)
      fail_syntax("InvalidAggregation", "ORDER BY can aggregate only where the columns do",
                  item.expression->place);
    const ExpressionPtr key = with_columns(item.expression, projection, beside);
    expression(*key, scope, {.aggregates = true});
    if (has_aggregate(*key))
      fail_syntax("InvalidAggregation", "ORDER BY can use an aggregate only if it is a column",
                  item.expression->place);
  }
}

void Checker::amount(const ExpressionPtr& amount, std::string_view what) {
  if (!amount) return;
  const auto uses_names = [](const auto& self, const Expression& e) -> bool {
    return e.op == Op::Variable || e.pattern || e.query ||
           std::any_of(e.args.begin(), e.args.end(),
                       [&](const ExpressionPtr& arg) { return arg && self(self, *arg); });
  };
  if (uses_names(uses_names, *amount))
    fail_syntax("NonConstantExpression", fmt::format("{} cannot depend on the rows", what), amount->place);
  expression(*amount, {});
  if (amount->op != Op::Literal && amount->op != Op::Negate) return;
  const Value& value = amount->op == Op::Negate ? amount->args[0]->value : amount->value;
  if (!value.integer())
    fail_syntax("InvalidArgumentType", fmt::format("{} needs a whole number", what), amount->place);
  if (amount->op == Op::Negate || *value.integer() < 0)
    fail_syntax("NegativeIntegerArgument", fmt::format("{} cannot be negative", what), amount->place);
}

}  // namespace demarche::cypher
