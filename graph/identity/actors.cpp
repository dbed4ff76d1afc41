#include "graph/identity/actors.h"

#include <algorithm>
#include <set>

#include "graph/identity/identity.h"
#include "graph/model/unicode.h"

namespace demarche {
namespace {

// Kinds that one name may be given for one actor by different texts; actors of two classes are never one.
enum class KindClass { Person, State, Place, Body };

KindClass class_of(ActorKind kind) {
  switch (kind) {
    case ActorKind::Person:
      return KindClass::Person;
    case ActorKind::State:
      return KindClass::State;
    case ActorKind::Place:
      return KindClass::Place;
    case ActorKind::Organisation:
    case ActorKind::Group:
    case ActorKind::Unknown:
      return KindClass::Body;
  }
  return KindClass::Body;
}

std::string_view name(KindClass kind) {
  switch (kind) {
    case KindClass::Person:
      return "person";
    case KindClass::State:
      return "state";
    case KindClass::Place:
      return "place";
    case KindClass::Body:
      return "body";
  }
  return "";
}

// A text cannot tell a state from its capital or its body, but it can tell a person from all of them.
bool fits(ActorKind found, ActorKind entry) {
  return found == ActorKind::Unknown || (found == ActorKind::Person) == (entry == ActorKind::Person);
}

const GazetteerEntry* entry_named(std::string_view text, ActorKind kind, const Gazetteer& gazetteer) {
  const auto* entry = gazetteer.named(text, kind);
  return entry && fits(kind, entry->kind) ? entry : nullptr;
}

bool is_one_word(std::string_view text) {
  return text.find(' ') == std::string_view::npos;
}

// By its name, else by a mention. A person's surname alone names nobody: its document's fuller name decides.
const GazetteerEntry* entry_of(const Actor& actor, const Gazetteer& gazetteer) {
  if (const auto* entry = entry_named(actor.name, actor.kind, gazetteer)) return entry;
  for (const auto& mention : actor.mentions) {
    if (actor.kind == ActorKind::Person && is_one_word(mention.text)) continue;
    if (const auto* entry = entry_named(mention.text, actor.kind, gazetteer)) return entry;
  }
  return nullptr;
}

std::string compared_name(std::string_view name) {
  const auto folded = fold(name);
  return folded.starts_with("the ") ? folded.substr(4) : folded;
}

}  // namespace

std::string actor_id(const Actor& actor, const Gazetteer& gazetteer) {
  if (const auto* entry = entry_of(actor, gazetteer)) return entry->key;
  return derived_id("a:", {std::string(name(class_of(actor.kind))), compared_name(actor.name)});
}

bool rolls_up(LinkKind kind) {
  return kind == LinkKind::SpeaksFor || kind == LinkKind::SeatOf || kind == LinkKind::Leads;
}

std::vector<std::string> with_those_above(std::vector<std::string> keys, const Gazetteer& gazetteer) {
  std::set<std::string> above;
  while (!keys.empty()) {
    const auto key = std::move(keys.back());
    keys.pop_back();
    const auto* entry = gazetteer.find(key);
    if (!entry || !above.insert(key).second) continue;
    for (const auto& affiliation : entry->affiliations)
      if (rolls_up(affiliation.relation)) keys.push_back(affiliation.to);
  }
  return {above.begin(), above.end()};
}

}  // namespace demarche
