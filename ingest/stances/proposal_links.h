// How the proposals of one document hang together: one counters another, revises it, or is part of it; and
// what a proposal is called. Tested by tests/ingest/stances/proposals_test.cpp over
// tests/cases/stances/links.txt.
#pragma once

#include <string>
#include <vector>

#include "graph/model/vocabulary.h"
#include "ingest/stances/proposals.h"

namespace demarche {

// Proposals by their numbers; the words of `line` that say so, both inside.
struct ProposalLink {
  int from = 0;
  LinkKind relation = LinkKind::Counters;
  int to = 0;
  int line = 0;
  int first = 0;
  int last = 0;
};

[[nodiscard]] std::vector<ProposalLink> find_proposal_links(const Proposals& proposals,
                                                            const std::vector<Shallow>& texts,
                                                            const ProposalWords& words);

// Its mention with points or an amount, else with an owner, else with the most describing words, one in the
// text before one in a headline; without article, and at most eight words of what is no clause.
[[nodiscard]] std::string proposal_name(const FoundProposal& proposal, const std::vector<Shallow>& texts);

}  // namespace demarche
