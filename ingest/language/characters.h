// What a character is to the tokenizer. ASCII by table, all else by ICU.
// Tested by tests/ingest/language/tokenize_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace demarche {

enum class CharClass : std::uint8_t {
  Space,
  Upper,  // upper- and title-case letters
  Lower,  // lower-case letters, letters without case, and marks
  Digit,
  Period,      // . ! ? and the ellipsis
  Apostrophe,  // ' ’ ‘ `
  Quote,       // " “ ” „ « »
  Open,        // ( [ {
  Close,       // ) ] }
  Hyphen,      // - and the dashes
  Other,       // all other punctuation and symbols
};

struct Character {
  CharClass kind = CharClass::Space;
  char32_t code = 0;       // U+FFFD where the bytes are no character
  std::size_t length = 1;  // bytes
};

// The character at byte `at`. REQUIRES: at < text.size()
[[nodiscard]] Character character_at(std::string_view text, std::size_t at);

[[nodiscard]] constexpr bool is_letter(CharClass kind) {
  return kind == CharClass::Upper || kind == CharClass::Lower;
}
[[nodiscard]] constexpr bool is_alphanumeric(CharClass kind) {
  return is_letter(kind) || kind == CharClass::Digit;
}

}  // namespace demarche
