// ICU knows offsets to the second, also those of the days of local mean time; it takes and gives
// milliseconds.
#include "graph/cypher/zone.h"

#include <fmt/format.h>
#include <unicode/basictz.h>
#include <unicode/timezone.h>

#include <map>
#include <memory>

#include "graph/model/unicode.h"

namespace demarche::cypher {
namespace {

constexpr double millis = 1000;

// The zone of that name, made once a thread; null where ICU does not know it.
const icu::BasicTimeZone* known_zone(const std::string& name) {
  thread_local std::map<std::string, std::unique_ptr<icu::TimeZone>, std::less<>> zones;
  auto found = zones.find(name);
  if (found == zones.end()) {
    std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
    if (zone && *zone == icu::TimeZone::getUnknown()) zone.reset();
    found = zones.emplace(name, std::move(zone)).first;
  }
  return dynamic_cast<const icu::BasicTimeZone*>(found->second.get());
}

// Two digits at `at`, advancing it; -1 where there are none.
int two_digits(std::string_view text, std::size_t& at) {
  if (at + 2 > text.size() || !is_digit(text[at]) || !is_digit(text[at + 1])) return -1;
  const int value = (text[at] - '0') * 10 + (text[at + 1] - '0');
  at += 2;
  return value;
}

}  // namespace

std::optional<std::int32_t> parse_offset(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  if (text.size() < 3 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  std::size_t at = 1;
  int parts[3] = {two_digits(text, at), 0, 0};
  for (int i = 1; i < 3 && at < text.size(); ++i) {
    if (text[at] == ':') ++at;
    parts[i] = two_digits(text, at);
  }
  if (at != text.size() || parts[0] < 0 || parts[1] < 0 || parts[2] < 0 || parts[1] > 59 || parts[2] > 59)
    return std::nullopt;
  const std::int32_t seconds = parts[0] * 3600 + parts[1] * 60 + parts[2];
  if (seconds > greatest_offset) return std::nullopt;
  return text[0] == '-' ? -seconds : seconds;
}

std::string offset_text(std::int32_t offset) {
  if (offset == 0) return "Z";
  const std::int32_t size = offset < 0 ? -offset : offset;
  std::string text = fmt::format("{}{:02}:{:02}", offset < 0 ? '-' : '+', size / 3600, size / 60 % 60);
  if (size % 60) text += fmt::format(":{:02}", size % 60);
  return text;
}

std::optional<Zone> parse_zone(std::string_view text) {
  if (const auto offset = parse_offset(text)) return Zone{*offset, {}};
  std::string name(text);
  if (name.empty() || !known_zone(name)) return std::nullopt;
  return Zone{0, std::move(name)};
}

std::int32_t offset_at(const Zone& zone, std::int64_t utc_seconds) {
  const icu::BasicTimeZone* known = zone.name.empty() ? nullptr : known_zone(zone.name);
  if (!known) return zone.offset;
  std::int32_t raw = 0, saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  known->getOffset(static_cast<double>(utc_seconds) * millis, false, raw, saving, status);
  return U_FAILURE(status) ? 0 : (raw + saving) / 1000;
}

std::int32_t offset_of_local(const Zone& zone, std::int64_t local_seconds) {
  const icu::BasicTimeZone* known = zone.name.empty() ? nullptr : known_zone(zone.name);
  if (!known) return zone.offset;
  std::int32_t raw = 0, saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  known->getOffsetFromLocal(static_cast<double>(local_seconds) * millis, UCAL_TZ_LOCAL_FORMER,
                            UCAL_TZ_LOCAL_FORMER, raw, saving, status);
  return U_FAILURE(status) ? 0 : (raw + saving) / 1000;
}

}  // namespace demarche::cypher
