// Integers overflow into an error, never into another number; floats follow IEEE 754.
#include "graph/cypher/arithmetic.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "graph/cypher/duration.h"
#include "graph/cypher/failure.h"
#include "graph/cypher/temporal.h"
#include "graph/cypher/value_text.h"

namespace demarche::cypher {
namespace {

[[noreturn]] void fail_types(const char* sign, const Value& a, const Value& b) {
  fail_runtime(FailureType::TypeError, "InvalidArgumentType",
               fmt::format("'{}' is not defined for {} and {}", sign, type_name(a), type_name(b)));
}

[[noreturn]] void fail_overflow() {
  fail_runtime(FailureType::ArithmeticError, "IntegerOverflow", "the result is too large for an integer");
}

Value joined(const Value& a, const Value& b) {
  List list;
  if (a.list())
    list = *a.list();
  else
    list.push_back(a);
  if (b.list())
    list.insert(list.end(), b.list()->begin(), b.list()->end());
  else
    list.push_back(b);
  return list;
}

// A text or number as it is when joined to a text.
std::string as_text(const Value& value) {
  if (value.string()) return *value.string();
  if (value.real()) return float_text(*value.real());
  return value_text(value, nullptr);
}

using Checked = bool (*)(std::int64_t, std::int64_t, std::int64_t*);

Value numbers(const char* sign, const Value& a, const Value& b, Checked integers,
              double (*reals)(double, double)) {
  if (a.is_null() || b.is_null()) return {};
  if (!a.is_number() || !b.is_number()) fail_types(sign, a, b);
  if (a.integer() && b.integer()) {
    std::int64_t result = 0;
    if (integers(*a.integer(), *b.integer(), &result)) fail_overflow();
    return result;
  }
  return reals(a.as_double(), b.as_double());
}

std::optional<std::int64_t> bound(const Value* value, std::int64_t absent, std::int64_t size) {
  if (!value) return absent;
  if (value->is_null()) return std::nullopt;
  if (!value->integer())
    fail_runtime(FailureType::TypeError, "InvalidArgumentType", "the ends of a slice must be integers");
  const std::int64_t at = *value->integer() < 0 ? *value->integer() + size : *value->integer();
  return std::clamp<std::int64_t>(at, 0, size);
}

}  // namespace

Value add(const Value& a, const Value& b) {
  if ((a.list() && !b.is_null()) || (b.list() && !a.is_null())) return joined(a, b);
  if (a.is_null() || b.is_null()) return {};
  const auto joins = [](const Value& value) { return value.string() || value.is_number(); };
  if ((a.string() && joins(b)) || (b.string() && joins(a))) return as_text(a) + as_text(b);
  if (a.duration() && b.duration()) return sum(*a.duration(), *b.duration());
  if (is_instant(a) && b.duration()) return plus(a, *b.duration());
  if (a.duration() && is_instant(b)) return plus(b, *a.duration());
  return numbers(
      "+", a, b, [](auto x, auto y, auto* r) { return __builtin_add_overflow(x, y, r); },
      [](double x, double y) { return x + y; });
}

Value subtract(const Value& a, const Value& b) {
  if (a.duration() && b.duration()) return sum(*a.duration(), negated(*b.duration()));
  if (is_instant(a) && b.duration()) return plus(a, negated(*b.duration()));
  return numbers(
      "-", a, b, [](auto x, auto y, auto* r) { return __builtin_sub_overflow(x, y, r); },
      [](double x, double y) { return x - y; });
}

Value multiply(const Value& a, const Value& b) {
  if (a.duration() && b.is_number()) return scaled(*a.duration(), b.as_double());
  if (b.duration() && a.is_number()) return scaled(*b.duration(), a.as_double());
  return numbers(
      "*", a, b, [](auto x, auto y, auto* r) { return __builtin_mul_overflow(x, y, r); },
      [](double x, double y) { return x * y; });
}

Value divide(const Value& a, const Value& b) {
  if (a.duration() && b.is_number()) {
    if (b.as_double() == 0) fail_runtime(FailureType::ArithmeticError, "DivisionByZero", "division by zero");
    return scaled(*a.duration(), 1.0L / b.as_double());
  }
  const auto integers = [](std::int64_t x, std::int64_t y, std::int64_t* result) {
    if (y == 0) fail_runtime(FailureType::ArithmeticError, "DivisionByZero", "division by zero");
    if (y == -1) return __builtin_sub_overflow(std::int64_t{0}, x, result);
    *result = x / y;
    return false;
  };
  return numbers("/", a, b, integers, [](double x, double y) { return x / y; });
}

Value modulo(const Value& a, const Value& b) {
  const auto integers = [](std::int64_t x, std::int64_t y, std::int64_t* result) {
    if (y == 0) fail_runtime(FailureType::ArithmeticError, "DivisionByZero", "division by zero");
    *result = y == -1 ? 0 : x % y;
    return false;
  };
  return numbers("%", a, b, integers, [](double x, double y) { return std::fmod(x, y); });
}

Value power(const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return {};
  if (!a.is_number() || !b.is_number()) fail_types("^", a, b);
  return std::pow(a.as_double(), b.as_double());
}

Value negate(const Value& a) {
  if (a.is_null()) return {};
  if (a.duration()) return negated(*a.duration());
  if (a.real()) return -*a.real();
  return subtract(Value(std::int64_t{0}), a);
}

Ternary contains(const Value& list, const Value& item) {
  if (list.is_null()) return std::nullopt;
  if (!list.list())
    fail_runtime(FailureType::TypeError, "InvalidArgumentType",
                 fmt::format("IN needs a list, not a {}", type_name(list)));
  bool unknown = false;
  for (const Value& candidate : *list.list()) {
    const Ternary same = equal(item, candidate);
    if (same && *same) return true;
    unknown = unknown || !same;
  }
  return unknown ? Ternary() : Ternary(false);
}

Value slice(const Value& list, const Value* from, const Value* to) {
  if (list.is_null()) return {};
  if (!list.list())
    fail_runtime(FailureType::TypeError, "InvalidArgumentType",
                 fmt::format("a {} has no slices", type_name(list)));
  const auto size = static_cast<std::int64_t>(list.list()->size());
  const auto first = bound(from, 0, size), last = bound(to, size, size);
  if (!first || !last) return {};
  if (*first >= *last) return List();
  return List(list.list()->begin() + *first, list.list()->begin() + *last);
}

Value to_value(Ternary ternary) {
  return ternary ? Value(*ternary) : Value();
}

Ternary to_ternary(const Value& value) {
  if (value.is_null()) return std::nullopt;
  if (!value.boolean())
    fail_runtime(FailureType::TypeError, "InvalidArgumentType",
                 fmt::format("a Boolean was expected, not a {}", type_name(value)));
  return *value.boolean();
}

}  // namespace demarche::cypher
