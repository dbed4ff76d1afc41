#include "ingest/stances/agents.h"

#include <algorithm>

namespace demarche {

// "rejected in favour of *a bid by X*": who made what stands beside the act is not who did it.
bool AgentFinder::makes_inner(const Predicate& predicate, const Oblique& by) const {
  const int inner = text_.chunk_of[static_cast<std::size_t>(by.preposition)] - 1;
  if (!predicate.passive || text_.key(by.preposition) != "by" || inner <= predicate.chunk) return false;
  const ProposalNoun* noun = proposals_.noun_at(line_, inner);
  return noun && !noun->weak && noun->ownership != Ownership::None &&
         text_.tree->head(text_.tree->group(text_.chunk(by.chunk).head)) ==
             text_.tree->group(text_.chunk(inner).head);
}

// "was approved *by 401 votes*", "*by a majority* of 71 percent": how, and not by whom.
bool AgentFinder::counts_votes(const Predicate& predicate, const Oblique& by) const {
  if (!predicate.passive || text_.key(by.preposition) != "by" ||
      !clauses_.counts_votes(text_.tree->group(text_.chunk(by.chunk).head)))
    return false;
  const int whole = by.chunk + 2;  // "by a majority *of shareholders*"
  const bool of = text_.is(by.chunk + 1, ChunkKind::Preposition) && text_.is(whole, ChunkKind::Nouns);
  return !of || text_.tag(text_.chunk(whole).first).tag == Tag::Number;
}

std::vector<int> AgentFinder::in_role(const Predicate& predicate, const Role& role) const {
  std::vector<int> chunks;
  switch (role.kind) {
    case RoleKind::Subject:
      return predicate.passive ? chunks : predicate.subjects;
    case RoleKind::PassiveSubject:
      return predicate.passive ? predicate.subjects : chunks;
    case RoleKind::Object:
      return predicate.objects;
    case RoleKind::Indirect:
      for (int object : predicate.objects)
        if (text_.tree->is(text_.tree->group(text_.chunk(object).head), "iobj")) chunks.push_back(object);
      return chunks;
    case RoleKind::Oblique:
      for (const Oblique& oblique : predicate.obliques)
        if (text_.key(oblique.preposition) == role.preposition && !makes_inner(predicate, oblique) &&
            !counts_votes(predicate, oblique))
          chunks.push_back(oblique.chunk);
      return chunks;
    default:
      return chunks;
  }
}

// "a decision *by X* to accept", "*X's* plan to reject".
std::vector<int> AgentFinder::owners_of(int chunk) {
  const Chunk& noun = text_.chunk(chunk);
  auto owners = owners_.before(line_, noun.first, noun.head, Ownership::Any).members;
  return owners.empty() ? owners_.behind(line_, chunk, {"by"}) : owners;
}

// "was rejected *in parliament*", "was approved *at a cabinet meeting*": the body that sits there; in its
// minutes, the one that met.
std::vector<int> AgentFinder::body_in_session(const Predicate& predicate) {
  for (const Oblique& oblique : predicate.obliques) {
    if (!is_one_of(text_.key(oblique.preposition), {"in", "at", "within"})) continue;
    if (text_.tag(text_.chunk(oblique.chunk).head).facts->is(WordClass::Session)) {
      auto owners = owners_of(oblique.chunk);
      return owners.empty() ? owners_.behind(line_, oblique.chunk, {"of"}) : owners;
    }
    const auto members = cast_.members_at(line_, oblique.chunk);
    const bool bodies = std::all_of(members.begin(), members.end(), [this](int member) {
      return cast_.members()[static_cast<std::size_t>(member)].kind == ActorKind::Organisation;
    });
    if (!members.empty() && bodies) return members;
  }
  return issuer_.is_record && predicate.finite ? std::vector<int>{issuer_.member} : std::vector<int>{};
}

// Whether the tree tells of a vote that is counted: "by a *vote* of 30 to 12", "on a 99-0 *vote*".
bool AgentFinder::is_put_to_vote(const Predicate& predicate) const {
  const auto& below = text_.tree->dependents(predicate.root);
  return std::any_of(below.begin(), below.end(), [this](int word) {
    if (!is_one_of(text_.key(word), {"vote", "votes"})) return false;
    const auto& inside = text_.tree->dependents(word);
    return std::any_of(inside.begin(), inside.end(),
                       [this](int number) { return text_.tree->at(number).upos == "NUM"; });
  });
}

// "The *Senate* resolution was approved by 99 votes to 0": the body that owns what was voted on.
std::vector<int> AgentFinder::body_by_vote(const Predicate& predicate) {
  if (predicate.subjects.size() != 1 || !is_put_to_vote(predicate)) return {};
  auto bodies = owners_of(predicate.subjects.front());
  std::erase_if(bodies, [this](int member) {
    const CastMember& body = cast_.members()[static_cast<std::size_t>(member)];
    return body.kind != ActorKind::Organisation || !body.is_official();
  });
  return bodies;
}

// "debated the treaty *with Norway*": whom the treaty is with, and not the debate.
bool AgentFinder::is_party_to_matter(int chunk) const {
  const int noun = text_.tree->group(text_.chunk(chunk).head);
  if (!text_.tree->is(noun, "nmod")) return false;
  const int matter = text_.chunk_of[static_cast<std::size_t>(text_.tree->head(noun))];
  const ProposalNoun* known = proposals_.noun_at(line_, matter);
  return known && (known->family == Family::Deal || known->sense == "merger");
}

// "wrote to Anna Holm, the head of the *agency which* proposed it": no person is meant by "which", but what
// stands before it.
std::vector<int> AgentFinder::meant_by_which(const Predicate& predicate,
                                             const std::vector<int>& chunks) const {
  const int which = predicate.chunk - 1;
  const bool relative = predicate.hangs == Hangs::Relative && chunks.size() == 1 && which > 0 &&
                        chunks.front() < which && text_.key(text_.chunk(which).last) == "which";
  if (!relative) return chunks;
  const auto members = cast_.members_at(line_, chunks.front());
  const bool person = !members.empty() && std::all_of(members.begin(), members.end(), [this](int member) {
    return cast_.members()[static_cast<std::size_t>(member)].kind == ActorKind::Person;
  });
  const int before = text_.is(which - 1, ChunkKind::Comma) ? which - 2 : which - 1;
  return person && text_.is(before, ChunkKind::Nouns) ? std::vector<int>{before} : chunks;
}

std::vector<int> AgentFinder::of_verb(int p, const ActEntry& act) {
  const Predicate& predicate = clauses_.at(p);
  if (predicate.subjects.empty() && predicate.governor_noun >= 0 && !predicate.passive)
    return owners_of(predicate.governor_noun);
  std::vector<int> chunks;
  for (const Role& role : act.actor) {
    if (role.kind == RoleKind::Speaker) {
      if (auto speakers = speakers_.innermost(predicate.root); !speakers.empty()) return speakers;
      if (issuer_.states) return {issuer_.member};
      continue;
    }
    const bool by_agent = predicate.passive && role.kind == RoleKind::Subject;
    chunks = in_role(predicate, by_agent ? Role{RoleKind::Oblique, "by"} : role);
    for (const char* among : {"between", "among"})
      if (chunks.empty() && by_agent && !act.partners.empty())
        chunks = in_role(predicate, Role{RoleKind::Oblique, among});
    if (!chunks.empty()) break;
  }
  chunks = meant_by_which(predicate, chunks);
  const bool sits = act.relation == Relation::Accepted || act.relation == Relation::Rejected ||
                    act.relation == Relation::Discussed;
  const bool by_itself = !act.proposal.empty() && act.proposal.front().kind == RoleKind::Subject;
  if (chunks.empty() && (predicate.passive || by_itself) && sits) {
    auto bodies = body_in_session(predicate);  // "the motion *was lost*", "the motion *fell*"
    if (bodies.empty()) bodies = body_by_vote(predicate);
    if (!bodies.empty()) return bodies;
  }
  if (act.relation == Relation::Proposed && named(chunks).empty() && chunks.size() == 1)
    if (proposals_.noun_at(line_, chunks.front()))
      return owners_of(chunks.front());  // "Reagan's budget proposed"
  if (act.relation == Relation::Accepted || act.relation == Relation::Discussed)
    for (const Role& role : act.partners)
      for (int chunk : in_role(predicate, role)) {
        const int mark = clauses_.preposition_before(chunk);
        const bool aside = mark > 0 && text_.tag(mark - 1).tag == Tag::Comma;  // ", with Oman as mediator"
        const bool talks = is_one_of(act.word, {"discuss", "debate", "review", "consider", "study"});
        const bool of_matter = talks && !act.is_light() && is_party_to_matter(chunk);
        if (!aside && !of_matter) chunks.push_back(chunk);
      }
  return named(chunks);
}

// "opposition to it came *from farmers*": what the verb has of the noun that is its subject.
std::vector<int> AgentFinder::beside_verb(int chunk, const std::string& preposition) const {
  if (!text_.tree) return {};
  const int noun = text_.tree->group(text_.chunk(chunk).head);
  const int p = clauses_.predicate_at(text_.tree->head(noun));
  const bool is_subject = p >= 0 && text_.tree->is(noun, "nsubj") && !clauses_.at(p).passive;
  if (!is_subject) return {};
  auto chunks = in_role(clauses_.at(p), Role{RoleKind::Oblique, preposition});
  std::erase_if(chunks, [this](int c) {  // "the treaty replaces *a pact between X and Y*"
    const int behind = text_.tree->group(text_.chunk(c).head);
    const int other = text_.tree->is(behind, "nmod") ? text_.tree->head(behind) : -1;
    return other >= 0 && proposals_.noun_at(line_, text_.chunk_of[static_cast<std::size_t>(other)]);
  });
  return chunks;
}

std::vector<int> AgentFinder::of_noun(int chunk, const ActEntry& act) {
  const Chunk& group = text_.chunk(chunk);
  for (const Role& role : act.actor) {
    std::vector<int> who;
    const bool says_with_whom = act.partners.empty() || !with_partners({}, chunk, act).empty();
    if (role.kind == RoleKind::Speaker && says_with_whom)
      who = speakers_.innermost(group.head);
    else if (role.kind == RoleKind::Possessor)
      who = owners_.before(line_, group.first, group.head, Ownership::Any).members;
    else if (role.kind == RoleKind::Modifier || role.kind == RoleKind::Oblique)
      who = owners_.behind(line_, chunk, {role.preposition});
    else if (role.kind == RoleKind::Subject && text_.tree)
      who = subjects_of_noun(chunk, act);
    if (who.empty() && role.kind == RoleKind::Modifier) who = named(beside_verb(chunk, role.preposition));
    if (!who.empty()) return with_partners(std::move(who), chunk, act);
  }
  return {};
}

// "X's talks *with Y*".
std::vector<int> AgentFinder::with_partners(std::vector<int> who, int chunk, const ActEntry& act) const {
  for (const Role& role : act.partners)
    for (int partner : owners_.behind(line_, chunk, {role.preposition}))
      if (std::find(who.begin(), who.end(), partner) == who.end()) who.push_back(partner);
  return who;
}

// "X is an *opponent* of the plan"; "X went on strike in *protest* at it", "a boycott by X in *protest*".
std::vector<int> AgentFinder::subjects_of_noun(int chunk, const ActEntry& act) {
  const int noun = text_.tree->group(text_.chunk(chunk).head);
  if (const int p = clauses_.predicate_at(noun); p >= 0) return named(clauses_.at(p).subjects);
  const int above = text_.tree->head(noun);
  if (above >= 0 && text_.tree->is(noun, "nmod") && text_.tree->at(above).upos == "NUM")  // "is *one of* its"
    if (const int p = clauses_.predicate_at(above); p >= 0) return named(clauses_.at(p).subjects);
  const bool is_somebody =
      above >= 0 && text_.tree->is(noun, "nsubj") && text_.tree->dependent(above, "cop") >= 0;
  if (is_somebody && act.particle.empty() && text_.tree->is_nominal(above))  // "its main *opponent* is X"
    return cast_.members_at(line_, text_.chunk_of[static_cast<std::size_t>(above)]);
  const int other = text_.tree->is(noun, "conj") ? text_.tree->dependent(noun, "amod") : -1;
  if (other >= 0 && text_.key(other) == "other")  // "X and other *opponents* of the bill"
    return named({text_.chunk_of[static_cast<std::size_t>(text_.tree->head(noun))]});
  if (text_.tree->is(noun, "appos") && act.particle.empty())  // "X, a *sponsor* of the bill"
    return cast_.members_at(line_, text_.chunk_of[static_cast<std::size_t>(text_.tree->head(noun))]);
  const int host = text_.tree->head(noun);
  if (act.particle.empty() || host < 0) return {};
  if (const int p = clauses_.predicate_at(host); p >= 0) {
    const bool passive = clauses_.at(p).passive;
    return named(passive ? in_role(clauses_.at(p), Role{RoleKind::Oblique, "by"}) : clauses_.at(p).subjects);
  }
  const int group = text_.chunk_of[static_cast<std::size_t>(host)];
  return text_.is(group, ChunkKind::Nouns) ? owners_of(group) : std::vector<int>{};
}

}  // namespace demarche
