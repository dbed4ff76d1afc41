// What the rules' taking a mention of a proposal for one of a chain looks like, as short words for the model
// that judges it (linear_model.h): the likeness of nouns, words, owners and numbers, where both stand, and
// which other chains the rules would have taken. A feature never holds a name or a word of the text. Tested
// by tests/ingest/stances/coreference_test.cpp.
#pragma once

#include <vector>

#include "ingest/stances/linear_model.h"
#include "ingest/stances/proposal_chain.h"

namespace demarche {

// A chain that the rules would take a mention for.
struct Liked {
  int proposal = -1;
  int points = 0;
};

// What judging a link rests on besides its ends. All of it must outlive the judging.
struct LinkPlace {
  const std::vector<Shallow>& texts;
  const Kin& kin;
  const std::vector<Liked>& all;  // that the rules would take the mention for
};

[[nodiscard]] Features coreference_features(const ProposalMention& mention, const FoundProposal& known,
                                            const Liked& liked, const LinkPlace& place);

}  // namespace demarche
