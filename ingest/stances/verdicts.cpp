// What the record of a body notes in few words, too few for a tree: "Amendment 17: *rejected*", "Motion
// *carried* by 6 votes to 2", "*Agreed to*.", "*Ayes*: Ash, Lind". The body did so, or those who are listed;
// what is not named is what was spoken of last. And what a statement says as briefly: "*No* to the port
// plan".
#include "ingest/stances/stance_reader.h"

namespace demarche {
namespace {

constexpr int phrase_reach = 4;       // from "read" to "time" of "read a second time"
constexpr int resolution_reach = 24;  // from "resolved" to its "that"

bool parts_notes(const Shallow& text, int word) {
  return text.key(word) == ";" || (text.tag(word).tag == Tag::Stop && text.key(word) == ".");
}

// "resolved *to thank* the clerk": put to nobody.
bool is_procedure(std::string_view verb) {
  return is_one_of(verb,
                   {"ask",      "request", "thank",   "note",     "invite",   "meet",         "adjourn",
                    "write",    "refer",   "defer",   "consider", "continue", "congratulate", "record",
                    "postpone", "discuss", "receive", "remit",    "revert",   "await",        "inform"});
}

bool is_colon_or_dash(std::string_view key) {
  return is_one_of(key, {":", "-", "--", "\u2013", "\u2014"});
}

// "the motion *was* lost", "*not* agreed to".
bool is_before_verdict(const Shallow& text, int word) {
  return text.tag(word).facts->is(WordClass::Be) || text.tag(word).facts->is(WordClass::Negation) ||
         text.tag(word).tag == Tag::Adverb || is_one_of(text.key(word), {"put", "and", "then"});
}

// "*The question* was put and agreed to": on what was spoken of last.
bool asks_question(const Shallow& text, int first, int last) {
  const int opening = text.tag(first).tag == Tag::Determiner ? first + 1 : first;
  return opening <= last && is_one_of(text.key(opening), {"question", "matter"}) &&
         (opening == last || text.tag(opening + 1).tag != Tag::Number);
}

}  // namespace

// Whether nothing is acted on behind a verdict: how many voted, and how, may follow.
bool StanceReader::ends_verdict(int word) const {
  if (word >= text_.line->size()) return true;
  const Tag tag = text_.tag(word).tag;
  const std::string& key = text_.key(word);
  if (tag == Tag::Number || tag == Tag::Comma || tag == Tag::Stop || tag == Tag::Open ||
      is_colon_or_dash(key))
    return true;
  if (key != "by")
    return is_one_of(
        key, {"with", "without", "unanimously", "nem", "subject", "on", "as", "in", "and", "for", "nemine"});
  const int how = word + 1;
  return how < text_.line->size() &&
         (text_.tag(how).tag == Tag::Number ||
          is_one_of(text_.key(how), {"a", "acclamation", "consensus", "show", "division", "majority"}));
}

// The word behind a verdict with all that belongs to it, "agreed *to*", "read a second *time*"; -1 where that
// is missing.
int StanceReader::end_of_verdict(int word, const ActEntry& act) const {
  const std::string& more = act.with.empty() ? act.particle : act.with;
  if (more.empty()) return word + 1;
  const int reach = act.with.empty() ? 1 : phrase_reach;
  for (int i = word + 1; i <= word + reach && i < text_.line->size(); ++i)
    if (text_.key(i) == more) return i + 1;
  return -1;
}

// What the note that begins at `first` is about: the group of nouns that opens it. Where only its place says
// so (not `noted`, by a colon), it must name a proposal or bear a number. -1 for none.
int StanceReader::matter_of_verdict(int first, int word, bool noted) {
  for (int c = text_.chunk_of[static_cast<std::size_t>(first)];
       c < text_.size() && text_.chunk(c).first < word; ++c) {
    if (!text_.is(c, ChunkKind::Nouns)) continue;
    const Chunk& group = text_.chunk(c);
    bool numbered = false;
    for (int i = group.first; i < group.last; ++i) numbered |= text_.tag(i).facts->is(WordClass::Numbered);
    const bool names = doc_.proposals.noun_at(line_, c) || numbered || doc_.proposals.at(line_, c) >= 0;
    if (names) return c;
    return noted && doc_.cast.members_at(line_, c).empty() ? c : -1;
  }
  return -1;
}

bool StanceReader::try_verdict(int first, int word, const ActEntry& act) {
  const int end = end_of_verdict(word, act);
  if (end < 0 || !ends_verdict(end)) return false;
  int mark = word - 1;
  bool negated = false;
  while (mark >= first && is_before_verdict(text_, mark))
    negated |= text_.tag(mark--).facts->is(WordClass::Negation);
  const bool noted = mark >= first && is_colon_or_dash(text_.key(mark));
  const bool bare = mark < first || asks_question(text_, first, mark);
  const int matter = bare ? -1 : matter_of_verdict(first, mark + 1, noted);
  if (!bare && matter < 0) return false;
  const bool apart = !noted && !bare && text_.tag(mark).tag != Tag::Comma &&
                     text_.tag(mark).tag != Tag::Close && !is_nominal(text_.tag(mark).tag);
  if (apart || (negated && act.relation != Relation::Accepted)) return false;
  const int proposal = bare ? doc_.proposals.before(line_, word) : doc_.proposals.accept(line_, matter);
  if (proposal < 0) return false;
  Stance stance;
  stance.line = line_;
  stance.trigger_first = word;
  stance.trigger_last = end - 1;
  stance.relation = negated ? Relation::Rejected : act.relation;
  stance.actor = issuer_.member;
  stance.proposal = proposal;
  stance.rule = act.name() + "/noted";
  std::vector<int> who{issuer_.member};
  if (act.relation == Relation::Withdrew) who = owners_of({{proposal, false}});
  for (int actor : who) {
    stance.actor = actor;
    out_.push_back(stance);
  }
  return true;
}

// "*Ayes*: Ash, Lind", "in *favour*: Ash": those who are listed behind it voted so.
void StanceReader::add_voters(int label, const ActEntry& act) {
  const int proposal = doc_.proposals.before(line_, label);
  if (proposal < 0) return;
  Stance stance;
  stance.line = line_;
  stance.trigger_first = stance.trigger_last = label;
  stance.relation = act.relation;
  stance.proposal = proposal;
  stance.rule = act.name() + "/listed";
  for (int c = text_.chunk_of[static_cast<std::size_t>(label)] + 1; c < text_.size(); ++c) {
    const int word = text_.chunk(c).first;
    const bool next = word + 1 < text_.line->size() && text_.key(word + 1) == ":" && word > label + 1;
    if (parts_notes(text_, word) || next) break;
    if (!text_.is(c, ChunkKind::Nouns) || text_.word(text_.chunk(c).head).shape == Shape::Lower) continue;
    auto members = doc_.cast.members_at(line_, c);
    if (members.empty()) members = {doc_.cast.adopt(line_, word, text_.chunk(c).head)};
    for (int member : members) {
      stance.actor = member;
      out_.push_back(stance);
    }
  }
}

// "It was *resolved* that …": the word "that" or "to" which opens what was; -1 for none.
int StanceReader::opening_of_resolution(int word) const {
  const int size = text_.line->size();
  for (int i = word + 1; i < std::min(size - 1, word + resolution_reach) && text_.key(i) != "."; ++i) {
    const bool acts = (text_.tag(i + 1).facts->forms & form_base) != 0;
    if (text_.key(i) == "that" || (text_.key(i) == "to" && acts)) return i;
  }
  return -1;
}

// Those who are named between two words, behind "seconded" or before it.
std::vector<int> StanceReader::named_between(int from, int to, bool seconding) const {
  std::vector<int> members;
  int seconded = to;
  for (int i = from; i < to; ++i)
    if (is_one_of(text_.key(i), {"seconded", "second"})) seconded = std::min(seconded, i);
  for (int m : doc_.cast.mentions_in(line_)) {
    const Mention& mention = doc_.cast.mentions()[static_cast<std::size_t>(m)];
    const bool seconds = mention.first > seconded || mention.last + 1 == seconded;  // "and *Orr* seconded"
    if (mention.first > from && mention.first < to && seconds == seconding)
      members.push_back(doc_.cast.member_of(m));
  }
  return members;
}

// "that *the application* be *refused*", "to *decline* the offer": what is answered by that, and how; where
// nothing is, the whole is the proposal.
std::optional<std::pair<Relation, int>> StanceReader::answer_resolved(int opening, int last) {
  const bool infinitive = text_.key(opening) == "to";
  int verb = opening + 1;
  if (!infinitive)
    while (verb < last && !text_.tag(verb - 1).facts->is(WordClass::Be)) ++verb;
  const bool negated = text_.key(verb) == "not" || (opening > 0 && text_.key(opening - 1) == "not");
  if (text_.key(verb) == "not") ++verb;
  if (verb > last || negated) return std::nullopt;
  int chunk = text_.chunk_of[static_cast<std::size_t>(infinitive ? verb : opening)] + 1;
  if (!text_.is(chunk, ChunkKind::Nouns) || text_.chunk(chunk).first >= last) return std::nullopt;
  if (!infinitive) {
    for (const ActEntry& act : lists_.acts.of(ActKind::Verdict, text_.key(verb)))
      if (act.particle.empty() && act.with.empty())
        return std::pair{act.relation, doc_.proposals.accept(line_, chunk)};
    return std::nullopt;
  }
  const bool names = doc_.proposals.noun_at(line_, chunk) || doc_.proposals.at(line_, chunk) >= 0;
  for (const ActEntry& act : lists_.acts.of(ActKind::Verb, text_.key(verb))) {
    const bool answers = act.relation == Relation::Accepted || act.relation == Relation::Rejected ||
                         act.relation == Relation::Supported || act.relation == Relation::Opposed;
    if (answers && act.particle.empty() && act.with.empty() && names)
      return std::pair{act.relation, doc_.proposals.accept(line_, chunk)};
  }
  return std::nullopt;
}

// "*Resolved*, that the yard be closed"; "It was *moved* by X and seconded by Y that …".
bool StanceReader::try_resolution(int word, const ActEntry& act) {
  const bool opens = text_.key(word) == "that";
  const int opening = opens ? word : opening_of_resolution(word);
  if (opening < 0) return false;
  int last = opening;
  while (last + 1 < text_.line->size() && !parts_notes(text_, last + 1)) ++last;
  if (last < opening + 2) return false;
  if (text_.key(opening) == "to" && is_procedure(text_.key(opening + 1))) return true;
  std::erase_if(out_, [&](const Stance& known) {  // what a tree of this made
    return known.line == line_ && known.trigger_first >= word && known.rule.starts_with("verb:");
  });
  Stance stance;
  stance.line = line_;
  stance.trigger_first = stance.trigger_last = word;
  stance.rule = act.name() + "/noted";
  stance.relation = act.relation;
  const bool puts = act.relation == Relation::Proposed;
  auto movers = named_between(word, opening, false);
  const auto acting = opens ? std::vector<int>{} : acting_before(word);
  movers.insert(movers.begin(), acting.begin(), acting.end());
  const auto answer = puts ? std::nullopt : answer_resolved(opening, last);
  const bool negated = opening > word && text_.key(opening - 1) == "not";
  const int first = text_.key(opening) == "to" ? opening - (negated ? 1 : 0) : opening + 1;
  const std::string verb = puts ? "move" : "";
  stance.proposal = answer ? answer->second : doc_.proposals.accept_clause(line_, first, last, verb);
  if (answer) stance.relation = answer->first;
  const auto take = [&](const std::vector<int>& members) {
    for (int member : members) {
      stance.actor = member;
      out_.push_back(stance);
    }
  };
  take(puts && !movers.empty() ? movers : acting.empty() ? std::vector<int>{issuer_.member} : acting);
  stance.relation = Relation::Supported;
  take(named_between(word, opening, true));
  return true;
}

// Those who are named right before a word: "*Ms Ash* moved, and Mr Orr seconded, that".
std::vector<int> StanceReader::acting_before(int word) {
  int c = text_.chunk_of[static_cast<std::size_t>(word)] - 1;
  while (text_.is(c, ChunkKind::Adverb)) --c;
  const bool named = text_.is(c, ChunkKind::Nouns) && text_.tag(text_.chunk(c).head).tag != Tag::Pronoun;
  return named ? doc_.cast.members_at(line_, c) : std::vector<int>{};
}

// "*no to* the port plan", "our answer *is no*": what a statement says of itself.
bool StanceReader::try_statement(int word, const ActEntry& act) {
  const bool opens = word == 0 || text_.tag(word - 1).tag == Tag::Comma ||
                     text_.tag(word - 1).tag == Tag::Stop || is_one_of(text_.key(word - 1), {"but", "and"});
  const int next = word + 1;
  const bool ends = next >= text_.line->size() || text_.tag(next).tag == Tag::Stop;
  int proposal = -1;
  if (act.particle == "to" && opens && next + 1 < text_.line->size() && text_.key(next) == "to") {
    const int chunk = text_.chunk_of[static_cast<std::size_t>(next)] + 1;
    if (text_.is(chunk, ChunkKind::Nouns) && doc_.cast.members_at(line_, chunk).empty())
      proposal = doc_.proposals.accept(line_, chunk);
  } else if (act.particle == "is" && word > 1 && ends && text_.tag(word - 1).facts->is(WordClass::Be)) {
    const bool answers = is_one_of(text_.key(word - 2), {"answer", "reply", "response", "verdict"});
    if (answers) proposal = doc_.proposals.before(line_, word);
  }
  if (proposal < 0) return false;
  Stance stance;
  stance.line = line_;
  stance.trigger_first = stance.trigger_last = word;
  stance.rule = act.name() + "/stated";
  stance.relation = act.relation;
  stance.actor = issuer_.member;
  stance.proposal = proposal;
  out_.push_back(stance);
  return true;
}

// Whether a record tells there what was resolved: at the opening of a note, behind "it was", or behind
// whoever moved or resolved it.
bool StanceReader::opens_resolution(int first, int word) {
  if (word == first) return true;
  const bool was = word >= 2 && text_.key(word - 1) == "was" && text_.key(word - 2) == "it";
  const bool aside =
      text_.key(word) == "moved" && word + 1 < text_.line->size() && text_.tag(word + 1).tag == Tag::Comma;
  const bool decides = is_one_of(text_.key(word), {"resolved", "decided"});
  return was || ((aside || decides) && !acting_before(word).empty());
}

void StanceReader::verdicts() {
  const auto is_read = [this](int word) {
    return std::any_of(out_.rbegin(), out_.rend(), [&](const Stance& known) {
      return known.line == line_ && known.trigger_first <= word && word <= known.trigger_last;
    });
  };
  int first = 0;
  for (int word = 0; word < text_.line->size(); ++word) {
    if (parts_notes(text_, word)) first = word + 1;
    if (word > first && text_.word(word).shape == Shape::Capital) continue;  // "a motion by Dr *Fell*"
    for (const ActEntry& act : lists_.acts.of(ActKind::Verdict, text_.key(word))) {
      if (issuer_.states) {
        if (try_statement(word, act)) break;
        continue;
      }
      if (act.particle == ":") {
        const bool labels = word + 1 < text_.line->size() && text_.key(word + 1) == ":";
        if (labels) add_voters(word, act);
      } else if (act.particle == "that") {
        if (opens_resolution(first, word) && try_resolution(word, act)) return;
      } else if (!is_read(word) && try_verdict(first, word, act)) {
        break;
      }
    }
  }
}

}  // namespace demarche
