// Words are those of Unicode's word boundaries (UAX 29), which keep "U.S", "4.2" and "Trump's" whole and part
// "28-point".
#include "graph/identity/wording.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <tuple>

#include "graph/identity/naming_words.h"
#include "graph/identity/spelling.h"
#include "graph/model/unicode.h"

namespace demarche {
namespace {

constexpr std::array<std::string_view, 5> opening{"“", "\"", "‘", "'", " "};
constexpr std::array<std::string_view, 10> closing{"”", "\"", "’", "'", " ", ".", ",", ";", ":", "…"};

constexpr std::size_t longest_name = 4;  // words, of an actor's in a mention

bool is_preposition(std::string_view word) {
  return is_naming(NamingClass::Preposition, word);
}

bool is_year(std::string_view word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
         std::all_of(word.begin(), word.end(), is_digit);
}

bool begins_with_digit(std::string_view word) {
  return !word.empty() && is_digit(word[0]);
}

// "Trump's" and "Trump’s" as "Trump".
std::string without_possessive(std::string word) {
  for (std::string_view ending : {"'s", "’s", "'S", "’S"})
    if (word.ends_with(ending)) return word.substr(0, word.size() - ending.size());
  return word;
}

// Whether two words stand in the text with a hyphen or dash between them.
bool are_hyphened(std::string_view text, const std::string& one, const std::string& other) {
  return text.find(one + '-' + other) != std::string_view::npos ||
         text.find(one + "–" + other) != std::string_view::npos;
}

// What the number at `i` counts, and its value: "crown 42"; empty where it numbers points or is a year. A
// number in letters is one of what is measured ("three days") or joined to it ("two-house"), not of "two
// sides".
std::string amount_at(const std::vector<std::string>& words, std::size_t i, std::string_view mention) {
  auto number = fold(words[i]);
  auto unit = i + 1 < words.size() ? stem(words[i + 1]) : std::string();
  const bool is_of_unit = is_naming(NamingClass::Measure, unit) ||
                          (i + 1 < words.size() && are_hyphened(mention, words[i], words[i + 1]));
  if (const auto spelt = number_spelled(number); spelt && is_of_unit) number = std::to_string(*spelt);
  if (!begins_with_digit(number) || is_year(number)) return "";
  if (is_naming(NamingClass::Counted, unit)) return "";
  if (unit == "per" || unit == "pct" || unit == "pc") unit = "percent";
  const bool is_scale = is_naming(NamingClass::Scale, unit);
  const bool is_money = unit.empty() || is_function_word(unit) || is_scale;
  if (is_money && i > 0 && is_numbered_noun(words[i - 1])) return fold(words[i - 1]) + ' ' + number;
  return (is_money && !is_scale ? "money" : unit) + ' ' + number;
}

// Of "from 4 to 6 percent" the 4, which it is no more.
bool is_left(const std::vector<std::string>& words, std::size_t i) {
  if (i == 0 || words[i - 1] != "from") return false;
  const auto behind = words.begin() + static_cast<std::ptrdiff_t>(i);
  const auto to = std::find(behind, words.end(), "to");
  return to != words.end() && to + 1 != words.end() && begins_with_digit(*(to + 1));
}

// "For 2028", and of "the 2028 budget" and "Norway's 2028 budget" the year.
bool is_year_of_it(const std::vector<std::string>& words, std::size_t i, const Wording& before) {
  const auto& [keys, matter] = std::tie(before.keys, before.matter);
  const bool is_first =
      before.described.empty() && std::includes(keys.begin(), keys.end(), matter.begin(), matter.end());
  return is_year(words[i]) && ((i > 0 && words[i - 1] == "for") || is_first);
}

// Whether the word stands in the mention with a possessive ending.
bool owns_in(std::string_view mention, const std::string& word) {
  for (std::string_view ending : {"'s", "’s", "'", "’"})
    if (mention.find(word + std::string(ending)) != std::string_view::npos) return true;
  return false;
}

bool is_own(std::string_view word) {
  return is_naming(NamingClass::Owning, word);
}

// "To the United States", "to its members": to whom it went, where nothing but a name follows.
bool is_to_somebody(const std::vector<std::string_view>& words, std::size_t to) {
  if (is_own(fold(words[to + 1]))) return true;
  return std::all_of(words.begin() + static_cast<std::ptrdiff_t>(to) + 1, words.end(),
                     [](std::string_view word) {
                       return begins_with_capital(word) || word == "the" || word == "of" || word == "and";
                     });
}

// "7 percent", but no "51 votes".
bool is_measured(const std::vector<std::string_view>& words, std::size_t number) {
  if (number + 1 >= words.size() || !begins_with_digit(words[number])) return false;
  const auto unit = stem(words[number + 1]);
  return is_naming(NamingClass::Measure, unit) && unit != "vote";
}

bool begins_adjunct(const std::vector<std::string_view>& words, std::size_t i) {
  const auto word = fold(words[i]);
  if (is_naming(NamingClass::Adjunct, word)) return true;
  if (word == "to") return is_to_somebody(words, i);
  if (word == "with") return is_naming(NamingClass::Reserving, fold(words[i + 1]));
  if (word == "of") return i + 2 < words.size() && is_own(words[i + 1]) && words[i + 2] == "own";
  if (word != "in" && word != "on" && word != "by" && word != "over") return false;
  if (word == "by" && is_measured(words, i + 1)) return false;  // "raise pay by 7 percent"
  auto next = i + 1;
  while (next + 1 < words.size() && is_naming(NamingClass::BeforeOccasion, words[next])) ++next;
  if (word == "by" && is_naming(NamingClass::Deciding, fold(words[next])))
    return true;  // "by a show of hands"
  return begins_with_digit(words[next]) || is_naming(NamingClass::Occasion, fold(words[next]));
}

// Whether nothing but capitals follows.
bool is_name_to_end(const std::vector<std::string>& words, std::size_t from) {
  return std::all_of(words.begin() + static_cast<std::ptrdiff_t>(from), words.end(), begins_with_capital);
}

std::unique_ptr<icu::BreakIterator> english_words() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> made(
      icu::BreakIterator::createWordInstance(icu::Locale::getEnglish(), status));
  if (U_FAILURE(status)) made.reset();
  return made;
}

// Without the articles and pronouns that open it, but for those in capitals.
std::string_view without_articles(std::string_view text) {
  while (true) {
    const auto space = text.find(' ');
    if (space == std::string_view::npos || space + 1 == text.size()) return text;
    const auto word = text.substr(0, space);
    const bool is_shouted = space > 1 && is_capital_letter(word[1]);
    if (is_shouted || !is_naming(NamingClass::Article, fold(word))) return text;
    text.remove_prefix(space + 1);
  }
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
  return is_naming(NamingClass::Function, word);
}

std::optional<int> number_spelled(std::string_view word) {
  const auto value = naming_words().value(NamingClass::Number, word);
  return value ? std::optional(std::stoi(std::string(*value))) : std::nullopt;
}

bool is_numbered_noun(std::string_view word) {
  return is_naming(NamingClass::Numbered, fold(word));
}

bool has_possessive(std::string_view mention) {
  const auto folded = fold(mention);
  return folded.find("'s ") != std::string::npos || folded.find("s' ") != std::string::npos;
}

bool has_open_article(std::string_view mention) {
  const auto words = words_of(mention);
  return !words.empty() && (fold(words.front()) == "a" || fold(words.front()) == "an");
}

std::string_view without_adjunct(std::string_view mention) {
  auto words = pieces_of(mention);
  std::erase(words, "");
  for (std::size_t i = 1; i + 1 < words.size(); ++i)
    if (begins_adjunct(words, i)) {
      const auto& last = words[i - 1];
      return mention.substr(0, static_cast<std::size_t>(last.data() - mention.data()) + last.size());
    }
  return mention;
}

std::string trimmed_name(std::string_view mention) {
  const std::string spaced = collapse_spaces(mention);
  const auto bare = without_articles(without_front(without_adjunct(spaced), opening));
  return std::string(without_back(without_front(bare, opening), closing));
}

WordingReader::WordingReader(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {
  for (const auto& entry : gazetteer.entries())
    for (const auto& adjective : entry.adjectives) adjectives_.emplace(fold(adjective), entry.key);
}

WordingReader::Named WordingReader::named_at(const std::vector<std::string>& words, std::size_t i) const {
  if (!begins_with_capital(words[i])) return {};
  for (std::size_t n = std::min(longest_name, words.size() - i); n > 0; --n) {
    std::string name = words[i];
    for (std::size_t k = 1; k < n; ++k) name += ' ' + words[i + k];
    const bool is_code =
        name.size() == 2 && !is_capital_letter(name[1]);  // "St. Brendan" is in no state "ST"
    if (is_code) continue;
    if (const auto known = adjectives_.find(fold(name)); known != adjectives_.end())
      return {known->second, n, true};
    const auto* entry = gazetteer_.named(name);
    const bool is_pointed =
        name.find('.') != std::string::npos;  // "U.S", whose last point is no part of a word
    if (!entry && is_pointed) entry = gazetteer_.named(name + '.');
    if (entry) return {entry->key, n, false};
  }
  return {};
}

bool WordingReader::is_capital(const std::string& key) const {
  const auto* entry = gazetteer_.find(key);
  if (!entry) return false;
  return std::any_of(entry->affiliations.begin(), entry->affiliations.end(),
                     [](const auto& standing) { return standing.relation == LinkKind::SeatOf; });
}

Wording WordingReader::read(std::string_view mention) const {
  Wording wording;
  const auto core = without_adjunct(mention);
  const auto words = words_of(core);
  const bool is_of_thing =  // no clause, and no span "from 35 to 18 percent"
      !words.empty() && fold(words.front()) != "to" &&
      std::find(words.begin(), words.end(), "from") == words.end();
  bool is_after_preposition = false;
  bool is_joined = false;  // by "with" or "between"
  std::string last_key;    // of the name that ends before this word
  for (std::size_t i = 0; i < words.size();) {
    const auto folded = fold(words[i]);
    wording.has_number |= begins_with_digit(folded) && !is_year(folded);
    if (is_year_of_it(words, i, wording)) wording.years.insert(words[i]);
    if (auto amount = amount_at(words, i, core); !amount.empty() && !is_left(words, i)) {
      wording.is_moved |= i > 0 && words[i - 1] == "to" && is_of_thing && !wording.content.empty();
      wording.amounts.insert(std::move(amount));
    }
    if (is_function_word(folded)) {
      is_joined =
          folded == "with" || folded == "between" || (is_joined && (folded == "and" || folded == "the"));
      is_after_preposition |= is_preposition(folded);
      last_key.clear();
      ++i;
      continue;
    }
    const bool is_time = is_naming(NamingClass::Occasion, folded) && owns_in(core, words[i]);
    if (is_time) {  // "last year's agreement" is nobody's
      ++i;
      continue;
    }
    const auto named = named_at(words, i);
    if (i > 0 && words[i - 1] == "in" && is_capital(named.key)) {  // where it was signed
      i += named.words;
      continue;
    }
    if (i > 0 && words[i - 1] == "in" && named.key.empty() && !wording.content.empty() &&
        is_name_to_end(words, i))
      break;  // "a treaty in Turku"
    const auto& last = words[i + named.words - 1];
    wording.has_owner |= !named.key.empty();
    const bool is_possessive = owns_in(core, last);
    wording.has_owner |= is_possessive;
    if (!named.key.empty() && (named.is_adjective || is_possessive)) wording.owners.insert(named.key);
    if (is_possessive && named.key.empty())
      (begins_with_capital(last) ? wording.called : wording.described).insert(stem(last));
    const auto word = named.key.empty() ? stem(folded) : named.key;
    wording.content.insert(word);
    if (!named.key.empty()) wording.keys.insert(word);
    wording.matter.insert(word);
    if (!named.key.empty() && is_joined) wording.sides.insert(named.key);
    if (!named.key.empty() && !last_key.empty() && are_hyphened(core, words[i - 1], words[i]))
      wording.sides.insert({last_key, named.key});
    if (is_possessive && !is_after_preposition) wording.matter.clear();
    last_key = named.key;
    i += named.words;
  }
  return wording;
}

}  // namespace demarche
