// The closed vocabulary of the graph: what an actor can do to a proposal, how surely, how far; what actors
// are, and how actors and proposals hang together. Numbers are stored in graph files: never renumber, only
// append. Tested by tests/graph/model/vocabulary_test.cpp.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace demarche {

enum class Relation {
  Proposed = 0,   // puts it forward
  Accepted = 1,   // says yes to it, formally or finally
  Rejected = 2,   // says no to it
  Supported = 3,  // favours it short of accepting
  Opposed = 4,    // is against it short of rejecting
  Amended = 5,    // changes its text
  Withdrew = 6,   // takes its own back
  Received = 7,   // is handed it
  Discussed = 8,  // talks about it with somebody
};

enum class Modality {
  Actual = 0,    // stated as having happened, happening or holding
  Denied = 1,    // stated not to have happened
  Planned = 2,   // announced, intended, expected
  Possible = 3,  // may happen, is conditional, asked about or considered
  Urged = 4,     // demanded of the actor by another
};

enum class Extent {
  Full = 0,
  Partial = 1,  // only a part is meant: "some of", "in principle", "with conditions"
};

enum class ActorKind {
  Unknown = 0,
  Person = 1,
  State = 2,
  Organisation =
      3,      // government, ministry, company, court, party, parliament, armed group, international body
  Group = 4,  // described people: "European powers", "shareholders"
  Place = 5,  // a capital, seat or building that acts
};

// Read *from* relation *to*.
enum class LinkKind {
  Leads = 0,      // person leads state or body
  SpeaksFor = 1,  // spokesman, minister, envoy speaks for whom he serves
  MemberOf = 2,
  PartOf = 3,    // of actors, and of proposals
  SeatOf = 4,    // capital or building to its state or body
  Counters = 5,  // a proposal answers another with its own
  Revises = 6,   // a later version of
};

inline constexpr std::array all_relations{Relation::Proposed,  Relation::Accepted, Relation::Rejected,
                                          Relation::Supported, Relation::Opposed,  Relation::Amended,
                                          Relation::Withdrew,  Relation::Received, Relation::Discussed};
inline constexpr std::array all_modalities{Modality::Actual, Modality::Denied, Modality::Planned,
                                           Modality::Possible, Modality::Urged};
inline constexpr std::array all_extents{Extent::Full, Extent::Partial};
inline constexpr std::array all_actor_kinds{ActorKind::Unknown,      ActorKind::Person, ActorKind::State,
                                            ActorKind::Organisation, ActorKind::Group,  ActorKind::Place};
inline constexpr std::array all_link_kinds{LinkKind::Leads,  LinkKind::SpeaksFor, LinkKind::MemberOf,
                                           LinkKind::PartOf, LinkKind::SeatOf,    LinkKind::Counters,
                                           LinkKind::Revises};

// The word that contracts and tables use: "proposed", "actual", "partial", "organisation", "speaks_for".
[[nodiscard]] std::string_view name(Relation relation);
[[nodiscard]] std::string_view name(Modality modality);
[[nodiscard]] std::string_view name(Extent extent);
[[nodiscard]] std::string_view name(ActorKind kind);
[[nodiscard]] std::string_view name(LinkKind kind);

// The value whose word is `word`, exactly as `name` spells it; nothing for any other word.
[[nodiscard]] std::optional<Relation> relation_named(std::string_view word);
[[nodiscard]] std::optional<Modality> modality_named(std::string_view word);
[[nodiscard]] std::optional<Extent> extent_named(std::string_view word);
[[nodiscard]] std::optional<ActorKind> actor_kind_named(std::string_view word);
[[nodiscard]] std::optional<LinkKind> link_kind_named(std::string_view word);

// Whether a link of this kind may join two actors, or two proposals; PartOf may do both.
[[nodiscard]] bool joins_actors(LinkKind kind);
[[nodiscard]] bool joins_proposals(LinkKind kind);

}  // namespace demarche
