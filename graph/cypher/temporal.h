// Temporal values: how they are ordered, written, read, taken apart and added to. See calendar.h for the
// counting of days, zone.h for zones, temporal_make.h for making them of maps, and duration.h for durations.
// Tested by tests/graph/cypher/kit_test.cpp over tests/cases/cypher/values.feature.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "graph/cypher/calendar.h"
#include "graph/cypher/value.h"
#include "graph/cypher/zone.h"

namespace demarche::cypher {

// A temporal value in parts. What a value lacks is nothing: a date has no time, a time no date.
struct Moment {
  std::optional<std::int64_t> days;   // local
  std::optional<std::int64_t> nanos;  // of the local day
  std::optional<Zone> zone;
};

[[nodiscard]] bool is_instant(const Value& value);   // a date, a time, or both
[[nodiscard]] Moment moment_of(const Value& value);  // REQUIRES: is_instant(value)

[[nodiscard]] LocalDateTime local_date_time(std::int64_t days, std::int64_t nanos);
[[nodiscard]] ZonedDateTime zoned(std::int64_t days, std::int64_t nanos, const Zone& zone);
[[nodiscard]] Zone zone_of(const ZonedDateTime& at);
// Days and nanoseconds of the day on the clock of its own zone.
[[nodiscard]] std::pair<std::int64_t, std::int64_t> local_of(const ZonedDateTime& at);
// The same instant in another zone.
[[nodiscard]] ZonedDateTime in_zone(const ZonedDateTime& at, const Zone& zone);

// REQUIRES: a and b are temporal values of one type
[[nodiscard]] std::strong_ordering order_temporal(const Value& a, const Value& b);
[[nodiscard]] std::size_t hash_temporal(const Value& value);

// As toString() writes them: "1984-10-11T12:31:14.645+01:00[Europe/Stockholm]", "P1Y2M".
[[nodiscard]] std::string temporal_text(const Value& value);

// ISO 8601 in its extended and basic forms; nothing where the text is not one.
[[nodiscard]] std::optional<Day> parse_date(std::string_view text);
[[nodiscard]] std::optional<LocalTime> parse_local_time(std::string_view text);
[[nodiscard]] std::optional<ZonedTime> parse_time(std::string_view text);
[[nodiscard]] std::optional<LocalDateTime> parse_local_date_time(std::string_view text);
[[nodiscard]] std::optional<ZonedDateTime> parse_date_time(std::string_view text);

// A part of a temporal value by name ("year", "dayOfQuarter", "minutesOfHour"); null where it has no such
// part.
[[nodiscard]] Value temporal_part(const Value& value, std::string_view name);

// REQUIRES: is_instant(value)
[[nodiscard]] Value plus(const Value& value, const Duration& duration);

}  // namespace demarche::cypher
