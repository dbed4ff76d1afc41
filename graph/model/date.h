// A day of the calendar, known to the day, the month or the year: what a text says about when, in ISO 8601
// ("2025-12-03", "2025-11", "2025"). Nothing here knows what day it is.
// Tested by tests/graph/model/date_test.cpp.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace demarche {

struct Date {
  int year = 0;   // 1 to 9999
  int month = 0;  // 1 to 12; 0 where only the year is known
  int day = 0;    // 1 to 31; 0 where only the month is known

  // Reads "YYYY", "YYYY-MM" or "YYYY-MM-DD"; nothing when it is none of them or no day of the calendar.
  [[nodiscard]] static std::optional<Date> parse(std::string_view text);

  // As `parse`, and also a day with a time of day behind it ("2025-12-03T14:00:00Z"), whose time is dropped.
  [[nodiscard]] static std::optional<Date> parse_timestamp(std::string_view text);

  [[nodiscard]] static Date of(std::chrono::sys_days day);

  // The ISO form, as fine as the date is known.
  [[nodiscard]] std::string iso() const;

  // The first day that it may mean: a date without day counts from its first day.
  [[nodiscard]] std::chrono::sys_days first_day() const;

  // The last day that it may mean.
  [[nodiscard]] std::chrono::sys_days last_day() const;

  // By first day, then coarser before finer.
  friend std::strong_ordering operator<=>(const Date&, const Date&) = default;
};

// The ISO form; nothing where there is no date.
[[nodiscard]] inline std::optional<std::string> iso(const std::optional<Date>& date) {
  return date ? std::optional(date->iso()) : std::nullopt;
}

}  // namespace demarche
