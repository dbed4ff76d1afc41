// A stance keeps who and what as numbers of the document; here the words that stand for them in its sentence
// are sought again, nearest to the act, so that the reading itself need not carry them. Tested by
// tests/ingest/explanation_test.cpp.
#pragma once

#include "ingest/stances/stances.h"

namespace demarche {

// The mention of `member` (of the cast; -1 for none) in the sentence of the stance; nullptr for a pronoun, or
// one that stands elsewhere.
[[nodiscard]] const Mention* member_near(const Stance& stance, int member, const Cast& cast);

// Likewise the place that names the proposal of the stance.
[[nodiscard]] const ProposalMention* proposal_near(const Stance& stance, const Proposals& proposals);

}  // namespace demarche
