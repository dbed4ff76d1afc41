// Temporal values in parts, their order and their sums.
#include "graph/cypher/temporal.h"

#include <functional>

#include "graph/cypher/duration.h"
#include "graph/cypher/failure.h"

namespace demarche::cypher {
namespace {

std::int64_t instant(const ZonedTime& time) {
  return time.nanos - time.offset * nanos_per_second;
}

void require_range(std::int64_t days) {
  static const std::int64_t first = days_of(CivilDay{-greatest_year, 1, 1}),
                            last = days_of(CivilDay{greatest_year, 12, 31});
  if (days < first || days > last)
    fail_runtime(FailureType::ArgumentError, "NumberOutOfRange", "the year is out of range");
}

std::int64_t plus_calendar(std::int64_t days, const Duration& duration) {
  constexpr std::int64_t too_many = 40'000'000'000;  // months and days of all years there are are fewer
  if (std::abs(duration.months) > too_many || std::abs(duration.days) > 40 * too_many)
    require_range(40 * too_many);
  const std::int64_t result = plus_months(days, duration.months) + duration.days;
  require_range(result);
  return result;
}

std::int64_t plus_clock(std::int64_t nanos, const Duration& duration) {
  return floor_mod(nanos + floor_mod(duration.seconds, seconds_per_day) * nanos_per_second + duration.nanos,
                   nanos_per_day);
}

// The whole days in a duration's seconds, towards zero.
std::int64_t whole_days(const Duration& duration) {
  return (duration.seconds + (duration.seconds < 0 && duration.nanos > 0)) / seconds_per_day;
}

LocalDateTime plus_clock(const LocalDateTime& at, const Duration& duration) {
  LocalDateTime result;
  if (__builtin_add_overflow(at.seconds, duration.seconds, &result.seconds))
    require_range(std::int64_t{1} << 62);
  const std::int64_t nanos = std::int64_t{at.nanos} + duration.nanos;
  result.seconds += nanos / nanos_per_second;
  result.nanos = static_cast<std::int32_t>(nanos % nanos_per_second);
  require_range(floor_div(result.seconds, seconds_per_day));
  return result;
}

LocalDateTime plus_date_time(const LocalDateTime& at, const Duration& duration) {
  const std::int64_t days = plus_calendar(floor_div(at.seconds, seconds_per_day), duration);
  return plus_clock(LocalDateTime{days * seconds_per_day + floor_mod(at.seconds, seconds_per_day), at.nanos},
                    duration);
}

ZonedDateTime plus_date_time(const ZonedDateTime& at, const Duration& duration) {
  const auto [days, nanos] = local_of(at);
  const ZonedDateTime moved = zoned(plus_calendar(days, duration), nanos, zone_of(at));
  const LocalDateTime utc = plus_clock(LocalDateTime{moved.seconds, moved.nanos}, duration);
  ZonedDateTime result{utc.seconds, utc.nanos, 0, at.zone};
  result.offset = offset_at(zone_of(at), utc.seconds);
  return result;
}

}  // namespace

bool is_instant(const Value& value) {
  return value.day() || value.local_time() || value.zoned_time() || value.local_date_time() ||
         value.zoned_date_time();
}

Moment moment_of(const Value& value) {
  if (const auto* day = value.day()) return {day->days, {}, {}};
  if (const auto* time = value.local_time()) return {{}, time->nanos, {}};
  if (const auto* time = value.zoned_time()) return {{}, time->nanos, Zone{time->offset, {}}};
  if (const auto* at = value.local_date_time()) {
    return {floor_div(at->seconds, seconds_per_day),
            floor_mod(at->seconds, seconds_per_day) * nanos_per_second + at->nanos,
            {}};
  }
  const ZonedDateTime& at = *value.zoned_date_time();
  const auto [days, nanos] = local_of(at);
  return {days, nanos, zone_of(at)};
}

LocalDateTime local_date_time(std::int64_t days, std::int64_t nanos) {
  require_range(days);
  return {days * seconds_per_day + nanos / nanos_per_second,
          static_cast<std::int32_t>(nanos % nanos_per_second)};
}

ZonedDateTime zoned(std::int64_t days, std::int64_t nanos, const Zone& zone) {
  const LocalDateTime local = local_date_time(days, nanos);
  const std::int32_t offset = offset_of_local(zone, local.seconds);
  ZonedDateTime result{local.seconds - offset, local.nanos, offset, zone.name};
  if (!zone.name.empty()) result.offset = offset_at(zone, result.seconds);  // a local time in a gap moves on
  return result;
}

Zone zone_of(const ZonedDateTime& at) {
  return {at.offset, at.zone};
}

std::pair<std::int64_t, std::int64_t> local_of(const ZonedDateTime& at) {
  const std::int64_t local = at.seconds + at.offset;
  return {floor_div(local, seconds_per_day), floor_mod(local, seconds_per_day) * nanos_per_second + at.nanos};
}

ZonedDateTime in_zone(const ZonedDateTime& at, const Zone& zone) {
  return {at.seconds, at.nanos, offset_at(zone, at.seconds), zone.name};
}

std::strong_ordering order_temporal(const Value& a, const Value& b) {
  if (a.day()) return *a.day() <=> *b.day();
  if (a.local_time()) return *a.local_time() <=> *b.local_time();
  if (a.local_date_time()) return *a.local_date_time() <=> *b.local_date_time();
  if (a.zoned_time()) {
    const auto by_instant = instant(*a.zoned_time()) <=> instant(*b.zoned_time());
    return by_instant != 0 ? by_instant : a.zoned_time()->nanos <=> b.zoned_time()->nanos;
  }
  if (a.duration()) return order_durations(*a.duration(), *b.duration());
  const ZonedDateTime &x = *a.zoned_date_time(), &y = *b.zoned_date_time();
  if (const auto by_second = x.seconds <=> y.seconds; by_second != 0) return by_second;
  if (const auto by_nano = x.nanos <=> y.nanos; by_nano != 0) return by_nano;
  if (const auto by_offset = x.offset <=> y.offset; by_offset != 0) return by_offset;
  return x.zone.compare(y.zone) <=> 0;
}

std::size_t hash_temporal(const Value& value) {
  return std::hash<std::string>{}(temporal_text(value));
}

Value plus(const Value& value, const Duration& duration) {
  if (const auto* day = value.day()) {
    const std::int64_t days = plus_calendar(day->days, duration) + whole_days(duration);
    require_range(days);
    return Day{days};
  }
  if (const auto* time = value.local_time()) return LocalTime{plus_clock(time->nanos, duration)};
  if (const auto* time = value.zoned_time())
    return ZonedTime{plus_clock(time->nanos, duration), time->offset};
  if (const auto* at = value.local_date_time()) return plus_date_time(*at, duration);
  return plus_date_time(*value.zoned_date_time(), duration);
}

}  // namespace demarche::cypher
