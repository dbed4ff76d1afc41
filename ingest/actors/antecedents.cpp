// Every mention of the sentence before the pronoun, and of the two sentences before that, is weighed: what is
// near, a subject, and often named is meant rather than what stands in a prepositional group or only owns. Of
// a plural pronoun those named side by side are meant first.
#include "ingest/actors/antecedents.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace demarche {
namespace {

constexpr int reach = 2;  // sentences back

// Weights.
constexpr int as_subject = 6;
constexpr int of_own_clause = 3;
constexpr int by_nature_of_act = 8;
constexpr int as_owner = -2;
constexpr int governed = -3;
constexpr int per_sentence = -4;
constexpr int in_headline = -2;
constexpr int as_name = 2;
constexpr int of_unknown_kind = -3;
constexpr int most_often = 3;

// The relation that a word has, or shares as one of several that are joined.
std::string_view relation(const Shallow& text, int word) {
  if (!text.tree) return "";
  while (text.tree->is(word, "conj") && text.tree->head(word) >= 0) word = text.tree->head(word);
  return text.tree->relation(word);
}

// The group behind a name, or behind its place: "Alder Motors | of | Norway".
int behind_place(const Shallow& text, int c) {
  const bool placed = text.is(c + 1, ChunkKind::Preposition) && text.head_key(c + 1) == "of" &&
                      text.is(c + 2, ChunkKind::Nouns) &&
                      text.word(text.chunk(c).head).shape != Shape::Lower &&
                      text.word(text.chunk(c + 2).head).shape != Shape::Lower;
  return placed ? c + 3 : c + 1;
}

// The groups of nouns that stand side by side from this one on: "Alder of Norway, Birch of Denmark and Pine".
std::vector<int> joined_groups(const Shallow& text, int c) {
  std::vector<int> groups{c};
  bool concluded = false;
  for (int at = behind_place(text, c); text.is(at + 1, ChunkKind::Nouns); at = behind_place(text, at + 1)) {
    const bool listed = text.is(at, ChunkKind::Comma) && text.tree && !concluded &&
                        text.tree->is(text.chunk(at + 1).head, "conj");
    concluded |= text.is(at, ChunkKind::Conjunction);
    if (!listed && !text.is(at, ChunkKind::Conjunction)) break;
    groups.push_back(at + 1);
  }
  return concluded ? groups : std::vector<int>{c};
}

// Who does what this verb says: its subject, or that of the verb it is joined to, or whom another makes do it
// ("forced *X* to withdraw", "led to *X* withdrawing"); -1 for none.
int doer(const Shallow& text, int verb) {
  for (int at = verb; at >= 0; at = text.tree->head(at)) {
    if (const int subject = text.tree->dependent(at, "nsubj"); subject >= 0) return subject;
    const int above = text.tree->head(at);
    const int object = above < 0 ? -1 : text.tree->dependent(above, "obj");
    const bool right_before = object >= 0 && object == at - 1;
    if (object >= 0 && (text.tree->is(at, "xcomp") || (text.tree->is(at, "advcl") && right_before)))
      return object;
    if (!text.tree->is_any(at, {"conj", "xcomp"})) return -1;
  }
  return -1;
}

// The verb whose object is what this owner owns, or that has it behind a preposition: "*withdrew* its bid",
// "*baulked* at its offer"; -1 for none.
int verb_over_owned(const Shallow& text, int owner) {
  if (!text.tree || !text.tag(owner).facts->is(WordClass::Owner)) return -1;
  const int owned = text.tree->head(owner);
  const int verb = owned >= 0 && text.tree->is_any(owned, {"obj", "obl"}) ? text.tree->head(owned) : -1;
  const bool beside_object =  // "rejected cuts in *his* speech"
      verb >= 0 && text.tree->is(owned, "obl") && text.tree->dependent(verb, "obj") >= 0;
  return beside_object ? -1 : verb;
}

// What is done to an offer or a plan by whoever made it.
bool is_done_to_own(std::string_view verb) {
  return is_one_of(
      verb, {"withdraw", "raise",    "increase", "renew",  "sweeten", "extend",   "amend",     "revise",
             "abandon",  "resubmit", "improve",  "scrap",  "retract", "repeat",   "reiterate", "water",
             "modify",   "launch",   "drop",     "submit", "unveil",  "announce", "soften"});
}

// What is done to it by whoever is to take it or leave it.
bool is_done_to_other(std::string_view verb) {
  return is_one_of(
      verb, {"reject", "spurn", "rebuff", "accept", "baulk", "balk", "refuse", "dismiss", "oppose", "welcome",
             "criticise", "criticize", "condemn", "endorse", "resist", "denounce"});
}

}  // namespace

