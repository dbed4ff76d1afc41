// What documents dated from some day on brought that was not known before: first stances and changed minds,
// new versions of a text, and old reports that were only printed again. Tested by
// tests/graph/answers/status_test.cpp over tests/cases/answers/status.txt.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "graph/answers/representation.h"
#include "graph/answers/row.h"

namespace demarche {

struct Change {
  enum class Kind {
    New,   // an act not known before; `before` is the party's earlier stance, on the same side, where it had
           // one
    Flip,  // the party, or the actor, took the other side before
    Version,  // a text that revises an earlier one
    Echo,     // a copy of a text that was known before
  };
  // One side of a change: an act, or of a version about which nothing is known the proposal alone.
  struct Side {
    ProposalRef proposal;
    std::optional<Row> act;
  };
  Kind kind = Kind::New;
  std::optional<Side> before;
  Side after;
};

[[nodiscard]] std::string_view name(Change::Kind kind);

struct ChangesQuestion {
  Date since;  // the first day of what is new
  RollUp roll_up = RollUp::Together;
};

struct Changes {
  std::vector<Change> changes;  // newest first
  std::size_t undated_left_out = 0;
};

// Undated documents bring nothing new. Errors: NotFound or Ambiguous for the filter's speaker.
[[nodiscard]] Result<Changes> changes(const Knowledge& knowledge, const ChangesQuestion& question,
                                      const Filter& filter);

}  // namespace demarche
