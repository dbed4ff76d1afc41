// Who stands with whom: parties by the sides they take now, agreement and conflict between them, and their
// blocs. Tested by tests/cases/cli/networks.txt.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "graph/answers/representation.h"
#include "graph/answers/row.h"
#include "graph/network/agreement.h"

namespace demarche {

struct BlocsQuestion {
  network::Measure measure = network::Measure::Subtract;  // of the ties that are shown
  network::Normalisation normalisation = network::Normalisation::None;
  RollUp roll_up = RollUp::Together;
};

// A party, and those who took its sides for it.
struct BlocMember {
  ActorRef actor;
  std::vector<ActorRef> through;  // ordered by id
};

struct BlocTie {
  std::string from, to;  // ids of parties
  double weight = 0;
  std::size_t agreed = 0, disagreed = 0;  // proposals
};

struct Bloc {
  std::vector<BlocMember> members;
  std::vector<BlocTie>
      ties;  // of its members with each other and with others, each under the bloc of its first end
};

struct Blocs {
  std::vector<Bloc> blocs;  // largest first; parties that share no side with another are blocs of one
  std::size_t undated_left_out = 0;
};

// Blocs are found by agreement less conflict with that normalisation, whatever measure the ties show.
// Errors: NotFound or Ambiguous for the speaker's NAME.
[[nodiscard]] Result<Blocs> blocs(const Knowledge& knowledge, const BlocsQuestion& question,
                                  const Filter& filter);

}  // namespace demarche
