// What `--json` prints: an array with one element a line; nothing found is "[]".
// Tested by tests/cli/json_rows_test.cpp.
#pragma once

#include <optional>
#include <string>

#include "graph/model/date.h"
#include "graph/model/json.h"

namespace demarche {

// `write(Writer&, row)` writes the members of each row's object.
template <class Rows, class Write>
[[nodiscard]] std::string json_rows(const Rows& rows, const Write& write) {
  std::string text = "[";
  for (const auto& row : rows) {
    rapidjson::StringBuffer buffer;
    json::Writer out(buffer);
    out.StartObject();
    write(out, row);
    out.EndObject();
    text += (text.size() > 1 ? ",\n" : "") + json::text_of(buffer);
  }
  return text + "]\n";
}

inline void count_member(json::Writer& out, const char* key, std::size_t count) {
  out.Key(key);
  out.Uint64(count);
}

inline void date_member(json::Writer& out, const char* key, const std::optional<Date>& date) {
  json::optional_member(out, key, date ? std::optional(date->iso()) : std::nullopt);
}

}  // namespace demarche
