// Each stance is held against all others of the document: they are few.
#include "ingest/stances/redundant.h"

#include <algorithm>

namespace demarche {
namespace {

// Who put it forward is in favour of it: that need not be read from his praise or his urging.
void drop_own_praise(std::vector<Stance>& found) {
  const auto proposed = [&found](const Stance& praise) {
    return std::any_of(found.begin(), found.end(), [&praise](const Stance& other) {
      return other.relation == Relation::Proposed && other.actor == praise.actor &&
             other.proposal == praise.proposal;
    });
  };
  std::erase_if(found, [&](const Stance& stance) {
    const bool inferred = stance.rule.ends_with("/speaker") || stance.rule.ends_with("/urging");
    return stance.relation == Relation::Supported && inferred && proposed(stance);
  });
}

// A company by its name, or a name of nobody knows what.
bool is_company(const ReadDocument& doc, const ActorWords& words, int member) {
  const CastMember& one = doc.cast.members()[static_cast<std::size_t>(member)];
  if (one.entry) return false;
  if (one.kind == ActorKind::Unknown) return true;
  return one.kind == ActorKind::Organisation &&
         std::any_of(one.mentions.begin(), one.mentions.end(), [&](int m) {
           const Mention& mention = doc.cast.mentions()[static_cast<std::size_t>(m)];
           return words.find(doc.texts[static_cast<std::size_t>(mention.line)].key(mention.head)).legal;
         });
}

// "Acme unveiled a plan to open stores": its own business, unless somebody else takes a stand on it.
void drop_own_business(const ReadDocument& doc, const ActorWords& words, std::vector<Stance>& found) {
  const auto is_plan = [&doc](int p) {
    const auto& nouns = doc.proposals.all()[static_cast<std::size_t>(p)].nouns;
    return !nouns.empty() && std::all_of(nouns.begin(), nouns.end(), [](const ProposalNoun* noun) {
      return is_one_of(noun->sense, {"plan", "strategy", "programme", "program", "project"});
    });
  };
  std::vector<Stance> kept;
  for (const Stance& stance : found) {
    const bool others = std::any_of(found.begin(), found.end(), [&stance](const Stance& other) {
      return other.proposal == stance.proposal && other.actor != stance.actor;
    });
    const bool own = stance.relation == Relation::Proposed && !others && is_plan(stance.proposal);
    if (!own || !is_company(doc, words, stance.actor)) kept.push_back(stance);
  }
  found = std::move(kept);
}

// "BELGIUM UNVEILS PLAN" above "Belgian minister X unveiled a plan": the headline's shorter name for the same
// act, and the state that an owner's adjective names, say nothing more.
void drop_shorter_names(const ReadDocument& doc, std::vector<Stance>& found) {
  const auto in_title = [&doc](const Stance& stance) {
    return doc.texts[static_cast<std::size_t>(stance.line)].line->sentence->field == Field::Title;
  };
  const auto is_told_better = [&](const Stance& shorter) {
    return std::any_of(found.begin(), found.end(), [&](const Stance& other) {
      return other.actor != shorter.actor && other.proposal == shorter.proposal &&
             other.relation == shorter.relation && other.modality == shorter.modality && !in_title(other) &&
             doc.proposals.are_kin(other.actor, shorter.actor);
    });
  };
  const auto is_short = [&](const Stance& stance) {
    const ActorKind kind = doc.cast.members()[static_cast<std::size_t>(stance.actor)].kind;
    return in_title(stance) || (stance.rule.ends_with("/owner") && kind == ActorKind::State);
  };
  std::vector<Stance> kept;
  for (const Stance& stance : found)
    if (!is_short(stance) || !is_told_better(stance)) kept.push_back(stance);
  found = std::move(kept);
}

}  // namespace

void drop_redundant(const ReadDocument& doc, const ActorWords& words, std::vector<Stance>& found) {
  drop_own_praise(found);
  drop_shorter_names(doc, found);
  drop_own_business(doc, words, found);
}

}  // namespace demarche
