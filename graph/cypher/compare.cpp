// Comparison by type. Integers and floats are compared exactly, never by way of a rounded double.
#include "graph/cypher/compare.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "graph/cypher/temporal.h"

namespace demarche::cypher {
namespace {

// Compares an integer with a float exactly. REQUIRES: real is not NaN
std::strong_ordering compare_mixed(std::int64_t integer, double real) {
  constexpr double limit = 9223372036854775808.0;  // 2^63
  if (real >= limit) return std::strong_ordering::less;
  if (real < -limit) return std::strong_ordering::greater;
  const double whole = std::floor(real);
  const auto as_integer = static_cast<std::int64_t>(whole);
  if (integer != as_integer) return integer <=> as_integer;
  return whole < real ? std::strong_ordering::less : std::strong_ordering::equal;
}

std::partial_ordering compare_numbers(const Value& a, const Value& b) {
  if (a.integer() && b.integer()) return *a.integer() <=> *b.integer();
  if (a.real() && b.real()) return *a.real() <=> *b.real();
  const double real = a.real() ? *a.real() : *b.real();
  if (std::isnan(real)) return std::partial_ordering::unordered;
  if (a.integer()) return compare_mixed(*a.integer(), real);
  return 0 <=> compare_mixed(*b.integer(), real);
}

Ternary equal_lists(const List& a, const List& b) {
  if (a.size() != b.size()) return false;
  Ternary result = true;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const Ternary same = equal(a[i], b[i]);
    if (same && !*same) return false;
    if (!same) result = std::nullopt;
  }
  return result;
}

Ternary equal_maps(const Map& a, const Map& b) {
  const auto same_key = [](const auto& left, const auto& right) { return left.first == right.first; };
  if (!std::equal(a.begin(), a.end(), b.begin(), b.end(), same_key)) return false;
  Ternary result = true;
  for (auto left = a.begin(), right = b.begin(); left != a.end(); ++left, ++right) {
    const Ternary same = equal(left->second, right->second);
    if (same && !*same) return false;
    if (!same) result = std::nullopt;
  }
  return result;
}

std::optional<std::partial_ordering> compare_lists(const List& a, const List& b) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    if (const Ternary same = equal(a[i], b[i]); same && *same) continue;
    return compare(a[i], b[i]);
  }
  return a.size() <=> b.size();
}

int sign(std::partial_ordering ordering) {
  return ordering < 0 ? -1 : ordering > 0 ? 1 : 0;
}

// Where a type stands in the order of all values.
int rank(const Value& value) {
  static constexpr int ranks[] = {15, 13, 14, 14, 12, 3, 0, 1, 2, 4, 7, 9, 8, 6, 5, 10};
  static_assert(std::size(ranks) == std::variant_size_v<ValueBase>);
  return ranks[value.index()];
}

int order_lists(const List& a, const List& b) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    if (const int by_item = order(a[i], b[i])) return by_item;
  }
  return sign(a.size() <=> b.size());
}

int order_maps(const Map& a, const Map& b) {
  auto left = a.begin(), right = b.begin();
  for (; left != a.end() && right != b.end(); ++left, ++right) {
    if (const int by_key = left->first.compare(right->first)) return by_key < 0 ? -1 : 1;
    if (const int by_value = order(left->second, right->second)) return by_value;
  }
  return sign(a.size() <=> b.size());
}

int order_paths(const Path& a, const Path& b) {
  for (std::size_t i = 0; i < std::min(a.nodes.size(), b.nodes.size()); ++i) {
    if (a.nodes[i] != b.nodes[i]) return a.nodes[i].id < b.nodes[i].id ? -1 : 1;
    if (i < std::min(a.edges.size(), b.edges.size()) && a.edges[i] != b.edges[i])
      return a.edges[i].id < b.edges[i].id ? -1 : 1;
  }
  return sign(a.nodes.size() <=> b.nodes.size());
}

int order_numbers(const Value& a, const Value& b) {
  const bool a_nan = a.real() && std::isnan(*a.real()), b_nan = b.real() && std::isnan(*b.real());
  if (a_nan || b_nan) return int{a_nan} - int{b_nan};
  return sign(compare_numbers(a, b));
}

std::size_t mixed(std::size_t seed, std::size_t part) {
  return (seed ^ part) * 0x9E3779B97F4A7C15ULL + (seed >> 31);
}

std::size_t hash_number(const Value& value) {
  if (value.integer()) return std::hash<std::int64_t>{}(*value.integer());
  const double real = *value.real();
  constexpr double limit = 9223372036854775808.0;
  const bool whole = real == std::floor(real) && real >= -limit && real < limit;
  if (whole) return std::hash<std::int64_t>{}(static_cast<std::int64_t>(real));
  return std::isnan(real) ? 1 : std::hash<double>{}(real);
}

}  // namespace

Ternary equal(const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return std::nullopt;
  if (a.is_number() && b.is_number()) return compare_numbers(a, b) == 0;
  if (a.index() != b.index()) return false;
  if (a.list()) return equal_lists(*a.list(), *b.list());
  if (a.map()) return equal_maps(*a.map(), *b.map());
  return order(a, b) == 0;
}

std::optional<std::partial_ordering> compare(const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return std::nullopt;
  if (a.is_number() && b.is_number()) return compare_numbers(a, b);
  if (a.index() != b.index()) return std::nullopt;
  if (a.list()) return compare_lists(*a.list(), *b.list());
  if (a.map() || a.node() || a.edge() || a.path() || a.duration()) return std::nullopt;
  const int by_order = order(a, b);
  return by_order <=> 0;
}

int order(const Value& a, const Value& b) {
  const int a_rank = rank(a), b_rank = rank(b);
  if (a_rank != b_rank) return a_rank < b_rank ? -1 : 1;
  if (a.is_null()) return 0;
  if (a.is_number()) return order_numbers(a, b);
  if (a.string()) return sign(a.string()->compare(*b.string()) <=> 0);
  if (a.boolean()) return int{*a.boolean()} - int{*b.boolean()};
  if (a.list()) return order_lists(*a.list(), *b.list());
  if (a.map()) return order_maps(*a.map(), *b.map());
  if (a.node()) return sign(a.node()->id <=> b.node()->id);
  if (a.edge()) return sign(a.edge()->id <=> b.edge()->id);
  if (a.path()) return order_paths(*a.path(), *b.path());
  return sign(order_temporal(a, b));
}

std::size_t hash(const Value& value) {
  std::size_t seed = static_cast<std::size_t>(rank(value)) * 0x100000001B3ULL;
  if (value.is_null()) return seed;
  if (value.is_number()) return mixed(seed, hash_number(value));
  if (value.string()) return mixed(seed, std::hash<std::string>{}(*value.string()));
  if (value.boolean()) return mixed(seed, *value.boolean() ? 1 : 2);
  if (value.node()) return mixed(seed, value.node()->id);
  if (value.edge()) return mixed(seed, value.edge()->id);
  if (value.list()) {
    for (const Value& item : *value.list()) seed = mixed(seed, hash(item));
    return seed;
  }
  if (value.map()) {
    for (const auto& [key, item] : *value.map())
      seed = mixed(mixed(seed, std::hash<std::string>{}(key)), hash(item));
    return seed;
  }
  if (value.path()) {
    for (const NodeRef node : value.path()->nodes) seed = mixed(seed, node.id);
    for (const EdgeRef edge : value.path()->edges) seed = mixed(seed, edge.id);
    return seed;
  }
  return mixed(seed, hash_temporal(value));
}

}  // namespace demarche::cypher
