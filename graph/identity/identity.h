// Which mentions across documents are one actor, one proposal. A pure function of the set of extractions,
// the gazetteer and the analyst's corrections: order and number of runs change nothing. Tested by
// tests/graph/identity/identity_test.cpp over tests/cases/identity/*.txt.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/identity/overlay.h"
#include "graph/model/extraction.h"
#include "graph/model/gazetteer.h"

namespace demarche {

// Names the rules by which entities are found; another name makes graph files derive their nodes anew.
inline constexpr std::string_view identity_rules = "identity 12";

// An actor or proposal of the whole graph.
struct Entity {
  enum class Kind { Actor, Proposal };
  Kind kind = Kind::Actor;
  std::string id;    // gazetteer key, else "a:" or "p:" and 12 hex digits
  std::string name;  // the gazetteer's, else the most usual; of a proposal its most telling mention
  ActorKind actor_kind = ActorKind::Unknown;
  std::string proposal_kind;         // "plan", "bill"; empty for actors
  std::optional<int> points;         // of a proposal
  std::vector<std::string> aliases;  // every name and mention it goes by, without doubles, sorted
  std::size_t documents = 0;         // that mention it; 0 for an entry that only holds others together
};

// The entities of one document's findings, as indices into `Identity::entities`, in the order of the
// Extraction.
struct LocalEntities {
  std::vector<std::size_t> actors;
  std::vector<std::size_t> proposals;
};

struct Identity {
  std::vector<Entity> entities;          // sorted by id
  std::vector<LocalEntities> documents;  // one an extraction, in the order given to `resolve`
  // Later and earlier version of a proposal that no one document need put side by side, by index, sorted.
  std::vector<std::pair<std::size_t, std::size_t>> revisions;
};

// Besides what the documents name, the entities hold every entry of the gazetteer that one of them leads,
// speaks for or is the seat of, directly or through another. REQUIRES: document ids are unique
[[nodiscard]] Identity resolve(const std::vector<Extraction>& extractions, const Gazetteer& gazetteer,
                               const Overlay& overlay = {});

// "s:" and 12 hex digits over what makes the assertion itself: document id, relation, modality, position of
// the trigger, first mention of actor and of proposal.
[[nodiscard]] std::string assertion_id(const Extraction& found, const Assertion& assertion);

// `prefix` and the first 12 hex digits of the SHA-256 over `parts`, kept apart.
[[nodiscard]] std::string derived_id(std::string_view prefix, const std::vector<std::string>& parts);

}  // namespace demarche
