// Who did this to that proposal, and what this actor did.
// Tested by tests/graph/answers/who_test.cpp over tests/cases/answers/*.txt.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "graph/answers/representation.h"
#include "graph/answers/row.h"

namespace demarche {

struct WhoQuestion {
  std::set<Relation> relations;         // empty: any
  std::optional<std::string> proposal;  // a NAME; it means all versions of the proposal
};

struct WhatQuestion {
  std::string actor;             // a NAME
  std::set<Relation> relations;  // empty: any
  RollUp roll_up = RollUp::Together;
};

// Errors: NotFound or Ambiguous for a NAME. No rows is no error.
[[nodiscard]] Result<Answer> who(const Knowledge& knowledge, const WhoQuestion& question,
                                 const Filter& filter);
[[nodiscard]] Result<Answer> what(const Knowledge& knowledge, const WhatQuestion& question,
                                  const Filter& filter);

}  // namespace demarche
