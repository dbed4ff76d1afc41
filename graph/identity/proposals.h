// Which proposals of many documents are one, and which are versions of each other: by number of points,
// amounts, owner, kind, topic, parties and time. A document's own distinctions are honoured: two proposals
// that it tells apart are never one. Tested by tests/graph/identity/identity_test.cpp over
// tests/cases/identity/proposals.txt.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "graph/identity/restatements.h"

namespace demarche {

struct ProposalGroups {
  // Indices into the proposals given, each group a proposal of the whole graph: earliest member first (dated
  // before undated, then by date, document id and position), groups ordered by their first member.
  std::vector<std::vector<std::size_t>> groups;
  std::vector<std::size_t> by_time;  // all proposals, earliest first as above
  // Later and earlier version, as indices into the proposals given, one of each group: the same owner's on
  // the same matter, another number.
  std::vector<std::pair<std::size_t, std::size_t>> revisions;
};

[[nodiscard]] ProposalGroups group_proposals(const std::vector<LocalProposal>& proposals);

}  // namespace demarche
