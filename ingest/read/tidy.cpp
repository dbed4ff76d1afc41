#include "ingest/read/tidy.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace demarche {
namespace {

// What a character is to be read as; 0 where it is to be left out.
UChar32 plain(UChar32 c) {
  if (c == '\n' || (c >= ' ' && c < 0x7F)) return c;
  switch (c) {
    case 0x85:
    case 0x2028:
    case '\f':
    case '\v':
      return '\n';
    case 0x2029:
      return '\n';
    case 0xAD:
    case 0xFEFF:
    case 0x2060:
      return 0;
    default:
      break;
  }
  if (c == '\t' || u_charType(c) == U_SPACE_SEPARATOR) return ' ';
  if (c >= 0x200B && c <= 0x200F) return 0;
  return u_iscntrl(c) ? 0 : c;
}

void append(std::string& text, UChar32 c) {
  char bytes[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  text.append(bytes, static_cast<std::size_t>(length));
}

std::string with_plain_characters(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const auto length = static_cast<std::int64_t>(text.size());
  for (std::int64_t i = 0; i < length;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(text.data(), i, length, c);
    if (c == '\r') {
      if (i == length || text[static_cast<std::size_t>(i)] != '\n') out += '\n';
    } else if (const UChar32 read = plain(c)) {
      append(out, read);
    }
  }
  return out;
}

}  // namespace

std::string_view trim(std::string_view text) {
  constexpr const char* white = " \t\r\n";
  const auto begin = text.find_first_not_of(white);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(white) - begin + 1);
}

std::string in_small_letters(std::string_view text) {
  std::string small(text);
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return small;
}

std::string_view take_line(std::string_view& text) {
  const auto end = text.find('\n');
  const auto line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

std::string tidy(std::string_view text) {
  const std::string characters = with_plain_characters(text);
  std::string out;
  out.reserve(characters.size());
  bool blank_pending = false;
  for (std::string_view rest = characters; !rest.empty();) {
    std::string_view line = take_line(rest);
    line = line.substr(0, line.find_last_not_of(' ') + 1);
    if (line.empty()) {
      blank_pending = !out.empty();
      continue;
    }
    if (!out.empty()) out += blank_pending ? "\n\n" : "\n";
    blank_pending = false;
    out += line;
  }
  return out;
}

}  // namespace demarche
