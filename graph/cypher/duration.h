// Durations: months, days, seconds and nanoseconds, each kept apart.
// Tested by tests/graph/cypher/kit_test.cpp over tests/cases/cypher/values.feature.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "graph/cypher/value.h"

namespace demarche::cypher {

// A duration in fractions; what is left of a month becomes days and of a day seconds, as long as they are on
// average.
struct FractionalDuration {
  long double months = 0;
  long double days = 0;
  long double seconds = 0;
  std::int64_t nanos = 0;
};
[[nodiscard]] Duration rounded(const FractionalDuration& parts);

[[nodiscard]] Duration sum(const Duration& a, const Duration& b);
[[nodiscard]] Duration negated(const Duration& a);
[[nodiscard]] Duration scaled(const Duration& a, long double factor);

// By average length; durations of one length by months, then days.
[[nodiscard]] std::strong_ordering order_durations(const Duration& a, const Duration& b);

[[nodiscard]] std::string duration_text(const Duration& duration);  // "P1Y2M3DT4H5M6.7S", "PT0S"
[[nodiscard]] std::optional<Duration> parse_duration(std::string_view text);
[[nodiscard]] Duration duration_from(const Map& map);  // {years: 1, minutes: 1.5}; fails as a query does

// duration.between, .inMonths, .inDays, .inSeconds. REQUIRES: is_instant of both
enum class Measure { Calendar, Months, Days, Seconds };
[[nodiscard]] Duration between(const Value& from, const Value& to, Measure measure);

}  // namespace demarche::cypher
