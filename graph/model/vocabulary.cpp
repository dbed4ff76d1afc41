#include "graph/model/vocabulary.h"

namespace demarche {
namespace {

template <class Values>
auto named(const Values& values, std::string_view word) -> std::optional<typename Values::value_type> {
  for (auto value : values)
    if (name(value) == word) return value;
  return std::nullopt;
}

}  // namespace

// The switches have no default, so that the compiler points here when a value is added.

std::string_view name(Relation relation) {
  switch (relation) {
    case Relation::Proposed:
      return "proposed";
    case Relation::Accepted:
      return "accepted";
    case Relation::Rejected:
      return "rejected";
    case Relation::Supported:
      return "supported";
    case Relation::Opposed:
      return "opposed";
    case Relation::Amended:
      return "amended";
    case Relation::Withdrew:
      return "withdrew";
    case Relation::Received:
      return "received";
    case Relation::Discussed:
      return "discussed";
  }
  return "";
}

std::string_view name(Modality modality) {
  switch (modality) {
    case Modality::Actual:
      return "actual";
    case Modality::Denied:
      return "denied";
    case Modality::Planned:
      return "planned";
    case Modality::Possible:
      return "possible";
    case Modality::Urged:
      return "urged";
  }
  return "";
}

std::string_view name(Extent extent) {
  switch (extent) {
    case Extent::Full:
      return "full";
    case Extent::Partial:
      return "partial";
  }
  return "";
}

std::string_view name(ActorKind kind) {
  switch (kind) {
    case ActorKind::Unknown:
      return "unknown";
    case ActorKind::Person:
      return "person";
    case ActorKind::State:
      return "state";
    case ActorKind::Organisation:
      return "organisation";
    case ActorKind::Group:
      return "group";
    case ActorKind::Place:
      return "place";
  }
  return "";
}

std::string_view name(LinkKind kind) {
  switch (kind) {
    case LinkKind::Leads:
      return "leads";
    case LinkKind::SpeaksFor:
      return "speaks_for";
    case LinkKind::MemberOf:
      return "member_of";
    case LinkKind::PartOf:
      return "part_of";
    case LinkKind::SeatOf:
      return "seat_of";
    case LinkKind::Counters:
      return "counters";
    case LinkKind::Revises:
      return "revises";
  }
  return "";
}

std::optional<Relation> relation_named(std::string_view word) {
  return named(all_relations, word);
}
std::optional<Modality> modality_named(std::string_view word) {
  return named(all_modalities, word);
}
std::optional<Extent> extent_named(std::string_view word) {
  return named(all_extents, word);
}
std::optional<ActorKind> actor_kind_named(std::string_view word) {
  return named(all_actor_kinds, word);
}
std::optional<LinkKind> link_kind_named(std::string_view word) {
  return named(all_link_kinds, word);
}

bool joins_actors(LinkKind kind) {
  return kind != LinkKind::Counters && kind != LinkKind::Revises;
}

bool joins_proposals(LinkKind kind) {
  return kind == LinkKind::Counters || kind == LinkKind::Revises || kind == LinkKind::PartOf;
}

}  // namespace demarche