// "*they* shouted their support": the pronoun above that its owner is; -1 for none.
int Antecedents::subject_of_owner(int line, int word) const {
  const Shallow& here = text(line);
  const std::string_view key = here.key(word);
  const std::string_view own = key == "their" ? "they" : key == "its" ? "it" : key == "his" ? "he" : "she";
  if (!here.tree || !is_one_of(key, {"their", "its", "his", "her"})) return -1;
  for (int above = here.tree->head(word); above >= 0; above = here.tree->head(above))
    for (int below : here.tree->dependents(above))
      if (below < word && here.tree->relation(below) == "nsubj" && here.key(below) == own) return below;
  return -1;
}

// "they (*the Soviets*)": whom the brackets behind a pronoun name; -1 for none.
int Antecedents::glossed(int line, int word) const {
  const Shallow& here = text(line);
  const int open = here.chunk_of[static_cast<std::size_t>(word)] + 1;
  const bool is_gloss = here.is(open, ChunkKind::Open) && here.is(open + 1, ChunkKind::Nouns) &&
                        here.is(open + 2, ChunkKind::Close);
  return is_gloss ? cast_.mention_at(line, here.chunk(open + 1).head) : -1;
}

// "Explaining *its* request, Siemens said": the subject that a participle before it waits for; -1 for none.
int Antecedents::subject_ahead(int line, int word, Kind kind) const {
  const Shallow& here = text(line);
  if (!here.tree || !here.tag(word).facts->is(WordClass::Owner)) return -1;
  int clause = here.tree->head(word);
  while (clause >= 0 && !here.tree->is(clause, "advcl")) clause = here.tree->head(clause);
  if (clause != 0 || here.tree->at(clause).xpos != "VBG") return -1;
  const int subject = here.tree->dependent(here.tree->head(clause), "nsubj");
  const int m = subject > word ? cast_.mention_at(line, subject) : -1;
  return m >= 0 && fits(m, kind) ? m : -1;
}

std::vector<int> Antecedents::of_pronoun(int line, int word) const {
  const std::string_view key = text(line).key(word);
  if (const int m = glossed(line, word); m >= 0) return {cast_.member_of(m)};
  if (const int subject = subject_of_owner(line, word); subject >= 0) return of_pronoun(line, subject);
  if (is_one_of(key, {"he", "his", "him", "himself"})) return best(line, word, Kind::Man);
  if (is_one_of(key, {"she", "her", "hers", "herself"})) return best(line, word, Kind::Woman);
  if (is_one_of(key, {"i", "my", "me"})) return best(line, word, Kind::Person);
  if (is_one_of(key, {"it", "its", "itself"})) return best(line, word, Kind::Thing);
  if (!is_one_of(key, {"they", "their", "them", "both"})) return {};
  if (auto members = together_before(line, word); !members.empty()) return members;
  return best(line, word, Kind::Thing);
}

// "X urged *it* to": whoever acts on the pronoun is not meant by it.
bool Antecedents::acts_on(const Mention& candidate, int line, int word) const {
  const Shallow& here = text(line);
  if (candidate.line != line || !here.tree || !here.tree->is_any(word, {"obj", "iobj"})) return false;
  const int subject = here.tree->group(candidate.head);
  return here.tree->is(subject, "nsubj") && here.tree->head(subject) == here.tree->head(word);
}

// Whether a pronoun of this kind can stand for the mention.
bool Antecedents::fits(int m, Kind kind) const {
  const Mention& candidate = mention(m);
  if (candidate.form == MentionForm::Adjective || candidate.unnamed) return false;
  const ActorKind is = member(m).kind;
  const Gender gender = member(m).gender;
  const bool maybe = is == ActorKind::Unknown && candidate.form == MentionForm::Name;
  switch (kind) {
    case Kind::Man:
      return (is == ActorKind::Person || maybe) && !candidate.plural && gender != Gender::Woman;
    case Kind::Woman:
      return (is == ActorKind::Person || maybe) && !candidate.plural && gender != Gender::Man;
    case Kind::Person:
      return is == ActorKind::Person && !candidate.plural;
    case Kind::Thing:
      return is != ActorKind::Person && is != ActorKind::Place && !candidate.plural;
  }
  return false;
}

// In a sentence that was not parsed, what opens it before its verb.
bool Antecedents::is_subject(const Mention& candidate) const {
  const Shallow& here = text(candidate.line);
  if (!here.tree)
    return here.line->style == Style::Prose && here.is(1, ChunkKind::Verbs) &&
           here.chunk_of[static_cast<std::size_t>(candidate.head)] == 0;
  for (int word : {candidate.head, candidate.name_first, candidate.title_word})
    if (word >= 0 && relation(text(candidate.line), word).starts_with("nsubj")) return true;
  return false;
}

bool Antecedents::is_owner(const Mention& candidate) const {
  return text(candidate.line).bears_mark(candidate.last);
}

