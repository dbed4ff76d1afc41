// What each party thought of each proposal, one stance after the other. A party is an actor with all who act
// for it on that day; a proposal is all its versions. Tested by tests/graph/answers/status_test.cpp over
// tests/cases/answers/*.txt.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <stop_token>
#include <vector>

#include "graph/answers/knowledge.h"
#include "graph/answers/representation.h"
#include "graph/answers/versions.h"

namespace demarche {

enum class Side { For, Against, Neither };

// On which side of a proposal an act of this relation puts its actor; its owner is for it until it withdraws.
[[nodiscard]] Side side_of(Relation relation);

// One stance, with every act that tells of it when it is taken.
struct Position {
  std::size_t proposal = 0;       // the version
  std::chrono::sys_days day;      // sys_days::min() where none is known
  std::vector<std::size_t> acts;  // indices into Knowledge::acts, never empty; first the party's own, surest
};

// The stances of one party towards one proposal, in the order in which they were taken; never empty. Told
// again or said more weakly of the same text, a stance is no new one; nor is one of an older text that comes
// up again after the party has spoken of a newer, or the owner's support for its own. Of several on one day
// the one about the newest version comes last, and of one version the strongest counts.
struct History {
  std::size_t party = 0;
  std::size_t family = 0;
  std::vector<Position> stances;
};

// The histories found in `acts` (indices into Knowledge::acts) that are stances, ordered by party and family.
[[nodiscard]] std::vector<History> histories_of(const Knowledge& knowledge,
                                                const std::vector<std::size_t>& acts,
                                                const Versions& versions, const Representation& offices,
                                                RollUp roll_up, const std::stop_token& stop = {});

// Undated acts come before all others.
[[nodiscard]] std::chrono::sys_days day_or_first(const Act& act, const Knowledge& knowledge);

}  // namespace demarche
