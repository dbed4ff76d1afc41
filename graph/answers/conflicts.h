// Reports that cannot both be right: one says that a party did something which another, or the party itself,
// denies soon after; or two outlets say within the same days that it took opposite sides of one text. A later
// change is no conflict. Tested by tests/graph/answers/status_test.cpp over tests/cases/answers/status.txt.
#pragma once

#include <chrono>
#include <cstddef>
#include <stop_token>
#include <vector>

#include "graph/answers/representation.h"
#include "graph/answers/row.h"

namespace demarche {

// Reports this near to each other are of the same days.
inline constexpr std::chrono::days same_days{3};

// A denial this soon after a report is about it; one before it is none of it.
inline constexpr std::chrono::days denied_within{14};

// The acts of one party towards one version that contradict each other, the sides by indices into
// Knowledge::acts: first what was said first, then what contradicts it.
struct Dispute {
  enum class Kind { Denied, Opposite };
  Kind kind = Kind::Denied;
  std::size_t party = 0;
  std::size_t proposal = 0;
  std::vector<std::size_t> said, contradicted;
  std::chrono::sys_days last;  // the day of the newest document of both sides
};

// The disputes among `acts`, ordered by party and proposal.
[[nodiscard]] std::vector<Dispute> disputes_in(const Knowledge& knowledge,
                                               const std::vector<std::size_t>& acts,
                                               const Representation& offices, RollUp roll_up,
                                               const std::stop_token& stop = {});

struct Conflict {
  ActorRef actor;  // who acted, by the first report
  ProposalRef proposal;
  std::vector<std::vector<Row>> sides;
};

struct Conflicts {
  std::vector<Conflict> conflicts;  // the newest first
  std::size_t undated_left_out = 0;
};

// Errors: NotFound or Ambiguous for the filter's speaker.
[[nodiscard]] Result<Conflicts> conflicts(const Knowledge& knowledge, const Filter& filter, RollUp roll_up);

}  // namespace demarche
