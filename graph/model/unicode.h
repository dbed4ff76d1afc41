// Text as code points. All positions of the contracts count Unicode code points, all our strings are UTF-8:
// this is the one place where the two meet. Normal forms and case folding are ICU's. Tested by
// tests/graph/model/unicode_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

// Whether `c` is one of 0 to 9.
[[nodiscard]] constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Whether `text` is well-formed UTF-8 (no overlong forms, no surrogates, nothing beyond U+10FFFF).
[[nodiscard]] bool is_utf8(std::string_view text);

// The number of code points in `text`. REQUIRES: is_utf8(text)
[[nodiscard]] std::size_t code_points(std::string_view text);

// Translates between byte and code-point positions of one text through a mark every 64 code points (a
// look-up, then a short walk). The text must outlive the index and be well-formed UTF-8.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);

  // The number of code points in the text.
  [[nodiscard]] std::size_t size() const { return size_; }

  // The byte at which code point `position` begins; the text's length for `size()`. REQUIRES: position <=
  // size()
  [[nodiscard]] std::size_t byte_of(std::size_t position) const;

  // The code point that begins at byte `offset`. REQUIRES: offset is a character's first byte, or the text's
  // length.
  [[nodiscard]] std::size_t code_point_of(std::size_t offset) const;

  // The piece from code point `start` up to `end`; empty where the range is not inside the text.
  [[nodiscard]] std::string_view slice(std::size_t start, std::size_t end) const;

 private:
  std::string_view text_;
  std::size_t size_ = 0;
  std::vector<std::uint32_t> marks_;  // the byte at which every 64th code point begins; empty for plain ASCII
};

// A name as it is compared: compatibility normal form, case folded, without diacritics, typographic quotes
// and dashes made plain, white space collapsed and trimmed. "  Sánchez’s " gives "sanchez's".
[[nodiscard]] std::string fold(std::string_view text);

// `text` with every run of white space as one space and none at either end.
[[nodiscard]] std::string collapse_spaces(std::string_view text);

// The number of terminal columns `text` takes: wide characters two, combining marks none.
[[nodiscard]] std::size_t display_width(std::string_view text);

}  // namespace demarche
