// A title or office has its body in the words before it ("*Kremlin* spokesman", "*Norway's* envoy") or behind
// its "of" or "for" ("head of *the delegation*"). Its bearer is the name that follows it, or stands before it
// with a comma between.
#include "ingest/actors/affiliations.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

namespace demarche {
namespace {

// The office that a group of words names, and where its words stand.
struct Office {
  LinkKind relation = LinkKind::MemberOf;
  int word = 0;   // the title
  int first = 0;  // where its group begins
};

class LinkFinder {
 public:
  LinkFinder(const std::vector<Shallow>& texts, const Cast& cast, const ActorWords& words)
      : texts_(texts), cast_(cast), words_(words) {}

  std::vector<ActorLink> run() {
    for (int m = 0; m < static_cast<int>(cast_.mentions().size()); ++m) {
      titled(m);
      beside(m);
      owned(m);
      organ(m);
    }
    return std::move(links_);
  }

 private:
  [[nodiscard]] const Mention& mention(int m) const { return cast_.mentions()[static_cast<std::size_t>(m)]; }
  [[nodiscard]] const CastMember& member(int m) const {
    return cast_.members()[static_cast<std::size_t>(cast_.member_of(m))];
  }

  void titled(int m);
  [[nodiscard]] bool has_name(int m) const;
  void beside(int m);
  void owned(int m);
  void organ(int m);
  [[nodiscard]] bool is_organ(const Mention& part) const;
  void link(int bearer, const Office& office, int line, int last);
  [[nodiscard]] int body_meant(const Office& office, int line) const;
  [[nodiscard]] int body_before(const Office& office, int line) const;
  [[nodiscard]] int body_behind(const Office& office, int line) const;
  [[nodiscard]] std::optional<LinkKind> relation_of(const Shallow& text, int word) const;
  [[nodiscard]] bool fits(LinkKind relation, int bearer, int body) const;
  [[nodiscard]] const CastMember& bearer_of(int member) const {
    return cast_.members()[static_cast<std::size_t>(member)];
  }

