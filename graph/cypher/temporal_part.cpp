// The parts of temporal values by name. Parts of one unit count within the next larger one ("millisecond" of
// a second); a duration has totals ("minutes") and remainders ("minutesOfHour").
#include <optional>

#include "graph/cypher/temporal.h"

namespace demarche::cypher {
namespace {

Value day_part(std::int64_t days, std::string_view name) {
  const CivilDay day = civil_of(days);
  if (name == "year") return day.year;
  if (name == "quarter") return std::int64_t{quarter_of(day.month)};
  if (name == "month") return std::int64_t{day.month};
  if (name == "week") return std::int64_t{week_of(days).week};
  if (name == "weekYear") return week_of(days).year;
  if (name == "day") return std::int64_t{day.day};
  if (name == "ordinalDay") return std::int64_t{ordinal_day(days)};
  if (name == "weekDay" || name == "dayOfWeek") return std::int64_t{week_of(days).weekday};
  if (name == "dayOfQuarter") return std::int64_t{day_of_quarter(days)};
  return {};
}

Value clock_part(std::int64_t nanos, std::string_view name) {
  const std::int64_t seconds = nanos / nanos_per_second, fraction = nanos % nanos_per_second;
  if (name == "hour") return seconds / 3600;
  if (name == "minute") return seconds / 60 % 60;
  if (name == "second") return seconds % 60;
  if (name == "millisecond") return fraction / 1'000'000;
  if (name == "microsecond") return fraction / 1'000;
  if (name == "nanosecond") return fraction;
  return {};
}

Value zone_part(std::int32_t offset, const std::string& zone, std::string_view name) {
  if (name == "timezone") return Value(zone.empty() ? offset_text(offset) : zone);
  if (name == "offset") return Value(offset_text(offset));
  if (name == "offsetMinutes") return std::int64_t{offset / 60};
  if (name == "offsetSeconds") return std::int64_t{offset};
  return {};
}

Value duration_part(const Duration& d, std::string_view name) {
  if (name == "years") return d.months / 12;
  if (name == "quarters") return d.months / 3;
  if (name == "months") return d.months;
  if (name == "weeks") return d.days / 7;
  if (name == "days") return d.days;
  if (name == "hours") return d.seconds / 3600;
  if (name == "minutes") return d.seconds / 60;
  if (name == "seconds") return d.seconds;
  if (name == "milliseconds") return d.seconds * 1'000 + d.nanos / 1'000'000;
  if (name == "microseconds") return d.seconds * 1'000'000 + d.nanos / 1'000;
  if (name == "nanoseconds") return d.seconds * nanos_per_second + d.nanos;
  if (name == "quartersOfYear") return d.months / 3 % 4;
  if (name == "monthsOfQuarter") return d.months % 3;
  if (name == "monthsOfYear") return d.months % 12;
  if (name == "daysOfWeek") return d.days % 7;
  if (name == "minutesOfHour") return d.seconds / 60 % 60;
  if (name == "secondsOfMinute") return d.seconds % 60;
  if (name == "millisecondsOfSecond") return std::int64_t{d.nanos / 1'000'000};
  if (name == "microsecondsOfSecond") return std::int64_t{d.nanos / 1'000};
  if (name == "nanosecondsOfSecond") return std::int64_t{d.nanos};
  return {};
}

}  // namespace

Value temporal_part(const Value& value, std::string_view name) {
  if (value.duration()) return duration_part(*value.duration(), name);
  const Moment moment = moment_of(value);
  Value part;
  if (moment.days) part = day_part(*moment.days, name);
  if (part.is_null() && moment.nanos) part = clock_part(*moment.nanos, name);
  if (!part.is_null()) return part;
  if (const auto* time = value.zoned_time()) return zone_part(time->offset, {}, name);
  const auto* at = value.zoned_date_time();
  if (!at) return {};
  if (name == "epochSeconds") return at->seconds;
  if (name == "epochMillis") return at->seconds * 1'000 + at->nanos / 1'000'000;
  return zone_part(at->offset, at->zone, name);
}

}  // namespace demarche::cypher
