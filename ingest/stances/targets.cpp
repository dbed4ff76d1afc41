// The words beside an act are tried in the order that its entry names; the first role that holds a proposal
// of the sort that the entry takes decides.
#include "ingest/stances/targets.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "ingest/stances/matter_groups.h"
#include "ingest/stances/points.h"

namespace demarche {
namespace {

constexpr int longest_clause = 22;  // words of a clausal proposal
constexpr int longest_climb = 6;    // arcs from a relative clause up to the proposal that it is about

// The verb whose noun may take the clause up: "offered to buy it … the *offer*"; what is refused has no name.
std::string naming_verb(const ActEntry& act) {
  return act.relation == Relation::Rejected ? std::string() : act.word;
}

}  // namespace

// "turned *down*", "walked *away* from"; "threw the plan *out*".
bool TargetFinder::has_particle(const Predicate& predicate, const std::string& particle) const {
  const auto ends_compound = [&](int word) {
    return word > 0 && text_.key(word - 1) == "-";
  };  // "thumbs-*up*"
  const auto is_particle = [&](int c) {
    return c < text_.size() && text_.head_key(c) == particle && !ends_compound(text_.chunk(c).head);
  };
  const int next = predicate.chunk + 1;
  const int after = predicate.objects.empty() ? next : predicate.objects.back() + 1;
  if (is_particle(next) || is_particle(after)) return true;
  const auto& below = text_.tree->dependents(predicate.root);
  return std::any_of(below.begin(), below.end(), [&](int word) {
    return text_.key(word) == particle && text_.tree->is_any(word, {"compound:prt", "advmod", "xcomp"}) &&
           !ends_compound(word);
  });
}

// The word `noun` among what a light verb stands with: "gave its *approval*", "voted in *favour*", "said
// *no*"; -1 for none.
int TargetFinder::light_noun(const Predicate& predicate, const std::string& noun) const {
  const auto is_it = [&](int word) {
    const bool parted = word > 0 && text_.key(word - 1) + "-" + text_.key(word) == noun;  // "a *no vote*"
    return parted || text_.key(word) == noun || text_.key(word) == plural_of(noun);
  };
  for (int object : predicate.objects)
    if (is_it(text_.chunk(object).head)) return text_.chunk(object).head;
  for (const Oblique& oblique : predicate.obliques) {
    const int word = text_.chunk(oblique.chunk).head;
    const int above = text_.tree->head(text_.tree->group(word));
    if (text_.key(oblique.preposition) == "against") continue;      // "recommended *against approval* of it"
    const bool manner = text_.key(oblique.preposition) == "with";   // "greeted the plan *with anger*"
    const bool of_object = is_object(predicate, above) && !manner;  // "has no comment on *talks*"
    if (is_it(word) && !of_object) return word;
  }
  int next = text_.chunk(predicate.chunk).last + 1;
  if (next + 1 < text_.tree->size() && text_.tag(next).tag == Tag::To)
    ++next;  // "will not bow *to pressure*"
  const bool stands = next < text_.tree->size() && text_.tag(next).tag != Tag::Determiner;
  return stands && is_it(next) ? next : -1;  // "said *no*", not "gave *no* reply"
}

// What hangs on the noun of a light verb: "in favour *of the treaty*".
std::vector<int> TargetFinder::behind(int word, const std::string& preposition) const {
  std::vector<int> chunks;
  const int group = text_.chunk_of[static_cast<std::size_t>(word)];
  for (const Oblique& modifier : clauses_.modifiers(group))
    if (text_.key(modifier.preposition) == preposition) chunks.push_back(modifier.chunk);
  const int matter = preposition == "of" ? matter_before(text_, group) : -1;
  if (matter >= 0) chunks.push_back(matter);
  return chunks;
}

bool TargetFinder::is_object(const Predicate& predicate, int word) const {
  const int chunk = word < 0 ? -1 : text_.chunk_of[static_cast<std::size_t>(word)];
  return predicate.has_object(chunk);
}

// "reiterated *Reagan's* opposition": the noun's own act, and not the verb's.
bool TargetFinder::is_of_another(int noun) const {
  const Chunk& group = text_.chunk(text_.chunk_of[static_cast<std::size_t>(noun)]);
  return text_.possessive_mark(group.first, group.head) >= 0;
}

// "*its* approval".
bool TargetFinder::has_owner_word(int word) const {
  const auto& below = text_.tree->dependents(word);
  return std::any_of(below.begin(), below.end(),
                     [&](int owner) { return text_.tag(owner).facts->is(WordClass::Owner); });
}

// "gave it a *cool* reception": what a light verb's noun is said to be.
bool TargetFinder::is_described_so(int noun, const std::string& adjective) const {
  if (noun < 0) return false;
  const auto& below = text_.tree->dependents(noun);
  return std::any_of(below.begin(), below.end(),
                     [&](int word) { return text_.tree->is(word, "amod") && text_.key(word) == adjective; });
}

bool TargetFinder::matches_words(const Predicate& predicate, const ActEntry& act,
                                 std::vector<int>& objects) const {
  int noun = act.with.empty() ? -1 : light_noun(predicate, act.with);
  if (!act.particle.empty() && !is_described_so(noun, act.particle)) {
    if (!has_particle(predicate, act.particle)) return false;
    if (objects.empty())
      for (const Oblique& oblique : predicate.obliques)
        if (text_.key(oblique.preposition) == act.particle) objects.push_back(oblique.chunk);
  }
  if (act.with.empty()) return true;
  const bool is_opinion = act.relation == Relation::Supported || act.relation == Relation::Opposed;
  const bool by_agent = is_opinion && predicate.passive && act.actor.front().kind == RoleKind::Subject;
  for (int subject : predicate.subjects)  // "*objections* to it were raised by X"
    if (noun < 0 && by_agent && text_.tree->at(text_.chunk(subject).head).lemma == act.with)
      noun = text_.chunk(subject).head;
  if (noun < 0 || (is_opinion && is_of_another(noun))) return false;
  std::erase(objects, text_.chunk_of[static_cast<std::size_t>(noun)]);
  return true;
}

std::vector<int> TargetFinder::in_role(const Predicate& predicate, const Role& role,
                                       const std::vector<int>& objects) const {
  std::vector<int> chunks;
  switch (role.kind) {
    case RoleKind::Subject:
      return predicate.subjects;
    case RoleKind::Object:
    case RoleKind::Indirect:  // what is left without the noun of a light verb: "gave *the plan* its approval"
      return objects;
    case RoleKind::PassiveSubject:
      return predicate.passive ? predicate.subjects : chunks;
    case RoleKind::Oblique:
      for (const Oblique& oblique : predicate.obliques)
        if (text_.key(oblique.preposition) == role.preposition) chunks.push_back(oblique.chunk);
      return chunks;
    case RoleKind::Condition:
      return in_condition(predicate);
    default:
      return chunks;
  }
}

// What is acted on, goes through, or is gone on with in the condition of a clause or of what governs it.
std::vector<int> TargetFinder::in_condition(const Predicate& predicate) const {
  std::vector<int> chunks;
  for (const Predicate& condition : clauses_.predicates()) {
    const int above = text_.tree->head(condition.root);
    const bool is_its =
        above == predicate.root || (predicate.governor >= 0 && above == clauses_.at(predicate.governor).root);
    if (!is_its || condition.subordinator < 0 || text_.key(condition.subordinator) != "if") continue;
    chunks.insert(chunks.end(), condition.objects.begin(), condition.objects.end());
    chunks.insert(chunks.end(), condition.subjects.begin(), condition.subjects.end());
    for (const Oblique& oblique : condition.obliques) chunks.push_back(oblique.chunk);
  }
  return chunks;
}

// "dismissed suggestions *that he had resigned*": what is said to be so, and not what shall be.
bool TargetFinder::suggests_fact(int chunk) const {
  if (!is_one_of(text_.head_key(chunk), {"suggestion", "suggestions"})) return false;
  const auto& all = clauses_.predicates();
  return std::any_of(all.begin(), all.end(), [&](const Predicate& clause) {
    return clause.governor_noun == chunk && clause.finite && text_.chunk(clause.chunk).modal < 0 &&
           !is_subjunctive(clause);
  });
}

bool TargetFinder::takes(const ActEntry& act, int chunk) const {
  if (act.takes == Takes::Sum) return is_sum(chunk);  // "65 dlrs a *share*"
  const ProposalNoun* noun = proposals_.noun_at(line_, chunk);
  const std::string& head = text_.head_key(chunk);
  const bool is_demand = noun && noun->family == Family::Demand &&
                         (proposals_.is_for_something(line_, chunk) || takes_up_demand(chunk));
  const bool is_of_two_words = noun && noun->noun.find(' ') != std::string::npos;  // "a four-*day week*"
  if (exclusions_.claims.contains(head) && !is_demand) return false;
  if (exclusions_.things.contains(head) && !is_of_two_words) return false;
  if (suggests_fact(chunk)) return false;
  if (head == "demand" && !clauses_.is_determined(chunk) && !is_demand)
    return false;  // "could not meet *demand*"
  const int before = clauses_.preposition_before(chunk);
  if (head == "law" && before >= 0 && text_.key(before) == "into") return false;  // "signed it into law"
  const bool that_follows = chunk + 1 < text_.size() && text_.head_key(chunk + 1) == "that";
  if (that_follows && head == "idea") return false;
  const bool called = proposals_.is_called_proposed(line_, chunk);
  switch (act.takes) {
    case Takes::Any: {
      if (noun) return true;
      const Tag tag = text_.tag(text_.chunk(chunk).head).tag;
      const bool names_actor = !cast_.members_at(line_, chunk).empty() && !is_body_proposed(act, chunk);
      const bool rate = is_one_of(head, {"pct", "percent"});
      return tag == Tag::Noun && !names_actor && !(rate && act.relation == Relation::Proposed);
    }
    case Takes::Listed:
      return noun || called;
    case Takes::Strong:
      return (noun && (!noun->weak || has_points(chunk))) || called || is_new_text(chunk);
    case Takes::Owned:
      return noun && (is_new_text(chunk) || has_points(chunk) ||
                      (!noun->weak && noun->ownership != Ownership::None) || called ||
                      (act.relation == Relation::Received && noun->ownership == Ownership::Any) ||
                      is_demand || is_put_forward_before(chunk) || is_own_scheme(act, chunk));
    case Takes::Deal:
      return noun && noun->family == Family::Deal;
    case Takes::Law:
      return noun && noun->is_passed();
    case Takes::Demand:
      return noun && noun->family == Family::Demand;
    case Takes::Offer:
      return noun && noun->family == Family::Offer;
    case Takes::Sum:
      return false;
  }
  return false;
}

// "withdrew *its rival scheme*": what is a plan by another word.
bool TargetFinder::is_own_scheme(const ActEntry& act, int chunk) const {
  const ProposalNoun* noun = proposals_.noun_at(line_, chunk);
  return act.relation == Relation::Withdrew && noun && noun->sense == "plan" &&
         text_.tag(text_.chunk(chunk).first).facts->is(WordClass::Owner);
}

// "proposed *an inspection board*": a body that is yet to be.
bool TargetFinder::is_body_proposed(const ActEntry& act, int chunk) const {
  const Chunk& group = text_.chunk(chunk);
  const auto members = cast_.members_at(line_, chunk);
  const bool is_open = is_one_of(text_.key(group.first), {"a", "an"}) && group.first < group.head &&
                       text_.word(group.head).shape == Shape::Lower;
  return act.word == "propose" && is_open && members.size() == 1 &&
         cast_.members()[static_cast<std::size_t>(members.front())].kind == ActorKind::Organisation;
}

// "tabled a calendar … withdrew *its calendar*".
bool TargetFinder::is_put_forward_before(int chunk) const {
  return text_.tag(text_.chunk(chunk).first).facts->is(WordClass::Owner) &&
         proposals_.was_put_forward(line_, chunk);
}

// "its *seven-point* charter".
bool TargetFinder::has_points(int chunk) const {
  const Chunk& group = text_.chunk(chunk);
  for (int i = group.first + 1; i < group.head; ++i)
    if (counts_points_at(*text_.line, i)) return true;
  return false;
}

// "*a new text*", "*a draft* on trade": what names any proposal, opening one.
bool TargetFinder::is_new_text(int chunk) const {
  const ProposalNoun* noun = proposals_.noun_at(line_, chunk);
  return noun && is_one_of(noun->noun, {"text", "draft", "version"}) &&
         is_one_of(text_.key(text_.chunk(chunk).first), {"a", "an"});
}

// "*4 percent*", "*65 dlrs per share*", "*$900 million* for Mercer"; "100 mln dlrs of notes" are for sale.
bool TargetFinder::is_sum(int chunk) const {
  const Chunk& group = text_.chunk(chunk);
  const auto counts = [this](int word) { return text_.tag(word).facts->is(WordClass::Unit); };
  bool numbered = false, counted = false;
  for (int i = group.first; i <= group.last; ++i) {
    numbered |= text_.tag(i).tag == Tag::Number;
    counted |= counts(i) || bears_currency(text_.key(i));
  }
  const ProposalNoun* noun = proposals_.noun_at(line_, chunk);
  const bool of_sum = text_.is(chunk + 1, ChunkKind::Preposition) && text_.head_key(chunk + 1) == "of" &&
                      text_.is(chunk + 2, ChunkKind::Nouns) &&
                      text_.tag(text_.chunk(chunk + 2).head).facts->is(WordClass::Unit);
  if (noun && ((numbered && counted) || of_sum)) return true;  // "a rise *of 6 percent*"
  if (!numbered || !counted) return false;
  const int next = group.last + 1;
  const std::string follows = next < text_.tree->size() ? text_.key(next) : std::string();
  if (text_.head_key(chunk) == "share") return true;
  if (is_one_of(text_.head_key(chunk), {"pct", "percent"}))
    return text_.line->style == Style::Prose && follows != "for";  // "offered 106 pct *for* certificates"
  const bool in_currency = bears_currency(text_.key(group.first));
  const bool rated = is_one_of(follows, {"a", "per"}) && next + 1 < text_.tree->size() &&
                     is_one_of(text_.key(next + 1), {"share", "unit", "ordinary", "common"});
  const bool in_cash = text_.head_key(chunk) == "cash" && rated;  // "71 dlrs *cash* per share"
  return ((counts(group.head) || counts(group.last) || in_cash) &&
          (rated || is_one_of(follows, {"for", "cash", "over"}))) ||
         (in_currency && (rated || follows == "over"));  // "*$65* a share", "*£85m* over seven years"
}

// "a claim for 9 percent … against *the claim*": one that was told in full before.
bool TargetFinder::takes_up_demand(int chunk) const {
  const int known = clauses_.is_determined(chunk) ? proposals_.at(line_, chunk) : -1;
  if (known < 0) return false;
  const auto& mentions = proposals_.all()[static_cast<std::size_t>(known)].mentions;
  return std::any_of(mentions.begin(), mentions.end(), [this, chunk](const ProposalMention& mention) {
    const bool is_before =
        mention.line < line_ || (mention.line == line_ && mention.last < text_.chunk(chunk).first);
    return is_before && mention.noun && mention.noun->family == Family::Demand &&
           mention.last > mention.core_last;
  });
}

// "it" is what it stands for; where anything strong will do, "made it" and "sent them" say nothing.
bool TargetFinder::takes_pronoun(const ActEntry& act, int proposal) const {
  const ProposalNoun* noun = proposals_.all()[static_cast<std::size_t>(proposal)].mentions.front().noun;
  switch (act.takes) {
    case Takes::Owned:
    case Takes::Strong:
      return false;
    case Takes::Deal:
      return noun && noun->family == Family::Deal;
    case Takes::Law:
      return noun && noun->family == Family::Law;
    case Takes::Demand:
      return noun && noun->family == Family::Demand;
    case Takes::Offer:
      return noun && noun->family == Family::Offer;
    case Takes::Sum:
      return false;
    default:
      return true;
  }
}

bool TargetFinder::is_strong_proposal(int proposal) const {
  const ProposalNoun* noun = proposals_.all()[static_cast<std::size_t>(proposal)].mentions.front().noun;
  return noun && !noun->weak;
}

// "called *it* unfair": also what has become a proposal.
std::vector<Target> TargetFinder::called(const std::vector<int>& chunks, const ActEntry& act) {
  auto found = in(chunks, act);
  for (int chunk : chunks) {
    const int proposal = proposals_.is_pronoun(line_, chunk) ? proposals_.at(line_, chunk) : -1;
    if (found.empty() && proposal >= 0) found.push_back({proposal, false});
  }
  return found;
}

// "refuses to *withdraw it*".
bool TargetFinder::takes_back_pronoun(const ActEntry& act, int chunk) const {
  return act.word == "withdraw" && act.takes == Takes::Owned && text_.head_key(chunk) == "it";
}

std::optional<Target> TargetFinder::at(int chunk, const ActEntry& act) {
  const bool partial = proposals_.is_partial(line_, chunk);
  if (proposals_.is_pronoun(line_, chunk)) {
    const int proposal = proposals_.at(line_, chunk);
    const bool receives = act.word == "receive" && act.takes == Takes::Owned &&
                          text_.head_key(chunk) == "it";  // not "could receive them"
    const bool is_strong = proposal >= 0 && is_strong_proposal(proposal);
    if (proposal < 0 ||
        !(takes_pronoun(act, proposal) || ((receives || takes_back_pronoun(act, chunk)) && is_strong)))
      return std::nullopt;
    return Target{proposal, partial};
  }
  if (!takes(act, chunk) && !takes_up_strong(act, chunk) && !takes_thing_again(act, chunk) &&
      !proposals_.bears_name(line_, chunk))
    return std::nullopt;
  return Target{proposals_.accept(line_, chunk), partial};
}

// "were handed *the document*": a word that says little, for a proposal that was named before; "called *the
// levy* unfair": one that somebody has put forward.
bool TargetFinder::takes_up_strong(const ActEntry& act, int chunk) const {
  if (act.takes != Takes::Strong && act.takes != Takes::Owned) return false;
  const ProposalNoun* noun = proposals_.noun_at(line_, chunk);
  const int known = noun && noun->weak && clauses_.is_determined(chunk) ? proposals_.at(line_, chunk) : -1;
  if (known < 0) return false;
  const auto& mentions = proposals_.all()[static_cast<std::size_t>(known)].mentions;
  return std::any_of(mentions.begin(), mentions.end(), [&](const ProposalMention& mention) {
    const bool before = mention.line < line_ || mention.head < text_.chunk(chunk).first;
    if (!before || !mention.noun) return false;
    const bool is_somebodys =
        act.relation == Relation::Received && (!mention.owners.empty() || !mention.makers.empty());
    const bool is_strong = !mention.noun->weak && mention.noun->ownership != Ownership::None;
    const bool is_told_again = act.takes == Takes::Strong && mention.noun->noun == noun->noun;
    return is_strong || is_somebodys || is_told_again;
  });
}

// "proposed a floor price … opposes *the floor price*"; who "makes the drug" that was approved proposes
// nothing.
bool TargetFinder::takes_thing_again(const ActEntry& act, int chunk) const {
  const bool makes = act.takes == Takes::Owned && act.relation == Relation::Proposed;
  const std::string& head = text_.head_key(chunk);
  return is_of_any_family(act.takes) && !makes && !exclusions_.claims.contains(head) &&
         !exclusions_.things.contains(head) && proposals_.names_thing_again(line_, chunk);
}

// "a ceasefire and *hostage exchange*", "the hostage release and *ceasefire deal*": under the article of the
// one before it.
bool TargetFinder::goes_on(int chunk) const {
  if (!text_.is(chunk - 1, ChunkKind::Conjunction) || !text_.is(chunk - 2, ChunkKind::Nouns)) return false;
  const bool one = is_one_of(text_.key(text_.chunk(chunk - 2).first), {"a", "an", "the"});
  return one && text_.tree->at(text_.chunk(chunk).head).xpos == "NN" &&
         text_.tag(text_.chunk(chunk).first).tag != Tag::Determiner;
}

std::vector<Target> TargetFinder::in(const std::vector<int>& chunks, const ActEntry& act) {
  std::vector<Target> found;
  const bool leads = std::any_of(chunks.begin(), chunks.end(),
                                 [this](int chunk) { return proposals_.noun_at(line_, chunk) != nullptr; });
  for (int chunk : chunks) {
    // "proposed wage restraint and tax cuts": what no noun calls a proposal is one with the first of its list
    const bool goes_along = !proposals_.noun_at(line_, chunk) && (leads || !found.empty());
    if (goes_along || (!found.empty() && goes_on(chunk))) continue;
    if (auto target = at(chunk, act)) found.push_back(*target);
  }
  if (found.empty() && chunks.size() == 1)
    if (const int told = told_behind_colon(chunks.front()); told >= 0)
      if (auto target = at(told, act)) found.push_back(*target);
  return found;
}

// "unveiled his answer to the treaty: *a counter-proposal*": the group that tells what the words before a
// colon announce, which end in this one or what hangs on it; -1 for none.
int TargetFinder::told_behind_colon(int chunk) const {
  if (text_.line->style != Style::Prose) return -1;
  int c = chunk + 1;
  while (text_.is(c, ChunkKind::Preposition) && text_.is(c + 1, ChunkKind::Nouns)) c += 2;
  const bool colon = c + 1 < text_.size() && text_.key(text_.chunk(c).first) == ":";
  const bool opens = colon && text_.is(c + 1, ChunkKind::Nouns) &&
                     is_one_of(text_.key(text_.chunk(c + 1).first), {"a", "an"});
  return opens && proposals_.noun_at(line_, c + 1) ? c + 1 : -1;
}

// The last word of a clause as a proposal: without what only comments on it.
int TargetFinder::clause_end(const Predicate& clause) const {
  const Tree& tree = *text_.tree;
  const int first = text_.chunk(clause.chunk).first;
  int end = text_.chunk(clause.chunk).last;
  for (int i = end + 1; i < tree.size() && i - first < longest_clause; ++i) {
    bool inside = false;
    for (int above = i; above >= 0 && !inside; above = tree.head(above)) {
      if (above != clause.root &&
          (tree.is_any(above, {"parataxis", "advcl"}) || tree.relation(above) == "acl:relcl"))
        break;
      inside = above == clause.root;
    }
    const Tag tag = text_.tag(i).tag;
    const bool is_next_verb = tree.is(i, "conj") && tree.at(clause.root).xpos == "VBG" &&
                              is_one_of(tree.at(i).xpos, {"VBZ", "VBD", "VBP"});
    const bool is_summed_up = tag == Tag::Comma && proposals_.summing_up(line_, i + 1) >= 0;
    if ((inside && tag == Tag::Stop) || is_next_verb || is_summed_up) break;
    if (inside && tag != Tag::Comma && tag != Tag::Quote) end = i;
    if (!inside && tag != Tag::Comma && tag != Tag::Quote) break;
  }
  return end;
}

// "voted to *approve moving* the club".
bool TargetFinder::governs_clause(int p, const ActEntry& act) const {
  const bool takes_clause = std::any_of(act.proposal.begin(), act.proposal.end(),
                                        [](const Role& role) { return role.kind == RoleKind::Complement; });
  const auto& all = clauses_.predicates();
  return takes_clause && act.particle.empty() && act.with.empty() &&
         std::any_of(all.begin(), all.end(), [p](const Predicate& inner) {
           return inner.governor == p && inner.hangs == Hangs::Complement && !inner.finite;
         });
}

// Whether an act of its own stands at this predicate, which what governs it only colours: "agreed to sign the
// pact", "refused to withdraw the offer". What else is agreed to ("to cut the budget") is a proposal as a
// whole.
bool TargetFinder::leaves_to(const ActEntry& governing, int p) const {
  const auto& acts = acts_.of(ActKind::Verb, text_.chunk(clauses_.at(p).chunk).lemma);
  return std::any_of(acts.begin(), acts.end(), [&](const ActEntry& act) {
    if (act.only_refused && governing.relation != Relation::Rejected) return false;
    const bool answers = act.relation == Relation::Accepted || act.relation == Relation::Supported ||
                         act.relation == Relation::Rejected;
    if (governing.relation == Relation::Accepted && !answers) return false;
    if (governs_clause(p, act)) return true;
    const bool any_noun = governing.relation == Relation::Rejected || act.takes == Takes::Any;
    return acts_on_proposal(act, clauses_.at(p), any_noun);
  });
}

// "recommended that *members accept the offer*": an answer to another proposal, and itself none.
bool TargetFinder::answers_proposal(const Predicate& predicate) const {
  const auto& acts = acts_.of(ActKind::Verb, text_.chunk(predicate.chunk).lemma);
  return std::any_of(acts.begin(), acts.end(), [&](const ActEntry& act) {
    return is_answer(act.relation) && acts_on_proposal(act, predicate, act.word == "vote");
  });
}

// Whether what the act takes stands there, as a noun that is a proposal without more or, if wanted, as any.
bool TargetFinder::acts_on_proposal(const ActEntry& act, const Predicate& predicate, bool any_noun) const {
  std::vector<int> objects = predicate.passive ? predicate.subjects : predicate.objects;
  if (!matches_words(predicate, act, objects)) return false;
  for (const Role& role : act.proposal)
    for (int chunk : in_role(predicate, role, objects)) {
      const ProposalNoun* noun = proposals_.noun_at(line_, chunk);
      if ((any_noun || (noun && !noun->weak)) && takes(act, chunk)) return true;
      const int meant = proposals_.is_pronoun(line_, chunk) ? proposals_.at(line_, chunk) : -1;
      const bool is_meant = is_answer(act.relation) || takes_back_pronoun(act, chunk);
      const bool is_one = meant >= 0 && proposals_.all()[static_cast<std::size_t>(meant)].live;
      if (is_one && is_meant) return true;  // "voted to accept *it*", "refused to back *it*" of a curfew
    }
  return false;
}

// "undertook *an operation* to cut costs": the infinitive belongs to what is acted on.
bool TargetFinder::is_of_object(const Predicate& predicate, const ActEntry& act) const {
  const bool by_clause = act.relation == Relation::Accepted && act.proposal.size() == 1;
  return by_clause && act.with.empty() && !predicate.objects.empty() &&
         text_.tag(text_.chunk(predicate.objects.front()).head).tag == Tag::Noun;
}

std::optional<Target> TargetFinder::clausal_target(int p, const ActEntry& act) {
  if (is_of_object(clauses_.at(p), act)) return std::nullopt;
  const bool takes_ing = act.relation != Relation::Accepted || act.word == "approve";
  for (int q = 0; q < static_cast<int>(clauses_.predicates().size()); ++q) {
    const Predicate& inner = clauses_.at(q);
    if (inner.governor != p || inner.hangs != Hangs::Complement || inner.finite) continue;
    const Chunk& verbs = text_.chunk(inner.chunk);
    const bool against = inner.subordinator >= 0 && text_.key(inner.subordinator) == "against";
    if (verbs.kind == ChunkKind::Verbs && (verbs.infinitive || takes_ing) && !against)
      return infinitive_target(q, act);
  }
  return std::nullopt;
}

// "*to cancel the debt*", unless another act stands there or it means no more than talk.
std::optional<Target> TargetFinder::infinitive_target(int q, const ActEntry& act) {
  const Predicate& inner = clauses_.at(q);
  const Chunk& verbs = text_.chunk(inner.chunk);
  const std::string& lemma = verbs.lemma;
  const int next = text_.chunk(inner.chunk).last + 1;
  const bool so =
      lemma == "do" && next < text_.line->size() && text_.key(next) == "so";  // "refused *to do so*"
  const bool bare = inner.objects.empty() && inner.obliques.empty();
  if (so || (bare && is_one_of(lemma, {"comply", "accept", "agree"}))) {
    const int proposal = proposals_.before(line_, verbs.first);
    return proposal < 0 ? std::nullopt : std::optional(Target{proposal, false});
  }
  if (act.relation == Relation::Rejected && exclusions_.talk.contains(lemma)) return std::nullopt;
  if (exclusions_.ballot.contains(lemma)) return std::nullopt;
  if (is_one_of(lemma, {"talk", "meet", "negotiate", "discuss", "consider"}) &&
      act.relation != Relation::Proposed)
    return std::nullopt;
  if (act.relation != Relation::Proposed && leaves_to(act, q)) return std::nullopt;
  const int last = clause_end(inner);
  const bool whole =
      is_one_of(lemma, {"merge", "amalgamate", "disarm", "disband", "demobilise", "demobilize"});
  if (last == verbs.last && !whole) return std::nullopt;  // "to extend": says nothing
  const bool negated = verbs.first > 0 && text_.key(verbs.first - 1) == "not";
  return Target{proposals_.accept_clause(line_, verbs.first - (negated ? 1 : 0), last, naming_verb(act)),
                false};
}

// "that Kyiv *withdraw*": the base form, though the subject is one.
bool TargetFinder::is_subjunctive(const Predicate& clause) const {
  const std::string_view tag = text_.tree->at(clause.root).xpos;
  const int subject = text_.tree->dependent(clause.root, "nsubj");
  const bool one = subject >= 0 && is_one_of(text_.tree->at(subject).xpos, {"NN", "NNP"});
  const bool many = subject >= 0 && text_.tree->at(subject).xpos == "NNS";  // "that banks *raise* rates"
  return text_.chunk(clause.chunk).bare && (tag == "VB" || (tag == "VBP" && (one || many)));
}

// "agreed that it *would* pay", "that prices *will be* cut", "that it *will not* sell": no opinion of what is
// to come.
bool TargetFinder::says_what_shall_be(const Predicate& clause) const {
  const Chunk& verbs = text_.chunk(clause.chunk);
  if (verbs.modal < 0 || is_one_of(verbs.lemma, {"be", "have"})) return false;
  const auto& below = text_.tree->dependents(clause.root);
  const bool foretells = std::any_of(below.begin(), below.end(), [this](int word) {
    return is_one_of(text_.key(word), {"likely", "unlikely", "probably", "eventually"});
  });
  if (foretells) return false;
  if (text_.key(verbs.modal) == "would") return true;
  const int subject = text_.tree->dependent(clause.root, "nsubj");
  const bool own = subject >= 0 && text_.tree->at(subject).upos == "PRON";
  return is_one_of(text_.key(verbs.modal), {"will", "wo"}) && (own || verbs.passive || verbs.negated);
}

// "insisted on *keeping the price*", "is opposed to *raising taxes*".
std::optional<Target> TargetFinder::clause_after(int p, const Role& role, const ActEntry& act) {
  const Predicate& outer = clauses_.at(p);
  const bool takes_against = act.relation == Relation::Opposed || act.relation == Relation::Rejected;
  if (role.preposition == "in" || (role.preposition == "against" && !takes_against)) return std::nullopt;
  for (const Predicate& inner : clauses_.predicates()) {
    const int above = text_.tree->head(inner.root);
    const int mark = text_.tree->dependent(inner.root, "mark");
    const bool follows = above >= 0 && (above == outer.root || above == outer.adjective) &&
                         mark > outer.root && text_.key(mark) == role.preposition;
    const Chunk& verbs = text_.chunk(inner.chunk);
    if (!follows || text_.tree->at(inner.root).xpos != "VBG" || answers_proposal(inner)) continue;
    const int first = text_.key(verbs.first) == "to" ? verbs.first + 1 : verbs.first;
    const int last = clause_end(inner);
    if (last > verbs.last)
      return Target{proposals_.accept_clause(line_, first, last, naming_verb(act)), false};
  }
  return std::nullopt;
}

// "is against *raising taxes*".
std::optional<Target> TargetFinder::predicate_clause(int p, const ActEntry& act) {
  const Predicate& clause = clauses_.at(p);
  const Chunk& verbs = text_.chunk(clause.chunk);
  const int last = clause_end(clause);
  const bool is_matter = text_.tree->at(clause.root).xpos == "VBG" && last > clause.root;
  return is_matter ? std::optional(Target{proposals_.accept_clause(line_, std::max(clause.root, verbs.first),
                                                                   last, naming_verb(act)),
                                          false})
                   : std::nullopt;
}

// "it was *moved* by X and seconded by Y that the road be closed": behind the last of what is joined.
bool TargetFinder::is_said_together(int p, const Predicate& inner) const {
  const Predicate& first = clauses_.at(p);
  const int last = inner.governor < 0 ? -1 : clauses_.at(inner.governor).root;
  return last >= 0 && first.passive && clauses_.at(inner.governor).passive && text_.tree->is(last, "conj") &&
         text_.tree->head(last) == first.root && text_.tree->dependent(first.root, "ccomp") < 0;
}

// "proposed that *Kyiv withdraw*": what shall be, not what is.
std::optional<Target> TargetFinder::that_clause_target(int p, const ActEntry& act) {
  for (const Predicate& inner : clauses_.predicates()) {
    if (inner.hangs != Hangs::Reported || !(inner.governor == p || is_said_together(p, inner))) continue;
    const Chunk& verbs = text_.chunk(inner.chunk);
    const bool shall_be = act.word == "agree" && says_what_shall_be(inner);
    const bool would = act.word == "propose" && verbs.modal >= 0 &&
                       is_one_of(text_.key(verbs.modal), {"could", "would", "may", "might", "can", "will"});
    const bool shall = would || shall_be ||
                       (verbs.modal >= 0 && is_one_of(text_.key(verbs.modal), {"should", "shall", "must"}));
    const bool be = verbs.passive && verbs.modal < 0 && text_.key(verbs.first) == "be";
    if ((!shall && !be && !is_subjunctive(inner)) || answers_proposal(inner)) continue;
    const int first = inner.subjects.empty() ? verbs.first : text_.chunk(inner.subjects.front()).first;
    return Target{
        proposals_.accept_clause(line_, std::min(first, verbs.first), clause_end(inner), naming_verb(act)),
        false};
  }
  return std::nullopt;
}

std::optional<Target> TargetFinder::clause_behind(int chunk, const ActEntry& act) {
  for (const Predicate& inner : clauses_.predicates()) {
    const int above = text_.tree->head(inner.root);
    const bool adverb =
        above >= 0 && text_.tree->at(above).upos == "ADV" && text_.is(chunk + 1, ChunkKind::Adverb) &&
        text_.chunk_of[static_cast<std::size_t>(above)] <= chunk + 2;  // "refusal *so far* to"
    const bool is_its =
        inner.governor_noun == chunk || adverb || above == text_.tree->group(text_.chunk(chunk).head);
    if (!is_its) continue;
    const Chunk& verbs = text_.chunk(inner.chunk);
    const bool ing = inner.subordinator >= 0 && (verbs.forms & form_ing) != 0;
    const std::string key = ing ? text_.key(inner.subordinator) : std::string();
    const bool named = std::any_of(act.proposal.begin(), act.proposal.end(), [&](const Role& role) {
      return ing ? role.preposition == key : verbs.infinitive && role.kind == RoleKind::Complement;
    });
    if (!named) continue;
    if (!ing) return infinitive_target(static_cast<int>(&inner - clauses_.predicates().data()), act);
    const int last = clause_end(inner);
    if (last > verbs.last)
      return Target{proposals_.accept_clause(line_, verbs.first, last, naming_verb(act)), false};
  }
  return std::nullopt;
}

std::vector<Target> TargetFinder::of_adjective(int p, const ActEntry& act) {
  const Predicate& predicate = clauses_.at(p);
  for (const Role& role : act.proposal) {
    if (role.kind == RoleKind::Complement) {
      if (const auto target = clausal_target(p, act)) return {*target};
      continue;
    }
    if (auto found = in(in_role(predicate, role, predicate.objects), act); !found.empty()) return found;
    if (role.kind == RoleKind::Oblique && act.takes == Takes::Any)
      if (const auto clause = clause_after(p, role, act)) return {*clause};
  }
  return {};
}

std::vector<Target> TargetFinder::of(int p, const ActEntry& act, const std::vector<int>& objects) {
  const Predicate& predicate = clauses_.at(p);
  const int with = act.with.empty() ? -1 : light_noun(predicate, act.with);
  const bool receives = act.actor.front().kind == RoleKind::PassiveSubject;
  bool is_open = true;  // nothing stands where the proposal should
  for (const Role& role : act.proposal) {
    if (role.kind == RoleKind::Complement) {
      if (predicate.passive && act.actor.front().kind != RoleKind::PassiveSubject) continue;
      if (auto target = clausal_target(p, act)) return {*target};
      if (with >= 0)  // "gave approval *to build the tank*"
        if (auto target = clause_behind(text_.chunk_of[static_cast<std::size_t>(with)], act))
          return {*target};
      continue;
    }
    if (role.kind == RoleKind::Clause) {
      if (auto target = that_clause_target(p, act)) return {*target};
      continue;
    }
    if (role.kind == RoleKind::Omitted) {
      const bool says_what = text_.tree->dependent(predicate.root, "xcomp") >= 0 ||
                             text_.tree->dependent(predicate.root, "ccomp") >= 0;
      if (objects.empty() && is_open && !says_what) return left_out(predicate, act);
      continue;
    }
    if (role.kind == RoleKind::Indirect && !is_object(predicate, with)) continue;
    const bool is_acted_on = role.kind == RoleKind::Object || role.kind == RoleKind::Indirect;
    const bool swapped = predicate.passive && is_acted_on && !receives;
    auto chunks = swapped ? predicate.subjects : in_role(predicate, role, objects);
    if (with >= 0 && role.kind == RoleKind::Oblique && chunks.empty())
      chunks = behind(with, role.preposition);
    auto found = in(chunks, act);
    if (!found.empty()) return found;
    const bool talks = act.relation == Relation::Discussed;
    if (role.kind == RoleKind::Oblique && chunks.empty() && with >= 0 &&
        !talks)  // "in favour *of allowing it*"
      if (const auto clause = clause_behind(text_.chunk_of[static_cast<std::size_t>(with)], act))
        return {*clause};
    const bool of_another = role.preposition == "for" && !objects.empty();  // "criticised X *for refusing*"
    if (role.kind == RoleKind::Oblique && chunks.empty() && !of_another)
      if (const auto clause = clause_after(p, role, act)) return {*clause};
    is_open &= chunks.empty();
  }
  const bool left_out = with >= 0 && is_open && is_answer(act.relation) && has_owner_word(with) &&
                        !acts_.of(ActKind::Noun, act.with).empty();  // "gave its approval"
  return left_out ? spoken_of_before(predicate) : std::vector<Target>{};
}

// "a hearing on the plan, *which* is opposed by X": what stands right before the pronoun.
std::optional<Target> TargetFinder::before_relative(const Predicate& predicate, const ActEntry& act) {
  int first = predicate.root;
  for (int below : text_.tree->dependents(predicate.root)) first = std::min(first, below);
  int chunk = text_.chunk_of[static_cast<std::size_t>(first)];
  if (!text_.is(chunk, ChunkKind::Comma)) --chunk;
  if (text_.is(chunk, ChunkKind::Comma)) --chunk;
  return text_.is(chunk, ChunkKind::Nouns) && proposals_.noun_at(line_, chunk) ? at(chunk, act)
                                                                               : std::nullopt;
}

// "*a bill* on beach concessions tabled by X": what is about the noun that the participle follows.
std::optional<Target> TargetFinder::over_matter(const Predicate& predicate, int matter, const ActEntry& act) {
  const bool reduced = predicate.passive && !predicate.finite && text_.is(matter, ChunkKind::Nouns) &&
                       predicate.chunk == matter + 1;
  const int over = matter - 2;
  const int mark = clauses_.preposition_before(matter);
  const bool about = mark >= 0 && is_one_of(text_.key(mark), {"on", "of", "about", "over", "for"});
  if (!reduced || !about || !text_.is(over, ChunkKind::Nouns) || clauses_.is_determined(matter) ||
      !clauses_.is_determined(over))
    return std::nullopt;
  const ProposalNoun* noun = proposals_.noun_at(line_, over);
  const bool is_matter = !proposals_.noun_at(line_, matter) && act.takes == Takes::Any;
  return (noun && !noun->weak) || is_matter ? at(over, act) : std::nullopt;
}

std::vector<Target> TargetFinder::above_antecedent(int p, const ActEntry& act) {
  const Predicate& predicate = clauses_.at(p);
  int noun = text_.tree->head(predicate.root);
  const bool takes_object = std::any_of(act.proposal.begin(), act.proposal.end(),
                                        [](const Role& role) { return role.kind == RoleKind::Object; });
  if (!takes_object || !text_.tree->is(predicate.root, "acl")) return {};
  const int own = text_.chunk_of[static_cast<std::size_t>(noun)];
  if (const auto target = over_matter(predicate, own, act)) return {*target};
  if (text_.is(own, ChunkKind::Nouns) && proposals_.noun_at(line_, own)) return {};
  const auto& gap = predicate.passive ? predicate.subjects : predicate.objects;
  if (std::find(gap.begin(), gap.end(), own) == gap.end()) return {};
  const bool answers = act.relation != Relation::Proposed && act.relation != Relation::Discussed &&
                       text_.tree->relation(predicate.root) == "acl:relcl";
  if (const int clause = proposals_.clause_over(line_, noun); clause >= 0 && answers)
    return {{clause, false}};
  if (const auto target = before_relative(predicate, act)) return {*target};
  for (int above = text_.tree->head(noun), steps = 0; above >= 0 && steps < longest_climb; ++steps) {
    const int p_above = clauses_.predicate_at(above);
    if (p_above >= 0 && clauses_.at(p_above).finite) return {};
    int chunk = text_.chunk_of[static_cast<std::size_t>(above)];
    const bool aims = text_.is(chunk, ChunkKind::Verbs) && text_.chunk(chunk).infinitive;
    if (aims) --chunk;  // "*a bill* to close the mines, which X adopted"
    above = text_.tree->head(above);
    if (!text_.is(chunk, ChunkKind::Nouns) || !proposals_.noun_at(line_, chunk)) continue;
    if (const auto target = at(chunk, act)) return {*target};
  }
  return {};
}

std::vector<Target> TargetFinder::spoken_of_before(const Predicate& predicate) const {
  const int proposal = proposals_.before(line_, text_.chunk(predicate.chunk).first);
  return proposal < 0 ? std::vector<Target>{} : std::vector<Target>{{proposal, false}};
}

// What an act without object is about: for opinions ("the parish council *objected*") also what most of the
// text is about.
std::vector<Target> TargetFinder::left_out(const Predicate& predicate, const ActEntry& act) const {
  auto found = spoken_of_before(predicate);
  const bool is_opinion = act.relation == Relation::Supported || act.relation == Relation::Opposed;
  const int matter = found.empty() && is_opinion ? proposals_.matter_before(line_) : -1;
  if (matter >= 0) found.push_back({matter, false});
  return found;
}

// Of a group of nouns that the act does not take.
std::string TargetFinder::why_not(const ActEntry& act, int chunk) const {
  const std::string& head = text_.head_key(chunk);
  if (exclusions_.claims.contains(head)) return fmt::format("'{}' is a claim of data/exclusions.txt", head);
  if (exclusions_.things.contains(head)) return fmt::format("'{}' is a thing of data/exclusions.txt", head);
  if (proposals_.is_pronoun(line_, chunk)) return fmt::format("'{}' stands for no such proposal", head);
  const ProposalNoun* noun = proposals_.noun_at(line_, chunk);
  if (!noun) return fmt::format("'{}' is no noun of data/proposals.jsonl", head);
  if (noun->weak && act.takes != Takes::Listed) return fmt::format("'{}' is no proposal by itself", head);
  return fmt::format("'{}' is not of the sort that it takes", head);
}

std::string TargetFinder::missing(const Predicate& predicate, const ActEntry& act,
                                  const std::vector<int>& objects) const {
  std::vector<std::string> reasons;
  for (const Role& role : act.proposal) {
    const bool swapped = predicate.passive && role.kind == RoleKind::Object;
    for (int chunk : swapped ? predicate.subjects : in_role(predicate, role, objects))
      reasons.push_back(why_not(act, chunk));
  }
  return reasons.empty() ? "no proposal" : fmt::format("no proposal ({})", fmt::join(reasons, "; "));
}

}  // namespace demarche
