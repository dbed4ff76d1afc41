// All acts of one actor, or all towards one proposal, in the order of time.
// Tested by tests/graph/answers/status_test.cpp over tests/cases/answers/status.txt.
#pragma once

#include <string>

#include "graph/answers/who.h"

namespace demarche {

struct TimelineQuestion {
  std::string name;  // a NAME of an actor or a proposal
  RollUp roll_up = RollUp::Together;
};

// Newest first. Errors: NotFound or Ambiguous for a NAME. No rows is no error.
[[nodiscard]] Result<Answer> timeline(const Knowledge& knowledge, const TimelineQuestion& question,
                                      const Filter& filter);

}  // namespace demarche
