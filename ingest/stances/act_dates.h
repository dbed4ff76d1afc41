// The day of an act, from the times that the sentence's tree hangs on its verb, on a verb that governs it, or
// on the verb that reports it. Tested by tests/ingest/pipeline_test.cpp over
// tests/cases/pipeline/days.txt.
#pragma once

#include <optional>

#include "graph/model/date.h"
#include "graph/model/vocabulary.h"
#include "ingest/stances/clauses.h"
#include "ingest/stances/speakers.h"

namespace demarche {

// How far the day of a report is that of the act: a judgment is passed in the saying, and what it foretells
// has a day of its own.
enum class SaidWhen : std::uint8_t { NotTheAct, IsTheAct, Alone };

[[nodiscard]] std::optional<Date> date_of_act(const Shallow& text, const Clauses& clauses,
                                              const SpeakerReader& speakers, int predicate, Modality modality,
                                              SaidWhen said, const std::optional<Date>& document);

}  // namespace demarche
