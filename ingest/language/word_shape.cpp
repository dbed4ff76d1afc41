#include "ingest/language/word_shape.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace demarche {
namespace {

constexpr std::size_t longest_cut_ending = 5;
constexpr std::size_t longest_beginning = 4;
constexpr std::size_t longest_shape = 6;

void append_character(UChar32 c, ShortText& out) {
  std::uint8_t bytes[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  out.append({reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length)});
}

UChar32 plain_quote(UChar32 c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case '`':
      return '\'';
    case 0x201C:
    case 0x201D:
      return '"';
    default:
      return c;
  }
}

UChar32 small(UChar32 c) {
  return c < 0x80 ? (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c) : u_tolower(c);
}

bool begins_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

// The last `count` characters of `text`, and the first.
std::string_view ending(std::string_view text, std::size_t count) {
  std::size_t at = text.size();
  while (at > 0 && count > 0)
    if (begins_character(text[--at])) --count;
  return text.substr(at);
}
std::string_view beginning(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; at < text.size(); ++at)
    if (begins_character(text[at]) && count-- == 0) break;
  return text.substr(0, at);
}

char shape_class(UChar32 c) {
  if (c >= 'A' && c <= 'Z') return 'X';
  if (c >= 'a' && c <= 'z') return 'x';
  return c >= '0' && c <= '9' ? 'd' : '\0';
}

}  // namespace

ShortText normalised(std::string_view form) {
  ShortText out;
  const auto length = static_cast<std::int64_t>(form.size());
  for (std::int64_t i = 0; i < length;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(form.data()), i, length, c);
    append_character(small(plain_quote(c)), out);
  }
  return out;
}

ShortText shape(std::string_view form) {
  ShortText out;
  char before = '\0';
  std::size_t characters = 0;
  const auto length = static_cast<std::int64_t>(form.size());
  for (std::int64_t i = 0; i < length && characters < longest_shape;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(form.data()), i, length, c);
    const char kind = shape_class(c);
    if (kind == '\0' || kind != before) {
      append_character(kind == '\0' ? c : kind, out);
      ++characters;
    }
    before = kind;
  }
  return out;
}

SpellingFeatures spelling_features(std::string_view form) {
  SpellingFeatures features;
  const auto small = normalised(form);
  for (const char c : small.view()) {
    const char flat = c >= '0' && c <= '9' ? '0' : c;
    features.digits_flat.append({&flat, 1});
  }
  features.shape = shape(form);
  return features;
}

std::array<std::string_view, feature_count> SpellingFeatures::views() const {
  std::array<std::string_view, feature_count> views;
  std::size_t next = 0;
  for (std::size_t count = 1; count <= longest_cut_ending; ++count)
    views[next++] = ending(digits_flat.view(), count);
  for (std::size_t count = 1; count <= longest_beginning; ++count)
    views[next++] = beginning(digits_flat.view(), count);
  views[next] = shape.view();
  return views;
}

}  // namespace demarche
