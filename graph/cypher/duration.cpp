// Durations as text and as numbers. A month is on average 2,629,746 seconds, a twelfth of the Gregorian year.
#include "graph/cypher/duration.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>

#include "graph/cypher/calendar.h"
#include "graph/cypher/failure.h"
#include "graph/cypher/temporal.h"

namespace demarche::cypher {
namespace {

__extension__ typedef __int128 Wide;

constexpr long double seconds_per_month = 2'629'746;

[[noreturn]] void fail_too_long() {
  fail_runtime(FailureType::ArgumentError, "NumberOutOfRange", "the duration is too long");
}

std::int64_t whole(long double value) {
  if (!(std::fabs(value) < 9.2e18L)) fail_too_long();
  return static_cast<std::int64_t>(value);
}

std::int64_t checked_sum(std::int64_t a, std::int64_t b) {
  std::int64_t result = 0;
  if (__builtin_add_overflow(a, b, &result)) fail_too_long();
  return result;
}

Duration normalised(std::int64_t months, std::int64_t days, std::int64_t seconds, std::int64_t nanos) {
  return {months, days, checked_sum(seconds, floor_div(nanos, nanos_per_second)),
          static_cast<std::int32_t>(floor_mod(nanos, nanos_per_second))};
}

struct Unit {
  std::string_view name;
  char letter;  // in text; 0 where there is none
  bool time;    // after the T
  void (*add)(FractionalDuration&, long double);
};

constexpr std::array<Unit, 11> units{{
    {"years", 'Y', false, [](FractionalDuration& d, long double x) { d.months += x * 12; }},
    {"quarters", 0, false, [](FractionalDuration& d, long double x) { d.months += x * 3; }},
    {"months", 'M', false, [](FractionalDuration& d, long double x) { d.months += x; }},
    {"weeks", 'W', false, [](FractionalDuration& d, long double x) { d.days += x * 7; }},
    {"days", 'D', false, [](FractionalDuration& d, long double x) { d.days += x; }},
    {"hours", 'H', true, [](FractionalDuration& d, long double x) { d.seconds += x * 3600; }},
    {"minutes", 'M', true, [](FractionalDuration& d, long double x) { d.seconds += x * 60; }},
    {"seconds", 'S', true, [](FractionalDuration& d, long double x) { d.seconds += x; }},
    {"milliseconds", 0, true, [](FractionalDuration& d, long double x) { d.nanos += whole(x * 1e6L); }},
    {"microseconds", 0, true, [](FractionalDuration& d, long double x) { d.nanos += whole(x * 1e3L); }},
    {"nanoseconds", 0, true, [](FractionalDuration& d, long double x) { d.nanos += whole(x); }},
}};

std::optional<long double> parse_number(std::string_view& text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  std::size_t size = 0;
  std::string digits;
  for (; size < text.size() &&
         ((text[size] >= '0' && text[size] <= '9') || text[size] == '.' || text[size] == ',');
       ++size) {
    digits += text[size] == ',' ? '.' : text[size];
  }
  long double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  text.remove_prefix(size);
  return negative ? -value : value;
}

// "2012-02-02T14:37:21.545", a duration written like a point in time.
std::optional<Duration> parse_as_moment(std::string_view text) {
  const auto at = parse_local_date_time(text);
  if (!at) return std::nullopt;
  const CivilDay day = civil_of(floor_div(at->seconds, seconds_per_day));
  return Duration{day.year * 12 + day.month, day.day, floor_mod(at->seconds, seconds_per_day), at->nanos};
}

}  // namespace

Duration rounded(const FractionalDuration& parts) {
  const std::int64_t months = whole(parts.months);
  const long double all_days =
      parts.days + (parts.months - static_cast<long double>(months)) * seconds_per_month / seconds_per_day;
  const std::int64_t days = whole(all_days);
  const long double all_seconds =
      parts.seconds + (all_days - static_cast<long double>(days)) * seconds_per_day;
  const std::int64_t seconds = whole(all_seconds);
  const auto nanos = static_cast<std::int64_t>(
      std::llround((all_seconds - static_cast<long double>(seconds)) * nanos_per_second));
  return normalised(months, days, seconds, checked_sum(nanos, parts.nanos));
}

Duration sum(const Duration& a, const Duration& b) {
  return normalised(checked_sum(a.months, b.months), checked_sum(a.days, b.days),
                    checked_sum(a.seconds, b.seconds), std::int64_t{a.nanos} + b.nanos);
}

Duration negated(const Duration& a) {
  return normalised(-a.months, -a.days, -a.seconds, -std::int64_t{a.nanos});
}

Duration scaled(const Duration& a, long double factor) {
  return rounded({a.months * factor, a.days * factor, (a.seconds + a.nanos / 1e9L) * factor, 0});
}

std::strong_ordering order_durations(const Duration& a, const Duration& b) {
  const auto length = [](const Duration& d) {
    return static_cast<Wide>(d.months) * 2'629'746 + static_cast<Wide>(d.days) * seconds_per_day + d.seconds;
  };
  const Wide x = length(a), y = length(b);
  if (x != y) return x < y ? std::strong_ordering::less : std::strong_ordering::greater;
  if (const auto by_nanos = a.nanos <=> b.nanos; by_nanos != 0) return by_nanos;
  const auto by_months = a.months <=> b.months;
  return by_months != 0 ? by_months : a.days <=> b.days;
}

std::string duration_text(const Duration& duration) {
  std::string text = "P";
  const auto append = [&](std::int64_t quantity, char unit) {
    if (quantity) text += fmt::format("{}{}", quantity, unit);
  };
  append(duration.months / 12, 'Y');
  append(duration.months % 12, 'M');
  append(duration.days, 'D');
  if (duration.seconds || duration.nanos) {
    text += 'T';
    const bool borrow = duration.seconds < 0 && duration.nanos > 0;  // seconds and nanoseconds of one sign
    const std::int64_t seconds = duration.seconds + borrow;
    const std::int64_t nanos = borrow ? nanos_per_second - duration.nanos : duration.nanos;
    append(seconds / 3600, 'H');
    append(seconds / 60 % 60, 'M');
    const std::int64_t rest = seconds % 60;
    if (nanos) {
      std::string fraction = fmt::format("{:09}", nanos);
      fraction.erase(fraction.find_last_not_of('0') + 1);
      text += fmt::format("{}{}.{}S", borrow ? "-" : "", std::abs(rest), fraction);
    } else {
      append(rest, 'S');
    }
  }
  return text == "P" ? "PT0S" : text;
}

std::optional<Duration> parse_duration(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  if (text.size() < 2 || text.front() != 'P') return std::nullopt;
  text.remove_prefix(1);
  if (text.find_first_not_of("0123456789") == 4 && text[4] == '-') return parse_as_moment(text);
  FractionalDuration parts;
  bool in_time = false;
  while (!text.empty()) {
    if (text.front() == 'T' && !in_time) {
      in_time = true;
      text.remove_prefix(1);
      if (text.empty()) return std::nullopt;
      continue;
    }
    const auto number = parse_number(text);
    if (!number || text.empty()) return std::nullopt;
    const Unit* unit = nullptr;
    for (const Unit& candidate : units) {
      if (candidate.letter == text.front() && candidate.time == in_time) unit = &candidate;
    }
    if (!unit) return std::nullopt;
    unit->add(parts, *number);
    text.remove_prefix(1);
  }
  const Duration duration = rounded(parts);
  return negative ? negated(duration) : duration;
}

Duration duration_from(const Map& map) {
  FractionalDuration parts;
  for (const auto& [key, value] : map) {
    const Unit* unit = nullptr;
    for (const Unit& candidate : units) {
      if (candidate.name == key) unit = &candidate;
    }
    if (!unit)
      fail_runtime(FailureType::ArgumentError, "InvalidArgumentValue",
                   fmt::format("a duration has no `{}`", key));
    if (!value.is_number())
      fail_runtime(FailureType::TypeError, "InvalidArgumentType",
                   fmt::format("`{}` of a duration must be a number", key));
    unit->add(parts, value.integer() ? static_cast<long double>(*value.integer())
                                     : static_cast<long double>(*value.real()));
  }
  return rounded(parts);
}

namespace {

// Both ends on one calendar and in one zone: what one lacks it takes of the other.
struct AlignedEnds {
  ZonedDateTime from, to;
  Zone zone;
  bool dated = true;  // both have a date of their own
};

AlignedEnds aligned(const Value& from, const Value& to) {
  const Moment a = moment_of(from), b = moment_of(to);
  AlignedEnds ends;
  ends.dated = a.days && b.days;
  ends.zone = a.zone ? *a.zone : b.zone.value_or(Zone{});
  const auto place = [&](const Moment& own, const Moment& other) {
    const std::int64_t days = own.days.value_or(other.days.value_or(0));
    const Zone zone = own.zone ? *own.zone : other.zone.value_or(Zone{});
    return in_zone(zoned(days, own.nanos.value_or(0), zone), ends.zone);
  };
  ends.from = place(a, b);
  ends.to = place(b, a);
  return ends;
}

Duration clock_between(const ZonedDateTime& from, const ZonedDateTime& to) {
  return normalised(0, 0, to.seconds - from.seconds, std::int64_t{to.nanos} - from.nanos);
}

// The whole days from one local time to another, towards zero.
std::int64_t whole_days(std::int64_t from_day, std::int64_t from_nanos, std::int64_t to_day,
                        std::int64_t to_nanos) {
  const std::int64_t days = to_day - from_day;
  if (days > 0 && to_nanos < from_nanos) return days - 1;
  if (days < 0 && to_nanos > from_nanos) return days + 1;
  return days;
}

std::int64_t whole_months(std::int64_t from_day, std::int64_t from_nanos, std::int64_t to_day,
                          std::int64_t to_nanos) {
  const CivilDay a = civil_of(from_day), b = civil_of(to_day);
  const std::int64_t months = (b.year - a.year) * 12 + b.month - a.month;
  const std::pair from_rest(std::int64_t{a.day}, from_nanos), to_rest(std::int64_t{b.day}, to_nanos);
  if (months > 0 && to_rest < from_rest) return months - 1;
  if (months < 0 && to_rest > from_rest) return months + 1;
  return months;
}

}  // namespace

Duration between(const Value& from, const Value& to, Measure measure) {
  const AlignedEnds ends = aligned(from, to);
  if (measure == Measure::Seconds) return clock_between(ends.from, ends.to);
  if (!ends.dated) return measure == Measure::Calendar ? clock_between(ends.from, ends.to) : Duration{};
  const auto [from_day, from_nanos] = local_of(ends.from);
  const auto [to_day, to_nanos] = local_of(ends.to);
  if (measure == Measure::Days) return {0, whole_days(from_day, from_nanos, to_day, to_nanos), 0, 0};
  const std::int64_t months = whole_months(from_day, from_nanos, to_day, to_nanos);
  if (measure == Measure::Months) return {months, 0, 0, 0};
  const std::int64_t moved_day = plus_months(from_day, months);
  const std::int64_t days = whole_days(moved_day, from_nanos, to_day, to_nanos);
  Duration rest = clock_between(zoned(moved_day + days, from_nanos, ends.zone), ends.to);
  rest.months = months;
  rest.days = days;
  return rest;
}

}  // namespace demarche::cypher
