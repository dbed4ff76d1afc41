// Each verb looks to its right for what it acts on, up to the next verb or break, and to its left for who
// acts: past prepositional groups, asides between commas, and the verbs that only describe a noun ("the plan
// *backed by X* was").
#include "ingest/stances/clauses.h"

#include <algorithm>
#include <string_view>

namespace demarche {
namespace {

constexpr int longest_reach = 14;  // chunks that an infinitive may stand behind the verb that governs it

bool is_finite_form(const Chunk& chunk) {
  if (chunk.infinitive) return false;
  if (chunk.modal >= 0 || chunk.copula) return true;
  return (chunk.forms & (form_base | form_third | form_past)) != 0 || chunk.passive || chunk.perfect;
}

bool is_ing(const Chunk& chunk) {
  return chunk.bare && (chunk.forms & form_ing) != 0;
}

}  // namespace

Clauses::Clauses(const Shallow& text, const Grammar& grammar, const Controls& controls)
    : text_(text), grammar_(grammar), controls_(controls), of_chunk_(text.chunks.size(), -1) {
  for (int c = 0; c < text_.size(); ++c)
    if (text_.is(c, ChunkKind::Verbs)) read(c);
  share_missing_subjects();
}

void Clauses::read(int chunk) {
  const Chunk& verbs = text_.chunk(chunk);
  Predicate predicate;
  predicate.chunk = chunk;
  predicate.finite = is_finite_form(verbs) && !is_ing(verbs);
  read_right(predicate);
  if (verbs.infinitive)
    hang_infinitive(predicate);
  else if (is_ing(verbs))
    hang_ing(predicate);
  else
    hang_finite(predicate);
  decide_voice(predicate);
  give_relative_objects(predicate);
  of_chunk_[static_cast<std::size_t>(chunk)] = static_cast<int>(predicates_.size());
  predicates_.push_back(std::move(predicate));
}

int Clauses::preposition_before(int chunk) const {
  return text_.is(chunk - 1, ChunkKind::Preposition) ? text_.chunk(chunk - 1).head : -1;
}

// A preposition whose group hangs on the noun before it, so that "and" behind it goes on with that noun.
bool Clauses::belongs_to_noun(int chunk) const {
  if (!text_.is(chunk, ChunkKind::Preposition)) return false;
  const std::string& key = text_.head_key(chunk);
  return key == "of" || key == "in" || key == "for" || key == "from" || key == "to" || key == "on" ||
         key == "at";
}

std::vector<int> Clauses::joined(int chunk) const {
  std::vector<int> groups{chunk};
  std::size_t certain = 1;  // groups behind a mere comma count only where "and" ends the list
  for (int c = chunk;;) {
    int end = c;
    while (belongs_to_noun(end + 1) && text_.is(end + 2, ChunkKind::Nouns)) end += 2;
    const bool comma = text_.is(end + 1, ChunkKind::Comma);
    const bool ends = text_.is(comma ? end + 2 : end + 1, ChunkKind::Conjunction);
    const int next = comma && ends ? end + 3 : end + 2;
    if ((!comma && !ends) || !text_.is(next, ChunkKind::Nouns) || begins_clause(next)) break;
    groups.push_back(next);
    if (ends) certain = groups.size();
    c = next;
  }
  groups.resize(certain);
  return groups;
}

// Whether a group of nouns is the subject of a finite verb that follows, alone or with others.
bool Clauses::begins_clause(int chunk) const {
  int c = chunk + 1;
  for (;;) {
    const bool more = text_.is(c, ChunkKind::Preposition) || text_.is(c, ChunkKind::Conjunction);
    if (text_.is(c, ChunkKind::Adverb) || text_.is(c, ChunkKind::Time))
      ++c;
    else if (more && text_.is(c + 1, ChunkKind::Nouns))
      c += 2;
    else
      break;
  }
  if (!text_.is(c, ChunkKind::Verbs)) return false;
  const Chunk& verbs = text_.chunk(c);
  if (verbs.infinitive || is_ing(verbs)) return false;
  return !verbs.bare || (verbs.forms & form_participle) == 0 || !is_reduced(c);
}

std::vector<Oblique> Clauses::modifiers(int chunk) const {
  std::vector<Oblique> found;
  for (int c = chunk + 1; c < text_.size(); ++c) {
    if (text_.is(c, ChunkKind::Time) || text_.is(c, ChunkKind::Quote) || text_.is(c, ChunkKind::Adverb))
      continue;
    if (!text_.is(c, ChunkKind::Preposition)) break;
    if (text_.is(c + 1, ChunkKind::Time)) {
      ++c;
      continue;
    }
    if (!text_.is(c + 1, ChunkKind::Nouns)) break;
    const int preposition = text_.chunk(c).head;
    for (int group : joined(c + 1)) {
      found.push_back({preposition, group});
      c = std::max(c, group);
    }
  }
  return found;
}

void Clauses::read_right(Predicate& predicate) {
  int c = predicate.chunk + 1;
  const auto is_light = [this](int at) {
    return text_.is(at, ChunkKind::Adverb) || text_.is(at, ChunkKind::Time) || text_.is(at, ChunkKind::Quote);
  };
  while (is_light(c) || (text_.is(c, ChunkKind::Preposition) && text_.is(c + 1, ChunkKind::Time)))
    c += text_.is(c, ChunkKind::Preposition) ? 2 : 1;
  if (text_.is(c, ChunkKind::Adjectives)) {
    predicate.adjective = text_.chunk(c).head;
    ++c;
  }
  if (text_.is(c, ChunkKind::Preposition) && text_.is(c + 1, ChunkKind::Preposition))
    ++c;  // "come *up* with"
  while (is_light(c)) ++c;
  const bool says = text_.tag(text_.chunk(predicate.chunk).head).facts->is(WordClass::Report);
  if (text_.is(c, ChunkKind::Nouns) && !(says && begins_clause(c))) {
    predicate.objects = joined(c);
    for (int object : predicate.objects) {
      const auto more = modifiers(object);
      predicate.obliques.insert(predicate.obliques.end(), more.begin(), more.end());
    }
  } else {
    predicate.obliques = modifiers(c - 1);
  }
}

// A form such as "rejected" alone is a passive that describes where nothing follows for it to act on, or "by"
// does.
void Clauses::decide_voice(Predicate& predicate) {
  const Chunk& verbs = text_.chunk(predicate.chunk);
  predicate.passive = verbs.passive;
  if (!verbs.bare || (verbs.forms & form_participle) == 0) return;
  if (predicate.hangs == Hangs::Relative && is_reduced(predicate.chunk)) {
    predicate.passive = true;
    predicate.finite = false;
  }
}

// "by", and "between" of those who reached a deal.
bool Clauses::is_agent_mark(int chunk) const {
  return text_.is(chunk, ChunkKind::Preposition) &&
         (text_.head_key(chunk) == "by" || text_.head_key(chunk) == "between");
}

// Whether a group of nouns is already the object of a verb that takes no clause: "accepted *plans* aimed at
// peace".
bool Clauses::is_acted_on(int chunk) const {
  if (predicates_.empty() || !text_.is(chunk, ChunkKind::Nouns)) return false;
  const Predicate& before = predicates_.back();
  const bool says = text_.tag(text_.chunk(before.chunk).head).facts->is(WordClass::Report);
  return !says && std::find(before.objects.begin(), before.objects.end(), chunk) != before.objects.end();
}

// "plan *backed* by the US": a participle right behind its noun, with nothing to act on.
bool Clauses::is_reduced(int chunk) const {
  const Chunk& verbs = text_.chunk(chunk);
  if (!verbs.bare || (verbs.forms & form_participle) == 0) return false;
  int next = chunk + 1;
  while (text_.is(next, ChunkKind::Adverb) || text_.is(next, ChunkKind::Time)) ++next;
  if (is_agent_mark(next)) return true;
  if (text_.is(next, ChunkKind::Nouns)) return false;
  if (is_acted_on(chunk - 1)) return true;
  for (int c = next; c < text_.size(); ++c) {
    if (text_.is(c, ChunkKind::Comma) || text_.is(c, ChunkKind::Stop) ||
        text_.is(c, ChunkKind::Subordinator) || text_.is(c, ChunkKind::Relative))
      return false;
    if (text_.is(c, ChunkKind::Verbs)) return is_finite_form(text_.chunk(c)) && !text_.chunk(c).bare;
  }
  return false;
}

// The chunk before the aside that ends at this comma: "Peskov| , a spokesman ,| said"; -1 where there is
// none.
int Clauses::before_aside(int comma) const {
  for (int c = comma - 1; c > 0; --c) {
    if (text_.is(c, ChunkKind::Stop)) return -1;
    if (!text_.is(c, ChunkKind::Comma)) continue;
    const bool opens = text_.is(c + 1, ChunkKind::Relative) || text_.is(c + 1, ChunkKind::Nouns) ||
                       text_.is(c + 1, ChunkKind::Preposition) || text_.is(c + 1, ChunkKind::Time) ||
                       text_.is(c + 1, ChunkKind::Subordinator) || text_.is(c + 1, ChunkKind::Adjectives) ||
                       (text_.is(c + 1, ChunkKind::Verbs) && text_.chunk(c + 1).bare);
    if (opens) return c - 1;
  }
  return -1;
}

int Clauses::skip_light_left(int chunk) const {
  while (text_.is(chunk, ChunkKind::Adverb) || text_.is(chunk, ChunkKind::Quote) ||
         text_.is(chunk, ChunkKind::Time)) {
    const bool dated = text_.is(chunk, ChunkKind::Time) && text_.is(chunk - 1, ChunkKind::Preposition);
    chunk -= dated ? 2 : 1;
  }
  return chunk;
}

// The groups joined by "and" or commas that end at this one.
std::vector<int> Clauses::joined_left(int chunk) const {
  std::vector<int> groups{chunk};
  int c = chunk;
  bool is_list = false;
  for (;;) {
    int link = c - 1;
    if (text_.is(link, ChunkKind::Conjunction)) {
      is_list = true;
      if (text_.is(link - 1, ChunkKind::Comma)) --link;
    } else if (!is_list || !text_.is(link, ChunkKind::Comma)) {
      break;
    }
    int group = link - 1;
    while (group > 1 && text_.is(group, ChunkKind::Nouns) && text_.is(group - 1, ChunkKind::Preposition) &&
           text_.is(group - 2, ChunkKind::Nouns))
      group -= 2;
    if (!text_.is(group, ChunkKind::Nouns)) break;
    const bool after_comma = text_.is(link, ChunkKind::Comma);
    const bool is_acted_on =
        text_.is(group - 1, ChunkKind::Verbs) || text_.is(group - 1, ChunkKind::Preposition);
    if (after_comma && is_acted_on) break;  // "made an offer, and the union | agreed"
    groups.insert(groups.begin(), group);
    c = group;
  }
  return groups;
}

int Clauses::antecedent(int relative) const {
  int c = relative - 1;
  if (text_.is(c, ChunkKind::Preposition)) --c;
  if (text_.is(c, ChunkKind::Comma)) --c;
  if (text_.is(c, ChunkKind::Close)) c = before_aside(c) >= 0 ? before_aside(c) : c - 1;
  c = skip_light_left(c);
  return text_.is(c, ChunkKind::Nouns) ? c : -1;
}

// The noun that the relative clause of this chunk of verbs describes: "*The plan* that Norway rejected"; -1
// for none.
int Clauses::described_by(int verbs) const {
  const int p = predicate_of(verbs);
  if (p < 0 || at(p).hangs != Hangs::Relative || at(p).subjects.empty()) return -1;
  const bool has_own_subject = !at(p).objects.empty() && at(p).objects.front() < verbs;
  return has_own_subject ? at(p).objects.front() : at(p).subjects.front();
}

std::vector<int> Clauses::subjects_left_of(int chunk) const {
  int c = skip_light_left(chunk - 1);
  for (int steps = 0; c >= 0 && steps < text_.size(); ++steps) {
    c = skip_light_left(c);
    if (text_.is(c, ChunkKind::Comma)) {
      c = before_aside(c);
    } else if (text_.is(c, ChunkKind::Relative)) {
      const int noun = antecedent(c);
      return noun < 0 ? std::vector<int>{} : std::vector<int>{noun};
    } else if (text_.is(c, ChunkKind::Nouns)) {
      const std::vector<int> groups = joined_left(c);
      const int first = groups.front();
      if (text_.is(first - 1, ChunkKind::Preposition) && !text_.is(first - 1, ChunkKind::Subordinator)) {
        c = first - 2;
        continue;
      }
      if (text_.is(first - 1, ChunkKind::Verbs)) {
        const Chunk& before = text_.chunk(first - 1);
        const bool says = text_.tag(before.head).facts->is(WordClass::Report);
        const bool owns_it = (before.infinitive || is_ing(before)) && !says;
        if (owns_it) {
          c = first - 1;
          continue;
        }
      }
      return groups;
    } else if (text_.is(c, ChunkKind::Verbs)) {
      const int noun = described_by(c);
      const Chunk& verbs = text_.chunk(c);
      if (noun < 0 && !verbs.infinitive && !verbs.bare) return {};
      c = noun < 0 ? c - 1 : noun;
    } else if (text_.is(c, ChunkKind::Close)) {
      while (c >= 0 && !text_.is(c, ChunkKind::Open)) --c;
      --c;
    } else if (text_.is(c, ChunkKind::Preposition)) {
      --c;
    } else {
      return {};
    }
  }
  return {};
}

int Clauses::last_finite_before(int chunk) const {
  for (int p = static_cast<int>(predicates_.size()) - 1; p >= 0; --p)
    if (at(p).chunk < chunk && at(p).finite && !at(p).subjects.empty()) return p;
  return -1;
}

void Clauses::hang_infinitive(Predicate& predicate) {
  predicate.hangs = Hangs::Adverbial;
  int c = skip_light_left(predicate.chunk - 1);
  if (text_.is(c, ChunkKind::Subordinator)) predicate.subordinator = text_.chunk(c).head;
  if (text_.is(c, ChunkKind::Adjectives) || text_.is(c, ChunkKind::Adverb)) --c;
  if (text_.is(c, ChunkKind::Nouns)) {
    const std::string& head = text_.head_key(c);
    const int verb = text_.is(c - 1, ChunkKind::Verbs) ? text_.chunk(c - 1).verb : -1;
    const auto control = verb >= 0 ? controls_.of_verb(grammar_.lemma(verb)) : std::nullopt;
    const bool asks = control && control->controller == Controller::Object;
    if (!asks || controls_.of_noun(head)) {
      predicate.governor_noun = c;
      predicate.hangs = Hangs::OfNoun;
      if (controls_.of_noun(head)) return;
    }
  }
  for (int steps = 0; c >= 0 && steps < longest_reach; ++steps, --c) {
    if (text_.is(c, ChunkKind::Stop) || text_.is(c, ChunkKind::Relative) ||
        text_.is(c, ChunkKind::Subordinator))
      break;
    if (!text_.is(c, ChunkKind::Verbs)) continue;
    const int p = predicate_of(c);
    if (p < 0) break;
    const Predicate& governor = at(p);
    const Chunk& verbs = text_.chunk(c);
    std::optional<Control> control;
    if (governor.adjective >= 0) control = controls_.of_adjective(text_.key(governor.adjective));
    if (!control && verbs.verb >= 0) {
      const std::string& lemma = grammar_.lemma(verbs.verb);
      control = governor.passive ? controls_.of_passive(lemma) : controls_.of_verb(lemma);
    }
    const bool adjacent = skip_light_left(predicate.chunk - 1) == c;
    if (!control && !adjacent) break;
    predicate.hangs = Hangs::Complement;
    predicate.governor = p;
    const bool by_object = control && control->controller == Controller::Object && !governor.passive;
    predicate.subjects = by_object ? governor.objects : governor.subjects;
    if (by_object && predicate.subjects.empty() && !governor.obliques.empty())
      predicate.subjects = joined(governor.obliques.front().chunk);
    return;
  }
  const int p = last_finite_before(predicate.chunk);
  const bool likely = text_.is(predicate.chunk - 1, ChunkKind::Adjectives);  // "investors *likely* to bid"
  const int noun = likely ? predicate.chunk - 2 : predicate.chunk - 1;
  const bool in_title = text_.line->sentence->field == Field::Title;
  if (p < 0 && in_title && text_.is(noun, ChunkKind::Nouns)) {
    predicate.governor_noun = -1;
    predicate.hangs = Hangs::Free;
    predicate.subjects = joined_left(noun);
  } else if (p >= 0 && predicate.governor_noun < 0) {
    predicate.subjects = at(p).subjects;
  }
}

void Clauses::hang_ing(Predicate& predicate) {
  const int left = skip_light_left(predicate.chunk - 1);
  if (text_.is(left, ChunkKind::Verbs)) {
    predicate.hangs = Hangs::Complement;
    predicate.governor = predicate_of(left);
    if (predicate.governor >= 0) predicate.subjects = at(predicate.governor).subjects;
    return;
  }
  if (text_.is(left, ChunkKind::Nouns)) {
    predicate.hangs = Hangs::Relative;
    predicate.subjects = {left};
    return;
  }
  predicate.hangs = Hangs::Adverbial;
  if (text_.is(left, ChunkKind::Preposition) || text_.is(left, ChunkKind::Subordinator))
    predicate.subordinator = text_.chunk(left).head;
  const int main = last_finite_before(predicate.chunk);
  const bool means =
      text_.is(left, ChunkKind::Preposition) && text_.head_key(left) == "by" && !predicates_.empty();
  const bool accused = text_.is(left, ChunkKind::Preposition) && text_.head_key(left) == "of" && main >= 0 &&
                       !at(main).objects.empty();
  if (means)
    predicate.subjects = predicates_.back().subjects;
  else if (accused)
    predicate.subjects = at(main).objects;
  else if (main >= 0)
    predicate.subjects = at(main).subjects;
}

void Clauses::hang_finite(Predicate& predicate) {
  const int left = skip_light_left(predicate.chunk - 1);
  if (text_.is(left, ChunkKind::Subordinator)) predicate.subordinator = text_.chunk(left).head;
  if (text_.is(left, ChunkKind::Relative)) predicate.hangs = Hangs::Relative;
  const int noun = text_.is(left, ChunkKind::Comma) ? skip_light_left(left - 1) : left;
  const bool by_follows = is_agent_mark(predicate.chunk + 1);
  if (is_reduced(predicate.chunk) && text_.is(noun, ChunkKind::Nouns) && (noun == left || by_follows)) {
    predicate.hangs = Hangs::Relative;
    predicate.subjects = {noun};
    return;
  }
  if (!text_.is(left, ChunkKind::Conjunction)) predicate.subjects = subjects_left_of(predicate.chunk);
  if (predicate.subjects.empty()) {
    if (const int p = last_finite_before(predicate.chunk); p >= 0) {
      const bool joins = text_.is(left, ChunkKind::Conjunction) || text_.is(left, ChunkKind::Comma);
      if (joins) {
        predicate.subjects = at(p).subjects;
        predicate.hangs = at(p).hangs;
        predicate.subordinator = at(p).subordinator;
        if (at(p).governor >= 0) predicate.governor = at(p).governor;
      }
    }
  } else if (predicate.subordinator < 0) {
    int opening = predicate.subjects.front() - 1;
    opening = skip_light_left(opening);
    if (text_.is(opening, ChunkKind::Subordinator)) predicate.subordinator = text_.chunk(opening).head;
  }
}

// "the plan *that Trump rejected*", "a proposal *to which* Israel agrees": the noun before is what is acted
// on.
void Clauses::give_relative_objects(Predicate& predicate) {
  if (predicate.subjects.empty() || !predicate.finite || predicate.passive) return;
  const int first = predicate.subjects.front();
  const int before = first - 1;
  if (text_.is(before, ChunkKind::Relative)) {
    const int noun = antecedent(before);
    if (noun < 0) return;
    if (text_.is(before - 1, ChunkKind::Preposition))
      predicate.obliques.push_back({text_.chunk(before - 1).head, noun});
    else if (predicate.objects.empty())
      predicate.objects = {noun};
    predicate.hangs = Hangs::Relative;
  } else if (text_.is(before, ChunkKind::Nouns) && predicate.objects.empty()) {
    predicate.objects = {before};
    predicate.hangs = Hangs::Relative;
  }
}

// "After rejecting the offer, the union said": what stands before the main clause shares its subject.
void Clauses::share_missing_subjects() {
  for (Predicate& predicate : predicates_) {
    if (!predicate.subjects.empty() || predicate.hangs != Hangs::Adverbial) continue;
    for (const Predicate& main : predicates_)
      if (main.chunk > predicate.chunk && main.finite && !main.subjects.empty()) {
        predicate.subjects = main.subjects;
        break;
      }
  }
}

}  // namespace demarche
