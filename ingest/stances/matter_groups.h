// The group of nouns that names a proposal before the noun of an act, as a group of its own: "*the bill's* |
// passage by the Senate", "*the plan* | opponents". Tested by tests/ingest/pipeline_test.cpp over
// tests/cases/pipeline/stances.txt.
#pragma once

#include "ingest/actors/chunks.h"
#include "ingest/stances/acts.h"
#include "ingest/stances/proposal_words.h"

namespace demarche {

// Of a sentence without a tree nothing is parted. The mark of an owner becomes an adverb's group, which
// nobody asks for.
void part_matters(Shallow& text, const Acts& acts, const ProposalWords& proposals);

// The group before this one that says what the act is about; -1 for none.
[[nodiscard]] int matter_before(const Shallow& text, int chunk);

}  // namespace demarche
