#include "ingest/actors/offices.h"

namespace demarche {
namespace {

// "*Alder Air's* chairman", "the *Soranian* minister": a name of nobody knows what may have officers.
bool owns(const Shallow& text, const Mention& name) {
  return name.form == MentionForm::Adjective || text.bears_mark(name.last);
}

}  // namespace

// A leader by title; a lesser one where the words before say so ("foreign minister", "deputy prime
// minister").
std::optional<LinkKind> OfficeReader::relation_of(const Shallow& here, int word) const {
  const ActorWord& named = words_.find(here.key(word));
  if (named.seat) return LinkKind::SeatOf;
  if (named.part) return LinkKind::PartOf;
  const auto of_two = word > 0 ? words_.find(here.key(word - 1) + ' ' + here.key(word)).title : std::nullopt;
  const auto title = of_two ? of_two : named.title;
  if (!title || *title == Title::Style) return std::nullopt;
  const int before = of_two || (word > 0 && here.key(word - 1) == "-") ? word - 2 : word - 1;
  const int group = here.chunk(here.chunk_of[static_cast<std::size_t>(word)]).first;
  bool past = false;
  for (int i = before; i >= group; --i) past |= words_.find(here.key(i)).past;
  if (*title == Title::SpeaksFor && !past) return LinkKind::SpeaksFor;
  const bool deputy = before >= 0 && words_.find(here.key(before)).lesser;
  return *title == Title::MemberOf || deputy || past ? LinkKind::MemberOf : LinkKind::Leads;
}

int OfficeReader::body_beside(const Office& office, int line) const {
  const int before = body_before(office, line);
  return before >= 0 ? before : body_behind(office, line);
}

OfficeBody OfficeReader::body_of(const Office& office, int line) const {
  const int m = body_beside(office, line);
  return m < 0 ? OfficeBody{body_meant(office, line)} : OfficeBody{cast_.member_of(m), m};
}

OfficeBody OfficeReader::body_of(const Office& office, const Mention& bearer) const {
  const int line = bearer.line;
  int m = body_beside(office, line);
  const bool of_state = words_.find(text(line).key(office.word)).organ;
  if (m < 0 && of_state) m = body_behind_name(bearer);
  if (m >= 0) return {cast_.member_of(m), m};
  int member = body_meant(office, line);
  if (member < 0) member = body_by_last_word(office, line);
  return {member < 0 ? only_land(office, line) : member};
}

// The nearest name or body before the title, the longest where one stands in another.
int OfficeReader::body_before(const Office& office, int line) const {
  int best = -1;
  for (int m : cast_.mentions_in(line)) {
    if (mention(m).first < office.first || mention(m).last >= office.word ||
        mention(m).kind == ActorKind::Person)
      continue;
    if (mention(m).title_word == office.word) continue;
    if (best < 0 || mention(m).last > mention(best).last) best = m;
  }
  const Shallow& here = text(line);
  const bool has_officers = office.relation != LinkKind::MemberOf;  // a person may have aides
  if (best >= 0 && mention(best).kind == ActorKind::Unknown && !(has_officers && owns(here, mention(best))))
    return -1;
  for (int i = best < 0 ? office.word : mention(best).last + 1; i < office.word; ++i)
    if (words_.find(here.key(i)).group == GroupKind::Body) return -1;  // of a body that nothing names
  return best;
}

// "head of *the delegation*", "spokesman for *the ministry*".
int OfficeReader::body_behind(const Office& office, int line) const {
  const Shallow& here = text(line);
  const int preposition = office.word + 1;
  if (preposition + 1 >= here.line->size() ||
      !is_one_of(here.key(preposition), {"of", "for", "to", "at", "in"}))
    return -1;
  for (int m : cast_.mentions_in(line)) {
    const bool next = mention(m).first >= preposition + 1 && mention(m).first <= preposition + 2;
    if (next && mention(m).kind != ActorKind::Person) return m;
  }
  return -1;
}

// "President Tove Lind *of Norway*".
int OfficeReader::body_behind_name(const Mention& name) const {
  const Shallow& here = text(name.line);
  if (name.form != MentionForm::Name || name.last + 2 >= here.line->size() || here.key(name.last + 1) != "of")
    return -1;
  for (int m : cast_.mentions_in(name.line)) {
    const ActorKind kind = cast_.members()[static_cast<std::size_t>(cast_.member_of(m))].kind;
    const bool is_land = kind == ActorKind::State || kind == ActorKind::Unknown;
    if (mention(m).first == name.last + 2 && mention(m).form == MentionForm::Name && is_land) return m;
  }
  return -1;
}

// "*its* chairman, Tove Lind": the one body that the pronoun stands for; -1 for none.
int OfficeReader::body_meant(const Office& office, int line) const {
  const Shallow& here = text(line);
  if (!is_one_of(here.key(office.first), {"its", "their"})) return -1;
  const auto meant = cast_.owners_meant(line, office.first);
  return meant.size() == 1 ? meant.front() : -1;
}

// "*League* president Ole Dam": the one body of the text whose name ends so; -1 for none.
int OfficeReader::body_by_last_word(const Office& office, int line) const {
  const Shallow& here = text(line);
  const int word = office.word - 1;
  if (word < office.first || here.word(word).natural != Shape::Capital) return -1;
  int only = -1;
  for (int m = 0; m < static_cast<int>(cast_.mentions().size()); ++m) {
    const Mention& name = mention(m);
    const bool may_be = !name.entry || office.relation == LinkKind::Leads;  // not "Treasury Secretary"
    const bool ends_so = name.form == MentionForm::Name && name.kind == ActorKind::Organisation && may_be &&
                         name.name_last > name.name_first &&
                         text(name.line).key(name.name_last) == here.key(word);
    if (!ends_so) continue;
    if (only >= 0 && only != cast_.member_of(m)) return -1;
    only = cast_.member_of(m);
  }
  return only;
}

// "*President* Ole Dam" in a text of "the Soranian government", where no list knows that land: its president;
// -1 for none.
int OfficeReader::only_land(const Office& office, int line) const {
  const Shallow& here = text(line);
  const bool of_state = words_.find(here.key(office.word)).organ;
  if (!of_state || office.relation == LinkKind::MemberOf) return -1;
  int only = -1;
  bool governed = false;
  for (int m = 0; m < static_cast<int>(cast_.mentions().size()); ++m) {
    const Mention& owning = mention(m);
    const Shallow& there = text(owning.line);
    const Chunk& group = there.chunk(there.chunk_of[static_cast<std::size_t>(owning.head)]);
    if (owning.form != MentionForm::Adjective || owning.entry) continue;
    governed |= words_.find(there.key(group.head)).organ;
    if (only >= 0 && only != cast_.member_of(m)) return -1;
    only = cast_.member_of(m);
  }
  return governed ? only : -1;
}

}  // namespace demarche
