// Time zones: offsets from UTC in seconds east, and named zones through ICU's time zone data.
// Tested by tests/graph/cypher/kit_test.cpp over tests/cases/cypher/values.feature.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace demarche::cypher {

inline constexpr std::int32_t greatest_offset = 18 * 3600;

// "Z", "+01", "+0100", "+01:00", "-02:05:07"; nothing where the text is none of these.
[[nodiscard]] std::optional<std::int32_t> parse_offset(std::string_view text);
[[nodiscard]] std::string offset_text(std::int32_t offset);  // "Z", "+01:00", "-02:05:07"

// A zone as a query names it: an offset, or the name of a zone that is known.
struct Zone {
  std::int32_t offset = 0;  // where `name` is empty
  std::string name;
};
[[nodiscard]] std::optional<Zone> parse_zone(std::string_view text);

// The offset of a zone at an instant, and at a local time; of two that are possible the earlier instant's.
[[nodiscard]] std::int32_t offset_at(const Zone& zone, std::int64_t utc_seconds);
[[nodiscard]] std::int32_t offset_of_local(const Zone& zone, std::int64_t local_seconds);

}  // namespace demarche::cypher
