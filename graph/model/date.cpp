#include "graph/model/date.h"

#include <fmt/format.h>

namespace demarche {
namespace {

// All of `text` as a number of exactly `digits` digits.
std::optional<int> number(std::string_view text, std::size_t digits) {
  if (text.size() != digits) return std::nullopt;
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::chrono::year_month_day calendar(int year, int month, int day) {
  return std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) /
         std::chrono::day(static_cast<unsigned>(day));
}

}  // namespace

std::optional<Date> Date::parse(std::string_view text) {
  const auto year = number(text.substr(0, 4), 4);
  if (!year || *year == 0) return std::nullopt;
  if (text.size() == 4) return Date{*year, 0, 0};

  if (text.size() < 7 || text[4] != '-') return std::nullopt;
  const auto month = number(text.substr(5, 2), 2);
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  if (text.size() == 7) return Date{*year, *month, 0};

  if (text[7] != '-') return std::nullopt;
  const auto day = number(text.substr(8), 2);
  if (!day || !calendar(*year, *month, *day).ok()) return std::nullopt;
  return Date{*year, *month, *day};
}

std::optional<Date> Date::parse_timestamp(std::string_view text) {
  const bool has_time = text.size() > 10 && (text[10] == 'T' || text[10] == ' ');
  return parse(has_time ? text.substr(0, 10) : text);
}

Date Date::of(std::chrono::sys_days day) {
  const std::chrono::year_month_day ymd(day);
  return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
          static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

std::string Date::iso() const {
  if (month == 0) return fmt::format("{:04}", year);
  if (day == 0) return fmt::format("{:04}-{:02}", year, month);
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

std::chrono::sys_days Date::first_day() const {
  return calendar(year, month ? month : 1, day ? day : 1);
}

std::chrono::sys_days Date::last_day() const {
  if (day != 0) return first_day();
  return std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month ? month : 12)) /
         std::chrono::last;
}

}  // namespace demarche
