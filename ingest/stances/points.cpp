#include "ingest/stances/points.h"

#include <charconv>
#include <string_view>

#include "ingest/stances/proposal_reader.h"

namespace demarche {
namespace {

constexpr int least_counted = 5;  // "27 proposals" has 27 points; "two proposals" are two
constexpr int most_points = 999;

struct Number {
  int value = 0;
  int last = 0;  // the last of its words
};

// The number word or digits at this word: "28", "twenty", "dozen".
std::optional<int> value_at(const Shallow& text, int word) {
  const std::string& key = text.key(word);
  int value = 0;
  const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), value);
  if (error == std::errc() && end == key.data() + key.size() && value > 0 && value <= most_points)
    return value;
  const int listed = text.tag(word).facts->value;
  const bool counts = text.tag(word).facts->is(WordClass::Number);
  return counts && listed > 0 ? std::optional(listed) : std::nullopt;
}

bool is_hyphen(std::string_view key) {
  return key == "-" || key == "\u2010" || key == "\u2011" || key == "\u2013";
}

// The number that begins at this word, tens and units together: "twenty-eight", "twenty eight".
std::optional<Number> number_at(const Shallow& text, int word) {
  const auto tens = value_at(text, word);
  if (!tens) return std::nullopt;
  Number number{*tens, word};
  int next = word + 1;
  if (next < text.line->size() && is_hyphen(text.key(next))) ++next;
  const bool in_letters = text.word(word).shape != Shape::Number;
  if (next >= text.line->size() || !in_letters || *tens < 20 || *tens % 10 != 0) return number;
  const auto units = value_at(text, next);
  if (units && *units < 10 && text.word(next).shape != Shape::Number) number = {*tens + *units, next};
  return number;
}

// "-point", "point" or "points" behind the number.
bool counts_points(const Shallow& text, int behind) {
  int word = behind;
  if (word < text.line->size() && is_hyphen(text.key(word))) ++word;
  if (word >= text.line->size()) return false;
  const std::string& key = text.key(word);
  return key == "points" || key == "point" || key == "pointer";
}

// "27 proposals", "28 initial draft demands": the head itself is counted.
bool counts_head(const Shallow& text, const ProposalMention& mention, const Number& number) {
  const bool countable = mention.noun && mention.noun->plural &&
                         is_one_of(mention.noun->noun, {"proposal", "demand", "recommendation", "condition"});
  if (!countable || number.value < least_counted) return false;
  if (number.last >= mention.head || number.last < mention.core_first) return false;
  const int before = number.last - 1;
  const bool money = before >= 0 && bears_currency(text.key(before));
  return !money && !text.tag(number.last + 1).facts->is(WordClass::Unit);
}

}  // namespace

std::optional<int> points_said(const Shallow& text, const ProposalMention& mention) {
  for (int i = mention.first; i <= mention.last; ++i) {
    const auto number = number_at(text, i);
    if (!number) continue;
    if (counts_points(text, number->last + 1) || counts_head(text, mention, *number)) return number->value;
    i = number->last;
  }
  return std::nullopt;
}

bool counts_points_at(const Line& line, int word) {
  const auto key = [&line](int at) -> const std::string& {
    return line.words[static_cast<std::size_t>(at)].key;
  };
  return word > 0 && key(word) == "point" && key(word - 1) == "-";
}

}  // namespace demarche
