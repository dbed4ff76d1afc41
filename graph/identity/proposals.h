// Which proposals of many documents are one, by wording and time: the same number of points, or the same
// telling words (whose, what about, what kind), in texts that are not long apart. A document's own
// distinctions are honoured: two proposals that it tells apart are never one. Tested by
// tests/graph/identity/identity_test.cpp over tests/cases/identity/proposals.txt.
#pragma once

#include <cstddef>
#include <vector>

#include "graph/identity/wording.h"
#include "graph/model/extraction.h"

namespace demarche {

// A proposal of one document.
struct LocalProposal {
  const Extraction* found = nullptr;
  const Proposal* proposal = nullptr;
};

// Groups of indices into `proposals`, each a proposal of the whole graph: earliest member first (dated before
// undated, then by date, document id and position), groups ordered by their first member.
[[nodiscard]] std::vector<std::vector<std::size_t>> group_proposals(
    const std::vector<LocalProposal>& proposals, const WordingReader& reader);

// What a group is called: its mention with points or amount, else with an owner, else with most content words
// (at most 8); ties go to the earliest document, then to the shortest. REQUIRES: `group` is not empty,
// earliest member first
[[nodiscard]] std::string proposal_name(const std::vector<LocalProposal>& group, const WordingReader& reader);

}  // namespace demarche
