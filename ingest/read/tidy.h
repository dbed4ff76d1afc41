// What reading does to every text that is not given as JSON: the positions of findings count in the text
// after this. Tested by tests/ingest/read/tidy_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace demarche {

// `text` with plain line ends and spaces; without control characters, soft hyphens, characters of no width
// and what stands at the ends of lines; with at most one blank line in a row, none at either end. REQUIRES:
// is_utf8(text)
[[nodiscard]] std::string tidy(std::string_view text);

// `text` without white space at either end, as a view into it.
[[nodiscard]] std::string_view trim(std::string_view text);

// `text` with the letters A to Z as a to z.
[[nodiscard]] std::string in_small_letters(std::string_view text);

// The first line of `text`, without its newline; takes it off `text` with the newline.
[[nodiscard]] std::string_view take_line(std::string_view& text);

}  // namespace demarche
