// Temporal values as ISO 8601 writes them, and back: extended forms with hyphens and colons, basic ones
// without.
#include <fmt/format.h>

#include "graph/cypher/duration.h"
#include "graph/cypher/temporal.h"

namespace demarche::cypher {
namespace {

std::string day_text(std::int64_t days) {
  const CivilDay day = civil_of(days);
  const std::int64_t size = day.year < 0 ? -day.year : day.year;
  const char* sign = day.year < 0 ? "-" : day.year > 9999 ? "+" : "";
  return fmt::format("{}{:04}-{:02}-{:02}", sign, size, day.month, day.day);
}

std::string clock_text(std::int64_t nanos) {
  const std::int64_t seconds = nanos / nanos_per_second, fraction = nanos % nanos_per_second;
  std::string text = fmt::format("{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
  if (seconds % 60 || fraction) text += fmt::format(":{:02}", seconds % 60);
  if (fraction) {
    text += fmt::format(".{:09}", fraction);
    text.erase(text.find_last_not_of('0') + 1);
  }
  return text;
}

// Reads a text from left to right; a method that fails leaves it where it was.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}
  [[nodiscard]] bool done() const { return text_.empty(); }
  [[nodiscard]] std::string_view rest() const { return text_; }

  bool take(char wanted) {
    if (text_.empty() || text_.front() != wanted) return false;
    text_.remove_prefix(1);
    return true;
  }
  // Exactly `count` digits.
  std::optional<std::int64_t> digits(std::size_t count) {
    if (digits_ahead() < count) return std::nullopt;
    std::int64_t value = 0;
    for (std::size_t i = 0; i < count; ++i) value = value * 10 + (text_[i] - '0');
    text_.remove_prefix(count);
    return value;
  }
  [[nodiscard]] std::size_t digits_ahead() const {
    std::size_t count = 0;
    while (count < text_.size() && text_[count] >= '0' && text_[count] <= '9') ++count;
    return count;
  }

 private:
  std::string_view text_;
};

std::optional<Day> day_if_valid(std::int64_t year, std::int64_t month, std::int64_t day) {
  if (month < 1 || month > 12 || day < 1 || day > days_in_month(year, static_cast<int>(month)))
    return std::nullopt;
  return Day{days_of(CivilDay{year, static_cast<int>(month), static_cast<int>(day)})};
}

std::optional<Day> ordinal_if_valid(std::int64_t year, std::int64_t ordinal) {
  if (ordinal < 1 || ordinal > (is_leap(year) ? 366 : 365)) return std::nullopt;
  return Day{days_of(CivilDay{year, 1, 1}) + ordinal - 1};
}

// "W30", "W30-2", "W302" after the year.
std::optional<Day> parse_week(Reader& in, std::int64_t year) {
  const auto week = in.digits(2);
  if (!week || *week < 1 || *week > weeks_in_year(year)) return std::nullopt;
  std::int64_t weekday = 1;
  if (in.take('-') || in.digits_ahead() > 0) {
    const auto given = in.digits(1);
    if (!given || *given < 1 || *given > 7) return std::nullopt;
    weekday = *given;
  }
  return Day{days_of(WeekDay{year, static_cast<int>(*week), static_cast<int>(weekday)})};
}

// "Q2", "Q2-60" after the year.
std::optional<Day> parse_quarter(Reader& in, std::int64_t year) {
  const auto quarter = in.digits(1);
  if (!quarter || *quarter < 1 || *quarter > 4) return std::nullopt;
  in.take('-');
  const auto ordinal = in.digits_ahead() == 0 ? std::optional<std::int64_t>(1) : in.digits(2);
  if (!ordinal || *ordinal < 1) return std::nullopt;
  const std::int64_t first = days_of(CivilDay{year, static_cast<int>(*quarter - 1) * 3 + 1, 1});
  return Day{first + *ordinal - 1};
}

std::optional<Day> parse_after_year(Reader& in, std::int64_t year) {
  if (in.done()) return day_if_valid(year, 1, 1);
  const bool extended = in.take('-');
  if (in.take('W')) return parse_week(in, year);
  if (in.take('Q')) return parse_quarter(in, year);
  if (in.digits_ahead() == 3) return ordinal_if_valid(year, *in.digits(3));
  const auto month = in.digits(2);
  if (!month) return std::nullopt;
  if (in.done()) return day_if_valid(year, *month, 1);
  if (extended && !in.take('-')) return std::nullopt;
  const auto day = in.digits(2);
  return day ? day_if_valid(year, *month, *day) : std::nullopt;
}

std::optional<Day> parse_day(Reader& in) {
  const bool negative = in.take('-'), signed_year = negative || in.take('+');
  const std::size_t size = signed_year ? std::min<std::size_t>(in.digits_ahead(), 9) : 4;
  const auto year = in.digits(size);
  if (!year || size < 4) return std::nullopt;
  return parse_after_year(in, negative ? -*year : *year);
}

// The nanoseconds that ".645" stands for.
std::optional<std::int64_t> parse_fraction(Reader& in) {
  const std::size_t count = in.digits_ahead();
  if (count == 0 || count > 9) return std::nullopt;
  std::int64_t value = *in.digits(count);
  for (std::size_t i = count; i < 9; ++i) value *= 10;
  return value;
}

std::optional<std::int64_t> parse_clock(Reader& in) {
  std::int64_t parts[3] = {0, 0, 0};
  const auto hour = in.digits(2);
  if (!hour) return std::nullopt;
  parts[0] = *hour;
  const bool extended = !in.done() && in.rest().front() == ':';
  for (int i = 1; i < 3; ++i) {
    if (extended ? !in.take(':') : in.digits_ahead() < 2) break;
    const auto part = in.digits(2);
    if (!part) return std::nullopt;
    parts[i] = *part;
  }
  std::int64_t nanos = 0;
  if (in.take('.') || in.take(',')) {
    const auto fraction = parse_fraction(in);
    if (!fraction) return std::nullopt;
    nanos = *fraction;
  }
  if (parts[0] > 23 || parts[1] > 59 || parts[2] > 59) return std::nullopt;
  return ((parts[0] * 60 + parts[1]) * 60 + parts[2]) * nanos_per_second + nanos;
}

// Where the offset or the zone begins in a text that has a time before it.
std::size_t zone_start(std::string_view text) {
  return std::min(text.find_first_of("Zz+-["), text.size());
}

template <class T>
std::optional<T> whole(const Reader& in, std::optional<T> value) {
  return in.done() ? value : std::nullopt;
}

}  // namespace

std::string temporal_text(const Value& value) {
  if (value.duration()) return duration_text(*value.duration());
  if (value.day()) return day_text(value.day()->days);
  if (value.local_time()) return clock_text(value.local_time()->nanos);
  if (const auto* time = value.zoned_time()) return clock_text(time->nanos) + offset_text(time->offset);
  const Moment moment = moment_of(value);
  std::string text = day_text(*moment.days) + "T" + clock_text(*moment.nanos);
  if (moment.zone) {
    text += offset_text(value.zoned_date_time()->offset);
    if (!moment.zone->name.empty()) text += "[" + moment.zone->name + "]";
  }
  return text;
}

std::optional<Day> parse_date(std::string_view text) {
  Reader in(text);
  return whole(in, parse_day(in));
}

std::optional<LocalTime> parse_local_time(std::string_view text) {
  Reader in(text);
  const auto nanos = whole(in, parse_clock(in));
  return nanos ? std::optional(LocalTime{*nanos}) : std::nullopt;
}

std::optional<ZonedTime> parse_time(std::string_view text) {
  const std::size_t split = zone_start(text);
  const auto time = parse_local_time(text.substr(0, split));
  const auto offset =
      split == text.size() ? std::optional<std::int32_t>(0) : parse_offset(text.substr(split));
  if (!time || !offset) return std::nullopt;
  return ZonedTime{time->nanos, *offset};
}

std::optional<LocalDateTime> parse_local_date_time(std::string_view text) {
  const std::size_t split = text.find('T');
  const auto day = parse_date(text.substr(0, split));
  const auto time =
      split == std::string_view::npos ? std::optional(LocalTime{}) : parse_local_time(text.substr(split + 1));
  if (!day || !time) return std::nullopt;
  return local_date_time(day->days, time->nanos);
}

std::optional<ZonedDateTime> parse_date_time(std::string_view text) {
  const std::size_t t = text.find('T');
  const std::size_t split =
      t == std::string_view::npos ? std::min(text.find('['), text.size()) : t + zone_start(text.substr(t));
  const auto local = parse_local_date_time(text.substr(0, split));
  if (!local) return std::nullopt;
  const std::string_view suffix = text.substr(split);
  const std::size_t bracket = std::min(suffix.find('['), suffix.size());
  Zone zone;
  if (bracket < suffix.size()) {
    if (suffix.back() != ']') return std::nullopt;
    const auto named = parse_zone(suffix.substr(bracket + 1, suffix.size() - bracket - 2));
    if (!named) return std::nullopt;
    zone = *named;
  }
  const std::int64_t days = floor_div(local->seconds, seconds_per_day);
  const std::int64_t nanos = floor_mod(local->seconds, seconds_per_day) * nanos_per_second + local->nanos;
  if (bracket == 0) return zoned(days, nanos, zone);
  const auto offset = parse_offset(suffix.substr(0, bracket));
  if (!offset) return std::nullopt;
  const ZonedDateTime at = zoned(days, nanos, Zone{*offset, {}});
  return zone.name.empty() ? at : in_zone(at, zone);
}

}  // namespace demarche::cypher
