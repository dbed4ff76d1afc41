// Temporal values of maps ({year: 1984, week: 10}), of texts, of other temporal values, and of now; and
// truncation. Tested by tests/graph/cypher/kit_test.cpp over tests/cases/cypher/values.feature.
#pragma once

#include <string_view>

#include "graph/cypher/temporal.h"

namespace demarche::cypher {

enum class TemporalKind { Date, LocalTime, Time, LocalDateTime, DateTime };

// The value of `kind` that `argument` describes: a map, a text, or another temporal value; null gives null.
// Fails as a query does (ArgumentError, TypeError).
[[nodiscard]] Value make_temporal(TemporalKind kind, const Value& argument);

// The instant `now` as a value of `kind`, in UTC.
[[nodiscard]] Value temporal_at(TemporalKind kind, const ZonedDateTime& now);

// `value` cut to `unit` ("century", "weekYear", "hour"), with the fields of `fields` put in place.
[[nodiscard]] Value truncate(TemporalKind kind, std::string_view unit, const Value& value, const Map& fields);

}  // namespace demarche::cypher
