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
      resigned(m);
      replaced(m);
      heads(m);
      formerly(m);
      succeeds(m);
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
  void resigned(int m);
  void replaced(int m);
  void heads(int m);
  void formerly(int m);
  void succeeds(int m);
  void take(int from, LinkKind relation, int to, int line, int first, int last);
  [[nodiscard]] int behind_who(const Mention& name) const;
  [[nodiscard]] bool is_organ(const Mention& part) const;
  void link(int bearer, const Office& office, int line, int last);
  [[nodiscard]] int body_meant(const Office& office, int line) const;
  [[nodiscard]] int body_before(const Office& office, int line) const;
  [[nodiscard]] int body_behind(const Office& office, int line) const;
  [[nodiscard]] int body_behind_name(const Mention& name) const;
  [[nodiscard]] int body_by_last_word(const Office& office, int line) const;
  [[nodiscard]] int only_land(const Office& office, int line) const;
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
  const int group = text.chunk(text.chunk_of[static_cast<std::size_t>(word)]).first;
  bool deputy = before >= 0 && is_one_of(text.key(before), {"deputy", "vice", "assistant"});
  for (int i = before; i >= group; --i) deputy |= is_one_of(text.key(i), {"former", "ex", "erstwhile"});
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
  if (to < 0 || bearer_of(from).kind == ActorKind::Person) return;
  const CastMember& whole = bearer_of(to);
  const bool listed_state =
      whole.entry && texts_[static_cast<std::size_t>(part.line)].key(part.head) == "government";
  const bool is_named =
      whole.entry || std::any_of(whole.mentions.begin(), whole.mentions.end(),
                                 [this](int n) { return mention(n).form != MentionForm::Described; });
  if (listed_state || !is_named) return;
  const int last = body >= 0 ? std::max(part.last, mention(body).last) : part.last;
  take(from, office.relation, to, part.line, part.first, last);
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

// "President Tove Lind *of Norway*".
int LinkFinder::body_behind_name(const Mention& name) const {
  const Shallow& text = texts_[static_cast<std::size_t>(name.line)];
  if (name.form != MentionForm::Name || name.last + 2 >= text.line->size() || text.key(name.last + 1) != "of")
    return -1;
  for (int m : cast_.mentions_in(name.line)) {
    const ActorKind kind = member(m).kind;
    const bool is_land = kind == ActorKind::State || kind == ActorKind::Unknown;
    if (mention(m).first == name.last + 2 && mention(m).form == MentionForm::Name && is_land) return m;
  }
  return -1;
}

// "*League* president Ole Dam": the one body of the text whose name ends so; -1 for none.
int LinkFinder::body_by_last_word(const Office& office, int line) const {
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  const int word = office.word - 1;
  if (word < office.first || text.word(word).natural != Shape::Capital) return -1;
  int only = -1;
  for (int m = 0; m < static_cast<int>(cast_.mentions().size()); ++m) {
    const Mention& name = mention(m);
    const bool may_be = !name.entry || office.relation == LinkKind::Leads;  // not "Treasury Secretary"
    const bool ends_so = name.form == MentionForm::Name && name.kind == ActorKind::Organisation && may_be &&
                         name.name_last > name.name_first &&
                         texts_[static_cast<std::size_t>(name.line)].key(name.name_last) == text.key(word);
    if (!ends_so) continue;
    if (only >= 0 && only != cast_.member_of(m)) return -1;
    only = cast_.member_of(m);
  }
  return only;
}

// "*President* Ole Dam" in a text of "the Soranian government", where no list knows that land: its president;
// -1 for none.
int LinkFinder::only_land(const Office& office, int line) const {
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  const bool of_state = words_.find(text.key(office.word)).organ;
  if (!of_state || office.relation == LinkKind::MemberOf) return -1;
  int only = -1;
  bool governed = false;
  for (int m = 0; m < static_cast<int>(cast_.mentions().size()); ++m) {
    const Mention& owning = mention(m);
    const Shallow& there = texts_[static_cast<std::size_t>(owning.line)];
    const Chunk& group = there.chunk(there.chunk_of[static_cast<std::size_t>(owning.head)]);
    if (owning.form != MentionForm::Adjective || owning.entry) continue;
    governed |= words_.find(there.key(group.head)).organ;
    if (only >= 0 && only != cast_.member_of(m)) return -1;
    only = cast_.member_of(m);
  }
  return governed ? only : -1;
}

void LinkFinder::link(int bearer, const Office& office, int line, int last) {
  int body = body_before(office, line);
  if (body < 0) body = body_behind(office, line);
  const bool of_state = words_.find(texts_[static_cast<std::size_t>(line)].key(office.word)).organ;
  if (body < 0 && of_state) body = body_behind_name(mention(bearer));
  const int from = cast_.member_of(bearer);
  int to = body < 0 ? body_meant(office, line) : cast_.member_of(body);
  if (to < 0) to = body_by_last_word(office, line);
  if (to < 0) to = only_land(office, line);
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
  for (int whole : owners)
    take(cast_.member_of(m), LinkKind::PartOf, whole, unit.line, unit.first, unit.last);
}

