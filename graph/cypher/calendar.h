// The proleptic Gregorian calendar and the weeks of ISO 8601, as counts of days since 1970-01-01. Day numbers
// follow Howard Hinnant's "chrono-Compatible Low-Level Date Algorithms". Years from -999,999,999 to
// 999,999,999. Tested by tests/graph/cypher/kit_test.cpp over tests/cases/cypher/values.feature.
#pragma once

#include <cstdint>

namespace demarche::cypher {

inline constexpr std::int64_t seconds_per_day = 86'400;
inline constexpr std::int64_t nanos_per_second = 1'000'000'000;
inline constexpr std::int64_t nanos_per_day = seconds_per_day * nanos_per_second;
inline constexpr std::int64_t greatest_year = 999'999'999;

struct CivilDay {
  std::int64_t year = 1970;
  int month = 1;  // 1 to 12
  int day = 1;    // 1 to 31
};

struct WeekDay {
  std::int64_t year = 1970;  // of the week, which may differ from that of the day
  int week = 1;              // 1 to 53
  int weekday = 4;           // Monday is 1
};

[[nodiscard]] std::int64_t days_of(const CivilDay& day);
[[nodiscard]] CivilDay civil_of(std::int64_t days);
[[nodiscard]] std::int64_t days_of(const WeekDay& day);
[[nodiscard]] WeekDay week_of(std::int64_t days);

[[nodiscard]] bool is_leap(std::int64_t year);
[[nodiscard]] int days_in_month(std::int64_t year, int month);
[[nodiscard]] int weeks_in_year(std::int64_t year);
[[nodiscard]] int ordinal_day(std::int64_t days);     // 1 to 366
[[nodiscard]] int quarter_of(int month);              // 1 to 4
[[nodiscard]] int day_of_quarter(std::int64_t days);  // 1 to 92

// The day `months` later, or the last of that month where it is shorter.
[[nodiscard]] std::int64_t plus_months(std::int64_t days, std::int64_t months);

// Division that rounds down, and its remainder, never negative for a positive divisor.
[[nodiscard]] constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a / b - (a % b < 0 ? 1 : 0);
}
[[nodiscard]] constexpr std::int64_t floor_mod(std::int64_t a, std::int64_t b) {
  return a - floor_div(a, b) * b;
}

}  // namespace demarche::cypher
