// Titles and offices with their bearers: the name that follows them, or stands before them with a comma
// between; bodies and the parts and organs that are theirs; and what phrases tell besides.
#include "ingest/actors/affiliations.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "ingest/actors/offices.h"

namespace demarche {
namespace {

bool has_name(const Cast& cast, int m) {
  const auto& all = cast.members()[static_cast<std::size_t>(cast.member_of(m))].mentions;
  return std::any_of(all.begin(), all.end(), [&cast](int other) {
    return cast.mentions()[static_cast<std::size_t>(other)].form == MentionForm::Name;
  });
}

// What a phrase tells.
struct Told {
  std::vector<int> who;                // members
  int body = -1;                       // a member
  LinkKind held = LinkKind::MemberOf;  // by the office that is told
  bool succeeded = false;              // those were what somebody else is said to be
  int first = 0;                       // the words that say so
  int last = 0;
};

// Reads a phrase around one mention: from the part that stands for it to both ends.
class PhraseReader {
 public:
  PhraseReader(const Shallow& text, const Cast& cast, const OfficeReader& offices, int m)
      : text_(text), cast_(cast), offices_(offices), m_(m), anchor_(mention(m)) {}

  std::optional<Told> read(const AffiliationPhrase& phrase);

 private:
  enum class Side : std::uint8_t { Before, Behind };

  [[nodiscard]] const Mention& mention(int m) const { return cast_.mentions()[static_cast<std::size_t>(m)]; }
  [[nodiscard]] bool is_anchor(PhraseSlot slot) const;
  bool pass(const PhrasePart& part, Side side);
  int words_of(const PhrasePart& part, int word, Side side);
  int body_at(PhraseSlot slot, int word, Side side);
  [[nodiscard]] int described_body(PhraseSlot slot, int m) const;
  int office_at(int word);
  int predecessor_at(int word);
  int name_at(int word);
  [[nodiscard]] int name_from(int word) const;
  int owner_at(int word);
  int take(int first, int last);