bool Antecedents::is_governed(const Mention& candidate) const {
  const Shallow& here = text(candidate.line);
  return candidate.first > 0 && here.tag(candidate.first - 1).tag == Tag::Preposition &&
         here.key(candidate.first - 1) != "by";
}

// "but *the president* has proposed cuts in his budget": the subject of the clause that the owner stands in;
// what is done to something of somebody's ("X said Y approved *its* bid") says nothing of whose it is.
bool Antecedents::is_subject_over(const Mention& candidate, int owner) const {
  const Shallow& here = text(candidate.line);
  if (!here.tree || !here.tag(owner).facts->is(WordClass::Owner)) return false;
  int inside = owner, clause = here.tree->head(owner);
  while (clause >= 0 && here.tree->dependent(clause, "nsubj") < 0) {
    inside = clause;
    clause = here.tree->head(clause);
  }
  return clause >= 0 && !here.tree->is(inside, "obj") &&
         here.tree->dependent(clause, "nsubj") == here.tree->group(candidate.head);
}

// "X rejected *its* offer": who takes or leaves it has not made it; "X rejected its *own* offer" says so.
bool Antecedents::answers(const Mention& candidate, int line, int owner) const {
  const Shallow& here = text(line);
  const int verb = candidate.line == line ? verb_over_owned(here, owner) : -1;
  return verb >= 0 && is_done_to_other(here.tree->at(verb).lemma) && here.key(owner + 1) != "own" &&
         doer(here, verb) == here.tree->group(candidate.head);
}

// "X withdrew *its* offer": who can only do so with his own.
bool Antecedents::disposes(const Mention& candidate, int line, int owner) const {
  const Shallow& here = text(line);
  const int verb = candidate.line == line ? verb_over_owned(here, owner) : -1;
  return verb >= 0 && is_done_to_own(here.tree->at(verb).lemma) &&
         here.tree->is(here.tree->head(owner), "obj") && doer(here, verb) == here.tree->group(candidate.head);
}

int Antecedents::weight(int m, int line, int word) const {
  const Mention& candidate = mention(m);
  int points = (line - candidate.line) * per_sentence;
  if (is_subject(candidate)) points += as_subject;
  if (candidate.line == line && is_subject_over(candidate, word)) points += of_own_clause;
  if (disposes(candidate, line, word)) points += by_nature_of_act;
  if (is_owner(candidate)) points += as_owner;
  if (is_governed(candidate)) points += governed;
  if (candidate.form == MentionForm::Name) points += as_name;
  if (member(m).kind == ActorKind::Unknown) points += of_unknown_kind;
  if (text(candidate.line).line->sentence->field == Field::Title) points += in_headline;
  int often = 0;
  for (int other : member(m).mentions) {
    const Mention& named = mention(other);
    often += named.line < line || (named.line == line && named.last < word);
  }
  return points + std::min(often, most_often);
}

// "the premier may accept it, *he* said": somebody else, who spoke before.
bool Antecedents::reports_behind(int line, int word) const {
  const Shallow& here = text(line);
  return here.tree && word > 0 && here.key(word - 1) == "," && here.tree->is(word, "nsubj") &&
         is_one_of(here.key(word), {"he", "she"}) &&
         here.tag(here.tree->head(word)).facts->is(WordClass::Report);
}

std::vector<int> Antecedents::best(int line, int word, Kind kind) const {
  if (const int m = subject_ahead(line, word, kind); m >= 0) return meant_by_mention(m);
  int meant = -1, most = 0;
  const int from = reports_behind(line, word) ? line - 1 : line;
  for (int at = from; at >= 0 && line - at <= reach; --at)
    for (int m : cast_.mentions_in(at)) {
      if (at == line && mention(m).last >= word) break;
      if (!fits(m, kind) || acts_on(mention(m), line, word) || answers(mention(m), line, word)) continue;
      const int points = weight(m, line, word);
      if (meant >= 0 && points <= most) continue;
      meant = m;
      most = points;
    }
  return meant < 0 ? std::vector<int>{} : meant_by_mention(meant);
}

// "*the two countries* said they …": the two that these stand for, else whom the mention names.
std::vector<int> Antecedents::meant_by_mention(int m) const {
  const Mention& found = mention(m);
  const Shallow& here = text(found.line);
  const Chunk& group = here.chunk(here.chunk_of[static_cast<std::size_t>(found.head)]);
  if (found.form == MentionForm::Described && found.plural)
    if (auto members = of_group(found.line, group); members.size() > 1) return members;
  return {cast_.member_of(m)};
}

