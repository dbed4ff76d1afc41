// All sentences in turn; then the proposals that somebody owns; then what is told twice is joined and
// dropped.
#include "ingest/stances/stances.h"

#include <algorithm>

#include "ingest/stances/hanging_times.h"
#include "ingest/stances/inherited_dates.h"
#include "ingest/stances/redundant.h"
#include "ingest/stances/retold.h"
#include "ingest/stances/stance_reader.h"

namespace demarche {
namespace {

// "has not received *any* proposals from X", "will not accept *further* proposals from X": there is none.
bool is_not_there(const ReadDocument& doc, const std::vector<Stance>& found, int proposal,
                  const ProposalMention& mention) {
  const Shallow& text = doc.texts[static_cast<std::size_t>(mention.line)];
  if (!is_one_of(text.key(mention.first), {"any", "no", "further"})) return false;
  return std::any_of(found.begin(), found.end(), [&](const Stance& stance) {
    const bool refused = stance.relation == Relation::Rejected && stance.rule.starts_with("verb:accept/");
    return stance.proposal == proposal && stance.line == mention.line &&
           (refused || stance.modality == Modality::Denied);
  });
}

// "rejected *the union's* scheme", "denied an application *by* X": of a noun that is seldom a proposal, where
// somebody else takes a stand on it.
bool is_answered(const std::vector<Stance>& found, int proposal, const ProposalMention& mention) {
  const bool may_be_put =
      mention.noun && mention.noun->ownership != Ownership::None && mention.surely_owned &&
      mention.noun->family != Family::Deal &&
      !is_one_of(mention.noun->sense, {"demand", "call", "insistence", "draft", "text", "version"});
  return may_be_put && std::any_of(found.begin(), found.end(), [&](const Stance& stance) {
           const auto& owners = mention.owners;
           const bool own = std::find(owners.begin(), owners.end(), stance.actor) != owners.end();
           return stance.proposal == proposal && stance.line == mention.line && !own &&
                  stance.relation != Relation::Proposed && stance.relation != Relation::Withdrew &&
                  stance.relation != Relation::Amended;
         });
}

// Whether a verb puts forward what is done with it, or has it received: "*announced* its plan".
bool hands_over(const StanceLists& lists, const Shallow& text, const Predicate& predicate) {
  const auto& acts = lists.acts.of(ActKind::Verb, text.chunk(predicate.chunk).lemma);
  return std::any_of(acts.begin(), acts.end(), [](const ActEntry& act) {
    return act.particle.empty() && (act.relation == Relation::Proposed || act.relation == Relation::Received);
  });
}

// "its plan, submitted *in May*", "announced its plan *on Monday*", "received an offer from X *yesterday*",
// "a bid *in 2019* by X": when what somebody owns was put forward.
std::optional<Date> date_put_forward(const ReadDocument& doc, const StanceLists& lists,
                                     const ProposalMention& mention) {
  const auto line = static_cast<std::size_t>(mention.line);
  const Shallow& text = doc.texts[line];
  const int group = text.chunk_of[static_cast<std::size_t>(mention.head)];
  if (!text.tree || group < 0) return std::nullopt;
  if (auto date = date_at_noun(text, doc.clauses[line], group, Look::Back, doc.date)) return date;
  const int noun = text.tree->group(mention.head);
  for (const Predicate& predicate : doc.clauses[line].predicates()) {
    const bool describes = text.tree->head(predicate.root) == noun && predicate.passive &&
                           text.tree->relation(predicate.root) == "acl";
    const Chunk& verbs = text.chunk(predicate.chunk);
    const bool acts = predicate.acts_on(group) && verbs.modal < 0 && !verbs.negated && predicate.finite;
    if (!(describes || acts) || !hands_over(lists, text, predicate)) continue;
    if (auto date = date_at_predicate(text, doc.clauses[line], predicate, Look::Back, doc.date)) return date;
  }
  return std::nullopt;
}

// "a *possible* Norwegian bid": not yet put forward.
bool is_supposed(const ReadDocument& doc, const ProposalMention& mention) {
  const Shallow& text = doc.texts[static_cast<std::size_t>(mention.line)];
  for (int i = mention.first; i < mention.head; ++i)
    if (is_one_of(text.key(i), {"possible", "potential", "hypothetical", "eventual", "rumoured", "rumored"}))
      return true;
  return false;
}

// "was asked *for his recommendation*": he has made none yet.
bool is_asked_for(const ReadDocument& doc, const ProposalMention& mention) {
  const Shallow& text = doc.texts[static_cast<std::size_t>(mention.line)];
  if (!text.tree) return false;
  const int word = text.tree->group(mention.head);
  const int mark = text.tree->dependent(word, "case");
  if (mark < 0 || text.key(mark) != "for" || !text.tree->is(word, "obl")) return false;
  const Clauses& clauses = doc.clauses[static_cast<std::size_t>(mention.line)];
  const int p = clauses.predicate_at(text.tree->head(word));
  return p >= 0 &&
         is_one_of(text.chunk(clauses.at(p).chunk).lemma, {"ask", "press", "wait", "beg", "pester"});
}

// A proposal noun that somebody owns was put forward by him; whoever mentions it presupposes that, and is no
// source for it.
void owned_proposals(const ReadDocument& doc, const StanceLists& lists, std::vector<Stance>& out) {
  for (int p = 0; p < static_cast<int>(doc.proposals.all().size()); ++p)
    for (const ProposalMention& mention : doc.proposals.all()[static_cast<std::size_t>(p)].mentions) {
      const bool is_owned = mention.noun && !mention.noun->weak && !mention.joint;
      const bool is_put = is_owned || mention.is_put_forward() || is_answered(out, p, mention);
      if (mention.is_clause || !is_put) continue;
      Stance stance;
      stance.proposal = p;
      stance.line = mention.line;
      stance.trigger_first = stance.trigger_last = mention.head;
      stance.rule = "noun:" + mention.noun->noun + "/owner";
      if (is_not_there(doc, out, p, mention) || is_asked_for(doc, mention)) continue;
      if (is_supposed(doc, mention)) stance.modality = Modality::Possible;
      if (!mention.owners.empty()) stance.date = date_put_forward(doc, lists, mention);
      for (int owner : mention.owners) {
        stance.actor = owner;
        out.push_back(stance);
      }
    }
}

// Whether what one takes back or raises was surely one's own: "withdrew *a proposed amendment*", "raised *the
// offer*", but perhaps not "dropped *the plan*".
bool was_own(const ReadDocument& doc, const Stance& stance) {
  const auto& mentions = doc.proposals.all()[static_cast<std::size_t>(stance.proposal)].mentions;
  return std::any_of(mentions.begin(), mentions.end(), [&](const ProposalMention& mention) {
    const bool here = mention.line == stance.line && mention.noun && !mention.noun->weak;
    if (!here || mention.noun->ownership == Ownership::None) return false;
    const bool withdrew = stance.relation == Relation::Withdrew;
    const bool indefinite = !mention.definite && mention.noun->family != Family::Law;
    return mention.noun->family == Family::Offer || (withdrew && (mention.proposed || indefinite));
  });
}

// "dropped *a proposed amendment*", "raised *the offer*": of whom nobody else is told to have made it, who
// takes it back or raises it has.
void withdrawn_proposals(const ReadDocument& doc, std::vector<Stance>& out) {
  std::vector<Stance> made;
  for (const Stance& stance : out) {
    const bool changes = stance.relation == Relation::Withdrew || stance.relation == Relation::Amended;
    if (!changes || stance.modality != Modality::Actual || !was_own(doc, stance)) continue;
    const auto is_put = [&stance](const Stance& other) {
      return other.proposal == stance.proposal && other.relation == Relation::Proposed;
    };
    if (std::any_of(out.begin(), out.end(), is_put) || std::any_of(made.begin(), made.end(), is_put))
      continue;
    made.push_back(stance);
    made.back().relation = Relation::Proposed;
    made.back().extent = Extent::Full;
    made.back().date.reset();
    made.back().rule += "/own";
  }
  out.insert(out.end(), made.begin(), made.end());
}

}  // namespace

std::vector<Stance> find_stances(ReadDocument doc, const StanceLists& lists) {
  std::vector<Stance> found;
  const std::vector<int> quoted = quoted_speakers(doc.texts, doc.clauses, doc.cast);
  const Issuer issuer = issuer_of(doc.texts, doc.cast, lists.actor_words);
  for (int line = 0; line < static_cast<int>(doc.texts.size()); ++line)
    StanceReader(doc, lists, line, quoted[static_cast<std::size_t>(line)], issuer, found).run();
  owned_proposals(doc, lists, found);
  withdrawn_proposals(doc, found);
  join_retold(doc, found);
  drop_redundant(doc, lists.actor_words, found);
  std::stable_sort(found.begin(), found.end(), [](const Stance& a, const Stance& b) {
    return a.line != b.line ? a.line < b.line : a.trigger_first < b.trigger_first;
  });
  inherit_dates(doc, found);
  return found;
}

}  // namespace demarche
