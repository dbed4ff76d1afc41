// Days as people and machines write them at the head of a document: in metadata and in datelines. A date
// without its year says nothing here, for a document must not be dated by guess. (Days inside sentences are
// the extraction's matter.) Tested by tests/ingest/read/dates_test.cpp over tests/cases/read/dates.jsonl and
// datelines.jsonl.
#pragma once

#include <optional>
#include <string_view>

#include "graph/model/date.h"

namespace demarche {

// The day that `text` begins with, whatever follows it: "2025-11-23T10:00Z", "20251123", "Nov. 23, 2025",
// "23rd November 2025", "Sunday, 23 November 2025 10:00", "November 2025".
[[nodiscard]] std::optional<Date> date_of_metadata(std::string_view text);

// The day of the dateline that `text` begins with, perhaps below a title and a byline: places in capitals or
// with capital letters, a day with its year, and a dash, colon or line end: "GENEVA, Nov. 23, 2025 -",
// "MOSCOW, 3 December 2025 (Agency) —".
[[nodiscard]] std::optional<Date> date_of_dateline(std::string_view text);

}  // namespace demarche