std::vector<int> Antecedents::of_group(int line, const Chunk& group) const {
  const std::string& head = text(line).key(group.head);
  const bool stands_for_two = is_one_of(head, {"countries", "sides", "parties", "nations", "governments",
                                               "leaders", "two", "both", "neighbours", "neighbors"}) &&
                              is_one_of(text(line).key(group.first), {"both", "the"}) &&
                              group.head - group.first <= 2;
  const bool parted =
      group.first == group.head && group.first > 0 && text(line).key(group.first - 1) == "both";
  const bool both = parted || text(line).key(group.first) == "both";
  const int m = both ? cast_.mention_at(line, group.head) : -1;
  const bool two = group.head == group.first + 2 && text(line).key(group.first) == "the" &&
                   text(line).key(group.head - 1) == "two";  // "the *two* rivals"
  if (!stands_for_two && !two && (m < 0 || !mention(m).plural)) return {};
  if (auto members = two_called_before(line, group); members.size() > 1) return members;
  if (auto members = together_before(line, group.first); members.size() > 1) return members;
  auto states = stands_for_two || both ? two_before(line, group.first, ActorKind::State) : std::vector<int>{};
  if (states.size() == 2) return states;
  const bool bodies = group.head - group.first < 2 &&
                      is_one_of(head, {"sides", "parties", "two", "both", "companies", "firms"});
  return bodies || two ? two_before(line, group.first, ActorKind::Organisation) : std::vector<int>{};
}

// "both *unions*": the last two bodies that the text names and calls unions.
std::vector<int> Antecedents::two_called_before(int line, const Chunk& group) const {
  const auto is_called = [&](int member) {
    const auto& all = cast_.members()[static_cast<std::size_t>(member)].mentions;
    return std::any_of(all.begin(), all.end(), [&](int m) {
      const Mention& named = mention(m);
      return named.line <= line && plural_of(text(named.line).key(named.head)) == text(line).key(group.head);
    });
  };
  std::vector<int> called;
  for (int at = line; at >= 0 && called.size() < 2; --at) {
    const auto& here = cast_.mentions_in(at);
    for (auto m = here.rbegin(); m != here.rend() && called.size() < 2; ++m) {
      const bool before = at < line || mention(*m).last < group.first;
      const bool is_name = mention(*m).form == MentionForm::Name && member(*m).kind != ActorKind::Person;
      if (!before || !is_name || !is_called(cast_.member_of(*m))) continue;
      if (std::find(called.begin(), called.end(), cast_.member_of(*m)) == called.end())
        called.insert(called.begin(), cast_.member_of(*m));
    }
  }
  return called;
}

// The last members before this word that are named side by side ("the US and Ukraine"), or one that is many.
std::vector<int> Antecedents::together_before(int line, int word) const {
  const auto mention_of = [this](int at, int chunk) {
    if (!text(at).is(chunk, ChunkKind::Nouns)) return -1;
    const int m = cast_.mention_at(at, text(at).chunk(chunk).head);
    return m >= 0 && mention(m).form != MentionForm::Adjective ? m : -1;
  };
  for (int at = line; at >= 0 && at > line - 2; --at) {
    const auto is_before = [&](int chunk) { return at < line || text(at).chunk(chunk).last < word; };
    std::vector<int> last;
    bool led = false;  // by a subject
    for (int c = 0; c < text(at).size() && is_before(c); ++c) {
      const int m = mention_of(at, c);
      if (m < 0) continue;
      std::vector<int> members;
      for (int group : joined_groups(text(at), c)) {
        const int next = is_before(group) ? mention_of(at, group) : -1;
        if (next < 0) break;
        members.push_back(cast_.member_of(next));
        c = group;
      }
      const bool nearest = at == line || last.empty();    // of a sentence before, its first: the subject
      const bool aside = led && is_governed(mention(m));  // "the two held out to get terms from *others*"
      if ((members.size() <= 1 && !mention(m).plural) || !nearest || aside) continue;
      last = std::move(members);
      led = is_subject(mention(m));
    }
    if (!last.empty()) return last;
  }
  return {};
}

// The last two states or bodies named before this word, for "both countries" and "both parties" where they do
// not stand side by side; of bodies there must be no third.
std::vector<int> Antecedents::two_before(int line, int word, ActorKind kind) const {
  const std::size_t most = kind == ActorKind::State ? 2 : 3;
  std::vector<int> found;
  for (int at = line; at >= 0 && at > line - 3; --at) {
    const auto& here = cast_.mentions_in(at);
    for (auto m = here.rbegin(); m != here.rend() && found.size() < most; ++m) {
      if (at == line && mention(*m).last >= word) continue;
      const bool named = kind == ActorKind::State || mention(*m).form == MentionForm::Name;
      const bool fits = member(*m).kind == kind && named;
      if (fits && std::find(found.begin(), found.end(), cast_.member_of(*m)) == found.end())
        found.push_back(cast_.member_of(*m));
    }
  }
  return found.size() == 2 ? std::vector<int>{found[1], found[0]} : std::vector<int>{};
}

}  // namespace demarche
