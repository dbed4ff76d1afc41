// A map's fields are laid over a base: that of its `date`, `time` or `datetime`, else the first day of the
// year and midnight. Finer fields need the coarser ones between them and the base.
#include "graph/cypher/temporal_make.h"

#include <fmt/format.h>

#include <array>
#include <optional>

#include "graph/cypher/failure.h"

namespace demarche::cypher {
namespace {

[[noreturn]] void fail_value(const std::string& why) {
  fail_runtime(FailureType::ArgumentError, "InvalidArgumentValue", why);
}

// The fields of a map, read one by one.
class Fields {
 public:
  explicit Fields(const Map& map) : map_(map) {}

  [[nodiscard]] const Value* find(std::string_view key) const {
    const auto found = map_.find(key);
    return found == map_.end() || found->second.is_null() ? nullptr : &found->second;
  }
  [[nodiscard]] bool has(std::string_view key) const { return find(key) != nullptr; }
  [[nodiscard]] bool has_any(std::initializer_list<std::string_view> keys) const {
    for (const auto key : keys) {
      if (has(key)) return true;
    }
    return false;
  }
  [[nodiscard]] std::optional<std::int64_t> integer(std::string_view key, std::int64_t least,
                                                    std::int64_t greatest) const {
    const Value* value = find(key);
    if (!value) return std::nullopt;
    if (!value->integer())
      fail_runtime(FailureType::TypeError, "InvalidArgumentType",
                   fmt::format("`{}` must be an integer", key));
    if (*value->integer() < least || *value->integer() > greatest) {
      fail_value(fmt::format("`{}` must be from {} to {}, not {}", key, least, greatest, *value->integer()));
    }
    return *value->integer();
  }
  [[nodiscard]] std::optional<Moment> base(std::string_view key) const {
    const Value* value = find(key);
    if (!value) return std::nullopt;
    if (!is_instant(*value))
      fail_value(fmt::format("`{}` must be a temporal value, not a {}", key, type_name(*value)));
    return moment_of(*value);
  }

