// Days are counted in eras of 400 years, which all have 146,097 days; years start in March, so that the leap
// day is last.
#include "graph/cypher/calendar.h"

#include <algorithm>

namespace demarche::cypher {
namespace {

constexpr std::int64_t days_per_era = 146'097;
constexpr std::int64_t days_to_1970 = 719'468;  // from 0000-03-01

std::int64_t first_monday(std::int64_t week_year) {
  const std::int64_t fourth = days_of(CivilDay{week_year, 1, 4});  // always in week 1
  return fourth - floor_mod(fourth + 3, 7);
}

}  // namespace

std::int64_t days_of(const CivilDay& day) {
  const std::int64_t year = day.year - (day.month <= 2);
  const std::int64_t era = floor_div(year, 400);
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year = (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * days_per_era + day_of_era - days_to_1970;
}

CivilDay civil_of(std::int64_t days) {
  const std::int64_t shifted = days + days_to_1970;
  const std::int64_t era = floor_div(shifted, days_per_era);
  const std::int64_t day_of_era = shifted - era * days_per_era;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const auto month_from_march = static_cast<int>((5 * day_of_year + 2) / 153);
  CivilDay day;
  day.day = static_cast<int>(day_of_year - (153 * month_from_march + 2) / 5 + 1);
  day.month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  day.year = year_of_era + era * 400 + (day.month <= 2);
  return day;
}

std::int64_t days_of(const WeekDay& day) {
  return first_monday(day.year) + (day.week - 1) * 7 + day.weekday - 1;
}

WeekDay week_of(std::int64_t days) {
  const int weekday = static_cast<int>(floor_mod(days + 3, 7)) + 1;
  const std::int64_t year = civil_of(days - weekday + 4).year;  // of the week's Thursday
  return {year, static_cast<int>((days - first_monday(year)) / 7) + 1, weekday};
}

bool is_leap(std::int64_t year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_in_month(std::int64_t year, int month) {
  static constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

int weeks_in_year(std::int64_t year) {
  return static_cast<int>((first_monday(year + 1) - first_monday(year)) / 7);
}

int ordinal_day(std::int64_t days) {
  return static_cast<int>(days - days_of(CivilDay{civil_of(days).year, 1, 1})) + 1;
}

int quarter_of(int month) {
  return (month - 1) / 3 + 1;
}

int day_of_quarter(std::int64_t days) {
  const CivilDay day = civil_of(days);
  return static_cast<int>(days - days_of(CivilDay{day.year, (quarter_of(day.month) - 1) * 3 + 1, 1})) + 1;
}

std::int64_t plus_months(std::int64_t days, std::int64_t months) {
  CivilDay day = civil_of(days);
  const std::int64_t month = day.year * 12 + day.month - 1 + months;
  day.year = floor_div(month, 12);
  day.month = static_cast<int>(floor_mod(month, 12)) + 1;
  day.day = std::min(day.day, days_in_month(day.year, day.month));
  return days_of(day);
}

}  // namespace demarche::cypher