  const Shallow& text_;
  const Cast& cast_;
  const OfficeReader& offices_;
  int m_;
  const Mention& anchor_;
  int before_ = 0;  // the next words to read
  int behind_ = 0;
  Told told_;
};

std::optional<Told> PhraseReader::read(const AffiliationPhrase& phrase) {
  const auto anchor = phrase.parts.begin() + static_cast<std::ptrdiff_t>(phrase.anchor);
  if (!is_anchor(anchor->slot)) return std::nullopt;
  const bool is_group = anchor->slot == PhraseSlot::Group;
  told_ = {{}, is_group ? cast_.member_of(m_) : -1, LinkKind::MemberOf, false, anchor_.first, anchor_.last};
  before_ = (is_group ? anchor_.head : anchor_.first) - 1;
  behind_ = anchor_.last + 1;
  const auto passes = [this](Side side) { return [this, side](auto& part) { return pass(part, side); }; };
  if (!std::all_of(std::reverse_iterator(anchor), phrase.parts.rend(), passes(Side::Before)) ||
      !std::all_of(anchor + 1, phrase.parts.end(), passes(Side::Behind)))
    return std::nullopt;
  if (!is_group && !told_.succeeded) told_.who = {cast_.member_of(m_)};
  return told_;
}

bool PhraseReader::is_anchor(PhraseSlot slot) const {
  const ActorKind kind = cast_.members()[static_cast<std::size_t>(cast_.member_of(m_))].kind;
  const bool described = anchor_.form == MentionForm::Described;
  switch (slot) {
    case PhraseSlot::Person:
      return anchor_.form == MentionForm::Name && kind != ActorKind::Organisation;
    case PhraseSlot::Chief:
      return described && anchor_.title && kind == ActorKind::Person && has_name(cast_, m_);
    case PhraseSlot::Group:
      return described && kind != ActorKind::Person;
    default:
      return false;
  }
}

bool PhraseReader::pass(const PhrasePart& part, Side side) {
  int& word = side == Side::Before ? before_ : behind_;
  const int count = word >= 0 && word < text_.line->size() ? words_of(part, word, side) : 0;
  word += side == Side::Before ? -count : count;
  return count > 0 || part.optional;
}

// How many words from this one on, or up to it, are what a part asks for; 0 where it is something else.
int PhraseReader::words_of(const PhrasePart& part, int word, Side side) {
  switch (part.slot) {
    case PhraseSlot::Words:
      return std::count(part.words.begin(), part.words.end(), text_.key(word)) > 0 ? 1 : 0;
    case PhraseSlot::Body:
    case PhraseSlot::Name:
      return body_at(part.slot, word, side);
    case PhraseSlot::Office:
      return office_at(word);
    case PhraseSlot::Predecessor:
      return predecessor_at(word);
    case PhraseSlot::Other:
      return name_at(word);
    case PhraseSlot::His:
      return owner_at(word);
    default:
      return 0;
  }
}

int PhraseReader::take(int first, int last) {
  told_.first = std::min(told_.first, first);
  told_.last = std::max(told_.last, last);
  return last - first + 1;
}

int PhraseReader::body_at(PhraseSlot slot, int word, Side side) {
  const bool article = side == Side::Behind && text_.tag(word).tag == Tag::Determiner;
  for (int m : cast_.mentions_in(anchor_.line)) {
    const Mention& body = mention(m);
    const bool here =
        side == Side::Before ? body.last == word : body.first == word || (article && body.first == word + 1);
    const bool is_named_group = body.form == MentionForm::Name && body.kind == ActorKind::Group;
    const bool fits = slot == PhraseSlot::Name || body.kind == ActorKind::Organisation || is_named_group;
    if (!here || !fits) continue;
    const int member = body.form == MentionForm::Name ? cast_.member_of(m) : described_body(slot, m);
    if (member < 0) continue;
    told_.body = member;
    return side == Side::Before ? take(body.first, word) : take(word, body.last);
  }
  return 0;
}

// "*the company*" that is named elsewhere, "*Norway's* ministry"; -1 for others.
int PhraseReader::described_body(PhraseSlot slot, int m) const {
  if (slot != PhraseSlot::Body) return -1;
  if (has_name(cast_, m)) return cast_.member_of(m);
  for (int inside : cast_.mentions_in(anchor_.line)) {
    const Mention& land = mention(inside);
    const bool is_land = land.form == MentionForm::Adjective || land.kind == ActorKind::State;
    if (is_land && land.first >= mention(m).first && land.last < mention(m).head)
      return cast_.member_of(inside);
  }
  return -1;
}

int PhraseReader::office_at(int word) {
  const Chunk& group = text_.chunk(text_.chunk_of[static_cast<std::size_t>(word)]);
  const auto relation = offices_.relation_of(text_, group.head);
  if (group.kind != ChunkKind::Nouns || !relation) return 0;
  const OfficeBody body = offices_.body_of({LinkKind::Leads, group.head, group.first}, anchor_.line);
  if (body.member < 0) return 0;
  told_.body = body.member;
  told_.held = *relation;
  return take(word, body.mention < 0 ? group.last : std::max(group.last, mention(body.mention).last));
}

int PhraseReader::predecessor_at(int word) {
  const int m = name_from(word);
  if (m < 0) return 0;
  told_.who = {cast_.member_of(m)};
  told_.succeeded = true;
  return take(word, mention(m).last);
}

int PhraseReader::name_at(int word) {
  const int m = name_from(word);
  return m < 0 ? 0 : take(word, mention(m).last);
}

// The name that begins at this word; -1 for none.
int PhraseReader::name_from(int word) const {
  for (int m : cast_.mentions_in(anchor_.line))
    if (mention(m).form == MentionForm::Name && mention(m).first == word) return m;
  return -1;
}

int PhraseReader::owner_at(int word) {
  const WordFacts& facts = *text_.tag(word).facts;
  const bool opens = word == anchor_.first && facts.is(WordClass::Owner) && facts.is(WordClass::Animate);
  if (!opens) return 0;
  told_.who = cast_.owners_meant(anchor_.line, word);
  return 1;
}

class LinkFinder {
 public:
  LinkFinder(const std::vector<Shallow>& texts, const Cast& cast, const ActorWords& words)
      : texts_(texts), cast_(cast), words_(words), offices_(texts, cast, words) {}

  std::vector<ActorLink> run() {
    for (int m = 0; m < static_cast<int>(cast_.mentions().size()); ++m) {
      titled(m);
      beside(m);
      owned(m);
      organ(m);
      told(m);
      followed(m);
    }
    return std::move(links_);
  }

