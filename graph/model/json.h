// Small helpers over RapidJSON, for the readers and writers of our contracts. Only sources include this.
#pragma once

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "graph/model/error.h"

namespace demarche::json {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

// Parses all of `text` as one JSON value: well-formed UTF-8, at most 200 levels deep.
// Errors: Malformed, with RapidJSON's reason and the byte at which it stopped.
[[nodiscard]] Result<rapidjson::Document> parse(std::string_view text);

// The member, or nothing where it is missing or null.
[[nodiscard]] const rapidjson::Value* find(const rapidjson::Value& object, const char* key);

[[nodiscard]] inline std::string_view view(const rapidjson::Value& string) {
  return {string.GetString(), string.GetStringLength()};
}

// The string member; nothing where it is missing or null; an error where it is something else.
[[nodiscard]] Result<std::optional<std::string>> string_member(const rapidjson::Value& object,
                                                               const char* key);

inline void write(Writer& out, std::string_view text) {
  out.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

inline void member(Writer& out, const char* key, std::string_view text) {
  out.Key(key);
  write(out, text);
}

// Null where there is no text.
inline void optional_member(Writer& out, const char* key, const std::optional<std::string>& text) {
  out.Key(key);
  text ? write(out, std::string_view(*text)) : static_cast<void>(out.Null());
}

[[nodiscard]] inline std::string text_of(const rapidjson::StringBuffer& buffer) {
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace demarche::json
