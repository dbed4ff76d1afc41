#include "graph/model/unicode.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace demarche {
namespace {

constexpr std::size_t code_points_per_mark = 64;

bool begins_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

// The quotes, dashes and spaces that news typesets in several ways, as the one a keyboard has.
UChar32 plain(UChar32 c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x02BC:
    case 0x0060:
    case 0x00B4:
      return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x00AB:
    case 0x00BB:
      return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
      return '-';
    default:
      return c;
  }
}

// Nearly all text is ASCII, and ICU's look-up is slow enough to show.
bool is_white_space(UChar32 c) {
  return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : static_cast<bool>(u_isUWhiteSpace(c));
}

bool is_plain_ascii(std::string_view text) {
  for (char byte : text)
    if (static_cast<unsigned char>(byte) >= 0x80) return false;
  return true;
}

std::string fold_ascii(std::string_view text) {
  std::string folded = collapse_spaces(text);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z')
      c = static_cast<char>(c - 'A' + 'a');
    else if (c == '`')
      c = '\'';
  }
  return folded;
}

// Canonical decomposition after compatibility case folding; combining marks are dropped.
std::string fold_unicode(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* folding = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const auto* decomposition = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return fold_ascii(text);

  icu::UnicodeString quoted;
  const auto raw = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  for (std::int32_t i = 0; i < raw.length(); i = raw.moveIndex32(i, 1)) quoted.append(plain(raw.char32At(i)));

  const auto parts = decomposition->normalize(folding->normalize(quoted, status), status);
  icu::UnicodeString bare;
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 c = parts.char32At(i);
    if (u_charType(c) != U_NON_SPACING_MARK) bare.append(c);
  }
  std::string folded;
  bare.toUTF8String(folded);
  return collapse_spaces(folded);
}

}  // namespace

bool is_utf8(std::string_view text) {
  const auto length = static_cast<std::int64_t>(text.size());
  for (std::int64_t i = 0; i < length;) {
    if (static_cast<unsigned char>(text[static_cast<std::size_t>(i)]) < 0x80) {
      ++i;
      continue;
    }
    UChar32 c = 0;
    U8_NEXT(text.data(), i, length, c);
    if (c < 0) return false;
  }
  return true;
}

std::size_t code_points(std::string_view text) {
  std::size_t count = 0;
  for (char byte : text) count += begins_character(byte);
  return count;
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  if (is_plain_ascii(text)) {
    size_ = text.size();
    return;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!begins_character(text[i])) continue;
    if (size_ % code_points_per_mark == 0) marks_.push_back(static_cast<std::uint32_t>(i));
    ++size_;
  }
}

std::size_t CodePointIndex::byte_of(std::size_t position) const {
  if (position >= size_) return text_.size();
  if (marks_.empty()) return position;
  std::size_t byte = marks_[position / code_points_per_mark];
  for (std::size_t left = position % code_points_per_mark; left > 0; --left) do
      ++byte;
    while (!begins_character(text_[byte]));
  return byte;
}

std::size_t CodePointIndex::code_point_of(std::size_t offset) const {
  if (marks_.empty()) return offset;
  if (offset >= text_.size()) return size_;
  std::size_t low = 0;
  std::size_t high = marks_.size();
  while (high - low > 1) {
    const std::size_t middle = (low + high) / 2;
    (marks_[middle] <= offset ? low : high) = middle;
  }
  return low * code_points_per_mark + code_points(text_.substr(marks_[low], offset - marks_[low]));
}

std::string_view CodePointIndex::slice(std::size_t start, std::size_t end) const {
  if (start > end || end > size_) return {};
  const std::size_t from = byte_of(start);
  return text_.substr(from, byte_of(end) - from);
}

std::string fold(std::string_view text) {
  return is_plain_ascii(text) ? fold_ascii(text) : fold_unicode(text);
}

std::string collapse_spaces(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const auto length = static_cast<std::int64_t>(text.size());
  bool space_pending = false;
  for (std::int64_t i = 0; i < length;) {
    const auto from = static_cast<std::size_t>(i);
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(text.data(), i, length, c);
    if (is_white_space(c)) {
      space_pending = true;
      continue;
    }
    if (space_pending && !out.empty()) out += ' ';
    space_pending = false;
    out.append(text.substr(from, static_cast<std::size_t>(i) - from));
  }
  return out;
}

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  const auto length = static_cast<std::int64_t>(text.size());
  for (std::int64_t i = 0; i < length;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(text.data(), i, length, c);
    const auto type = u_charType(c);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) continue;
    const auto width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    columns += width == U_EA_FULLWIDTH || width == U_EA_WIDE ? 2 : 1;
  }
  return columns;
}

}  // namespace demarche
