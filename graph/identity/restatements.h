// Which proposals that one document's findings list apart are one all the same: "offered to buy it for 42
// crowns" and then "the offer", "a 14-point version" and "the 14-point plan". Tested by
// tests/graph/identity/identity_test.cpp over tests/cases/identity/restatements.txt.
#pragma once

#include <cstddef>
#include <vector>

#include "graph/identity/proposal_facts.h"
#include "graph/model/extraction.h"

namespace demarche {

// A proposal of one document, under every wording by which its findings list it.
struct LocalProposal {
  const Extraction* found = nullptr;
  std::vector<std::size_t> wordings;  // indices into `found->proposals`, in the order of the text
  ProposalFacts facts;                // of all of them

  [[nodiscard]] const Proposal& first() const { return found->proposals[wordings.front()]; }
};

// `facts`: one a proposal of `found`, in its order. In the order in which the text comes to them.
[[nodiscard]] std::vector<LocalProposal> proposals_told(const Extraction& found,
                                                        std::vector<ProposalFacts> facts);

}  // namespace demarche
