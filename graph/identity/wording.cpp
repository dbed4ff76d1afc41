// Words are those of Unicode's word boundaries (UAX 29), which keep "U.S", "4.2" and "Trump's" whole and part
// "28-point".
#include "graph/identity/wording.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>

#include "graph/model/unicode.h"

namespace demarche {
namespace {

constexpr std::array<std::string_view, 66> function_words{
    "a",       "about",    "additional", "aimed",  "all",   "an",    "and",      "any",     "are",   "as",
    "at",      "be",       "between",    "both",   "by",    "draft", "each",     "for",     "four",  "from",
    "further", "has",      "have",       "he",     "her",   "his",   "in",       "initial", "into",  "is",
    "it",      "its",      "latest",     "leaked", "more",  "my",    "new",      "no",      "of",    "on",
    "or",      "original", "other",      "others", "our",   "own",   "proposed", "set",     "she",   "some",
    "such",    "that",     "the",        "their",  "these", "they",  "this",     "those",   "three", "to",
    "two",     "was",      "we",         "were",   "which", "with"};
static_assert(std::is_sorted(function_words.begin(), function_words.end()));

constexpr std::array<std::string_view, 8> articles{"The ", "the ", "A ",    "a ",
                                                   "An ",  "an ",  "Some ", "some "};
constexpr std::array<std::string_view, 5> opening{"“", "\"", "‘", "'", " "};
constexpr std::array<std::string_view, 10> closing{"”", "\"", "’", "'", " ", ".", ",", ";", ":", "…"};

bool is_year(std::string_view word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool begins_with_digit(std::string_view word) {
  return !word.empty() && word[0] >= '0' && word[0] <= '9';
}

bool begins_with_capital(std::string_view word) {
  return !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
}

// "Trump's" and "Trump’s" as "Trump".
std::string without_possessive(std::string word) {
  for (std::string_view ending : {"'s", "’s", "'S", "’S"})
    if (word.ends_with(ending)) return word.substr(0, word.size() - ending.size());
  return word;
}

// What the number at `i` counts, and its value: "crown 42"; empty where it numbers points or is a year.
std::string amount_at(const std::vector<std::string>& words, std::size_t i) {
  static const std::set<std::string> scales{"thousand", "million", "billion", "trillion", "mln", "bln"};
  static const std::set<std::string> counted_otherwise{"point", "article", "item", "page"};
  const auto number = fold(words[i]);
  if (!begins_with_digit(number) || is_year(number)) return "";
  auto unit = i + 1 < words.size() ? stem(words[i + 1]) : std::string();
  if (counted_otherwise.contains(unit)) return "";
  if (unit == "per" || unit == "pct" || unit == "pc") unit = "percent";
  const bool is_money = unit.empty() || is_function_word(unit) || scales.contains(unit);
  if (is_money && i > 0 && is_numbered_noun(words[i - 1])) return fold(words[i - 1]) + ' ' + number;
  return (is_money && !scales.contains(unit) ? "money" : unit) + ' ' + number;
}

// Whether the word stands in the mention with a possessive ending.
bool owns_in(std::string_view mention, const std::string& word) {
  for (std::string_view ending : {"'s", "’s", "'", "’"})
    if (mention.find(word + std::string(ending)) != std::string_view::npos) return true;
  return false;
}

std::unique_ptr<icu::BreakIterator> english_words() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> made(
      icu::BreakIterator::createWordInstance(icu::Locale::getEnglish(), status));
  if (U_FAILURE(status)) made.reset();
  return made;
}

// Takes every affix off the front as long as one is there.
template <class Affixes>
std::string_view without_front(std::string_view text, const Affixes& affixes) {
  for (bool found = true; found;) {
    found = false;
    for (std::string_view affix : affixes)
      if (text.size() > affix.size() && text.starts_with(affix))
        text.remove_prefix(affix.size()), found = true;
  }
  return text;
}

template <class Affixes>
std::string_view without_back(std::string_view text, const Affixes& affixes) {
  for (bool found = true; found;) {
    found = false;
    for (std::string_view affix : affixes)
      if (text.size() > affix.size() && text.ends_with(affix)) text.remove_suffix(affix.size()), found = true;
  }
  return text;
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  thread_local const auto boundaries = english_words();  // dear to make
  std::vector<std::string> words;
  if (!boundaries) return words;

  const auto unicode = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  boundaries->setText(unicode);
  for (std::int32_t start = boundaries->first(), end = boundaries->next(); end != icu::BreakIterator::DONE;
       start = end, end = boundaries->next()) {
    if (boundaries->getRuleStatus() == UBRK_WORD_NONE) continue;
    std::string word;
    unicode.tempSubStringBetween(start, end).toUTF8String(word);
    words.push_back(without_possessive(std::move(word)));
  }
  return words;
}

std::string stem(std::string_view word) {
  std::string folded = fold(word);
  const bool is_plural =
      folded.size() > 3 && folded.ends_with('s') && !folded.ends_with("ss") && !folded.ends_with("us");
  if (is_plural) folded.pop_back();
  return folded;
}

bool is_function_word(std::string_view word) {
  return std::binary_search(function_words.begin(), function_words.end(), word);
}

bool is_numbered_noun(std::string_view word) {
  const auto folded = fold(word);
  return folded == "draft" || folded == "version" || folded == "phase" || folded == "article";
}

bool has_possessive(std::string_view mention) {
  const auto folded = fold(mention);
  return folded.find("'s ") != std::string::npos || folded.find("s' ") != std::string::npos;
}

std::string trimmed_name(std::string_view mention) {
  const std::string spaced = collapse_spaces(mention);
  const auto bare = without_front(without_front(std::string_view(spaced), opening), articles);
  return std::string(without_back(without_front(bare, opening), closing));
}

WordingReader::WordingReader(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {
  for (const auto& entry : gazetteer.entries())
    for (const auto& adjective : entry.adjectives) adjectives_.emplace(fold(adjective), entry.key);
}

std::string WordingReader::owner_key(const std::string& word) const {
  if (!begins_with_capital(word)) return "";
  if (const auto known = adjectives_.find(fold(word)); known != adjectives_.end()) return known->second;
  const auto* entry = gazetteer_.named(word);
  return entry ? entry->key : "";
}

Wording WordingReader::read(std::string_view mention) const {
  Wording wording;
  wording.has_owner = has_possessive(mention);
  const auto words = words_of(mention);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto folded = fold(words[i]);
    wording.has_number |= begins_with_digit(folded) && !is_year(folded);
    if (auto amount = amount_at(words, i); !amount.empty()) wording.amounts.insert(std::move(amount));
    if (is_function_word(folded)) continue;
    const auto key = owner_key(words[i]);
    wording.has_owner |= !key.empty();
    const bool owns = adjectives_.contains(folded) || owns_in(mention, words[i]);
    if (!key.empty() && owns) wording.owners.insert(key);
    wording.content.insert(key.empty() ? stem(folded) : key);
  }
  return wording;
}

}  // namespace demarche
