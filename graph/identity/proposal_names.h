// What a proposal of the whole graph is called. Tested by tests/graph/identity/identity_test.cpp over
// tests/cases/identity/proposals.txt.
#pragma once

#include <string>
#include <vector>

#include "graph/identity/restatements.h"
#include "graph/identity/wording.h"

namespace demarche {

// A mention with points or amount, where one document of five tells it; else with an owner, else one that
// says more than "the plan"; of several the one that most documents have, then that with most content words
// (at most 8); ties go to the earliest document, then to the shortest. REQUIRES: `group` is not empty,
// earliest member first
[[nodiscard]] std::string proposal_name(const std::vector<LocalProposal>& group, const WordingReader& reader);

}  // namespace demarche
