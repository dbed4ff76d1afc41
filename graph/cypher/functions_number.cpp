// Functions of numbers.
#include <fmt/format.h>

#include <cmath>
#include <numbers>

#include "graph/cypher/failure.h"
#include "graph/cypher/functions.h"

namespace demarche::cypher {
namespace {

template <double (*function)(double)>
Value real_function(CallContext&, Arguments a) {
  return function(a[0].as_double());
}

Function of_real(std::string_view name, Value (*function)(CallContext&, Arguments)) {
  return {name, {types::number}, 1, false, types::real, Nulls::Propagate, function};
}

double cotangent(double x) {
  return 1 / std::tan(x);
}
double to_degrees(double x) {
  return x * 180 / std::numbers::pi;
}
double to_radians(double x) {
  return x * std::numbers::pi / 180;
}
double haversine(double x) {
  return (1 - std::cos(x)) / 2;
}

Value absolute(CallContext&, Arguments a) {
  if (a[0].real()) return std::fabs(*a[0].real());
  if (*a[0].integer() == INT64_MIN)
    fail_runtime(FailureType::ArithmeticError, "IntegerOverflow", "the result is too large for an integer");
  return std::abs(*a[0].integer());
}

Value sign(CallContext&, Arguments a) {
  const double x = a[0].as_double();
  return std::int64_t{(x > 0) - (x < 0)};
}

// Halves go up, as in Java's Math.round, or to the precision given away from zero.
Value round(CallContext&, Arguments a) {
  const double x = a[0].as_double();
  if (a.size() == 1) return std::floor(x + 0.5);
  const double scale = std::pow(10.0, static_cast<double>(*a[1].integer()));
  return std::isfinite(x * scale) ? std::round(x * scale) / scale : x;
}

Value random_number(CallContext& context, Arguments) {
  return std::uniform_real_distribution<double>(0, 1)(context.random);
}

}  // namespace

std::vector<Function> number_functions() {
  using namespace types;
  return {
      {"abs", {number}, 1, false, number, Nulls::Propagate, absolute},
      {"sign", {number}, 1, false, integer, Nulls::Propagate, sign},
      {"round", {number, integer}, 1, false, types::real, Nulls::Propagate, round},
      of_real("ceil", real_function<std::ceil>),
      of_real("floor", real_function<std::floor>),
      of_real("sqrt", real_function<std::sqrt>),
      of_real("exp", real_function<std::exp>),
      of_real("log", real_function<std::log>),
      of_real("log10", real_function<std::log10>),
      of_real("sin", real_function<std::sin>),
      of_real("cos", real_function<std::cos>),
      of_real("tan", real_function<std::tan>),
      of_real("cot", real_function<cotangent>),
      of_real("asin", real_function<std::asin>),
      of_real("acos", real_function<std::acos>),
      of_real("atan", real_function<std::atan>),
      of_real("degrees", real_function<to_degrees>),
      of_real("radians", real_function<to_radians>),
      of_real("haversin", real_function<haversine>),
      {"atan2",
       {number, number},
       2,
       false,
       types::real,
       Nulls::Propagate,
       [](CallContext&, Arguments a) -> Value { return std::atan2(a[0].as_double(), a[1].as_double()); }},
      {"isNaN",
       {number},
       1,
       false,
       boolean,
       Nulls::Propagate,
       [](CallContext&, Arguments a) -> Value { return std::isnan(a[0].as_double()); }},
      {"pi",
       {any},
       0,
       false,
       types::real,
       Nulls::Pass,
       [](CallContext&, Arguments) -> Value { return std::numbers::pi; }},
      {"e",
       {any},
       0,
       false,
       types::real,
       Nulls::Pass,
       [](CallContext&, Arguments) -> Value { return std::numbers::e; }},
      {"rand", {any}, 0, false, types::real, Nulls::Pass, random_number, false},
  };
}

}  // namespace demarche::cypher
