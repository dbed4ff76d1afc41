// How many points a proposal has, where its name says so: "28-point plan", "a plan of twenty-eight points",
// "27 proposals". Tested by tests/ingest/stances/proposals_test.cpp over tests/cases/stances/points.txt.
#pragma once

#include <optional>

#include "ingest/actors/chunks.h"

namespace demarche {

struct ProposalMention;

// Nothing where the words of the mention count no points.
[[nodiscard]] std::optional<int> points_said(const Shallow& text, const ProposalMention& mention);

// Whether the word counts points for the noun behind it: "seven-*point* charter".
[[nodiscard]] bool counts_points_at(const Line& line, int word);

}  // namespace demarche
