#include "ingest/read/dates.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "graph/model/unicode.h"
#include "ingest/read/tidy.h"

namespace demarche {
namespace {

constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                  "may",       "june",     "july",     "august",
                                                  "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> weekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                   "friday", "saturday", "sunday"};
constexpr std::size_t longest_dateline = 160;  // bytes
constexpr std::size_t longest_heading = 120;   // bytes of a line above it
constexpr int lines_looked_at = 4;
constexpr std::size_t shortest_short_form = 3;

bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

// The place in `names` of a name or its short form ("Sept", "wed"), from 1; 0 where it is none.
template <class Names>
int named(const Names& names, std::string_view word) {
  if (word.size() < shortest_short_form) return 0;
  const std::string lower = in_small_letters(word);
  for (std::size_t i = 0; i < names.size(); ++i)
    if (lower == names[i] || (lower.size() <= 4 && names[i].starts_with(lower)))
      return static_cast<int>(i) + 1;
  return 0;
}

// Reads a written day from left to right.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  [[nodiscard]] std::string_view rest() const { return rest_; }

  // A number of exactly, or at most, so many digits; -1 where there is none.
  int number(std::size_t least, std::size_t most) {
    std::size_t length = 0;
    int value = 0;
    for (; length < rest_.size() && length <= most && is_digit(rest_[length]); ++length)
      value = value * 10 + (rest_[length] - '0');
    if (length < least || length > most) return -1;
    rest_.remove_prefix(length);
    return value;
  }

  std::string_view word() {
    std::size_t length = 0;
    while (length < rest_.size() && is_letter(rest_[length])) ++length;
    const auto found = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return found;
  }

  bool accept(std::string_view piece) {
    if (!rest_.starts_with(piece)) return false;
    rest_.remove_prefix(piece.size());
    return true;
  }

  // What may stand between the parts of a day.
  void skip_separators() {
    while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == ',' || rest_.front() == '.'))
      rest_.remove_prefix(1);
  }

 private:
  std::string_view rest_;
};

struct Written {
  Date date;
  std::string_view after;
};

// A day of the calendar, or nothing. Zero stands for an unknown month or day.
std::optional<Written> checked(Date date, std::string_view after) {
  if (!after.empty() && is_digit(after.front())) return std::nullopt;
  const auto real = Date::parse(date.iso());
  return real && *real == date ? std::optional(Written{date, after}) : std::nullopt;
}

// "2025-11-23", "2025/11/23", "20251123".
std::optional<Written> all_digits(Scanner scan) {
  const Scanner begin = scan;
  if (const int packed = scan.number(8, 8); packed > 0)
    return checked({packed / 10000, packed / 100 % 100, packed % 100}, scan.rest());
  scan = begin;
  const int year = scan.number(4, 4);
  const std::string_view dash = scan.rest().starts_with('/') ? "/" : "-";
  if (year < 1 || !scan.accept(dash)) return std::nullopt;
  const int month = scan.number(2, 2);
  if (month < 1) return std::nullopt;
  const Scanner coarse = scan;
  if (!scan.accept(dash)) return checked({year, month, 0}, coarse.rest());
  const int day = scan.number(2, 2);
  return day > 0 ? checked({year, month, day}, scan.rest()) : std::nullopt;
}

void skip_ordinal(Scanner& scan) {
  for (const char* ending : {"st", "nd", "rd", "th"})
    if (scan.accept(ending)) return;
}

// "23 November 2025", "Nov. 23, 2025", "November 2025", with or without the day of the week.
std::optional<Written> month_in_words(Scanner scan) {
  const Scanner begin = scan;
  if (named(weekdays, scan.word()) != 0)
    scan.skip_separators();
  else
    scan = begin;

  int day = scan.number(1, 2);
  if (day >= 0) skip_ordinal(scan);
  scan.skip_separators();
  const int month = named(months, scan.word());
  if (month == 0) return std::nullopt;
  scan.skip_separators();
  if (day < 0) {
    day = scan.number(1, 2);
    if (day >= 0) skip_ordinal(scan);
    scan.skip_separators();
  }
  const int year = scan.number(4, 4);
  return year > 0 ? checked({year, month, day < 0 ? 0 : day}, scan.rest()) : std::nullopt;
}

std::optional<Written> written_date(std::string_view text) {
  const Scanner scan(text);
  if (auto found = all_digits(scan)) return found;
  return month_in_words(scan);
}

// Words that begin with a capital letter, or join such words: "Geneva", "RIO DE JANEIRO", "Port of Spain";
// but not one that begins a sentence.
bool are_places(std::string_view before) {
  constexpr std::array<std::string_view, 8> no_places{"In",    "On",   "By",    "Since",
                                                      "Until", "From", "After", "Before"};
  constexpr std::array<std::string_view, 8> joining{"de", "del", "da", "la", "of", "the", "al", "and"};
  while (!before.empty()) {
    if (!is_letter(before.front())) {
      if (is_digit(before.front())) return false;
      before.remove_prefix(1);
      continue;
    }
    std::size_t length = 0;
    while (length < before.size() && (is_letter(before[length]) || (before[length] & 0x80) != 0)) ++length;
    const auto word = before.substr(0, length);
    const bool joins = std::find(joining.begin(), joining.end(), word) != joining.end();
    const bool is_no_place = std::find(no_places.begin(), no_places.end(), word) != no_places.end();
    if (is_no_place || (!joins && std::islower(static_cast<unsigned char>(word.front())) != 0)) return false;
    before.remove_prefix(length);
  }
  return true;
}

// After the day: perhaps an agency in brackets, then a dash, a colon or nothing.
bool ends_dateline(std::string_view after) {
  after = trim(after);
  if (after.starts_with('(')) {
    const auto end = after.find(')');
    if (end == std::string_view::npos) return false;
    after = trim(after.substr(end + 1));
  }
  if (after.empty() || after == ".") return true;
  for (const char* mark : {"-", "\u2013", "\u2014", ":"})
    if (after.starts_with(mark)) return true;
  return false;
}

std::optional<Date> dateline(std::string_view line) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool begins_word = i == 0 || line[i - 1] == ' ' || line[i - 1] == '(';
    if (!begins_word) continue;
    const auto found = written_date(line.substr(i));
    if (found && are_places(line.substr(0, i)) && ends_dateline(found->after)) return found->date;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Date> date_of_metadata(std::string_view text) {
  const auto found = written_date(trim(text));
  if (found) return found->date;
  const auto year = Date::parse(trim(text));
  return year;
}

std::optional<Date> date_of_dateline(std::string_view text) {
  for (int lines = 0; lines < lines_looked_at; ++lines) {
    text = trim(text);
    const auto line = trim(take_line(text));
    if (const auto date = dateline(line.substr(0, longest_dateline))) return date;
    if (line.size() > longest_heading || line.ends_with('.')) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace demarche
