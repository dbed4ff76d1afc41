// Whether a text is in English, the one language that is read.
// Tested by tests/ingest/read/english_test.cpp over tests/cases/read/languages.jsonl.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace demarche {

// The name of the language where `text` is plainly in another than English ("German"); nothing where it is
// English, or too short or too mixed to tell. Only the first 2,000 bytes count. REQUIRES: is_utf8(text)
[[nodiscard]] std::optional<std::string> foreign_language(std::string_view text);

}  // namespace demarche
