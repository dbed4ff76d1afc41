// The times of a sentence, by what they hang on in its tree: a verb, or the noun of something that was done.
// Tested by tests/ingest/pipeline_test.cpp over tests/cases/pipeline/days.txt.
#pragma once

#include <optional>

#include "graph/model/date.h"
#include "ingest/stances/clauses.h"
#include "ingest/stances/dates.h"

namespace demarche {

// The first day, month or year that hangs on one of the predicates of `clauses`, itself or through a noun;
// nothing where none does.
[[nodiscard]] std::optional<Date> date_at_predicate(const Shallow& text, const Clauses& clauses,
                                                    const Predicate& predicate, Look look,
                                                    const std::optional<Date>& document);

// That of the noun of a group: "*last week's* meeting", "a bid *in 2019*", "the hearing scheduled *for
// Thursday*".
[[nodiscard]] std::optional<Date> date_at_noun(const Shallow& text, const Clauses& clauses, int group,
                                               Look look, const std::optional<Date>& document);

// Whether a chunk of time stands right behind a word, but for one preposition.
[[nodiscard]] bool is_right_behind(const Shallow& text, int time, int word);

}  // namespace demarche
