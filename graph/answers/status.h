// Where a proposal stands with each party: its latest stance, whether reports of it disagree, whether the
// text has changed since, and who was asked and has not answered; each with the rule that gave it and the
// words it rests on. Tested by tests/graph/answers/status_test.cpp over tests/cases/answers/status.txt.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/answers/representation.h"
#include "graph/answers/row.h"

namespace demarche {

enum class PartyStatus {
  Proposed,
  Accepted,
  Partial,
  Supported,
  Disputed,
  Silent,
  Opposed,
  Rejected,
  Withdrawn
};

[[nodiscard]] std::string_view name(PartyStatus standing);

struct StatusRow {
  ActorRef actor;        // who acted last for the party
  ProposalRef proposal;  // the version that the party spoke of
  PartyStatus status = PartyStatus::Silent;
  std::string rule;           // what makes it so, a sentence without full stop
  std::optional<Date> since;  // the day of the stance; of silence the day of the question
  std::optional<int> days;    // of silence: how many, up to the as-of day, else to the newest document
  bool stale = false;         // the text has changed since
  std::vector<Row> evidence;  // of a dispute first what was said, then what contradicts it
};

struct StatusQuestion {
  std::optional<std::string> proposal;  // a NAME; none: every proposal
  RollUp roll_up = RollUp::Together;
};

struct Status {
  std::vector<StatusRow>
      rows;  // a proposal's together, that with the latest news first; in the order of PartyStatus
  std::size_t undated_left_out = 0;
};

// Errors: NotFound or Ambiguous for a NAME.
[[nodiscard]] Result<Status> status(const Knowledge& knowledge, const StatusQuestion& question,
                                    const Filter& filter);

}  // namespace demarche
