#include "ingest/actors/kin.h"

#include <algorithm>

namespace demarche {

Kin::Kin(const Cast& cast, const std::vector<Shallow>& texts, const std::vector<ActorLink>& links,
         const ActorWords& words) {
  for (const ActorLink& link : links) join(link.from, link.to);
  by_entries(cast);
  by_nesting(cast);
  by_role(cast, texts, words);
}

void Kin::by_role(const Cast& cast, const std::vector<Shallow>& texts, const ActorWords& words) {
  for (int member = 0; member < static_cast<int>(cast.members().size()); ++member) {
    const CastMember& one = cast.members()[static_cast<std::size_t>(member)];
    if (one.kind != ActorKind::Person) continue;
    const auto is_role = [&](int m) {
      const Mention& said = cast.mentions()[static_cast<std::size_t>(m)];
      return said.form == MentionForm::Described && !said.plural &&
             words.find(texts[static_cast<std::size_t>(said.line)].key(said.head)).mediates;
    };
    const auto is_name = [&](int m) {
      return cast.mentions()[static_cast<std::size_t>(m)].form == MentionForm::Name;
    };
    if (std::all_of(one.mentions.begin(), one.mentions.end(), is_role)) in_a_role_.insert(member);
    if (std::any_of(one.mentions.begin(), one.mentions.end(), is_name)) named_.insert(member);
  }
}

bool Kin::may_be_any(const std::vector<int>& these, const std::vector<int>& those) const {
  const auto has = [](const std::vector<int>& members, const std::set<int>& some) {
    return std::any_of(members.begin(), members.end(), [&](int member) { return some.contains(member); });
  };
  return (has(these, in_a_role_) && has(those, named_)) || (has(those, in_a_role_) && has(these, named_));
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
