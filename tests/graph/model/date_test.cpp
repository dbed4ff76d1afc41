#include "graph/model/date.h"

#include <catch2/catch.hpp>

namespace demarche {
namespace {

using namespace std::chrono;

TEST_CASE("a date is read as fine as it is written, and written as it was read") {
  for (const char* text :
       {"2025-12-03", "2025-11", "2025", "0001-01-01", "9999-12-31", "2024-02-29", "2000-02-29"}) {
    INFO(text);
    const auto date = Date::parse(text);
    REQUIRE(date);
    CHECK(date->iso() == text);
  }
  CHECK(Date::parse("2025-12-03") == Date{2025, 12, 3});
  CHECK(Date::parse("2025-11") == Date{2025, 11, 0});
  CHECK(Date::parse("2025") == Date{2025, 0, 0});
}

TEST_CASE("what is no day of the calendar is no date") {
  for (const char* text : {"",
                           "2",
                           "20",
                           "202",
                           "20255",
                           "2025-",
                           "2025-1",
                           "2025-1-1",
                           "2025-001",
                           "2025-12-",
                           "2025-12-3",
                           "2025-12-032",
                           "2025-13",
                           "2025-00",
                           "2025-00-01",
                           "2025-12-00",
                           "2025-12-32",
                           "2025-02-29",
                           "1900-02-29",
                           "2025-04-31",
                           "0000",
                           "0000-01-01",
                           "2025/12/03",
                           "2025-12/03",
                           "03-12-2025",
                           " 2025",
                           "2025 ",
                           "2025-12-03T10:00",
                           "-025-12-03",
                           "+025",
                           "2O25",
                           "20a5-01-01",
                           "\xD9\xA2\xD9\xA0",
                           "tomorrow"}) {
    INFO(text);
    CHECK_FALSE(Date::parse(text));
  }
}

TEST_CASE("a timestamp is its day, without its time") {
  for (const char* text : {"2025-12-03", "2025-12-03T14:00:00Z", "2025-12-03T14:00:00+02:00",
                           "2025-12-03 14:00", "2025-12-03T"}) {
    INFO(text);
    CHECK(Date::parse_timestamp(text) == Date{2025, 12, 3});
  }
  CHECK(Date::parse_timestamp("2025-11") == Date{2025, 11, 0});
  for (const char* text :
       {"2025-12-03x14:00", "2025-12-3T14:00", "2025-11T14:00", "2025-02-30T10:00", "T14:00:00", ""}) {
    INFO(text);
    CHECK_FALSE(Date::parse_timestamp(text));
  }
}

TEST_CASE("a date means the days from its first to its last") {
  const auto day = [](int y, unsigned m, unsigned d) { return sys_days(year(y) / month(m) / d); };
  CHECK(Date{2025, 12, 3}.first_day() == day(2025, 12, 3));
  CHECK(Date{2025, 12, 3}.last_day() == day(2025, 12, 3));
  CHECK(Date{2024, 2, 0}.first_day() == day(2024, 2, 1));
  CHECK(Date{2024, 2, 0}.last_day() == day(2024, 2, 29));
  CHECK(Date{2025, 2, 0}.last_day() == day(2025, 2, 28));
  CHECK(Date{2025, 0, 0}.first_day() == day(2025, 1, 1));
  CHECK(Date{2025, 0, 0}.last_day() == day(2025, 12, 31));
  CHECK(Date::of(day(2024, 2, 29)) == Date{2024, 2, 29});
}

TEST_CASE("every day of a leap year and the next comes back as it went") {
  for (sys_days day = sys_days(2024y / 1 / 1); day < sys_days(2026y / 1 / 1); day += days(1)) {
    const auto date = Date::of(day);
    REQUIRE(Date::parse(date.iso()) == date);
    REQUIRE(date.first_day() == day);
  }
}

TEST_CASE("dates are in order of their first day, the coarser first") {
  const std::vector<Date> ordered = {{2024, 12, 31}, {2025, 0, 0}, {2025, 1, 0}, {2025, 1, 1},
                                     {2025, 1, 2},   {2025, 2, 0}, {2026, 0, 0}};
  for (std::size_t i = 0; i < ordered.size(); ++i)
    for (std::size_t j = 0; j < ordered.size(); ++j) CHECK((ordered[i] < ordered[j]) == (i < j));
}

}  // namespace
}  // namespace demarche
