// The words beside an act are tried in the order that its entry names; the first role that holds a proposal
// of the sort that the entry takes decides.
#include "ingest/stances/targets.h"

#include <algorithm>
#include <string_view>

namespace demarche {
namespace {

constexpr int longest_clause = 22;  // words of a clausal proposal

}  // namespace

bool TargetFinder::matches_words(const Predicate& predicate, const ActEntry& act,
                                 std::vector<int>& objects) const {
  if (!act.particle.empty()) {
    const auto is_particle = [&](int c) { return c < text_.size() && text_.head_key(c) == act.particle; };
    const int next = predicate.chunk + 1;
    const int after = predicate.objects.empty() ? next : predicate.objects.back() + 1;
    if (!is_particle(next) && !is_particle(after)) return false;
    if (objects.empty())
      for (const Oblique& oblique : predicate.obliques)
        if (text_.key(oblique.preposition) == act.particle) objects.push_back(oblique.chunk);
  }
  if (act.with.empty()) return true;
  const auto has_noun = [&](int chunk) {
    const std::string& head = text_.head_key(chunk);
    return head == act.with || head == plural_of(act.with);
  };
  if (std::any_of(objects.begin(), objects.end(), has_noun)) return true;
  return std::any_of(predicate.obliques.begin(), predicate.obliques.end(),
                     [&](const Oblique& oblique) { return has_noun(oblique.chunk); });
}

std::vector<int> TargetFinder::in_role(const Predicate& predicate, const Role& role,
                                       const std::vector<int>& objects) const {
  std::vector<int> chunks;
  switch (role.kind) {
    case RoleKind::Subject:
      return predicate.subjects;
    case RoleKind::Object:
      return objects;
    case RoleKind::Oblique:
      for (const Oblique& oblique : predicate.obliques)
        if (text_.key(oblique.preposition) == role.preposition) chunks.push_back(oblique.chunk);
      return chunks;
    default:
      return chunks;
  }
}

bool TargetFinder::takes(const ActEntry& act, int chunk) const {
  const ProposalNoun* noun = proposals_.noun_at(line_, chunk);
  const std::string& head = text_.head_key(chunk);
  if (exclusions_.claims.contains(head) || exclusions_.things.contains(head)) return false;
  if (text_.is(chunk + 1, ChunkKind::Relative) && text_.head_key(chunk + 1) == "that" && head == "idea")
    return false;
  switch (act.takes) {
    case Takes::Any: {
      if (noun) return true;
      const Tag tag = text_.tag(text_.chunk(chunk).head).tag;
      const bool names_actor = !cast_.members_at(line_, chunk).empty();
      return tag == Tag::Noun && !names_actor;
    }
    case Takes::Listed:
      return noun != nullptr;
    case Takes::Strong:
      return noun && !noun->weak;
    case Takes::Owned:
      return noun && !noun->weak && noun->ownership != Ownership::None;
    case Takes::Deal:
      return noun && noun->family == Family::Deal;
    case Takes::Law:
      return noun && (noun->family == Family::Law || noun->noun == "package");
    case Takes::Demand:
      return noun && noun->family == Family::Demand;
    case Takes::Offer:
      return noun && noun->family == Family::Offer;
  }
  return false;
}

std::optional<Target> TargetFinder::at(int chunk, const ActEntry& act) {
  const bool partial = proposals_.is_partial(line_, chunk);
  if (proposals_.is_pronoun(line_, chunk)) {
    if (act.takes == Takes::Owned || act.takes == Takes::Strong)
      return std::nullopt;  // "made it", "sent them"
    const int proposal = proposals_.at(line_, chunk);
    if (proposal < 0) return std::nullopt;
    return Target{proposal, partial};
  }
  if (!takes(act, chunk)) return std::nullopt;
  return Target{proposals_.accept(line_, chunk), partial};
}

std::vector<Target> TargetFinder::in(const std::vector<int>& chunks, const ActEntry& act) {
  std::vector<Target> found;
  for (int chunk : chunks)
    if (auto target = at(chunk, act)) found.push_back(*target);
  return found;
}

// The last word of the clause whose verb is this chunk.
int TargetFinder::clause_end(int chunk) const {
  const int first = text_.chunk(chunk).first;
  int end = text_.chunk(chunk).last;
  for (int c = chunk + 1; c < text_.size(); ++c) {
    const Chunk& next = text_.chunk(c);
    const bool breaks = next.kind == ChunkKind::Comma || next.kind == ChunkKind::Stop ||
                        next.kind == ChunkKind::Relative || next.kind == ChunkKind::Subordinator ||
                        (next.kind == ChunkKind::Verbs && !next.infinitive) ||
                        (next.kind == ChunkKind::Preposition &&
                         is_one_of(text_.key(next.head), {"after", "following", "despite"}));
    if (breaks || next.last - first >= longest_clause) break;
    if (next.kind == ChunkKind::Nouns || next.kind == ChunkKind::Verbs || next.kind == ChunkKind::Time ||
        next.kind == ChunkKind::Adjectives)
      end = next.last;
  }
  return end;
}

// Whether an act of its own stands at this predicate, which what governs it only colours: "agreed to sign the
// pact", "refused to withdraw the offer". What else is agreed to ("to cut the budget") is a proposal as a
// whole.
bool TargetFinder::leaves_to(const ActEntry& governing, int p) const {
  const int verb = text_.chunk(clauses_.at(p).chunk).verb;
  if (verb < 0) return false;
  const auto& acts = acts_.of(ActKind::Verb, grammar_.lemma(verb));
  if (acts.empty()) return false;
  const Predicate& predicate = clauses_.at(p);
  for (const ActEntry& act : acts) {
    const bool is_yes = act.relation == Relation::Accepted || act.relation == Relation::Supported;
    if (governing.relation == Relation::Accepted && !is_yes) continue;
    std::vector<int> objects = predicate.objects;
    if (!matches_words(predicate, act, objects)) continue;
    for (const Role& role : act.proposal)
      for (int chunk : in_role(predicate, role, objects)) {
        const ProposalNoun* noun = proposals_.noun_at(line_, chunk);
        const bool is_put_to_somebody =
            noun ? !noun->weak || act.takes == Takes::Any : act.takes == Takes::Any;
        if (is_put_to_somebody && takes(act, chunk)) return true;
      }
  }
  return false;
}

std::optional<Target> TargetFinder::clausal_target(int p, const ActEntry& act) {
  for (int q = 0; q < static_cast<int>(clauses_.predicates().size()); ++q) {
    const Predicate& inner = clauses_.at(q);
    if (inner.governor != p || inner.hangs != Hangs::Complement || inner.finite) continue;
    const Chunk& verbs = text_.chunk(inner.chunk);
    const bool takes_ing = act.relation == Relation::Proposed || act.relation == Relation::Supported;
    if (!verbs.infinitive && !takes_ing) continue;
    const std::string lemma =
        verbs.verb >= 0 ? grammar_.lemma(verbs.verb) : std::string(text_.key(verbs.last));
    if (is_one_of(lemma, {"comply", "accept", "agree"}) && inner.objects.empty() && inner.obliques.empty()) {
      const int proposal = proposals_.before(line_, verbs.first);
      return proposal < 0 ? std::nullopt : std::optional(Target{proposal, false});
    }
    const bool refuses = act.relation == Relation::Rejected;
    if (refuses && exclusions_.talk.contains(lemma)) return std::nullopt;
    if (is_one_of(lemma, {"talk", "meet", "negotiate", "discuss", "consider"}) &&
        act.relation != Relation::Proposed)
      return std::nullopt;
    if (act.relation != Relation::Proposed && leaves_to(act, q)) return std::nullopt;
    const int last = clause_end(inner.chunk);
    if (last == verbs.last) return std::nullopt;  // "to extend": says nothing
    return Target{proposals_.accept_clause(line_, verbs.first, last), false};
  }
  return std::nullopt;
}

std::vector<Target> TargetFinder::of(int p, const ActEntry& act, const std::vector<int>& objects) {
  const Predicate& predicate = clauses_.at(p);
  for (const Role& role : act.proposal) {
    if (role.kind == RoleKind::Complement) {
      if (predicate.passive) continue;
      if (auto target = clausal_target(p, act)) return {*target};
      continue;
    }
    const bool swapped = predicate.passive && role.kind == RoleKind::Object;
    auto found = in(swapped ? predicate.subjects : in_role(predicate, role, objects), act);
    if (!found.empty()) return found;
  }
  if (act.with.empty() || objects.empty() || act.relation == Relation::Discussed) return {};
  const int left_out = proposals_.before(line_, text_.chunk(predicate.chunk).first);  // "gave its approval"
  return left_out < 0 ? std::vector<Target>{} : std::vector<Target>{{left_out, false}};
}

}  // namespace demarche
