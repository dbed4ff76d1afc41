#include "graph/model/json.h"

#include <fmt/format.h>

namespace demarche::json {

Result<rapidjson::Document> parse(std::string_view text) {
  constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
  rapidjson::Document value;
  value.Parse<flags>(text.data(), text.size());
  if (value.HasParseError())
    return fail(ErrorKind::Malformed, "",
                fmt::format("not JSON: {} (at byte {})", rapidjson::GetParseError_En(value.GetParseError()),
                            value.GetErrorOffset()));
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
