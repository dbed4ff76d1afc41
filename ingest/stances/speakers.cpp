// Up the tree from the word: each verb of saying whose complement it stands in, or that stands in brackets
// beside its clause ("…, he said").
#include "ingest/stances/speakers.h"

#include <algorithm>

namespace demarche {

bool SpeakerReader::reports(int predicate) const {
  if (predicate < 0) return false;
  const Chunk& verbs = text_.chunk(clauses_.at(predicate).chunk);
  return verbs.kind == ChunkKind::Verbs && !clauses_.at(predicate).passive &&
         text_.tag(verbs.head).facts->is(WordClass::Report);
}

int SpeakerReader::named(const std::vector<int>& groups) const {
  if (groups.empty()) return -1;
  const auto members = cast_.members_at(line_, groups.front());
  if (members.empty()) return writer_of(groups.front());
  const int mention = cast_.mention_at(line_, text_.chunk(groups.front()).head);
  const bool unnamed = mention >= 0 && cast_.mentions()[static_cast<std::size_t>(mention)].unnamed;
  const bool nameless = unnamed || is_nameless(members.front(), text_.chunk(groups.front()));
  return nameless ? writer_of(groups.front()) : members.front();
}

// "a *ministry* statement said", "a spokesman *for the ministry* said"; -1 for nobody named.
int SpeakerReader::writer_of(int chunk) const {
  const Chunk& group = text_.chunk(chunk);
  if (!text_.tag(group.head).facts->is(WordClass::Writing)) return -1;
  for (const Oblique& more : clauses_.modifiers(chunk))
    if (is_one_of(text_.key(more.preposition), {"by", "from", "of", "for"}))
      if (const int member = named({more.chunk}); member >= 0) return member;
  int writer = -1;
  for (int m : cast_.mentions_in(line_)) {
    const Mention& mention = cast_.mentions()[static_cast<std::size_t>(m)];
    if (mention.first >= group.first && mention.last < group.head) writer = cast_.member_of(m);
  }
  return writer;
}

// Whether a member is somebody whom no name tells: "bankers", "a senior official".
bool SpeakerReader::is_nameless(int member, const Chunk& said) const {
  const CastMember& one = cast_.members()[static_cast<std::size_t>(member)];
  const bool described = std::all_of(one.mentions.begin(), one.mentions.end(), [this](int m) {
    return cast_.mentions()[static_cast<std::size_t>(m)].form == MentionForm::Described;
  });
  const bool any = is_one_of(text_.key(said.first), {"a", "an", "one", "another"});
  return described && (one.kind == ActorKind::Group || (one.kind == ActorKind::Person && any));
}

// Those who say it in the verb of saying at this word itself.
std::vector<int> SpeakerReader::by_word(int word) const {
  std::vector<int> members;
  const int p = clauses_.predicate_at(word);
  if (!reports(p)) return members;
  for (int group : clauses_.at(p).subjects)
    if (const int member = named({group}); member >= 0) members.push_back(member);
  return members;
}

// The verb of saying that this word is the complement of; -1 for none.
int SpeakerReader::reporter_above(int word) const {
  const Tree& tree = *text_.tree;
  const int p = clauses_.predicate_at(tree.head(word));
  if (!reports(p)) return -1;
  const bool quotes = is_one_of(text_.chunk(clauses_.at(p).chunk).lemma, {"quote", "cite"});
  const bool quoted = quotes && tree.is_any(word, {"obj", "obl", "advcl"});  // "*quoted* officials as saying"
  return quoted || tree.is_any(word, {"ccomp", "xcomp"}) ? p : -1;
}

// The one that stands beside its clause: "Iran rejected it, he *said*"; -1 for none.
int SpeakerReader::reporter_beside(int word) const {
  const Tree& tree = *text_.tree;
  for (int below : tree.dependents(word)) {
    const int p = tree.is_any(below, {"parataxis", "advcl"}) ? clauses_.predicate_at(below) : -1;
    const bool as_said =
        p >= 0 && clauses_.at(p).subordinator >= 0 && text_.key(clauses_.at(p).subordinator) == "as";
    if (reports(p) && (tree.is(below, "parataxis") || as_said)) return p;
    const int told = tree.is(below, "conj") ? clauses_.predicate_at(below) : -1;
    if (told >= 0 && clauses_.is_report_aside(clauses_.at(told))) return told;
  }
  return -1;
}

int SpeakerReader::according() const {
  for (int c = 0; c + 2 < text_.size(); ++c)
    if (text_.head_key(c) == "according" && text_.head_key(c + 1) == "to" &&
        text_.is(c + 2, ChunkKind::Nouns)) {
      if (const int member = named({c + 2}); member >= 0) return member;
      for (const Oblique& more : clauses_.modifiers(c + 2))
        if (text_.key(more.preposition) == "by" || text_.key(more.preposition) == "from")
          if (const int member = named({more.chunk}); member >= 0) return member;
    }
  return -1;
}

// The verbs of saying that somebody named is the subject of, from the word upwards.
std::vector<int> SpeakerReader::reporters(int word) const {
  std::vector<int> predicates;
  const auto add = [&](int p) {
    if (p >= 0 && named(clauses_.at(p).subjects) >= 0) predicates.push_back(p);
  };
  for (int at = word; text_.tree && at >= 0; at = text_.tree->head(at)) {
    add(reporter_beside(at));
    add(reporter_above(at));
  }
  return predicates;
}

std::vector<int> SpeakerReader::innermost(int word) const {
  const std::vector<int> said = reporters(word);
  std::vector<int> speakers;
  if (!said.empty())
    for (int group : clauses_.at(said.front()).subjects)
      if (const int member = named({group}); member >= 0) speakers.push_back(member);
  if (!speakers.empty()) return speakers;
  for (int speaker : of(word)) return {speaker};
  return {};
}

std::vector<int> SpeakerReader::of(int word) const {
  std::vector<int> speakers;
  if (!text_.tree) return speakers;
  for (int p : reporters(word)) speakers.push_back(named(clauses_.at(p).subjects));
  if (const int member = according(); member >= 0) speakers.push_back(member);
  if (speakers.empty() && quoted_ >= 0) speakers.push_back(quoted_);
  return speakers;
}

int SpeakerReader::of_sentence() const {
  for (int p = static_cast<int>(clauses_.predicates().size()) - 1; p >= 0; --p)
    if (reports(p) && clauses_.at(p).hangs == Hangs::Free)
      if (const int member = named(clauses_.at(p).subjects); member >= 0) return member;
  return quoted_;
}

namespace {

// "*Minister*: We will not sign the treaty": whom the colon that a headline opens with gives the word. A land
// or a place is more often where it happens, unless it speaks for itself: "*Norland*: we will not sign".
int announced_by_colon(const Shallow& text, int line, const Cast& cast) {
  const bool opens = text.line->sentence->field == Field::Title && text.size() > 2 &&
                     text.is(0, ChunkKind::Nouns) && text.key(text.chunk(1).first) == ":";
  const auto members = opens ? cast.members_at(line, 0) : std::vector<int>();
  if (members.size() != 1) return -1;
  const ActorKind kind = cast.members()[static_cast<std::size_t>(members.front())].kind;
  if (kind == ActorKind::Group) return -1;  // many of whom the text tells more exactly
  bool speaks = kind == ActorKind::Person || kind == ActorKind::Organisation;
  for (int i = text.chunk(1).last + 1; i < text.line->size(); ++i)
    speaks |= is_one_of(text.key(i), {"we", "our", "us", "i", "my"});
  return speaks ? members.front() : -1;
}

}  // namespace

std::vector<int> quoted_speakers(const std::vector<Shallow>& texts, const std::vector<Clauses>& clauses,
                                 const Cast& cast) {
  std::vector<int> quoted(texts.size(), -1);
  bool open = false, quoted_before = false;
  int speaker = -1;
  for (std::size_t line = 0; line < texts.size(); ++line) {
    const Shallow& text = texts[line];
    const bool begins = open || (text.size() > 0 && text.is(0, ChunkKind::Quote));
    int marks = 0;
    for (const Tagged& tagged : text.tags) marks += tagged.tag == Tag::Quote;
    if (begins && quoted_before) quoted[line] = speaker;
    if (const int by = announced_by_colon(text, static_cast<int>(line), cast); by >= 0) quoted[line] = by;
    const SpeakerReader reader(text, static_cast<int>(line), clauses[line], cast, quoted[line]);
    speaker = marks > 0 || open ? reader.of_sentence() : -1;
    quoted_before = marks > 0 || open;
    open = (marks % 2 != 0) != open;
    if (text.line->sentence->field == Field::Title) open = false;
  }
  return quoted;
}

}  // namespace demarche
