// Functions of lists, and of whatever may be null.
#include <fmt/format.h>

#include <algorithm>

#include "graph/cypher/compare.h"
#include "graph/cypher/failure.h"
#include "graph/cypher/functions.h"

namespace demarche::cypher {
namespace {

constexpr std::int64_t longest_range = 100'000'000;

Value size(CallContext&, Arguments args) {
  if (args[0].list()) return static_cast<std::int64_t>(args[0].list()->size());
  const std::string& text = *args[0].string();
  return static_cast<std::int64_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

Value range(CallContext&, Arguments args) {
  for (const Value& argument : args) {
    if (!argument.integer())
      fail_runtime(FailureType::ArgumentError, "InvalidArgumentType",
                   fmt::format("range() takes integers, not a {}", type_name(argument)));
  }
  const std::int64_t first = *args[0].integer(), last = *args[1].integer(),
                     step = args.size() > 2 ? *args[2].integer() : 1;
  if (step == 0)
    fail_runtime(FailureType::ArgumentError, "NumberOutOfRange", "the step of range() cannot be 0");
  List list;
  if ((step > 0 && first > last) || (step < 0 && first < last)) return list;
  const auto distance = step > 0 ? static_cast<std::uint64_t>(last) - static_cast<std::uint64_t>(first)
                                 : static_cast<std::uint64_t>(first) - static_cast<std::uint64_t>(last);
  const std::uint64_t stride =
      step > 0 ? static_cast<std::uint64_t>(step) : 0 - static_cast<std::uint64_t>(step);
  const std::uint64_t count = distance / stride + 1;
  if (count > longest_range || count == 0)
    fail_runtime(FailureType::ArgumentError, "NumberOutOfRange", "range() would be too long");
  list.reserve(count);
  for (std::uint64_t i = 0; i < count; ++i) list.emplace_back(first + static_cast<std::int64_t>(i) * step);
  return list;
}

std::string reversed_text(const std::string& text) {
  std::string result;
  for (std::size_t end = text.size(); end > 0;) {
    std::size_t start = end - 1;
    while (start > 0 && (text[start] & 0xC0) == 0x80) --start;
    result += text.substr(start, end - start);
    end = start;
  }
  return result;
}

Value reverse(CallContext&, Arguments args) {
  if (args[0].string()) return reversed_text(*args[0].string());
  return List(args[0].list()->rbegin(), args[0].list()->rend());
}

Value tail(CallContext&, Arguments args) {
  const List& list = *args[0].list();
  return list.empty() ? List() : List(list.begin() + 1, list.end());
}

Value coalesce(CallContext&, Arguments args) {
  const auto found =
      std::find_if(args.begin(), args.end(), [](const Value& value) { return !value.is_null(); });
  return found == args.end() ? Value() : *found;
}

bool is_empty(const Value& value) {
  if (value.list()) return value.list()->empty();
  return value.map() ? value.map()->empty() : value.string()->empty();
}

}  // namespace

std::vector<Function> list_functions() {
  using namespace types;
  return {
      {"size", {list | string}, 1, false, integer, Nulls::Propagate, size},
      {"range", {any, any, any}, 2, false, list, Nulls::Pass, range},
      {"head",
       {list},
       1,
       false,
       any,
       Nulls::Propagate,
       [](CallContext&, Arguments a) { return a[0].list()->empty() ? Value() : a[0].list()->front(); }},
      {"last",
       {list},
       1,
       false,
       any,
       Nulls::Propagate,
       [](CallContext&, Arguments a) { return a[0].list()->empty() ? Value() : a[0].list()->back(); }},
      {"tail", {list}, 1, false, list, Nulls::Propagate, tail},
      {"reverse", {list | string}, 1, false, list | string, Nulls::Propagate, reverse},
      {"coalesce", {any}, 1, true, any, Nulls::Pass, coalesce},
      {"nullIf",
       {any, any},
       2,
       false,
       any,
       Nulls::Pass,
       [](CallContext&, Arguments a) { return equal(a[0], a[1]) == Ternary(true) ? Value() : a[0]; }},
      {"isEmpty",
       {list | map | string},
       1,
       false,
       boolean,
       Nulls::Propagate,
       [](CallContext&, Arguments a) -> Value { return is_empty(a[0]); }},
  };
}

}  // namespace demarche::cypher
