// Groups whose noun can name a proposal are taken in reading order, each joining what it fits best or opening
// a new one; those whose noun is one only where an act says so lie ready until an act does. Clauses, and
// other nouns that an act makes a proposal, are taken when the act is read.
#include "ingest/stances/proposals.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "ingest/stances/issuer.h"

namespace demarche {
namespace {

constexpr int memory = 500;       // how many proposals back one may be meant: keeps a huge text linear
constexpr int fading = 5;         // lines after which a proposal is one point less likely meant
constexpr int most_faded = 2;     // points
constexpr int silence_reach = 8;  // lines that may pass without a word of what all of it is about
constexpr int clause_reach = 2;   // lines between a clause and "the plan" that takes it up
constexpr int likely_though_not_likest = 60;  // percent
constexpr int thing_reach = 4;                // lines between a plan for a thing and "the thing"

// Whether a clause says again what a headline or another clause has said: half of its words are the same.
bool is_same_matter(const ProposalMention& clause, const FoundProposal& known) {
  const auto is_clause = [](const ProposalMention& mention) { return mention.is_clause; };
  const bool again = std::any_of(known.mentions.begin(), known.mentions.end(), is_clause);
  if (!known.only_in_title && !again) return false;
  std::vector<std::string> told = clause.topic, said = known.topic;
  told.insert(told.end(), clause.behind.begin(), clause.behind.end());
  said.insert(said.end(), known.behind.begin(), known.behind.end());
  std::sort(told.begin(), told.end());
  std::sort(said.begin(), said.end());
  std::vector<std::string> both;
  std::set_intersection(told.begin(), told.end(), said.begin(), said.end(), std::back_inserter(both));
  std::vector<int> actors;
  std::set_intersection(clause.actors.begin(), clause.actors.end(), known.actors.begin(), known.actors.end(),
                        std::back_inserter(actors));
  const std::size_t words = both.size() + (known.only_in_title ? std::min<std::size_t>(actors.size(), 1) : 0);
  return !both.empty() && words >= 2 && words * 2 >= std::min(told.size(), said.size());
}

}  // namespace

Proposals::Proposals(const std::vector<Shallow>& texts, const std::vector<Clauses>& clauses, Cast& cast,
                     const ProposalWords& words, const ActorWords& actor_words, const LinkJudge& judge)
    : texts_(texts),
      cast_(cast),
      kin_(cast, texts, find_affiliations(texts, cast, actor_words), actor_words),
      reader_(texts, clauses, cast, words, actor_words),
      judge_(judge),
      by_chunk_(texts.size()) {
  for (int line = 0; line < static_cast<int>(texts_.size()); ++line) collect(line);
}

// "the Court of *Appeal*", "the Committee on the *Budget*": in the name of a body.
bool Proposals::is_in_name(int line, int chunk) const {
  const int head = texts_[static_cast<std::size_t>(line)].chunk(chunk).head;
  const auto& mentions = cast_.mentions_in(line);
  return std::any_of(mentions.begin(), mentions.end(), [&](int m) {
    const Mention& name = cast_.mentions()[static_cast<std::size_t>(m)];
    return name.form == MentionForm::Name && name.kind == ActorKind::Organisation && name.head < head &&
           name.first < head && head <= name.last;
  });
}

// "under *Norish law*", which is in force; "a *change* of heart".
bool Proposals::is_no_text(int line, int chunk, const ProposalNoun& noun) const {
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  const Chunk& group = text.chunk(chunk);
  const int behind = group.head + 2;
  const bool of_mind = behind < text.line->size() && text.key(behind - 1) == "of" &&
                       is_one_of(text.key(behind), {"heart", "mind"});
  const bool in_force = noun.noun == "law" && !noun.plural && chunk > 0 &&
                        text.is(chunk - 1, ChunkKind::Preposition) && text.head_key(chunk - 1) == "under" &&
                        text.tag(group.first).tag != Tag::Determiner;
  return in_force || (noun.noun == "change" && of_mind);
}

void Proposals::collect(int line) {
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  const bool titles = is_document_title(text);
  for (int c = 0; c < text.size(); ++c) {
    if (!text.is(c, ChunkKind::Nouns) || known_at(line, c) >= 0) continue;
    if ((titles && titles_document(text.tag(text.chunk(c).head))) || is_in_name(line, c)) continue;
    const ProposalNoun* noun = noun_at(line, c);
    if (!noun) {
      take_name(line, c);
      continue;
    }
    ProposalMention mention = reader_.read(line, c);
    const bool market = noun->noun == "demand" && !noun->plural &&
                        (mention.owners.empty() || mention.core_first == mention.head);  // "domestic demand"
    const bool intends = noun->noun == "plan" && text.key(mention.first) == "no" && c > 0 &&
                         text.is(c - 1, ChunkKind::Verbs) && text.chunk(c - 1).lemma == "have";
    if (market || intends || is_no_text(line, c, *noun)) continue;  // "has *no plans* to bow"
    int meant = meant_by_subject(line, c);
    if (meant < 0) meant = called_so(line, c);
    meant < 0 ? static_cast<void>(place(std::move(mention), c)) : put(std::move(mention), c, meant);
  }
}

// "the counter-proposal, called *the Twin Socket* … rejected *the Twin Socket*".
void Proposals::take_name(int line, int chunk) {
  int p = called_so(line, chunk);
  if (p < 0) p = put_forward_before(line, chunk);
  if (p < 0 && given_names_.empty()) return;
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  const Chunk& group = text.chunk(chunk);
  const bool article = text.tag(group.first).tag == Tag::Determiner && group.first < group.last;
  const std::string name = text.written(group.first + (article ? 1 : 0), group.last);
  if (p >= 0) given_names_.emplace(name, p);
  if (const auto known = given_names_.find(name); p < 0 && known != given_names_.end()) p = known->second;
  if (p >= 0) put(reader_.read(line, chunk), chunk, p);
}

// "the proposal, known as *Draft 3*": what bears the name; -1 for none.
int Proposals::called_so(int line, int chunk) const {
  const auto known = called_.find({line, chunk});
  if (known == called_.end()) return -1;
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  const int verb = text.is(chunk - 1, ChunkKind::Preposition) ? chunk - 2 : chunk - 1;  // "known | as"
  return text.chunk(verb).bare ? known->second : -1;
}

// "Norland proposed a second cable. *The Amber Line* would run to Denland": what the sentence before puts
// forward, which this one goes on to name; -1 for none.
int Proposals::put_forward_before(int line, int chunk) {
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  const Chunk& group = text.chunk(chunk);
  const bool effects = text.is(chunk + 1, ChunkKind::Verbs) && text.chunk(chunk + 1).modal >= 0 &&
                       is_one_of(text.key(text.chunk(chunk + 1).modal), {"would", "will"});
  if (line == 0 || chunk > 0 || !effects || text.line->style != Style::Prose || text.key(0) != "the" ||
      group.head < 2)
    return -1;
  for (int i = 1; i <= group.head; ++i) {
    const int m = cast_.mention_at(line, i);
    const bool acts = m >= 0 && cast_.mentions()[static_cast<std::size_t>(m)].kind != ActorKind::Unknown;
    if (text.word(i).shape != Shape::Capital || acts) return -1;
  }
  const int thing = reader_.put_forward_in(line - 1);
  return thing < 0 ? -1 : accept(line - 1, thing);
}

// "This is *the first hard proposal*": what "this" stands for; -1 for none.
int Proposals::meant_by_subject(int line, int chunk) const {
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  const int noun = text.tree ? text.tree->group(text.chunk(chunk).head) : -1;
  if (noun < 0 || noun != text.chunk(chunk).head || text.tree->dependent(noun, "cop") < 0) return -1;
  const int subject = text.tree->dependent(noun, "nsubj");
  if (subject < 0 || !is_one_of(text.key(subject), {"this", "that", "it"})) return -1;
  const int p = before(line, subject);
  if (p < 0) return -1;
  const auto& known = found(p).nouns;
  const ProposalNoun* said = noun_at(line, chunk);
  const bool fits = std::any_of(known.begin(), known.end(), [said](const ProposalNoun* other) {
    return other->sense == said->sense || (said->generic && other->family != Family::Talks);
  });
  return fits ? p : -1;
}

bool Proposals::was_put_forward(int line, int chunk) const {
  const int p = known_at(line, chunk);
  if (p < 0) return false;
  return std::any_of(found(p).mentions.begin(), found(p).mentions.end(), [line](const auto& mention) {
    return mention.line < line && (mention.is_put_forward() || !mention.makers.empty());
  });
}

// "the *new one*", "the *revised* one".
bool Proposals::is_new_one(int line, int chunk) const {
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  const Chunk& group = text.chunk(chunk);
  return group.head == group.first + 2 && text.key(group.first) == "the" && text.key(group.head) == "one" &&
         (text.key(group.head - 1) == "new" || reader_.is_renewing_word(text.key(group.head - 1)));
}

// The revised one that was named last before this line's end; -1 for none.
int Proposals::renewed_before(int line) const {
  int last = -1;
  for (int p = oldest_remembered(); p < static_cast<int>(found_.size()); ++p) {
    if (!found(p).renewed || found(p).mentions.front().line > line) continue;
    if (last < 0 || found(last).mentions.back().line <= found(p).mentions.back().line) last = p;
  }
  return last;
}

bool Proposals::is_pronoun(int line, int chunk) const {
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  const Chunk& group = text.chunk(chunk);
  if (is_new_one(line, chunk)) return true;
  const bool counts = text.is(chunk + 1, ChunkKind::Preposition) && text.head_key(chunk + 1) == "of";
  return group.first == group.last && !counts &&  // "*some* of their decisions"
         is_one_of(text.key(group.head),
                   {"it", "them", "this", "that", "others", "these", "those", "both", "some", "which"});
}

int Proposals::oldest_remembered() const {
  return std::max(0, static_cast<int>(found_.size()) - memory);
}

// "*Draft 4* lowers it … opposes *Draft 4*"; -1 for none.
int Proposals::named_the_same(const ProposalMention& mention) const {
  const auto name = [this](const ProposalMention& one) {
    return texts_[static_cast<std::size_t>(one.line)].written(one.core_first, one.core_last);
  };
  if (!mention.named || mention.core_first == mention.core_last) return -1;
  const std::string own = name(mention);
  for (int p = static_cast<int>(found_.size()) - 1; p >= oldest_remembered(); --p)
    for (const ProposalMention& other : found(p).mentions)
      if (other.named && name(other) == own) return p;
  return -1;
}

// "a nine-point roadmap … four of *its points*", "the roadmap's *nine points*"; -1 for none.
int Proposals::whole_of_points(const ProposalMention& mention) const {
  if (mention.noun->noun != "point" || mention.open || !(mention.partial || mention.points)) return -1;
  for (int p = static_cast<int>(found_.size()) - 1; p >= oldest_remembered(); --p)
    if (found(p).points && (!mention.points || *found(p).points == *mention.points)) return p;
  return -1;
}

int Proposals::match(const ProposalMention& mention) const {
  if (const int p = named_the_same(mention); p >= 0) return p;
  if (const int p = whole_of_points(mention); p >= 0) return p;
  const std::vector<Liked> liked = liked_for(mention);
  if (judge_.looks)
    for (const Liked& one : liked)
      judge_.looks->push_back({mention, found(one.proposal).mentions, look_at(mention, one, liked)});
  for (const Liked& one : liked)
    if (is_believed(mention, one, liked)) return one.proposal;
  return resumed_clause(mention);
}

// The chains that the rules would take it for, the likest first, of equals the last opened.
std::vector<Liked> Proposals::liked_for(const ProposalMention& mention) const {
  std::vector<Liked> liked;
  for (int p = static_cast<int>(found_.size()) - 1; p >= oldest_remembered(); --p) {
    const auto points = likeness(mention, found(p), kin_);
    if (!points) continue;
    const int lines = std::max(0, mention.line - found(p).mentions.back().line);
    liked.push_back({p, *points - std::min(most_faded, lines / fading)});
  }
  std::stable_sort(liked.begin(), liked.end(),
                   [](const Liked& a, const Liked& b) { return a.points > b.points; });
  return liked;
}

Features Proposals::look_at(const ProposalMention& mention, const Liked& liked,
                            const std::vector<Liked>& all) const {
  return coreference_features(mention, found(liked.proposal), liked, {texts_, kin_, all});
}

// The likest where it is likely enough; another, which the rules like less, only where it is likelier still.
bool Proposals::is_believed(const ProposalMention& mention, const Liked& liked,
                            const std::vector<Liked>& all) const {
  if (!judge_.model) return true;
  const bool is_likest = liked.proposal == all.front().proposal;
  return judge_.model->percent(look_at(mention, liked, all)) >=
         (is_likest ? judge_.model->threshold() : likely_though_not_likest);
}

// "the plan" for what was agreed in a clause shortly before; -1 for none.
int Proposals::resumed_clause(const ProposalMention& mention) const {
  if (!mention.definite || !mention.topic.empty() || !mention.behind.empty() || !mention.noun) return -1;
  for (int p = static_cast<int>(found_.size()) - 1; p >= oldest_remembered(); --p) {
    const ProposalMention& last = found(p).mentions.back();
    if (last.is_clause && last.line <= mention.line && mention.line - last.line <= clause_reach) return p;
  }
  return -1;
}

// The proposal that takes up this clause though it was read before it: a headline on the same matter, the
// same said in another sentence, or "the plan" that follows it and nothing else; -1 for none.
int Proposals::taken_up_below(const ProposalMention& clause) const {
  int follows = -1;
  for (int p = oldest_remembered(); p < static_cast<int>(found_.size()); ++p) {
    const FoundProposal& known = found(p);
    const ProposalMention& first = known.mentions.front();
    if (is_same_matter(clause, known)) return p;
    const int lines = first.line - clause.line;
    const bool named =
        first.noun && !first.noun->plural && (first.noun->generic || first.noun->verb == clause.acted_on);
    const bool stated = std::any_of(known.mentions.begin(), known.mentions.end(),
                                    [](const ProposalMention& other) { return other.is_clause; });
    const bool bare = first.definite && first.topic.empty() && first.behind.empty() && named && !stated &&
                      !clause.acted_on.empty();
    if (follows < 0 && bare && lines >= 0 && lines <= clause_reach &&
        (lines > 0 || first.first > clause.last))
      follows = p;
  }
  return follows;
}

// "*It* would set up a market": the proposal whose effect the group is, also where the sentence was not read;
// -1 for none.
int Proposals::effected_by(int line, int chunk) const {
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  const Predicate* predicate = reader_.predicate_over(line, chunk);
  const bool read = predicate && predicate->subjects.size() == 1;
  const bool opens = !text.tree && text.is(0, ChunkKind::Nouns) && text.is(1, ChunkKind::Verbs) && chunk <= 3;
  if (!read && !opens) return -1;
  if (text.chunk(read ? predicate->chunk : 1).modal < 0) return -1;
  const int subject = read ? predicate->subjects.front() : 0;
  return text.head_key(subject) == "it" ? before(line, text.chunk(subject).first) : at(line, subject);
}

// "The plan would set up a water market … *the water market*": the proposal that brings it about; -1 for
// none.
int Proposals::bringing_about(const ProposalMention& mention) const {
  const Shallow& own = texts_[static_cast<std::size_t>(mention.line)];
  if (own.key(mention.core_first) != "the") return -1;
  const std::string thing = own.written(mention.core_first + 1, mention.core_last);
  for (int line = mention.line - 1; line >= std::max(0, mention.line - thing_reach); --line) {
    const Shallow& text = texts_[static_cast<std::size_t>(line)];
    for (int c = 0; c < text.size(); ++c) {
      const Chunk& group = text.chunk(c);
      const bool is_it = text.is(c, ChunkKind::Nouns) && is_one_of(text.key(group.first), {"a", "an"}) &&
                         group.first < group.last && text.written(group.first + 1, group.last) == thing;
      const int p = is_it ? effected_by(line, c) : -1;
      if (p >= 0) return p;
    }
  }
  return -1;
}

// What only an act made a proposal, named on another line by the same word; -1 for none.
int Proposals::thing_of_head(int line, int head) const {
  const std::string& word = texts_[static_cast<std::size_t>(line)].key(head);
  for (int p = static_cast<int>(found_.size()) - 1; p >= oldest_remembered(); --p)
    for (const ProposalMention& other : found(p).mentions)
      if (!other.noun && !other.is_clause && other.line != line &&
          texts_[static_cast<std::size_t>(other.line)].key(other.head) == word)
        return p;
  return -1;
}

// "fishing limits … the limits": what only an act made a proposal; else what takes it up in the next lines;
// -1 for none.
int Proposals::named_alike(const ProposalMention& mention) const {
  const int p = mention.definite ? thing_of_head(mention.line, mention.head) : -1;
  return p >= 0 ? p : taken_up_below(mention);
}

bool Proposals::names_thing_again(int line, int chunk) const {
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  const Chunk& group = text.chunk(chunk);
  const bool definite = text.key(group.first) == "the" || text.key(group.first) == "this" ||
                        text.is_owned(group.first, group.head) ||
                        text.tag(group.first).facts->is(WordClass::Owner);
  const int p = definite && group.first < group.head ? thing_of_head(line, group.head) : -1;
  return p >= 0 && found(p).live;
}

bool Proposals::is_inside_another(const ProposalMention& mention) const {
  return std::any_of(found_.begin() + oldest_remembered(), found_.end(), [&mention](const auto& known) {
    return std::any_of(known.mentions.rbegin(), known.mentions.rend(), [&mention](const auto& other) {
      return other.line == mention.line && other.head < mention.first && mention.last <= other.last;
    });
  });
}

// "an offer for X … the *X* bid", "*its* offer": what was bid for before, and not who bids.
void Proposals::drop_sought_owner(ProposalMention& mention) const {
  if (!mention.noun || mention.noun->family != Family::Offer) return;
  const Shallow& text = texts_[static_cast<std::size_t>(mention.line)];
  const bool by_pronoun = text.tag(mention.core_first).facts->is(WordClass::Owner);
  if (mention.surely_owned && !by_pronoun) return;
  std::erase_if(mention.owners, [this](int owner) {
    return std::any_of(found_.begin() + oldest_remembered(), found_.end(), [owner](const auto& known) {
      return std::find(known.sought.begin(), known.sought.end(), owner) != known.sought.end();
    });
  });
}

int Proposals::place(ProposalMention mention, int chunk) {
  drop_sought_owner(mention);
  mention.inside = is_inside_another(mention);
  int p = mention.is_clause ? taken_up_below(mention) : mention.noun ? match(mention) : named_alike(mention);
  if (p < 0 && !mention.is_clause && !mention.noun) p = bringing_about(mention);
  if (p < 0) {
    p = static_cast<int>(found_.size());
    found_.emplace_back();
  }
  put(std::move(mention), chunk, p);
  return p;
}

void Proposals::put(ProposalMention mention, int chunk, int p) {
  const int line = mention.line;
  const bool right_behind = mention.last == mention.core_last;  // "a plan *to sell ships* called the Ark" may
  if (mention.called >= 0 && right_behind) called_[{line, mention.called}] = p;  // name the ships
  found_[static_cast<std::size_t>(p)].take(std::move(mention));
  if (chunk < 0) return;
  auto& known = by_chunk_[static_cast<std::size_t>(line)];
  known[chunk] = p;
  known[reader_.core_chunk(line, chunk)] = p;
}

void Proposals::reown(int proposal, int line, const std::vector<int>& owners) {
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  for (ProposalMention& mention : found_[static_cast<std::size_t>(proposal)].mentions)
    if (mention.line == line && mention.owners.size() == 1 &&
        text.tag(mention.core_first).facts->is(WordClass::Owner))
      mention.owners = owners;
}

int Proposals::before(int line, int word) const {
  int best = -1;
  std::tuple<int, bool, int> best_place{-1, false, -1};
  for (int p = oldest_remembered(); p < static_cast<int>(found_.size()); ++p) {
    if (!found(p).live) continue;
    for (const ProposalMention& mention : found(p).mentions) {
      const bool precedes = mention.line < line || (mention.line == line && mention.head < word);
      if (!precedes || line - mention.line > 2) continue;
      const bool is_argument = mention.verb >= 0;
      const std::tuple place{mention.line, is_argument, mention.first};
      if (place > best_place) {
        best = p;
        best_place = place;
      }
    }
  }
  return best;
}

int Proposals::matter_before(int line) const {
  int best = -1;
  std::size_t most = 0;
  for (int p = oldest_remembered(); p < static_cast<int>(found_.size()); ++p) {
    std::size_t told = 0;
    int last = -1;
    for (const ProposalMention& mention : found(p).mentions)
      if (mention.line < line) ++told, last = std::max(last, mention.line);
    const bool near = told > 0 && line - last <= silence_reach;
    if (found(p).live && near && told > most) best = p, most = told;
  }
  return best;
}

int Proposals::clause_over(int line, int word) const {
  for (int p = 0; p < static_cast<int>(found_.size()); ++p)
    for (const ProposalMention& mention : found(p).mentions)
      if (mention.is_clause && mention.line == line && mention.first <= word && word <= mention.last)
        return p;
  return -1;
}

int Proposals::known_at(int line, int chunk) const {
  const auto& known = by_chunk_[static_cast<std::size_t>(line)];
  const auto found = known.find(chunk);
  return found == known.end() ? -1 : found->second;
}

int Proposals::at(int line, int chunk) const {
  if (const int known = known_at(line, chunk); known >= 0 && found(known).live) return known;
  if (is_new_one(line, chunk)) return renewed_before(line);
  if (is_pronoun(line, chunk)) return before(line, texts_[static_cast<std::size_t>(line)].chunk(chunk).first);
  return -1;
}

int Proposals::accept(int line, int chunk) {
  int p = known_at(line, chunk);
  if (p < 0) p = at(line, chunk);
  if (p < 0 && is_pronoun(line, chunk)) return -1;
  if (p < 0) p = place(reader_.read(line, chunk), chunk);
  found_[static_cast<std::size_t>(p)].live = true;
  return p;
}

void Proposals::join(int from, int into) {
  FoundProposal& left = found_[static_cast<std::size_t>(from)];
  FoundProposal& whole = found_[static_cast<std::size_t>(into)];
  for (ProposalMention& mention : std::exchange(left, {}).mentions) whole.take(std::move(mention));
  std::stable_sort(whole.mentions.begin(), whole.mentions.end(), [](const auto& a, const auto& b) {
    return a.line != b.line ? a.line < b.line : a.first < b.first;
  });
  for (auto& chunks : by_chunk_)
    for (auto& [chunk, p] : chunks)
      if (p == from) p = into;
}

// "agreed to merge, *a deal that …*".
int Proposals::summing_up(int line, int word) const {
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  if (word >= text.line->size() || !is_one_of(text.key(word), {"a", "an", "the"})) return -1;
  const int c = text.chunk_of[static_cast<std::size_t>(word)];
  const bool goes_on = text.is(c, ChunkKind::Nouns) && text.chunk(c).first == word && c + 1 < text.size() &&
                       is_one_of(text.head_key(c + 1), {"that", "which", "to"});
  const ProposalNoun* noun = goes_on ? noun_at(line, c) : nullptr;
  return noun && !noun->weak ? known_at(line, c) : -1;
}

int Proposals::accept_clause(int line, int first, int last, const std::string& verb) {
  for (int p = oldest_remembered(); p < static_cast<int>(found_.size()); ++p)
    for (const ProposalMention& mention : found(p).mentions)
      if (mention.line == line && mention.first == first && mention.is_clause) return p;
  ProposalMention clause = reader_.read_clause(line, first, last);
  clause.acted_on = verb;
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  const bool comma = last + 1 < text.line->size() && text.tag(last + 1).tag == Tag::Comma;
  const int p = comma ? summing_up(line, last + 2) : -1;
  if (p < 0) return place(std::move(clause), -1);
  put(std::move(clause), -1, p);
  return p;
}

}  // namespace demarche
