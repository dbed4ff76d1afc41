// Most English shows itself within a few lines by its function words, which no other language has in such
// number; that costs a tenth of asking CLD2, which judges the rest.
#include "ingest/read/english.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>
#include <cstdio>  // CLD2's header uses FILE without including it

#include "ingest/read/tidy.h"

namespace demarche {
namespace {

constexpr std::size_t looked_at = 2000;       // bytes
constexpr std::size_t glance = 400;           // bytes
constexpr std::size_t enough_to_tell = 60;    // bytes of words, where CLD2 is sure
constexpr std::size_t enough_in_doubt = 200;  // bytes of words, where it is not
constexpr int mostly = 60;                    // percent of the words

constexpr std::array<std::string_view, 16> function_words{"and",   "been",  "from",  "have", "of", "that",
                                                          "the",   "their", "they",  "this", "to", "were",
                                                          "which", "with",  "would", "said"};

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c & 0x80) != 0;
}

// At least four, and every eighth word, are function words.
bool is_plainly_english(std::string_view lower) {
  std::size_t words = 0;
  std::size_t hits = 0;
  for (std::size_t i = 0; i < lower.size();) {
    const std::size_t begin = i;
    while (i < lower.size() && is_word_byte(lower[i])) ++i;
    if (i == begin) {
      ++i;
      continue;
    }
    ++words;
    const auto word = lower.substr(begin, i - begin);
    hits += std::find(function_words.begin(), function_words.end(), word) != function_words.end();
  }
  return hits >= 4 && hits * 8 >= words;
}

// At most `most` bytes, not ending within a character, in small letters: CLD2 takes words in capitals for
// acronyms.
std::string head_of(std::string_view text, std::size_t most) {
  if (text.size() <= most) return in_small_letters(text);
  while (most > 0 && (text[most] & 0xC0) == 0x80) --most;
  return in_small_letters(text.substr(0, most));
}

// CLD2 writes "GERMAN".
std::string language_name(CLD2::Language language) {
  const std::string_view capitals = CLD2::LanguageName(language);
  std::string name = in_small_letters(capitals);
  if (!name.empty()) name.front() = capitals.front();
  return name;
}

}  // namespace

std::optional<std::string> foreign_language(std::string_view text) {
  if (is_plainly_english(head_of(text, glance))) return std::nullopt;

  const std::string lower = head_of(text, looked_at);
  const CLD2::CLDHints no_hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  CLD2::Language languages[3];
  int percents[3];
  double scores[3];
  int bytes = 0;
  bool reliable = false;
  constexpr bool is_plain_text = true;
  CLD2::ExtDetectLanguageSummary(lower.data(), static_cast<int>(lower.size()), is_plain_text, &no_hints, 0,
                                 languages, percents, scores, nullptr, &bytes, &reliable);
  const auto first = languages[0];
  if (first == CLD2::ENGLISH || first == CLD2::UNKNOWN_LANGUAGE || percents[0] < mostly) return std::nullopt;
  if (static_cast<std::size_t>(bytes) < (reliable ? enough_to_tell : enough_in_doubt)) return std::nullopt;
  return language_name(first);
}

}  // namespace demarche
