// The temporal values a property may hold: days, times and durations, as openCypher counts them (ISO 8601
// calendar, nanoseconds). Plain data; what can be done with them is in graph/cypher/temporal.h.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace demarche::network {

struct Day {
  std::int64_t days = 0;  // since 1970-01-01
  friend auto operator<=>(const Day&, const Day&) = default;
};

struct LocalTime {
  std::int64_t nanos = 0;  // since midnight
  friend auto operator<=>(const LocalTime&, const LocalTime&) = default;
};

struct ZonedTime {
  std::int64_t nanos = 0;   // since midnight, local
  std::int32_t offset = 0;  // seconds east of UTC
  friend bool operator==(const ZonedTime&, const ZonedTime&) = default;
};

struct LocalDateTime {
  std::int64_t seconds = 0;  // since 1970-01-01T00:00, local
  std::int32_t nanos = 0;    // 0 to 999,999,999
  friend auto operator<=>(const LocalDateTime&, const LocalDateTime&) = default;
};

struct ZonedDateTime {
  std::int64_t seconds = 0;  // since 1970-01-01T00:00Z
  std::int32_t nanos = 0;    // 0 to 999,999,999
  std::int32_t offset = 0;   // seconds east of UTC
  std::string zone;          // "Europe/Stockholm"; empty where only the offset is known
  friend bool operator==(const ZonedDateTime&, const ZonedDateTime&) = default;
};

// Months, days and seconds are kept apart: a month has no fixed number of days, a day no fixed number of
// seconds.
struct Duration {
  std::int64_t months = 0;
  std::int64_t days = 0;
  std::int64_t seconds = 0;
  std::int32_t nanos = 0;  // 0 to 999,999,999, added to seconds
  friend bool operator==(const Duration&, const Duration&) = default;
};

}  // namespace demarche::network
