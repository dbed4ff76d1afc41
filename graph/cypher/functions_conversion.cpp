// From one type to another. What cannot be read gives null; what makes no sense fails.
#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "graph/cypher/functions.h"
#include "graph/cypher/temporal.h"
#include "graph/cypher/value_text.h"

namespace demarche::cypher {
namespace {

std::string_view stripped(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  text = text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
  if (text.size() > 1 && text.front() == '+') text.remove_prefix(1);
  return text;
}

template <class T>
Value read(std::string_view text) {
  text = stripped(text);
  T value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? Value(value) : Value();
}

Value to_float(CallContext&, Arguments a) {
  if (a[0].string()) return read<double>(*a[0].string());
  return a[0].as_double();
}

Value whole(double value) {
  constexpr double limit = 9223372036854775808.0;
  return value >= -limit && value < limit ? Value(static_cast<std::int64_t>(value)) : Value();
}

Value to_integer(CallContext&, Arguments a) {
  if (a[0].boolean()) return std::int64_t{*a[0].boolean()};
  if (a[0].integer()) return a[0];
  if (a[0].real()) return whole(*a[0].real());
  const Value integer = read<std::int64_t>(*a[0].string());
  if (!integer.is_null()) return integer;
  const Value real = read<double>(*a[0].string());
  return real.is_null() ? Value() : whole(*real.real());
}

Value to_boolean(CallContext&, Arguments a) {
  if (a[0].boolean()) return a[0];
  if (a[0].integer()) return *a[0].integer() != 0;
  std::string text(stripped(*a[0].string()));
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (text == "true") return true;
  return text == "false" ? Value(false) : Value();
}

Value to_text(CallContext&, Arguments a) {
  if (a[0].string()) return a[0];
  return value_text(a[0], nullptr);
}

// The function's value, or null where the argument is of no type that it takes.
template <Value (*function)(CallContext&, Arguments), Types takes>
Value or_null(CallContext& context, Arguments a) {
  return types_of(a[0]) & takes ? function(context, a) : Value();
}

Value type_of_value(CallContext&, Arguments a) {
  return Value::text(type_name(a[0]));
}

}  // namespace

std::vector<Function> conversion_functions() {
  using namespace types;
  constexpr Types to_integer_takes = number | string | boolean,
                  to_text_takes = number | string | boolean | temporal;
  return {
      {"toInteger", {to_integer_takes}, 1, false, integer, Nulls::Propagate, to_integer},
      {"toFloat", {number | string}, 1, false, real, Nulls::Propagate, to_float},
      {"toBoolean", {boolean | string | integer}, 1, false, boolean, Nulls::Propagate, to_boolean},
      {"toString", {to_text_takes}, 1, false, string, Nulls::Propagate, to_text},
      {"toIntegerOrNull", {any}, 1, false, integer, Nulls::Propagate, or_null<to_integer, to_integer_takes>},
      {"toFloatOrNull", {any}, 1, false, real, Nulls::Propagate, or_null<to_float, number | string>},
      {"toBooleanOrNull",
       {any},
       1,
       false,
       boolean,
       Nulls::Propagate,
       or_null<to_boolean, boolean | string | integer>},
      {"toStringOrNull", {any}, 1, false, string, Nulls::Propagate, or_null<to_text, to_text_takes>},
      {"valueType", {any}, 1, false, string, Nulls::Pass, type_of_value},
  };
}

}  // namespace demarche::cypher