  const std::vector<Shallow>& texts_;
  const Cast& cast_;
  const ActorWords& words_;
  std::vector<ActorLink> links_;
  std::set<std::tuple<int, LinkKind, int>> known_;
};

// A leader by title; a lesser one where the words before say so ("foreign minister", "deputy prime
// minister").
std::optional<LinkKind> LinkFinder::relation_of(const Shallow& text, int word) const {
  const std::string& key = text.key(word);
  if (key == "capital") return LinkKind::SeatOf;
  if (is_one_of(key, {"unit", "subsidiary", "arm", "division", "affiliate", "branch", "wing"}))
    return LinkKind::PartOf;
  const auto title = words_.find(key).title;
  if (!title || *title == Title::Style) return std::nullopt;
  const int before = word > 0 && is_one_of(text.key(word - 1), {"prime", "-"}) ? word - 2 : word - 1;
  const auto follows = [&](std::string_view said) { return word > 0 && text.key(word - 1) == said; };
  const bool deputy =
      before >= 0 && is_one_of(text.key(before), {"deputy", "vice", "assistant", "former", "ex"});
  if (*title == Title::SpeaksFor && follows("prime")) return deputy ? LinkKind::MemberOf : LinkKind::Leads;
  if (*title == Title::SpeaksFor) return LinkKind::SpeaksFor;
  if (key == "executive" && follows("chief")) return LinkKind::Leads;
  return *title == Title::MemberOf || deputy ? LinkKind::MemberOf : LinkKind::Leads;
}

bool LinkFinder::fits(LinkKind relation, int bearer, int body) const {
  if (bearer == body) return false;
  const ActorKind kind = bearer_of(body).kind;
  const bool is_named = std::any_of(
      bearer_of(body).mentions.begin(), bearer_of(body).mentions.end(),
      [this](int m) { return mention(m).form == MentionForm::Name && mention(m).kind == ActorKind::Group; });
  if (kind == ActorKind::Person || (kind == ActorKind::Group && !is_named)) return false;
  const bool person = bearer_of(bearer).kind == ActorKind::Person;
  if (relation == LinkKind::SeatOf)
    return bearer_of(bearer).kind == ActorKind::Place && kind == ActorKind::State;
  return (relation == LinkKind::PartOf) != person;
}

// "*its* chairman, Tove Lind": the one body that the pronoun stands for; -1 for none.
int LinkFinder::body_meant(const Office& office, int line) const {
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  if (!is_one_of(text.key(office.first), {"its", "their"})) return -1;
  const auto meant = cast_.owners_meant(line, office.first);
  return meant.size() == 1 ? meant.front() : -1;
}

// What acts for the whole: "the board", and "the government" of a state that no list knows.
bool LinkFinder::is_organ(const Mention& part) const {
  if (part.form != MentionForm::Described) return false;
  const Shallow& text = texts_[static_cast<std::size_t>(part.line)];
  const ActorWord& head = words_.find(text.key(part.head));
  const bool is_past = part.head > part.first && is_one_of(text.key(part.head - 1), {"former", "ex"});
  const bool is_somebody = head.title && text.tag(part.first).tag == Tag::Determiner && !part.definite;
  return (head.acts_for && !is_past && !is_somebody) || text.key(part.head) == "government";
}

// "Alder Freight's *board*", "the *executive* of the union", "the Soranian *government*".
void LinkFinder::organ(int m) {
  const Mention& part = mention(m);
  if (!is_organ(part) || part.unnamed) return;
  const Office office{LinkKind::SpeaksFor, part.head, part.first};
  int body = body_before(office, part.line);
  if (body < 0) body = body_behind(office, part.line);
  const int to = body >= 0 ? cast_.member_of(body) : body_meant(office, part.line);
  const int from = cast_.member_of(m);
  if (to < 0 || from == to || bearer_of(from).kind == ActorKind::Person) return;
  const CastMember& whole = bearer_of(to);
  const bool listed_state =
      whole.entry && texts_[static_cast<std::size_t>(part.line)].key(part.head) == "government";
  const bool is_named =
      whole.entry || std::any_of(whole.mentions.begin(), whole.mentions.end(),
                                 [this](int n) { return mention(n).form != MentionForm::Described; });
  if (whole.kind == ActorKind::Person || whole.kind == ActorKind::Place || listed_state || !is_named) return;
  if (!known_.emplace(from, office.relation, to).second) return;
  const int last = body >= 0 ? std::max(part.last, mention(body).last) : part.last;
  links_.push_back({from, office.relation, to, part.line, part.first, last});
}

// "*Alder Air's* chairman", "the *Soranian* minister": a name of nobody knows what may have officers.
bool owns(const Shallow& text, const Mention& name) {
  const int next = name.last + 1;
  return name.form == MentionForm::Adjective ||
         (next < text.line->size() && text.tag(next).tag == Tag::Possessive);
}

// The nearest name or body before the title, the longest where one stands in another.
int LinkFinder::body_before(const Office& office, int line) const {
  int best = -1;
  for (int m : cast_.mentions_in(line)) {
    if (mention(m).first < office.first || mention(m).last >= office.word ||
        mention(m).kind == ActorKind::Person)
      continue;
    if (mention(m).title_word == office.word) continue;
    if (best < 0 || mention(m).last > mention(best).last) best = m;
  }
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  const bool has_officers = office.relation != LinkKind::MemberOf;  // a person may have aides
  if (best >= 0 && mention(best).kind == ActorKind::Unknown && !(has_officers && owns(text, mention(best))))
    return -1;
  for (int i = best < 0 ? office.word : mention(best).last + 1; i < office.word; ++i)
    if (words_.find(text.key(i)).group == GroupKind::Body) return -1;  // of a body that nothing names
  return best;
}

// "head of *the delegation*", "spokesman for *the ministry*".
int LinkFinder::body_behind(const Office& office, int line) const {
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  const int preposition = office.word + 1;
  if (preposition + 1 >= text.line->size() ||
      !is_one_of(text.key(preposition), {"of", "for", "to", "at", "in"}))
    return -1;
  for (int m : cast_.mentions_in(line)) {
    const bool next = mention(m).first >= preposition + 1 && mention(m).first <= preposition + 2;
    if (next && mention(m).kind != ActorKind::Person) return m;
  }
  return -1;
}

void LinkFinder::link(int bearer, const Office& office, int line, int last) {
  int body = body_before(office, line);
  if (body < 0) body = body_behind(office, line);
  const int from = cast_.member_of(bearer), to = body < 0 ? body_meant(office, line) : cast_.member_of(body);
  if (to < 0 || !fits(office.relation, from, to) || !known_.emplace(from, office.relation, to).second) return;
  int first = std::min(office.first, mention(bearer).first);
  if (body >= 0) {
    first = std::min(first, mention(body).first);
    last = std::max(last, mention(body).last);
  }
  links_.push_back({from, office.relation, to, line, first, last});
}

// "Pine's *Alder unit*", "its *Alder subsidiary*".
void LinkFinder::owned(int m) {
  const Mention& unit = mention(m);
  const Shallow& text = texts_[static_cast<std::size_t>(unit.line)];
  if (unit.form != MentionForm::Described || relation_of(text, unit.head) != LinkKind::PartOf) return;
  std::vector<int> owners;
  for (int i = unit.first; i < unit.head && owners.empty(); ++i) {
    if (text.tag(i).facts->is(WordClass::Owner)) owners = cast_.owners_meant(unit.line, i);
    for (int before : cast_.mentions_in(unit.line))
      if (text.tag(i).tag == Tag::Possessive && mention(before).last == i - 1 &&
          mention(before).form == MentionForm::Name)
        owners = {cast_.member_of(before)};
  }
  const int part = cast_.member_of(m);
  for (int whole : owners) {
    const ActorKind kind = cast_.members()[static_cast<std::size_t>(whole)].kind;
    const bool holds = kind == ActorKind::Organisation || kind == ActorKind::Unknown;
    if (whole != part && holds && known_.emplace(part, LinkKind::PartOf, whole).second)
      links_.push_back({part, LinkKind::PartOf, whole, unit.line, unit.first, unit.last});
  }
}

bool LinkFinder::has_name(int m) const {
  const auto& all = member(m).mentions;
  return std::any_of(all.begin(), all.end(),
                     [this](int other) { return mention(other).form == MentionForm::Name; });
}

// "Kremlin spokesman Ivan Sokol".
void LinkFinder::titled(int m) {
  const Mention& person = mention(m);
  if (person.title_word < 0 || member(m).kind != ActorKind::Person || !has_name(m)) return;
  const auto relation = relation_of(texts_[static_cast<std::size_t>(person.line)], person.title_word);
  if (!relation) return;
  const int first =
      person.form == MentionForm::Described ? person.first : std::min(person.first, person.title_word);
  link(m, {*relation, person.title_word, first}, person.line, person.last);
}

// "Tove Lind, head of the delegation": the group of nouns behind a name and a comma.
void LinkFinder::beside(int m) {
  const Mention& name = mention(m);
  if (name.form != MentionForm::Name) return;
  const Shallow& text = texts_[static_cast<std::size_t>(name.line)];
  for (int c = 0; c + 1 < text.size(); ++c) {
    if (!text.is(c, ChunkKind::Comma) || text.chunk(c).first != name.last + 1) continue;
    if (!text.is(c + 1, ChunkKind::Nouns)) return;
    const Chunk& group = text.chunk(c + 1);
    if (const auto relation = relation_of(text, group.head))
      link(m, {*relation, group.head, group.first}, name.line, group.last);
    return;
  }
}

}  // namespace

std::vector<ActorLink> find_affiliations(const std::vector<Shallow>& texts, const Cast& cast,
                                         const ActorWords& words) {
  return LinkFinder(texts, cast, words).run();
}

}  // namespace demarche
