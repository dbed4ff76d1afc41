#include "ingest/stances/dates.h"

#include <chrono>
#include <string_view>

namespace demarche {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

// What a chunk of time says, as found.
struct Stated {
  int month = 0, day = 0, year = 0;
  int weekday = 0;        // Monday 1
  int season = 0;         // the month that it ends in
  int count = 0;          // "four weeks ago"
  std::string_view unit;  // "week", "month", "year"
  std::string_view word;  // "today", "yesterday", "tomorrow"
  int shift = 0;          // last -1, next 1
  bool ago = false;
};

bool is_unit(std::string_view key) {
  return key == "week" || key == "weeks" || key == "month" || key == "months" || key == "year" ||
         key == "years" || key == "day" || key == "days";
}

Stated stated(const Shallow& text, const Chunk& time) {
  Stated found;
  for (int i = time.first; i <= time.last; ++i) {
    const std::string& key = text.key(i);
    const WordFacts& facts = *text.tag(i).facts;
    const bool digits = key.find_first_not_of("0123456789") == std::string::npos;
    const bool is_before_month = i < time.last && text.tag(i + 1).facts->is(WordClass::Month);
    if (facts.is(WordClass::Month) && text.word(i).shape != Shape::Lower)
      found.month = facts.value;
    else if (facts.is(WordClass::Weekday))
      found.weekday = facts.value;
    else if (digits && key.size() == 4)
      found.year = std::stoi(key);
    else if (is_before_month && key.front() >= '0' && key.front() <= '9')
      found.day = std::stoi(key);  // "14 June", "3rd March"
    else if (digits && key.size() <= 2)
      (found.month ? found.day : found.count) = std::stoi(key);
    else if (found.month && (facts.is(WordClass::Number) || facts.is(WordClass::Ordinal)))
      found.day = facts.value;  // "February third"
    else if (facts.is(WordClass::Number))
      found.count = facts.value;
    else if (key == "a" || key == "an")
      found.count = 1;
    else if (is_unit(key))
      found.unit = std::string_view(key).substr(0, key.size() - (key.back() == 's'));
    else if (key == "last")
      found.shift = -1;
    else if (key == "next")
      found.shift = 1;
    else if (facts.is(WordClass::Season))
      found.season = facts.value;
    else if (key == "ago" || key == "earlier")
      found.ago = true;
    else
      found.word = key;
  }
  return found;
}

std::optional<Date> checked(int year, int month, int day) {
  const Date date{year, month, day};
  return Date::parse(date.iso());
}

Date month_of(sys_days day) {
  Date date = Date::of(day);
  date.day = 0;
  return date;
}

Date month_shifted(const Date& from, int months) {
  const int index = from.year * 12 + from.month - 1 + months;
  return Date{index / 12, index % 12 + 1, 0};
}

std::optional<Date> weekday_near(const Stated& time, sys_days today, Look look) {
  const int now = static_cast<int>(std::chrono::weekday(today).iso_encoding());
  int distance = time.weekday - now;
  if (look != Look::Ahead && distance > 0) distance -= 7;
  if (look == Look::Ahead && distance < 0) distance += 7;
  if (time.shift < 0 && distance == 0) distance = -7;
  if (time.shift > 0 && distance <= 0) distance += 7;
  return Date::of(today + days(distance));
}

// A month without year: this year's, or the one before or after where that is nearer or what is told of is
// over.
std::optional<Date> month_near(const Stated& time, const Date& document, Look look) {
  int year = document.year;
  const bool is_over = look == Look::Back || (look == Look::Near && time.shift < 0);
  if ((is_over && time.month > document.month) || (look == Look::Near && time.month - document.month > 6))
    --year;
  if ((look == Look::Ahead && document.month - time.month > 3) ||
      (time.shift > 0 && document.month - time.month > 6))
    ++year;
  return checked(year, time.month, time.day);
}

// "last summer": the year of the last that was over; none for a winter, which has two.
std::optional<Date> season_before(const Stated& time, const Date& document) {
  if (time.season < 3) return std::nullopt;
  if (time.word == "this") return Date{document.year, 0, 0};
  if (time.shift >= 0) return std::nullopt;
  return Date{time.season < document.month ? document.year : document.year - 1, 0, 0};
}

std::optional<Date> relative(const Stated& time, const Date& document, sys_days today) {
  if (time.word == "today" || time.word == "tonight") return document;
  if (is_one_of(time.word, {"morning", "afternoon", "evening", "night"}))
    return time.shift < 0 ? Date::of(today - days(1)) : document;
  if (time.word == "yesterday") return Date::of(today - days(1));
  if (time.word == "tomorrow") return Date::of(today + days(1));
  if (time.word == "this" && time.unit == "year") return Date{document.year, 0, 0};
  if (time.word == "this" && time.unit == "month") return Date{document.year, document.month, 0};
  const int count = time.ago ? -time.count : time.shift;
  if (time.unit == "month" && count != 0) return month_shifted(document, count);
  if (time.unit == "year" && count != 0) return Date{document.year + count, 0, 0};
  if (time.unit == "week" && time.ago) return Date::of(today + days(7 * count));
  if (time.unit == "day" && time.ago) return Date::of(today + days(count));
  if (time.unit == "week" && (count == -1 || count == 1)) return month_of(today + days(7 * count));
  return std::nullopt;
}

// "*in* 1984", "at the start *of* 1984".
bool names_period(const Shallow& text, const Chunk& time) {
  if (time.first == 0) return false;
  if (text.key(time.first - 1) == "in") return true;
  return time.first > 1 && text.key(time.first - 1) == "of" &&
         is_one_of(text.key(time.first - 2), {"beginning", "start", "middle", "end", "half", "quarter"});
}

// "the end of this month": not over yet.
bool is_end_of_current(const Shallow& text, const Chunk& time) {
  return time.first > 1 && text.key(time.first) == "this" && text.key(time.first - 1) == "of" &&
         text.key(time.first - 2) == "end";
}

}  // namespace

std::optional<Date> date_of(const Shallow& text, const Chunk& time, const std::optional<Date>& document,
                            Look look) {
  if (look == Look::Back && is_end_of_current(text, time)) return std::nullopt;
  const Stated what = stated(text, time);
  const bool in_year = what.year > 0 && names_period(text, time);
  if (what.year > 0 && (what.month > 0 || in_year)) return checked(what.year, what.month, what.day);
  if (!document || document->month == 0) return std::nullopt;
  if (what.month > 0) return month_near(what, *document, look);
  if (what.season > 0) return season_before(what, *document);
  if (document->day == 0) return std::nullopt;
  if (what.weekday > 0) return weekday_near(what, document->first_day(), look);
  return relative(what, *document, document->first_day());
}

std::optional<Date> date_owning(const Shallow& text, const Chunk& group, const std::optional<Date>& document,
                                Look look) {
  const int mark = text.possessive_mark(group.first + 1, group.head);
  if (mark < 0) return std::nullopt;
  return date_of(text, {ChunkKind::Time, group.first, mark - 1, group.first}, document, look);
}

}  // namespace demarche