 private:
  [[nodiscard]] const Mention& mention(int m) const { return cast_.mentions()[static_cast<std::size_t>(m)]; }
  [[nodiscard]] const CastMember& member(int m) const {
    return cast_.members()[static_cast<std::size_t>(cast_.member_of(m))];
  }
  [[nodiscard]] const CastMember& bearer_of(int member) const {
    return cast_.members()[static_cast<std::size_t>(member)];
  }

  void titled(int m);
  void beside(int m);
  void owned(int m);
  void organ(int m);
  void told(int m);
  void followed(int m);
  [[nodiscard]] bool is_organ(const Mention& part) const;
  void link(int bearer, const Office& office, int last);
  void take(int from, LinkKind relation, int to, int line, int first, int last);
  [[nodiscard]] int body_held_by(int member, int line) const;
  [[nodiscard]] std::string field_of(const Office& office, int line) const;
  [[nodiscard]] int body_of_field(const std::string& field) const;
  [[nodiscard]] bool fits(LinkKind relation, int bearer, int body) const;

  const std::vector<Shallow>& texts_;
  const Cast& cast_;
  const ActorWords& words_;
  OfficeReader offices_;
  std::vector<ActorLink> links_;
  std::set<std::tuple<int, LinkKind, int>> known_;
  std::map<std::string, int> bodies_by_field_;  // members, by what their ministers are for
};

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

// "Kremlin spokesman Ivan Sokol".
void LinkFinder::titled(int m) {
  const Mention& person = mention(m);
  if (person.title_word < 0 || member(m).kind != ActorKind::Person || !has_name(cast_, m)) return;
  const auto relation =
      offices_.relation_of(texts_[static_cast<std::size_t>(person.line)], person.title_word);
  if (!relation) return;
  const int first =
      person.form == MentionForm::Described ? person.first : std::min(person.first, person.title_word);
  link(m, {*relation, person.title_word, first}, person.last);
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
    if (const auto relation = offices_.relation_of(text, group.head))
      link(m, {*relation, group.head, group.first}, group.last);
    return;
  }
}

void LinkFinder::link(int bearer, const Office& office, int last) {
  const Mention& named = mention(bearer);
  OfficeBody body = offices_.body_of(office, named);
  const std::string field = field_of(office, named.line);
  if (body.member < 0) body.member = body_of_field(field);
  const int from = cast_.member_of(bearer);
  if (body.member < 0 || !fits(office.relation, from, body.member) ||
      !known_.emplace(from, office.relation, body.member).second)
    return;
  if (!field.empty()) bodies_by_field_.try_emplace(field, body.member);
  int first = std::min(office.first, named.first);
  if (body.mention >= 0) {
    first = std::min(first, mention(body.mention).first);
    last = std::max(last, mention(body.mention).last);
  }
  links_.push_back({from, office.relation, body.member, named.line, first, last});
}

// "environment minister" of "the former environment minister"; empty where no word before it tells which.
std::string LinkFinder::field_of(const Office& office, int line) const {
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  const int before = office.word - 1;
  const bool told = before >= office.first && text.tag(before).tag == Tag::Noun &&
                    text.word(before).shape == Shape::Lower && !words_.find(text.key(before)).past;
  return told ? text.key(before) + ' ' + text.key(office.word) : "";
}

// "Norland's *environment minister* … the former *environment minister*"; -1 where no other is told of.
int LinkFinder::body_of_field(const std::string& field) const {
  const auto known = bodies_by_field_.find(field);
  return field.empty() || known == bodies_by_field_.end() ? -1 : known->second;
}

// What acts for the whole: "the board", and "the government" of a state that no list knows.
bool LinkFinder::is_organ(const Mention& part) const {
  if (part.form != MentionForm::Described) return false;
  const Shallow& text = texts_[static_cast<std::size_t>(part.line)];
  const ActorWord& head = words_.find(text.key(part.head));
  const bool is_past = part.head > part.first && words_.find(text.key(part.head - 1)).past;
  const bool is_somebody = head.title && text.tag(part.first).tag == Tag::Determiner && !part.definite;
  return (head.acts_for && !is_past && !is_somebody) || text.key(part.head) == "government";
}

// "Alder Freight's *board*", "the *executive* of the union", "the Soranian *government*".
void LinkFinder::organ(int m) {
  const Mention& part = mention(m);
  if (!is_organ(part) || part.unnamed) return;
  const OfficeBody body = offices_.body_of({LinkKind::SpeaksFor, part.head, part.first}, part.line);
  const int from = cast_.member_of(m);
  if (body.member < 0 || bearer_of(from).kind == ActorKind::Person) return;
  const CastMember& whole = bearer_of(body.member);
  const bool listed_state =
      whole.entry && texts_[static_cast<std::size_t>(part.line)].key(part.head) == "government";
  const bool is_named =
      whole.entry || std::any_of(whole.mentions.begin(), whole.mentions.end(),
                                 [this](int n) { return mention(n).form != MentionForm::Described; });
  if (listed_state || !is_named) return;
  const int last = body.mention < 0 ? part.last : std::max(part.last, mention(body.mention).last);
  const bool is_chamber =
      is_one_of(texts_[static_cast<std::size_t>(part.line)].key(part.head), {"parliament", "legislature"});
  take(from, is_chamber ? LinkKind::PartOf : LinkKind::SpeaksFor, body.member, part.line, part.first, last);
}

// "Pine's *Alder unit*", "its *Alder subsidiary*".
void LinkFinder::owned(int m) {
  const Mention& unit = mention(m);
  const Shallow& text = texts_[static_cast<std::size_t>(unit.line)];
  if (unit.form != MentionForm::Described || offices_.relation_of(text, unit.head) != LinkKind::PartOf)
    return;
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

// "Tove Lind, who resigned as Norway's minister".
void LinkFinder::told(int m) {
  const int line = mention(m).line;
  PhraseReader reader(texts_[static_cast<std::size_t>(line)], cast_, offices_, m);
  for (const AffiliationPhrase& phrase : words_.affiliation_phrases()) {
    const auto told = reader.read(phrase);
    if (!told || (!phrase.relation && told->held == LinkKind::MemberOf)) continue;
    const int body = told->succeeded ? body_held_by(cast_.member_of(m), line) : told->body;
    if (body < 0) continue;
    const LinkKind relation = phrase.relation.value_or(told->held);
    for (int who : told->who) take(who, relation, body, line, told->first, told->last);
  }
}

// "*her predecessor*, Ole Dam": he was what she is; "*his successor*, Tove Lind": she is what he was.
void LinkFinder::followed(int m) {
  const Mention& found = mention(m);
  const Shallow& text = texts_[static_cast<std::size_t>(found.line)];
  const std::string& word = text.key(found.head);
  const bool was = word == "predecessor";
  if ((!was && word != "successor") || !has_name(cast_, m)) return;
  if (!text.tag(found.first).facts->is(WordClass::Owner)) return;
  for (int who : cast_.owners_meant(found.line, found.first)) {
    const auto held = std::find_if(links_.rbegin(), links_.rend(), [&](const ActorLink& link) {
      return link.from == who && (link.relation == LinkKind::Leads || link.relation == LinkKind::SpeaksFor);
    });
    if (held == links_.rend()) continue;
    const ActorLink office = *held;
    take(cast_.member_of(m), was ? LinkKind::MemberOf : office.relation, office.to, found.line, found.first,
         found.last);
  }
}

// "the *Norwegian* minister Ole Dam": what the line says that he leads or speaks for; -1 for nothing.
int LinkFinder::body_held_by(int member, int line) const {
  const auto held = std::find_if(links_.rbegin(), links_.rend(), [&](const ActorLink& link) {
    return link.from == member && link.line == line &&
           (link.relation == LinkKind::Leads || link.relation == LinkKind::SpeaksFor);
  });
  return held == links_.rend() ? -1 : held->to;
}

void LinkFinder::take(int from, LinkKind relation, int to, int line, int first, int last) {
  const ActorKind kind = bearer_of(to).kind;
  const bool is_body = kind != ActorKind::Person && kind != ActorKind::Place;
  if (from != to && is_body && known_.emplace(from, relation, to).second)
    links_.push_back({from, relation, to, line, first, last});
}

}  // namespace

std::vector<ActorLink> find_affiliations(const std::vector<Shallow>& texts, const Cast& cast,
                                         const ActorWords& words) {
  return LinkFinder(texts, cast, words).run();
}

}  // namespace demarche
