#include "ingest/actors/kin.h"

namespace demarche {

Kin::Kin(const Cast& cast, const std::vector<ActorLink>& links) {
  for (const ActorLink& link : links) join(link.from, link.to);
  by_entries(cast);
  by_nesting(cast);
}

bool Kin::are_any(const std::vector<int>& these, const std::vector<int>& those) const {
  for (int one : these)
    for (int other : those)
      if (are(one, other)) return true;
  return false;
}

// A country is no kin of the alliances that it is a member of; a person is of whatever he belongs to.
void Kin::by_entries(const Cast& cast) {
  std::unordered_map<std::string_view, int> by_key;
  for (int m = 0; m < static_cast<int>(cast.members().size()); ++m)
    if (const auto* entry = cast.members()[static_cast<std::size_t>(m)].entry) by_key.emplace(entry->key, m);
  for (const auto& [key, m] : by_key) {
    const CastMember& member = cast.members()[static_cast<std::size_t>(m)];
    for (const Affiliation& fact : member.entry->affiliations) {
      const auto body = by_key.find(fact.to);
      const bool belongs = fact.relation != LinkKind::MemberOf || member.kind == ActorKind::Person;
      if (body != by_key.end() && belongs) join(m, body->second);
    }
  }
}

void Kin::by_nesting(const Cast& cast) {
  const auto& mentions = cast.mentions();
  for (int m = 0; m < static_cast<int>(mentions.size()); ++m) {
    const Mention& outer = mentions[static_cast<std::size_t>(m)];
    if (outer.first == outer.last) continue;
    for (int inside : cast.mentions_in(outer.line)) {
      const Mention& inner = mentions[static_cast<std::size_t>(inside)];
      const bool described = outer.form == MentionForm::Described;  // "the leader *of Hezbollah*"
      const bool nested =
          inner.first >= outer.first && inner.last < (described ? outer.last + 1 : outer.head);
      if (nested && inside != m) join(cast.member_of(m), cast.member_of(inside));
    }
  }
}

}  // namespace demarche
