// What a stance looks like, as short words for the model that judges it (linear_model.h): its act, how its
// sentence joins act, actor and proposal, what these two are, and what else the document says of them. A
// feature never holds a name or a word of the text; only words of the project's own lists and of Universal
// Dependencies. Tested by tests/ingest/stances/stance_features_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "ingest/stances/linear_model.h"
#include "ingest/stances/stances.h"

namespace demarche {

// One a stance, in their order, each sorted: "relation=accepted", "act=verb:sign accepted", "actor
// path=nsubj". `stances` as find_stances gave them for `doc`.
[[nodiscard]] std::vector<Features> stance_features(const std::vector<Stance>& stances,
                                                    const ReadDocument& doc, const StanceLists& lists);

}  // namespace demarche
