// Inventories: every actor, proposal or document, with how much is known of each.
// Tested by tests/graph/answers/listing_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "graph/answers/row.h"

namespace demarche {

struct ActorLine {
  ActorRef actor;
  std::size_t documents = 0;  // that mention it
  std::size_t acts = 0;       // rows that `what` would give for it alone
};

struct ProposalLine {
  ProposalRef proposal;
  std::string kind;  // "plan", "bill", "proposal"
  std::size_t documents = 0;
  std::size_t acts = 0;
  std::optional<Date> first_date, last_date;  // of those acts
};

struct DocumentLine {
  DocumentRef document;
  std::optional<std::string> url;
  std::size_t actors = 0, proposals = 0, acts = 0;
};

template <class Line>
struct Listing {
  std::vector<Line> lines;
  std::size_t undated_left_out = 0;
};

// Actors and proposals with the most acts first, then by documents, then by name; documents by date, undated
// last. The filter decides which acts and documents count; where it chooses among acts, what has none that
// passes is left out. Errors: NotFound or Ambiguous for the speaker of
// the filter.
[[nodiscard]] Result<Listing<ActorLine>> list_actors(const Knowledge& knowledge, const Filter& filter);
[[nodiscard]] Result<Listing<ProposalLine>> list_proposals(const Knowledge& knowledge, const Filter& filter);
[[nodiscard]] Result<Listing<DocumentLine>> list_documents(const Knowledge& knowledge, const Filter& filter);

}  // namespace demarche
