// The order of the trials is that of their certainty. Guessing is ICU's, but only where much is not ASCII: on
// English with a few quotation marks its guesses are chance, and Windows-1252 (which includes Latin-1) is
// nearly always right.
#include "ingest/read/decode.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

#include "graph/model/unicode.h"
#include "ingest/read/tidy.h"

namespace demarche {
namespace {

constexpr const char* in_doubt = "windows-1252";
constexpr std::size_t sample_size = 64u << 10;

std::size_t count_nuls(std::string_view bytes) {
  return static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\0'));
}

// A byte-order mark's encoding, and its length. The longer marks stand first: UTF-32's begins with UTF-16's.
std::pair<const char*, std::size_t> marked_encoding(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) return {"UTF-8", 3};
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return {"UTF-32LE", 4};
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return {"UTF-32BE", 4};
  if (bytes.starts_with("\xFF\xFE"sv)) return {"UTF-16LE", 2};
  if (bytes.starts_with("\xFE\xFF"sv)) return {"UTF-16BE", 2};
  return {nullptr, 0};
}

// UTF-16 of Latin text has a NUL in nearly every other byte, and nearly none between.
const char* unmarked_utf16(std::string_view bytes) {
  const auto sample = bytes.substr(0, sample_size);
  std::array<std::size_t, 2> nuls{};
  for (std::size_t i = 0; i < sample.size(); ++i) nuls[i % 2] += sample[i] == '\0';
  const std::size_t many = sample.size() * 2 / 5;
  const std::size_t few = sample.size() / 50;
  if (many == 0) return nullptr;
  if (nuls[1] > many && nuls[0] <= few) return "UTF-16LE";
  if (nuls[0] > many && nuls[1] <= few) return "UTF-16BE";
  return nullptr;
}

// Text has line ends, tabs and now and then a form feed, but hardly any other control characters.
bool has_many_controls(std::string_view text) {
  const auto is_odd = [](unsigned char c) {
    return (c < 0x20 && (c < '\t' || c > '\r') && c != 0x1B) || c == 0x7F;
  };
  const auto odd = std::count_if(text.begin(), text.end(), is_odd);
  return static_cast<std::size_t>(odd) * 50 > text.size();
}

// Whether more of what is not ASCII is well-formed UTF-8 than not.
bool is_mostly_utf8(std::string_view bytes) {
  const auto length = static_cast<std::int64_t>(bytes.size());
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::int64_t i = 0; i < length;) {
    UChar32 c = 0;
    U8_NEXT(bytes.data(), i, length, c);
    good += c >= 0x80;
    bad += c < 0;
  }
  return good > bad;
}

// What `bytes` look like where a fifth or more of them is not ASCII.
std::string guessed_encoding(std::string_view bytes) {
  const auto sample = bytes.substr(0, sample_size);
  const auto high = std::count_if(sample.begin(), sample.end(), [](char c) { return (c & 0x80) != 0; });
  if (static_cast<std::size_t>(high) * 5 < sample.size()) return in_doubt;

  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, void (*)(UCharsetDetector*)> detector(ucsdet_open(&status),
                                                                                ucsdet_close);
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  const auto* match = ucsdet_detect(detector.get(), &status);
  const char* found = match ? ucsdet_getName(match, &status) : nullptr;
  return U_SUCCESS(status) && found ? found : in_doubt;
}

// Nothing where ICU does not know the encoding. What cannot be converted becomes U+FFFD.
std::optional<std::string> convert(std::string_view bytes, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(ucnv_open(encoding, &status),
                                                                     ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(),
                                status);
  if (U_FAILURE(status)) return std::nullopt;
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

// Pages declare under these names what browsers read as Windows-1252.
std::string as_browsers_read(std::string_view declared) {
  std::string name = in_small_letters(declared);
  for (const char* latin : {"iso-8859-1", "iso8859-1", "latin1", "l1", "ascii", "us-ascii"})
    if (name == latin) return in_doubt;
  return name;
}

tl::unexpected<Error> binary() {
  return fail(ErrorKind::Malformed, "", "binary data, not text");
}

}  // namespace

bool is_binary(std::string_view bytes) {
  const auto sample = bytes.substr(0, sample_size);
  if (marked_encoding(sample).first || unmarked_utf16(sample)) return false;
  return sample.find('\0') != std::string_view::npos || has_many_controls(sample);
}

Result<std::string> decode(std::string_view bytes, std::string_view declared) {
  std::optional<std::string> text;
  const auto [marked, mark_length] = marked_encoding(bytes);
  if (marked)
    text = convert(bytes.substr(mark_length), marked);
  else if (const char* utf16 = unmarked_utf16(bytes))
    text = convert(bytes, utf16);
  else if (count_nuls(bytes) > 0)
    return binary();
  else if (is_utf8(bytes))
    text = std::string(bytes);
  else if (is_mostly_utf8(bytes))
    text = convert(bytes, "UTF-8");
  else if (!declared.empty())
    text = convert(bytes, as_browsers_read(declared).c_str());

  if (!text) text = convert(bytes, guessed_encoding(bytes).c_str());
  if (!text || text->find('\0') != std::string::npos || has_many_controls(*text)) return binary();
  return std::move(*text);
}

Result<std::string> decode_strict(std::string_view bytes) {
  if (marked_encoding(bytes).first) return decode(bytes);
  if (is_binary(bytes)) return binary();
  if (!is_utf8(bytes)) return fail(ErrorKind::Malformed, "", "not UTF-8", "convert it with iconv");
  return std::string(bytes);
}

}  // namespace demarche
