// The days that a text states, resolved against the document's own: "on Wednesday, December 3", "last month",
// "yesterday", "in November". Tested by tests/ingest/stances/dates_test.cpp over
// tests/cases/stances/dates.txt.
#pragma once

#include <optional>

#include "graph/model/date.h"
#include "ingest/actors/chunks.h"

namespace demarche {

// The day that a chunk of time means in a document of this date; nothing where it means none, or needs the
// document's date and there is none. A weekday is the last of its name, the document's own day included; the
// next one where one looks ahead. A month without year is the last of its name for what is over, else the one
// nearest to the document.
enum class Look : std::uint8_t { Back, Near, Ahead };
[[nodiscard]] std::optional<Date> date_of(const Shallow& text, const Chunk& time,
                                          const std::optional<Date>& document, Look look);

// The day that owns a group of nouns: "*last week's* approval"; nothing where none does.
[[nodiscard]] std::optional<Date> date_owning(const Shallow& text, const Chunk& group,
                                              const std::optional<Date>& document, Look look);

}  // namespace demarche