 private:
  const Map& map_;
};

constexpr std::array<std::string_view, 20> known_fields{
    "year",       "quarter", "month",  "week",     "day",          "dayOfWeek",   "dayOfQuarter",
    "ordinalDay", "hour",    "minute", "second",   "millisecond",  "microsecond", "nanosecond",
    "timezone",   "date",    "time",   "datetime", "epochSeconds", "epochMillis"};

void require_known(const Map& map) {
  for (const auto& [key, value] : map) {
    if (std::find(known_fields.begin(), known_fields.end(), key) == known_fields.end())
      fail_value(fmt::format("no temporal value has `{}`", key));
  }
}

std::int64_t checked_day(std::int64_t year, int month, int day) {
  if (day > days_in_month(year, month))
    fail_value(fmt::format("month {} of {} has no day {}", month, year, day));
  return days_of(CivilDay{year, month, day});
}

std::int64_t week_date(const Fields& fields, const std::optional<std::int64_t>& base,
                       std::optional<std::int64_t> year) {
  const WeekDay from = base ? week_of(*base) : WeekDay{0, 1, 1};
  const std::int64_t of_year = year.value_or(from.year);
  const auto week = fields.integer("week", 1, 53).value_or(from.week);
  if (week > weeks_in_year(of_year)) fail_value(fmt::format("{} has no week {}", of_year, week));
  const auto weekday = fields.integer("dayOfWeek", 1, 7).value_or(from.weekday);
  return days_of(WeekDay{of_year, static_cast<int>(week), static_cast<int>(weekday)});
}

std::int64_t quarter_date(const Fields& fields, const std::optional<std::int64_t>& base, std::int64_t year) {
  const CivilDay from = base ? civil_of(*base) : CivilDay{year, 1, 1};
  const int quarter = static_cast<int>(fields.integer("quarter", 1, 4).value_or(quarter_of(from.month)));
  const int first = (quarter - 1) * 3 + 1;
  if (const auto ordinal = fields.integer("dayOfQuarter", 1, 92))
    return days_of(CivilDay{year, first, 1}) + *ordinal - 1;
  const int month = first + (from.month - 1) % 3;
  const auto day = fields.integer("day", 1, 31).value_or(from.day);
  return checked_day(year, month, static_cast<int>(day));
}

std::int64_t date_from(const Fields& fields, const std::optional<std::int64_t>& base) {
  const auto year = fields.integer("year", -greatest_year, greatest_year);
  if (!year && !base) fail_value("a date needs a year, or a date to start from");
  if (fields.has_any({"week", "dayOfWeek"})) return week_date(fields, base, year);
  const CivilDay from = base ? civil_of(*base) : CivilDay{*year, 1, 1};
  const std::int64_t of_year = year.value_or(from.year);
  if (const auto ordinal = fields.integer("ordinalDay", 1, is_leap(of_year) ? 366 : 365))
    return days_of(CivilDay{of_year, 1, 1}) + *ordinal - 1;
  if (fields.has_any({"quarter", "dayOfQuarter"})) return quarter_date(fields, base, of_year);
  const auto month = fields.integer("month", 1, 12);
  const auto day = fields.integer("day", 1, 31);
  if (day && !month && !base) fail_value("a day needs a month");
  return checked_day(of_year, static_cast<int>(month.value_or(from.month)),
                     static_cast<int>(day.value_or(from.day)));
}

// The nanoseconds of a second that the fields give; of several each counts within the one above.
std::optional<std::int64_t> fraction_from(const Fields& fields) {
  const bool milli = fields.has("millisecond"), micro = fields.has("microsecond");
  const auto millis = fields.integer("millisecond", 0, 999);
  const auto micros = fields.integer("microsecond", 0, milli ? 999 : 999'999);
  const auto nanos = fields.integer("nanosecond", 0, micro ? 999 : milli ? 999'999 : 999'999'999);
  if (!millis && !micros && !nanos) return std::nullopt;
  return millis.value_or(0) * 1'000'000 + micros.value_or(0) * 1'000 + nanos.value_or(0);
}

std::int64_t clock_from(const Fields& fields, const std::optional<std::int64_t>& base) {
  const std::int64_t from = base.value_or(0), seconds = from / nanos_per_second;
  const auto hour = fields.integer("hour", 0, 23), minute = fields.integer("minute", 0, 59),
             second = fields.integer("second", 0, 59);
  const auto fraction = fraction_from(fields);
  if (!base && ((minute && !hour) || (second && !minute) || (fraction && !second))) {
    fail_value("a time needs its hour, and all units between that and the smallest one given");
  }
  const std::int64_t total = hour.value_or(seconds / 3600) * 3600 + minute.value_or(seconds / 60 % 60) * 60 +
                             second.value_or(seconds % 60);
  return total * nanos_per_second + fraction.value_or(from % nanos_per_second);
}

Zone required_zone(const Value& value) {
  const auto zone = value.string() ? parse_zone(*value.string()) : std::nullopt;
  if (!zone)
    fail_value(
        "`timezone` must be an offset such as '+01:00' or the name of a zone such as 'Europe/Stockholm'");
  return *zone;
}

// What a map's fields give: local day and time, and the zone they are in and are asked for in.
struct Parts {
  std::optional<std::int64_t> days;
  std::int64_t nanos = 0;
  std::optional<Zone> own, asked;
};

Parts parts_from(TemporalKind kind, const Map& map) {
  require_known(map);
  const Fields fields(map);
  const auto both = fields.base("datetime");
  const auto date = fields.has("date") ? fields.base("date") : both,
             time = fields.has("time") ? fields.base("time") : both;
  if (date && !date->days) fail_value("`date` must be a value that has a date");
  if (time && !time->nanos) fail_value("`time` must be a value that has a time");
  Parts parts;
  if (kind != TemporalKind::LocalTime && kind != TemporalKind::Time)
    parts.days = date_from(fields, date ? date->days : std::nullopt);
  if (kind != TemporalKind::Date) parts.nanos = clock_from(fields, time ? time->nanos : std::nullopt);
  if (time) parts.own = time->zone;
  if (const Value* zone = fields.find("timezone")) parts.asked = required_zone(*zone);
  return parts;
}

Value assemble(TemporalKind kind, const Parts& parts) {
  const Zone own = parts.own ? *parts.own : parts.asked.value_or(Zone{});
  switch (kind) {
    case TemporalKind::Date:
      return Day{*parts.days};
    case TemporalKind::LocalTime:
      return LocalTime{parts.nanos};
    case TemporalKind::LocalDateTime:
      return local_date_time(*parts.days, parts.nanos);
    case TemporalKind::Time: {
      const std::int32_t from = own.name.empty() ? own.offset : offset_at(own, 0);
      const Zone asked = parts.asked.value_or(own);
      const std::int32_t to = asked.name.empty() ? asked.offset : offset_at(asked, 0);
      return ZonedTime{floor_mod(parts.nanos + (to - from) * nanos_per_second, nanos_per_day), to};
    }
    case TemporalKind::DateTime: {
      const ZonedDateTime at = zoned(*parts.days, parts.nanos, own);
      return parts.asked ? in_zone(at, *parts.asked) : at;
    }
  }
  return {};
}

std::string_view kind_name(TemporalKind kind) {
  static constexpr std::array<std::string_view, 5> names{"date", "localtime", "time", "localdatetime",
                                                         "datetime"};
  return names[static_cast<std::size_t>(kind)];
}

template <class T>
Value value_or_null(const std::optional<T>& parsed) {
  return parsed ? Value(*parsed) : Value();
}

Value parsed(TemporalKind kind, const std::string& text) {
  Value value;
  switch (kind) {
    case TemporalKind::Date:
      value = value_or_null(parse_date(text));
      break;
    case TemporalKind::LocalTime:
      value = value_or_null(parse_local_time(text));
      break;
    case TemporalKind::Time:
      value = value_or_null(parse_time(text));
      break;
    case TemporalKind::LocalDateTime:
      value = value_or_null(parse_local_date_time(text));
      break;
    case TemporalKind::DateTime:
      value = value_or_null(parse_date_time(text));
      break;
  }
  if (value.is_null()) fail_value(fmt::format("'{}' cannot be read as a {}", text, kind_name(kind)));
  return value;
}

Value converted(TemporalKind kind, const Value& value) {
  const Moment moment = moment_of(value);
  const bool needs_date = kind != TemporalKind::LocalTime && kind != TemporalKind::Time;
  if ((needs_date && !moment.days) || (!needs_date && !moment.nanos)) {
    fail_value(fmt::format("a {} cannot be made of a {}", kind_name(kind), type_name(value)));
  }
  Parts parts{moment.days, moment.nanos.value_or(0), moment.zone, std::nullopt};
  if (kind == TemporalKind::Time && value.zoned_date_time())
    parts.own = Zone{value.zoned_date_time()->offset, {}};
  return assemble(kind, parts);
}

Value from_epoch(const Map& map) {
  const auto seconds =
      Fields(map).integer("epochSeconds", -greatest_year * 31'556'952, greatest_year * 31'556'952);
  const auto millis = Fields(map).integer("epochMillis", INT64_MIN, INT64_MAX);
  const std::int64_t whole = seconds ? *seconds : floor_div(*millis, 1000);
  const std::int64_t nanos =
      fraction_from(Fields(map)).value_or(seconds ? 0 : floor_mod(*millis, 1000) * 1'000'000);
  ZonedDateTime at{whole, static_cast<std::int32_t>(nanos), 0, {}};
  const Value* zone = Fields(map).find("timezone");
  return zone ? in_zone(at, required_zone(*zone)) : at;
}

std::int64_t cut_day(std::int64_t days, std::string_view unit) {
  const CivilDay day = civil_of(days);
  if (unit == "millennium") return days_of(CivilDay{floor_div(day.year, 1000) * 1000, 1, 1});
  if (unit == "century") return days_of(CivilDay{floor_div(day.year, 100) * 100, 1, 1});
  if (unit == "decade") return days_of(CivilDay{floor_div(day.year, 10) * 10, 1, 1});
  if (unit == "year") return days_of(CivilDay{day.year, 1, 1});
  if (unit == "weekYear") return days_of(WeekDay{week_of(days).year, 1, 1});
  if (unit == "quarter") return days_of(CivilDay{day.year, (quarter_of(day.month) - 1) * 3 + 1, 1});
  if (unit == "month") return days_of(CivilDay{day.year, day.month, 1});
  if (unit == "week") return days - week_of(days).weekday + 1;
  return days;
}

// The nanoseconds that a unit of the clock has; 0 where it is none.
std::int64_t clock_unit(std::string_view unit) {
  if (unit == "hour") return 3600 * nanos_per_second;
  if (unit == "minute") return 60 * nanos_per_second;
  if (unit == "second") return nanos_per_second;
  if (unit == "millisecond") return 1'000'000;
  return unit == "microsecond" ? 1'000 : 0;
}

bool is_date_unit(std::string_view unit) {
  static constexpr std::array<std::string_view, 9> units{
      "millennium", "century", "decade", "year", "weekYear", "quarter", "month", "week", "day"};
  return std::find(units.begin(), units.end(), unit) != units.end();
}

}  // namespace

Value make_temporal(TemporalKind kind, const Value& argument) {
  if (argument.is_null()) return {};
  if (argument.string()) return parsed(kind, *argument.string());
  if (is_instant(argument)) return converted(kind, argument);
  if (!argument.map()) {
    fail_runtime(FailureType::TypeError, "InvalidArgumentType",
                 fmt::format("a {} cannot be made of a {}", kind_name(kind), type_name(argument)));
  }
  const bool epoch = argument.map()->contains("epochSeconds") || argument.map()->contains("epochMillis");
  if (epoch) return converted(kind, from_epoch(*argument.map()));
  return assemble(kind, parts_from(kind, *argument.map()));
}

Value temporal_at(TemporalKind kind, const ZonedDateTime& now) {
  return converted(kind, now);
}

Value truncate(TemporalKind kind, std::string_view unit, const Value& value, const Map& fields) {
  if (!is_instant(value))
    fail_runtime(FailureType::TypeError, "InvalidArgumentType", "only temporal values can be truncated");
  Moment moment = moment_of(value);
  const std::int64_t step = clock_unit(unit);
  if (!step && !is_date_unit(unit)) fail_value(fmt::format("'{}' is no unit to truncate to", unit));
  if (step && kind == TemporalKind::Date) fail_value(fmt::format("a date cannot be truncated to '{}'", unit));
  if (moment.days) moment.days = cut_day(*moment.days, unit);
  moment.nanos = step ? moment.nanos.value_or(0) / step * step : 0;
  Map laid = fields;
  if (moment.days) laid["date"] = Day{*moment.days};
  laid["time"] = LocalTime{*moment.nanos};
  if (const auto fraction = fraction_from(Fields(fields))) {  // counts within what is left of the second
    for (const char* key : {"millisecond", "microsecond"}) laid.erase(key);
    laid["nanosecond"] = *moment.nanos % nanos_per_second + *fraction;
  }
  if (!fields.contains("timezone") && moment.zone) {
    const bool named = kind != TemporalKind::Time && !moment.zone->name.empty();
    laid["timezone"] = Value(named ? moment.zone->name : offset_text(moment.zone->offset));
  }
  return assemble(kind, parts_from(kind, laid));
}

}  // namespace demarche::cypher
