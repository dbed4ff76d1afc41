// Which mentions across documents are one actor, one proposal. A pure function of the set of extractions and of the
// gazetteer: order and number of runs change nothing.
// Tested by tests/graph/identity/*_test.cpp.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/model/extraction.h"
#include "graph/model/gazetteer.h"

namespace demarche {

// An actor or proposal of the whole graph.
struct Entity {
  enum class Kind { Actor, Proposal };
  Kind kind = Kind::Actor;
  std::string id;    // gazetteer key, else "a:" or "p:" and 12 hex digits
  std::string name;  // see the design: for proposals the mention with points or amount, else owner, else most words
  ActorKind actor_kind = ActorKind::Unknown;
  std::optional<int> points;
  std::vector<std::string> aliases;  // every name and mention it goes by, without doubles, sorted
};

// A document-local finding, and the entity it belongs to.
struct LocalId {
  std::string document;
  std::string local;
  friend auto operator<=>(const LocalId&, const LocalId&) = default;
};

struct Identity {
  std::vector<Entity> entities;                // sorted by id
  std::map<LocalId, std::size_t> belongs;      // to an index in `entities`

  [[nodiscard]] const Entity& entity_of(std::string_view document, std::string_view local) const;
};

[[nodiscard]] Identity resolve(const std::vector<Extraction>& extractions, const Gazetteer& gazetteer);

// "s:" and 12 hex digits over what makes the assertion itself: document id, relation, modality, position of the
// trigger, first mention of actor and of proposal.
[[nodiscard]] std::string assertion_id(const Extraction& found, const Assertion& assertion);

}  // namespace demarche
