// Functions of texts. Positions and lengths are code points; letters change case as Unicode has it.
#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "graph/cypher/failure.h"
#include "graph/cypher/functions.h"

namespace demarche::cypher {
namespace {

icu::UnicodeString wide(const Value& value) {
  return icu::UnicodeString::fromUTF8(*value.string());
}

std::string narrow(const icu::UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

std::int64_t count_argument(const Value& value) {
  if (*value.integer() < 0)
    fail_runtime(FailureType::ArgumentError, "NegativeIntegerArgument",
                 "a position or length in a text cannot be negative");
  return *value.integer();
}

// The code points of `text` from `start`, at most `count`.
std::string part(const Value& text, std::int64_t start, std::int64_t count) {
  const icu::UnicodeString from = wide(text);
  const std::int64_t length = from.countChar32();
  const auto first = static_cast<int32_t>(std::min(start, length));
  const auto last = static_cast<int32_t>(std::min<std::int64_t>(length, first + std::min(count, length)));
  const int32_t begin = from.moveIndex32(0, first);
  return narrow(from.tempSubStringBetween(begin, from.moveIndex32(begin, last - first)));
}

Value substring(CallContext&, Arguments a) {
  if (a[0].is_null()) return {};
  if (!a[1].integer() || (a.size() > 2 && !a[2].integer())) return {};
  return part(a[0], count_argument(a[1]), a.size() > 2 ? count_argument(a[2]) : INT64_MAX);
}

Value left(CallContext&, Arguments a) {
  return part(a[0], 0, count_argument(a[1]));
}

Value right(CallContext&, Arguments a) {
  const std::int64_t length = wide(a[0]).countChar32();
  return part(a[0], std::max<std::int64_t>(0, length - count_argument(a[1])), INT64_MAX);
}

enum class Ends { Both, Start, End };

std::string trimmed(const Value& text, Ends ends) {
  const icu::UnicodeString from = wide(text);
  int32_t first = 0, last = from.length();
  while (ends != Ends::End && first < last && u_isUWhiteSpace(from.char32At(first)))
    first = from.moveIndex32(first, 1);
  while (ends != Ends::Start && last > first && u_isUWhiteSpace(from.char32At(last - 1)))
    last = from.moveIndex32(last, -1);
  return narrow(from.tempSubStringBetween(first, last));
}

Value replace(CallContext&, Arguments a) {
  const std::string &from = *a[1].string(), &to = *a[2].string();
  std::string text = *a[0].string(), result;
  if (from.empty()) return text;
  std::size_t at = 0;
  for (std::size_t found; (found = text.find(from, at)) != std::string::npos; at = found + from.size())
    result += text.substr(at, found - at) + to;
  return result + text.substr(at);
}

List pieces(const std::string& text, const std::string& between) {
  List list;
  std::size_t at = 0;
  if (between.empty()) {
    const icu::UnicodeString from = icu::UnicodeString::fromUTF8(text);
    for (int32_t i = 0; i < from.length(); i = from.moveIndex32(i, 1))
      list.emplace_back(narrow(icu::UnicodeString(from.char32At(i))));
    return list;
  }
  for (std::size_t found; (found = text.find(between, at)) != std::string::npos; at = found + between.size())
    list.emplace_back(text.substr(at, found - at));
  list.emplace_back(text.substr(at));
  return list;
}

Value split(CallContext&, Arguments a) {
  return pieces(*a[0].string(), *a[1].string());
}

Value upper(CallContext&, Arguments a) {
  return narrow(wide(a[0]).toUpper(icu::Locale::getRoot()));
}
Value lower(CallContext&, Arguments a) {
  return narrow(wide(a[0]).toLower(icu::Locale::getRoot()));
}

}  // namespace

std::vector<Function> text_functions() {
  using namespace types;
  return {
      {"substring", {string, integer, integer}, 2, false, string, Nulls::Propagate, substring},
      {"left", {string, integer}, 2, false, string, Nulls::Propagate, left},
      {"right", {string, integer}, 2, false, string, Nulls::Propagate, right},
      {"trim",
       {string},
       1,
       false,
       string,
       Nulls::Propagate,
       [](CallContext&, Arguments a) -> Value { return trimmed(a[0], Ends::Both); }},
      {"lTrim",
       {string},
       1,
       false,
       string,
       Nulls::Propagate,
       [](CallContext&, Arguments a) -> Value { return trimmed(a[0], Ends::Start); }},
      {"rTrim",
       {string},
       1,
       false,
       string,
       Nulls::Propagate,
       [](CallContext&, Arguments a) -> Value { return trimmed(a[0], Ends::End); }},
      {"replace", {string, string, string}, 3, false, string, Nulls::Propagate, replace},
      {"split", {string, string}, 2, false, list, Nulls::Propagate, split},
      {"toUpper", {string}, 1, false, string, Nulls::Propagate, upper},
      {"toLower", {string}, 1, false, string, Nulls::Propagate, lower},
      {"upper", {string}, 1, false, string, Nulls::Propagate, upper},
      {"lower", {string}, 1, false, string, Nulls::Propagate, lower},
      {"char_length",
       {string},
       1,
       false,
       integer,
       Nulls::Propagate,
       [](CallContext&, Arguments a) -> Value { return std::int64_t{wide(a[0]).countChar32()}; }},
      {"character_length",
       {string},
       1,
       false,
       integer,
       Nulls::Propagate,
       [](CallContext&, Arguments a) -> Value { return std::int64_t{wide(a[0]).countChar32()}; }},
  };
}

}  // namespace demarche::cypher
