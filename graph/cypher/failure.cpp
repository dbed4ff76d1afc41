// Failures in words. Columns under a line are counted in code points, so that carets stand right under most
// scripts.
#include "graph/cypher/failure.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace demarche::cypher {
namespace {

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace

std::string_view name(FailureType type) {
  switch (type) {
    case FailureType::SyntaxError:
      return "SyntaxError";
    case FailureType::SemanticError:
      return "SemanticError";
    case FailureType::ParameterMissing:
      return "ParameterMissing";
    case FailureType::EntityNotFound:
      return "EntityNotFound";
    case FailureType::TypeError:
      return "TypeError";
    case FailureType::ArgumentError:
      return "ArgumentError";
    case FailureType::ArithmeticError:
      return "ArithmeticError";
    case FailureType::Budget:
      return "Budget";
  }
  return "";
}

std::string_view name(Phase phase) {
  return phase == Phase::CompileTime ? "compile time" : "runtime";
}

void fail_syntax(std::string detail, std::string message, Place place, std::vector<std::string> expected) {
  throw Failure{FailureType::SyntaxError, Phase::CompileTime, std::move(detail), std::move(message), place,
                std::move(expected)};
}

void fail_runtime(FailureType type, std::string detail, std::string message) {
  throw Failure{type, Phase::Runtime, std::move(detail), std::move(message), {}, {}};
}

std::string underlined(const Failure& failure, std::string_view text) {
  const Place place{std::min(failure.place.start, text.size()), std::min(failure.place.end, text.size())};
  if (failure.place.start == failure.place.end && failure.place.start == 0) return {};
  const std::size_t before = place.start == 0 ? std::string_view::npos : text.rfind('\n', place.start - 1);
  const std::size_t first = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t last = std::min(text.find('\n', place.start), text.size());
  const std::size_t indent = code_points(text.substr(first, place.start - first));
  const std::size_t carets = code_points(text.substr(place.start, std::min(place.end, last) - place.start));
  std::string line(text.substr(first, last - first));
  std::replace_if(
      line.begin(), line.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
  std::string result = fmt::format("  {}\n  {}{}\n", line, std::string(indent, ' '),
                                   std::string(std::max<std::size_t>(carets, 1), '^'));
  if (!failure.expected.empty()) result += fmt::format("  expected {}\n", fmt::join(failure.expected, ", "));
  return result;
}

Error to_error(const Failure& failure) {
  const ErrorKind kind = failure.type == FailureType::Budget ? ErrorKind::Unsupported : ErrorKind::Malformed;
  return Error{kind, "query", failure.message, {}};
}

}  // namespace demarche::cypher
