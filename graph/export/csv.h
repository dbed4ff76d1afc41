// Comma-separated values as RFC 4180 has them, lines ended by a newline. Only sources include this.
// Tested by tests/export/readers_test.py.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

// A field between quotation marks. An empty text is "", to be told from nothing.
[[nodiscard]] std::string csv_quoted(std::string_view text);

// Fields that are there are quoted, those that are not are empty.
[[nodiscard]] std::string csv_line(const std::vector<std::optional<std::string>>& fields,
                                   char separator = ',');

// A text that no spreadsheet takes for a formula: what begins like one gets an apostrophe before it, as OWASP
// advises.
[[nodiscard]] std::string no_formula(std::string_view text);

}  // namespace demarche