void LinkFinder::take(int from, LinkKind relation, int to, int line, int first, int last) {
  const ActorKind kind = bearer_of(to).kind;
  const bool is_body = kind != ActorKind::Person && kind != ActorKind::Place;
  if (from != to && is_body && known_.emplace(from, relation, to).second)
    links_.push_back({from, relation, to, line, first, last});
}

// The verb behind ", who" or ", who now" that tells of the bearer of this name; -1 for none.
int LinkFinder::behind_who(const Mention& name) const {
  const Shallow& text = texts_[static_cast<std::size_t>(name.line)];
  int i = name.last + 1;
  if (name.form != MentionForm::Name || i + 3 >= text.line->size() || text.key(i) != "," ||
      text.key(i + 1) != "who")
    return -1;
  i += 2;
  if (is_one_of(text.key(i), {"now", "has", "had", "recently", "also"})) ++i;
  return i + 1 < text.line->size() ? i : -1;
}

// "Tove Lind, who *resigned as* Norway's minister": she was.
void LinkFinder::resigned(int m) {
  const Mention& name = mention(m);
  int i = behind_who(name);
  const Shallow& text = texts_[static_cast<std::size_t>(name.line)];
  if (i < 0 || !is_one_of(text.key(i), {"resigned", "quit", "retired", "stepped"})) return;
  if (text.key(i + 1) == "down") ++i;
  if (i + 2 >= text.line->size() || text.key(i + 1) != "as") return;
  const Chunk& group = text.chunk(text.chunk_of[static_cast<std::size_t>(i + 2)]);
  if (group.kind != ChunkKind::Nouns || !relation_of(text, group.head)) return;
  const Office office{LinkKind::MemberOf, group.head, group.first};
  int body = body_before({LinkKind::Leads, group.head, group.first}, name.line);
  if (body < 0) body = body_behind(office, name.line);
  if (body >= 0)
    take(cast_.member_of(m), LinkKind::MemberOf, cast_.member_of(body), name.line, name.first,
         std::max(group.last, mention(body).last));
}

// "the Norwegian minister Ole Dam, who *took over from* Tove Lind": she was what he is.
void LinkFinder::replaced(int m) {
  const Mention& name = mention(m);
  int i = behind_who(name);
  const Shallow& text = texts_[static_cast<std::size_t>(name.line)];
  if (i < 0 || !is_one_of(text.key(i), {"took", "succeeded", "replaced"})) return;
  if (text.key(i) == "took") i += 2;  // "took over from"
  for (int other : cast_.mentions_in(name.line)) {
    const Mention& before = mention(other);
    if (before.form != MentionForm::Name || before.first != i + 1) continue;
    for (std::size_t k = links_.size(); k-- > 0;) {
      const ActorLink held = links_[k];
      const bool same = held.from == cast_.member_of(m) && held.line == name.line;
      if (same && (held.relation == LinkKind::Leads || held.relation == LinkKind::SpeaksFor))
        return take(cast_.member_of(other), LinkKind::MemberOf, held.to, name.line, name.first, before.last);
    }
  }
}

// "Tove Lind, who now *heads* the Alder Institute".
void LinkFinder::heads(int m) {
  const Mention& name = mention(m);
  const int i = behind_who(name);
  if (i < 0 || member(m).kind == ActorKind::Organisation) return;
  const Shallow& text = texts_[static_cast<std::size_t>(name.line)];
  if (!is_one_of(text.key(i), {"heads", "leads", "chairs", "runs"})) return;
  for (int body : cast_.mentions_in(name.line)) {
    const Mention& led = mention(body);
    const bool next = led.first == i + 1 || (led.first == i + 2 && text.tag(i + 1).tag == Tag::Determiner);
    if (next && led.form == MentionForm::Name && led.kind == ActorKind::Organisation)
      return take(cast_.member_of(m), LinkKind::Leads, cast_.member_of(body), name.line, name.first,
                  led.last);
  }
}

// "The Mill Workers, *her former union*".
void LinkFinder::formerly(int m) {
  const Mention& left = mention(m);
  const Shallow& text = texts_[static_cast<std::size_t>(left.line)];
  const bool is_past = left.form == MentionForm::Described && left.first + 2 == left.head &&
                       is_one_of(text.key(left.first), {"his", "her"}) &&
                       text.key(left.first + 1) == "former";
  if (!is_past || bearer_of(cast_.member_of(m)).kind == ActorKind::Person) return;
  for (int owner : cast_.owners_meant(left.line, left.first))
    take(owner, LinkKind::MemberOf, cast_.member_of(m), left.line, left.first, left.last);
}

// "Alder Air, *under* its new chief, *Ole Dam*", "*under* her *successor*": he leads it.
void LinkFinder::succeeds(int m) {
  const Mention& chief = mention(m);
  const Shallow& text = texts_[static_cast<std::size_t>(chief.line)];
  const bool is_under = chief.form == MentionForm::Described && chief.title && chief.first >= 2 &&
                        text.key(chief.first - 1) == "under" && text.key(chief.first - 2) == ",";
  if (!is_under || member(m).kind != ActorKind::Person || !has_name(m)) return;
  for (int body : cast_.mentions_in(chief.line))
    if (mention(body).form == MentionForm::Name && mention(body).last == chief.first - 3)
      take(cast_.member_of(m), LinkKind::Leads, cast_.member_of(body), chief.line, mention(body).first,
           chief.last);
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
