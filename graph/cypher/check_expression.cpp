// The types that expressions can have, from the leaves up. Only what is certain to fail is a failure here.
#include <fmt/format.h>

#include <algorithm>

#include "graph/cypher/aggregate.h"
#include "graph/cypher/checker.h"
#include "graph/cypher/failure.h"

namespace demarche::cypher {
namespace {

constexpr Types has_properties = types::node | types::edge | types::map | types::temporal;

[[noreturn]] void fail_type(const Expression& expression, std::string message) {
  throw Failure{FailureType::TypeError, Phase::CompileTime, "InvalidArgumentType",
                std::move(message),     expression.place,   {}};
}

bool is_constant(const Expression& expression) {
  const Function* function = expression.op == Op::Call ? find_function(expression.name) : nullptr;
  if (function && !function->constant) return false;
  return std::all_of(expression.args.begin(), expression.args.end(),
                     [](const ExpressionPtr& arg) { return !arg || is_constant(*arg); });
}

Known of(Types types) {
  return {types, types::any};
}

}  // namespace

void require_types(const Known& known, Types wanted, const Expression& expression, std::string_view who) {
  if (known.types & wanted) return;
  static constexpr std::string_view names[] = {
      "Null",         "Boolean", "Integer", "Float",     "String", "List",          "Map",      "Node",
      "Relationship", "Path",    "Date",    "LocalTime", "Time",   "LocalDateTime", "DateTime", "Duration"};
  std::string found;
  for (std::size_t i = 1; i < std::size(names); ++i) {
    if (known.types >> i & 1) found += (found.empty() ? "" : " or ") + std::string(names[i]);
  }
  fail_syntax("InvalidArgumentType", fmt::format("{} does not take a {}", who, found), expression.place);
}

Known Checker::expression(const Expression& from, const Scope& scope, Standing standing) {
  switch (from.op) {
    case Op::Literal:
      return from.value.is_null() ? Known() : of(types_of(from.value));
    case Op::Parameter:
      return {};
    case Op::Variable:
      return variable(from, scope);
    case Op::Property:
      return property(from, scope, standing);
    case Op::And:
    case Op::Or:
    case Op::Xor:
    case Op::Not:
      return boolean(from, scope, standing);
    case Op::Call:
    case Op::CountAll:
      return call(from, scope, standing);
    case Op::Comprehension:
    case Op::All:
    case Op::Any:
    case Op::None:
    case Op::Single:
    case Op::Reduce:
      return binding(from, scope, standing);
    case Op::PatternComprehension:
    case Op::PatternPredicate:
    case Op::Exists:
    case Op::Count:
      return pattern_in(from, scope, standing);
    default:
      return operands(from, scope, standing);
  }
}

Known Checker::operands(const Expression& from, const Scope& scope, Standing standing) {
  std::vector<Known> args;
  const Standing inner{.aggregates = standing.aggregates,
                       .predicate = from.op == Op::Case && standing.predicate};
  for (const ExpressionPtr& arg : from.args) args.push_back(arg ? expression(*arg, scope, inner) : Known());
  return operation(from, args);
}

Known Checker::operation(const Expression& from, const std::vector<Known>& args) {
  constexpr Types computable = types::number | types::temporal;
  const auto require_all = [&](Types wanted, std::string_view sign) {
    for (std::size_t i = 0; i < args.size(); ++i) require_types(args[i], wanted, *from.args[i], sign);
  };
  switch (from.op) {
    case Op::HasLabels:
      require_types(args[0], types::node | types::edge, *from.args[0], "a label test");
      return of(types::boolean);
    case Op::Index:
      return index(from, args);
    case Op::Slice:
      require_types(args[0], types::list, *from.args[0], "a slice");
      return args[0];
    case Op::ListOf:
      return list_of(args);
    case Op::MapOf:
    case Op::Projection:
      return of(types::map);
    case Op::Negate:
    case Op::Plus:
      require_all(computable, "a sign");
      return args[0];
    case Op::Subtract:
      require_all(computable, "'-'");
      break;
    case Op::Multiply:
      require_all(computable, "'*'");
      break;
    case Op::Divide:
      require_all(computable, "'/'");
      break;
    case Op::Modulo:
      require_all(types::number, "'%'");
      return of(types::number);
    case Op::Power:
      require_all(types::number, "'^'");
      return of(types::real);
    case Op::In:
      require_types(args[1], types::list, *from.args[1], "IN");
      return of(types::boolean);
    case Op::Case: {
      Known result{0, types::any};
      for (std::size_t i = 2; i < args.size(); i += 2) result.types |= args[i].types;
      result.types |= from.args.back() ? args.back().types : 0;
      return result;
    }
    case Op::Add:
    case Op::Concatenate:
      return {};
    default:
      return of(types::boolean);
  }
  return {};
}

Known Checker::boolean(const Expression& from, const Scope& scope, Standing standing) {
  for (const ExpressionPtr& arg : from.args) {
    const Known known =
        expression(*arg, scope, {.aggregates = standing.aggregates, .predicate = standing.predicate});
    require_types(known, types::boolean, *arg, "a logical operator");
  }
  return of(types::boolean);
}

Known Checker::variable(const Expression& from, const Scope& scope) {
  const auto found = scope.find(from.name);
  if (found == scope.end())
    fail_syntax("UndefinedVariable", fmt::format("`{}` is not defined", from.name), from.place);
  return found->second;
}

Known Checker::property(const Expression& from, const Scope& scope, Standing standing) {
  const Known owner = expression(*from.args[0], scope, {.aggregates = standing.aggregates});
  if (!(owner.types & (has_properties | types::path)))
    fail_type(from, fmt::format("there is no property `{}` in that type of value", from.name));
  require_types(owner, has_properties, *from.args[0], "a property access");
  return {};
}

Known Checker::index(const Expression& from, const std::vector<Known>& args) {
  if (!(args[0].types & (types::list | types::map | types::node | types::edge)))
    fail_type(*from.args[0], "only lists and maps can be indexed");
  return args[0].types == types::list ? of(args[0].items) : Known();
}

Known Checker::list_of(const std::vector<Known>& args) {
  Known list{types::list, 0};
  for (const Known& item : args) list.items |= item.types;
  if (args.empty()) list.items = types::any;
  return list;
}

Known Checker::binding(const Expression& from, const Scope& scope, Standing standing) {
  const bool reduces = from.op == Op::Reduce;
  const std::size_t list_at = reduces ? 1 : 0;
  Scope inner = scope;
  if (reduces) {
    expression(*from.args[0], scope, {.aggregates = standing.aggregates});
    inner[from.name] = Known();
  }
  const Known list = expression(*from.args[list_at], scope, {.aggregates = standing.aggregates});
  require_types(list, types::list, *from.args[list_at], reduces ? "reduce()" : "IN");
  inner[reduces ? from.names[0] : from.name] = of(list.types == types::list ? list.items : types::any);
  if (reduces) return expression(*from.args[2], inner);
  where(from.args[1], inner);
  if (from.op != Op::Comprehension) return of(types::boolean);
  if (!from.args[2]) return {types::list, list.items};
  return {types::list, expression(*from.args[2], inner).types};
}

Known Checker::aggregate(const Expression& from, const Scope& scope, Standing standing) {
  if (!standing.aggregates)
    fail_syntax("InvalidAggregation", "an aggregate cannot stand here; use it in WITH or RETURN", from.place);
  if (from.op == Op::CountAll) return of(types::integer);
  if (from.args.size() != aggregate_arguments(from.name)) {
    fail_syntax("InvalidNumberOfArguments",
                fmt::format("{}() takes {} argument(s)", from.name, aggregate_arguments(from.name)),
                from.place);
  }
  for (const ExpressionPtr& arg : from.args) {
    if (has_aggregate(*arg))
      fail_syntax("NestedAggregation", "an aggregate cannot stand in an aggregate", arg->place);
    if (!is_constant(*arg))
      fail_syntax("NonConstantExpression", "a random number cannot be aggregated", arg->place);
  }
  const Known first = expression(*from.args[0], scope);
  for (std::size_t i = 1; i < from.args.size(); ++i) expression(*from.args[i], scope);
  const Types gives = aggregate_gives(from.name);
  return {gives, gives == types::list ? first.types : types::any};
}

Known Checker::call(const Expression& from, const Scope& scope, Standing standing) {
  if (is_aggregate(from)) return aggregate(from, scope, standing);
  const Function* function = find_function(from.name);
  if (!function)
    fail_syntax("UnknownFunction", fmt::format("there is no function {}()", from.name), from.place);
  const std::size_t most = function->variadic ? SIZE_MAX
                                              : function->takes.size() - (function->least == 0 &&
                                                                          function->takes[0] == types::any);
  if (from.args.size() < function->least || from.args.size() > most) {
    fail_syntax("InvalidNumberOfArguments",
                fmt::format("{}() does not take {} argument(s)", function->name, from.args.size()),
                from.place);
  }
  const bool tests_pattern = function->name == "exists";
  for (std::size_t i = 0; i < from.args.size(); ++i) {
    const Known known =
        expression(*from.args[i], scope, {.aggregates = standing.aggregates, .predicate = tests_pattern});
    require_types(known, function->takes[std::min(i, function->takes.size() - 1)], *from.args[i],
                  fmt::format("{}()", function->name));
  }
  return of(function->gives);
}

}  // namespace demarche::cypher
