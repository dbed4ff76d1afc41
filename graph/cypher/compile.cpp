// Formulas to functions over rows. What does not depend on the row is computed once, unless computing it
// fails.
#include <fmt/format.h>

#include <algorithm>

#include "graph/cypher/arithmetic.h"
#include "graph/cypher/compile_parts.h"
#include "graph/cypher/failure.h"

namespace demarche::cypher {
namespace {

using Binary = Value (*)(const Value&, const Value&);

Eval binary(const Formula& formula, Run& run, Binary function) {
  return [left = compile(formula.args[0], run), right = compile(formula.args[1], run),
          function](Frame& frame) { return function(left(frame), right(frame)); };
}

Eval unary(const Formula& formula, Run& run, Value (*function)(const Value&)) {
  return [arg = compile(formula.args[0], run), function](Frame& frame) { return function(arg(frame)); };
}

Value starts_with(const Value& a, const Value& b) {
  return a.string() && b.string() ? Value(a.string()->starts_with(*b.string())) : Value();
}
Value ends_with(const Value& a, const Value& b) {
  return a.string() && b.string() ? Value(a.string()->ends_with(*b.string())) : Value();
}
Value holds_text(const Value& a, const Value& b) {
  return a.string() && b.string() ? Value(a.string()->find(*b.string()) != std::string::npos) : Value();
}

Value are_equal(const Value& a, const Value& b) {
  return to_value(equal(a, b));
}
Value is_in(const Value& a, const Value& b) {
  return to_value(contains(b, a));
}

Value inverted(const Value& a) {
  const Ternary value = to_ternary(a);
  return value ? Value(!*value) : Value();
}

Value are_unequal(const Value& a, const Value& b) {
  return inverted(are_equal(a, b));
}

template <bool (*holds)(std::partial_ordering)>
Value ordered(const Value& a, const Value& b) {
  const auto ordering = compare(a, b);
  return ordering ? Value(holds(*ordering)) : Value();
}

// AND where `deciding` is false, OR where it is true: the operand that decides makes the other one needless.
Eval decided_by(bool deciding, const Formula& formula, Run& run) {
  return [left = compile(formula.args[0], run), right = compile(formula.args[1], run),
          deciding](Frame& frame) -> Value {
    const Ternary a = to_ternary(left(frame));
    if (a && *a == deciding) return deciding;
    const Ternary b = to_ternary(right(frame));
    if (b && *b == deciding) return deciding;
    return a && b ? Value(!deciding) : Value();
  };
}

Value exclusive(const Value& a, const Value& b) {
  const Ternary x = to_ternary(a), y = to_ternary(b);
  return x && y ? Value(*x != *y) : Value();
}

Value same_number(const Value& a) {
  return add(a, Value(std::int64_t{0}));
}

Eval call_of(const Formula& formula, Run& run) {
  const Function& function = *formula.function;
  if (function.name == "exists" && formula.args[0]->op == Op::PatternPredicate)
    return compile(formula.args[0], run);
  std::vector<Eval> args;
  for (const FormulaPtr& arg : formula.args) args.push_back(compile(arg, run));
  return [args = std::move(args), &function, &run](Frame& frame) {
    List values;
    values.reserve(args.size());
    for (const Eval& arg : args) values.push_back(arg(frame));
    return call(function, run.calls, values);
  };
}

// Operators of one or two operands; empty where it is none of them.
Eval simple_operation(const Formula& formula, Run& run) {
  switch (formula.op) {
    case Op::And:
      return decided_by(false, formula, run);
    case Op::Or:
      return decided_by(true, formula, run);
    case Op::Xor:
      return binary(formula, run, exclusive);
    case Op::Not:
      return unary(formula, run, inverted);
    case Op::Negate:
      return unary(formula, run, negate);
    case Op::Plus:
      return unary(formula, run, same_number);
    case Op::Equal:
      return binary(formula, run, are_equal);
    case Op::NotEqual:
      return binary(formula, run, are_unequal);
    case Op::Less:
      return binary(formula, run, ordered<std::is_lt>);
    case Op::LessEqual:
      return binary(formula, run, ordered<std::is_lteq>);
    case Op::Greater:
      return binary(formula, run, ordered<std::is_gt>);
    case Op::GreaterEqual:
      return binary(formula, run, ordered<std::is_gteq>);
    case Op::Add:
    case Op::Concatenate:
      return binary(formula, run, add);
    case Op::Subtract:
      return binary(formula, run, subtract);
    case Op::Multiply:
      return binary(formula, run, multiply);
    case Op::Divide:
      return binary(formula, run, divide);
    case Op::Modulo:
      return binary(formula, run, modulo);
    case Op::Power:
      return binary(formula, run, power);
    case Op::In:
      return binary(formula, run, is_in);
    case Op::StartsWith:
      return binary(formula, run, starts_with);
    case Op::EndsWith:
      return binary(formula, run, ends_with);
    case Op::Contains:
      return binary(formula, run, holds_text);
    case Op::IsNull:
      return unary(formula, run, [](const Value& a) -> Value { return a.is_null(); });
    case Op::IsNotNull:
      return unary(formula, run, [](const Value& a) -> Value { return !a.is_null(); });
    default:
      return nullptr;
  }
}

Eval operation(const Formula& formula, Run& run) {
  switch (formula.op) {
    case Op::Call:
      return call_of(formula, run);
    case Op::Matches:
      return compile_regex(formula, run);
    case Op::Property:
      return compile_property(formula, run);
    case Op::HasLabels:
      return compile_labels(formula, run);
    case Op::Index:
      return compile_index(formula, run);
    case Op::Slice:
      return compile_slice(formula, run);
    case Op::ListOf:
      return compile_list(formula, run);
    case Op::MapOf:
      return compile_map(formula, run);
    case Op::Projection:
      return compile_map_projection(formula, run);
    case Op::Case:
      return compile_case(formula, run);
    case Op::Comprehension:
      return compile_comprehension(formula, run);
    case Op::All:
    case Op::Any:
    case Op::None:
    case Op::Single:
      return compile_quantifier(formula, run);
    case Op::Reduce:
      return compile_reduce(formula, run);
    case Op::PatternComprehension:
    case Op::PatternPredicate:
    case Op::Exists:
    case Op::Count:
      return compile_subquery(formula, run);
    case Op::Literal:
      return [value = formula.value](Frame&) { return value; };
    default:
      return simple_operation(formula, run);
  }
}

bool is_constant(const Formula& formula) {
  if (formula.slot != no_slot || formula.plan || (formula.function && !formula.function->constant))
    return false;
  return std::all_of(formula.args.begin(), formula.args.end(),
                     [](const FormulaPtr& arg) { return !arg || is_constant(*arg); });
}

}  // namespace

Eval compile(const FormulaPtr& formula, Run& run) {
  if (!formula) return nullptr;
  if (formula->op == Op::Variable) {
    return [slot = static_cast<std::size_t>(formula->slot)](Frame& frame) { return frame.slots[slot]; };
  }
  Eval code = operation(*formula, run);
  if (formula->op == Op::Literal || !is_constant(*formula)) return code;
  try {
    Frame empty;
    return [value = code(empty)](Frame&) { return value; };
  } catch (const Failure&) {
    return code;  // fails when, and only if, it is computed for a row
  }
}

Test compile_test(const FormulaPtr& formula, Run& run) {
  if (Test typed = compile_integer_test(*formula, run)) return typed;
  return [code = compile(formula, run)](Frame& frame) { return to_ternary(code(frame)) == Ternary(true); };
}

}  // namespace demarche::cypher
