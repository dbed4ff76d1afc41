// Expressions to formulas.
#include <fmt/format.h>

#include "graph/cypher/failure.h"
#include "graph/cypher/planner_state.h"

namespace demarche::cypher {

FormulaPtr Planner::formula(const ExpressionPtr& expression, const Names& names) {
  if (!expression) return nullptr;
  Formula made;
  made.op = expression->op;
  made.name = expression->name;
  made.names = expression->names;
  made.value = expression->value;
  switch (expression->op) {
    case Op::Variable:
      made.slot = names.find(expression->name)->second;
      break;
    case Op::Parameter: {
      const auto found = parameters_.find(expression->name);
      if (found == parameters_.end()) {
        throw Failure{FailureType::ParameterMissing,
                      Phase::Runtime,
                      "MissingParameter",
                      fmt::format("${} has no value", expression->name),
                      expression->place,
                      {}};
      }
      made.op = Op::Literal;
      made.value = found->second;
      made.name.clear();
      break;
    }
    case Op::Call:
      made.function = find_function(expression->name);
      [[fallthrough]];
    default:
      bind_names(*expression, made, names);
  }
  return std::make_shared<const Formula>(std::move(made));
}

void Planner::bind_names(const Expression& expression, Formula& made, const Names& names) {
  switch (expression.op) {
    case Op::Comprehension:
    case Op::All:
    case Op::Any:
    case Op::None:
    case Op::Single: {
      Names inner = names;
      made.slot = inner[expression.name] = fresh();
      for (std::size_t i = 0; i < expression.args.size(); ++i)
        made.args.push_back(formula(expression.args[i], i == 0 ? names : inner));
      return;
    }
    case Op::Reduce: {
      Names inner = names;
      made.slot = inner[expression.name] = fresh();
      made.second_slot = inner[expression.names[0]] = fresh();
      made.args = {formula(expression.args[0], names), formula(expression.args[1], names),
                   formula(expression.args[2], inner)};
      return;
    }
    case Op::PatternComprehension:
    case Op::PatternPredicate:
    case Op::Exists:
    case Op::Count:
      return plan_inner(expression, made, names);
    default:
      for (const ExpressionPtr& arg : expression.args) made.args.push_back(formula(arg, names));
  }
}

void Planner::plan_inner(const Expression& expression, Formula& made, const Names& names) {
  Plan plan;
  if (expression.query) {
    plan = query(*expression.query, names);
  } else {
    Names inner = names;
    const bool comprehension = expression.op == Op::PatternComprehension;
    match({*expression.pattern}, comprehension ? expression.args[0] : nullptr, plan, inner);
    if (comprehension) plan.result = formula(expression.args[1], inner);
  }
  made.plan = std::make_shared<const Plan>(std::move(plan));
}

}  // namespace demarche::cypher
