#include "ingest/actors/affiliations.h"

#include <set>
#include <tuple>

namespace demarche {
namespace {

class Finder {
 public:
  Finder(const std::vector<Shallow>& texts, const Cast& cast, const ActorWords& words,
         const std::optional<Date>& date)
      : texts_(texts), cast_(cast), words_(words), date_(date) {}

  std::vector<ActorLink> run() {
    for (int m = 0; m < static_cast<int>(cast_.mentions().size()); ++m) titled(m);
    for (int member = 0; member < static_cast<int>(cast_.members().size()); ++member) standing(member);
    return std::move(links_);
  }

 private:
  void add(const ActorLink& link) {
    const bool is_new = known_.emplace(link.from, link.relation, link.to).second;
    if (is_new && link.from != link.to) links_.push_back(link);
  }

  LinkKind relation_of(const Mention& mention) const;
  void titled(int m);
  void standing(int member);
  bool holds(const Affiliation& fact) const;

  const std::vector<Shallow>& texts_;
  const Cast& cast_;
  const ActorWords& words_;
  const std::optional<Date>& date_;
  std::vector<ActorLink> links_;
  std::set<std::tuple<int, LinkKind, int>> known_;
};

// A leader by title; a lesser one where the words before say so ("foreign minister", "deputy prime
// minister").
LinkKind Finder::relation_of(const Mention& mention) const {
  if (mention.title == Title::SpeaksFor) {
    const Shallow& text = texts_[static_cast<std::size_t>(mention.line)];
    const bool prime = mention.title_word > 0 && text.key(mention.title_word) == "minister" &&
                       text.key(mention.title_word - 1) == "prime";
    return prime ? LinkKind::Leads : LinkKind::SpeaksFor;
  }
  return mention.title == Title::Leads ? LinkKind::Leads : LinkKind::MemberOf;
}

// "Kremlin spokesman Dmitry Peskov": the name in the group before the title.
void Finder::titled(int m) {
  const Mention& person = cast_.mentions()[static_cast<std::size_t>(m)];
  if (person.kind != ActorKind::Person || !person.title || *person.title == Title::Style) return;
  for (int other : cast_.mentions_in(person.line)) {
    const Mention& body = cast_.mentions()[static_cast<std::size_t>(other)];
    const bool inside = body.first >= person.first && body.last < person.title_word;
    const ActorKind kind = cast_.members()[static_cast<std::size_t>(cast_.member_of(other))].kind;
    if (!inside || other == m || kind == ActorKind::Person) continue;
    add({cast_.member_of(m), relation_of(person), cast_.member_of(other), person.line, person.first,
         person.last});
  }
}

bool Finder::holds(const Affiliation& fact) const {
  if (!date_) return !fact.until;
  if (fact.from && date_->last_day() < fact.from->first_day()) return false;
  return !fact.until || date_->first_day() <= fact.until->last_day();
}

void Finder::standing(int member) {
  const CastMember& from = cast_.members()[static_cast<std::size_t>(member)];
  if (!from.entry || from.mentions.empty()) return;
  for (const Affiliation& fact : from.entry->affiliations)
    for (int to = 0; to < static_cast<int>(cast_.members().size()); ++to) {
      const CastMember& body = cast_.members()[static_cast<std::size_t>(to)];
      if (!body.entry || body.entry->key != fact.to || !holds(fact)) continue;
      const Mention& where = cast_.mentions()[static_cast<std::size_t>(from.mentions.front())];
      add({member, fact.relation, to, where.line, where.first, where.last});
    }
}

}  // namespace

std::vector<ActorLink> find_affiliations(const std::vector<Shallow>& texts, const Cast& cast,
                                         const ActorWords& words, const std::optional<Date>& date) {
  return Finder(texts, cast, words, date).run();
}

}  // namespace demarche
