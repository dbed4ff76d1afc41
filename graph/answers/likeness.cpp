// The distance is that of Damerau and Levenshtein in its restricted form (optimal string alignment).
#include "graph/answers/likeness.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "graph/identity/wording.h"
#include "graph/model/unicode.h"

namespace demarche {
namespace {

constexpr std::size_t letters_for_one_slip = 4;
constexpr std::size_t letters_for_two_slips = 7;
constexpr int most_points_without_word = 999;  // a bare number beyond is no number of points

std::optional<int> number_of(std::string_view word) {
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
  return value;
}

// The number before the word at `point`: "28 point", "twenty eight point".
std::optional<int> number_before(const std::vector<std::string>& words, std::size_t point) {
  if (point == 0) return std::nullopt;
  if (const auto number = number_of(words[point - 1])) return number;
  const auto units = number_spelled(words[point - 1]);
  const auto tens = point > 1 ? number_spelled(words[point - 2]) : std::nullopt;
  const bool is_compound = units && tens && *units > 0 && *units < 10 && *tens >= 20;
  return is_compound ? *tens + *units : units;
}

bool is_amount(std::string_view name, const std::vector<std::string>& words) {
  for (std::string_view sign : {"$", "€", "£", "¥", "%"})
    if (name.find(sign) != std::string_view::npos) return true;
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return word == "percent" || word == "million" || word == "billion" || word == "trillion";
  });
}

// "The 28 proposals", "the 28 plan": what is counted is the points, where "28 crowns" are something else.
bool is_plain_head(std::string_view word) {
  return word == "proposals" || word == "items" || word == "plan";
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t k = 0; k <= b.size(); ++k) row[k] = k;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last.swap(last);
    last.swap(row);
    row[0] = i;
    for (std::size_t k = 1; k <= b.size(); ++k) {
      row[k] = std::min({last[k] + 1, row[k - 1] + 1, last[k - 1] + (a[i - 1] != b[k - 1])});
      const bool is_swap = i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1];
      if (is_swap) row[k] = std::min(row[k], before_last[k - 2] + 1);
    }
  }
  return row[b.size()];
}

bool is_slip(std::string_view a, std::string_view b) {
  const auto letters = std::min(a.size(), b.size());
  const std::size_t allowed = letters >= letters_for_two_slips ? 2 : letters >= letters_for_one_slip ? 1 : 0;
  const auto difference = std::max(a.size(), b.size()) - letters;
  return difference <= allowed && edit_distance(a, b) <= allowed;
}

double distance_to(const Entity& entity, std::string_view name) {
  const auto typed = fold(name);
  double nearest = 1.0;
  for (const auto& alias : entity.aliases) {
    const auto other = fold(alias);
    const auto longer = std::max({typed.size(), other.size(), std::size_t{1}});
    nearest =
        std::min(nearest, static_cast<double>(edit_distance(typed, other)) / static_cast<double>(longer));
  }
  return nearest;
}

std::optional<int> points_in(std::string_view name) {
  std::vector<std::string> words;
  for (const auto& word : words_of(name)) words.push_back(fold(word));
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i] == "point" || words[i] == "points") return number_before(words, i);
  if (is_amount(name, words)) return std::nullopt;
  if (!words.empty() && is_plain_head(words.back())) words.pop_back();
  const auto number = words.empty() ? std::nullopt : number_of(words.back());
  return number && *number <= most_points_without_word ? number : std::nullopt;
}

bool is_year(std::string_view word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) && number_of(word);
}

}  // namespace demarche
