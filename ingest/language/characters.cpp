#include "ingest/language/characters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>

namespace demarche {
namespace {

constexpr CharClass ascii_class(char c) {
  if (c == ' ' || (c >= '\t' && c <= '\r')) return CharClass::Space;
  if (c >= 'A' && c <= 'Z') return CharClass::Upper;
  if (c >= 'a' && c <= 'z') return CharClass::Lower;
  if (c >= '0' && c <= '9') return CharClass::Digit;
  switch (c) {
    case '.':
    case '!':
    case '?':
      return CharClass::Period;
    case '\'':
    case '`':
      return CharClass::Apostrophe;
    case '"':
      return CharClass::Quote;
    case '(':
    case '[':
    case '{':
      return CharClass::Open;
    case ')':
    case ']':
    case '}':
      return CharClass::Close;
    case '-':
      return CharClass::Hyphen;
    default:
      return CharClass::Other;
  }
}

constexpr auto ascii_classes = [] {
  std::array<CharClass, 128> classes{};
  for (std::size_t c = 0; c < classes.size(); ++c) classes[c] = ascii_class(static_cast<char>(c));
  return classes;
}();

CharClass wide_class(UChar32 c) {
  switch (c) {
    case 0x2026:
      return CharClass::Period;
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x02BC:
    case 0x00B4:
      return CharClass::Apostrophe;
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x00AB:
    case 0x00BB:
      return CharClass::Quote;
    case 0x00AD:
    case 0x200B:
    case 0x200D:
    case 0xFEFF:
      return CharClass::Lower;  // invisible inside words
    default:
      break;
  }
  if (u_isUWhiteSpace(c)) return CharClass::Space;
  switch (u_charType(c)) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return CharClass::Upper;
    case U_LOWERCASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return CharClass::Lower;
    case U_DECIMAL_DIGIT_NUMBER:
    case U_OTHER_NUMBER:
      return CharClass::Digit;
    case U_DASH_PUNCTUATION:
      return CharClass::Hyphen;
    case U_START_PUNCTUATION:
      return CharClass::Open;
    case U_END_PUNCTUATION:
      return CharClass::Close;
    default:
      return CharClass::Other;
  }
}

}  // namespace

Character character_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {ascii_classes[byte], byte, 1};
  const auto length = static_cast<std::int64_t>(text.size());
  auto next = static_cast<std::int64_t>(at);
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), next, length, c);
  return {wide_class(c), static_cast<char32_t>(c), static_cast<std::size_t>(next) - at};
}

}  // namespace demarche
