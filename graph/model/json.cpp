#include "graph/model/json.h"

#include <fmt/format.h>

#include <charconv>

namespace demarche::json {
namespace {

constexpr int deepest = 200;  // levels; what walks through a value by recursion must come back

// What the escape that begins `text` stands for, where it is half of a character; else 0.
std::uint32_t surrogate(std::string_view text) {
  if (!text.starts_with("\\u") || text.size() < 6) return 0;
  std::uint32_t code = 0;
  const char* end = text.data() + 6;
  if (std::from_chars(text.data() + 2, end, code, 16).ptr != end) return 0;
  return code >= 0xD800 && code <= 0xDFFF ? code : 0;
}

// What RapidJSON lets pass: values too deep inside each other, and a second half of a character without its
// first.
const char* flaw_of(std::string_view text) {
  int depth = 0;
  bool in_string = false;
  std::size_t after_first_half = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string && c == '\\') {
      const auto half = surrogate(text.substr(i));
      if (half >= 0xDC00 && i != after_first_half) return "a surrogate stands alone in a string";
      if (half != 0) after_first_half = i + 6;
      ++i;
    } else if (c == '"') {
      in_string = !in_string;
    } else if (!in_string) {
      depth += (c == '[' || c == '{') - (c == ']' || c == '}');
    }
    if (depth > deepest) return "values stand too deep inside each other";
  }
  return nullptr;
}

// RapidJSON's reason as a clause: "Missing a name for object member." becomes "missing a name for object
// member".
std::string reason(rapidjson::ParseErrorCode code) {
  std::string clause = rapidjson::GetParseError_En(code);
  if (!clause.empty() && clause.back() == '.') clause.pop_back();
  if (!clause.empty() && clause.front() >= 'A' && clause.front() <= 'Z')
    clause.front() = static_cast<char>(clause.front() - 'A' + 'a');
  return clause;
}

}  // namespace

Result<rapidjson::Document> parse(std::string_view text) {
  if (const auto nul = text.find('\0'); nul != std::string_view::npos)
    return fail(ErrorKind::Malformed, "", fmt::format("not JSON: a NUL byte (at byte {})", nul));
  if (const char* flaw = flaw_of(text))
    return fail(ErrorKind::Malformed, "", fmt::format("not JSON: {}", flaw));
  constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
  rapidjson::Document value;
  value.Parse<flags>(text.data(), text.size());
  if (value.HasParseError())
    return fail(
        ErrorKind::Malformed, "",
        fmt::format("not JSON: {} (at byte {})", reason(value.GetParseError()), value.GetErrorOffset()));
  return value;
}

const rapidjson::Value* find(const rapidjson::Value& object, const char* key) {
  const auto member = object.FindMember(key);
  return member == object.MemberEnd() || member->value.IsNull() ? nullptr : &member->value;
}

Result<std::optional<std::string>> string_member(const rapidjson::Value& object, const char* key) {
  const auto* value = find(object, key);
  if (!value) return std::nullopt;
  if (!value->IsString()) return fail(ErrorKind::Malformed, "", fmt::format("{}: not a string", key));
  return std::string(view(*value));
}

}  // namespace demarche::json
