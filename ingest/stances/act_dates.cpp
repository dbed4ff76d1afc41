#include "ingest/stances/act_dates.h"

#include "ingest/stances/hanging_times.h"

namespace demarche {
namespace {

// A governor that is told as past: "*decided* Tuesday to withdraw".
bool is_past(const Shallow& text, const Predicate& governor) {
  const Chunk& verbs = text.chunk(governor.chunk);
  return verbs.modal < 0 && ((verbs.forms & form_past) != 0 || verbs.perfect);
}

bool has_time_right_behind(const Shallow& text, int word) {
  for (int c = 0; c < text.size(); ++c)
    if (text.is(c, ChunkKind::Time) && is_right_behind(text, c, word)) return true;
  return false;
}

// "blocked the merger proposed by X *on Monday*", "blocked a bid to buy X *in 2000*": a time behind what
// describes the object is the main verb's, as like as not, but not "the offer made *on March 18*"; of an
// infinitive only one that is over. "Has not accepted the plan put forward by X *on May 4*": what has been
// done or not by now has no such day.
std::optional<Date> date_inside_object(const Shallow& text, const Clauses& clauses, const Predicate& act,
                                       Look look, const std::optional<Date>& document) {
  const Tree& tree = *text.tree;
  for (const Predicate& inner : clauses.predicates()) {
    const bool infinitive = text.chunk(inner.chunk).infinitive;
    const bool reduced = !inner.finite && (inner.passive || infinitive) && tree.is(inner.root, "acl");
    const int noun = reduced ? tree.head(inner.root) : -1;
    const bool of_object = noun > act.root && tree.is(noun, "obj") && tree.head(noun) == act.root;
    if (!of_object) continue;
    if (inner.passive && (text.chunk(act.chunk).perfect || has_time_right_behind(text, inner.root)))
      return std::nullopt;
    auto date = date_at_predicate(text, clauses, inner, look, document);
    const bool is_over = date && (!document || date->last_day() < document->first_day());
    return infinitive && !is_over ? std::nullopt : date;
  }
  return std::nullopt;
}

bool opens_with_when(const Shallow& text, const Predicate& inner) {
  return inner.subordinator >= 0 && text.key(inner.subordinator) == "when" &&
         text.tree->is(inner.root, "advcl");
}

// "rejected it *when the session opened on Monday*": what it was done at; "came under fire *last week* when
// officials backed it": what is told beside it.
std::optional<Date> date_of_occasion(const Shallow& text, const Clauses& clauses, const Predicate& act,
                                     Look look, const std::optional<Date>& document) {
  const int above = text.tree->head(act.root);
  if (const int p = clauses.predicate_at(above); p >= 0 && opens_with_when(text, act))
    return date_at_predicate(text, clauses, clauses.at(p), look, document);
  for (const Predicate& inner : clauses.predicates())
    if (opens_with_when(text, inner) && text.tree->head(inner.root) == act.root)
      return date_at_predicate(text, clauses, inner, look, document);
  return std::nullopt;
}

// "won the contest in May *by raising its offer*": when that was done by it.
std::optional<Date> date_of_deed(const Shallow& text, const Clauses& clauses, const Predicate& act, Look look,
                                 const std::optional<Date>& document) {
  const bool is_means =
      text.tree->is(act.root, "advcl") && act.subordinator >= 0 && text.key(act.subordinator) == "by";
  const int p = is_means ? clauses.predicate_at(text.tree->head(act.root)) : -1;
  return p >= 0 ? date_at_predicate(text, clauses, clauses.at(p), look, document) : std::nullopt;
}

// "approved it *in Sunday's referendum*", "moves backed *by last week's meeting*": what it was done at has
// its day beside it.
std::optional<Date> date_of_event(const Shallow& text, const Clauses& clauses, const Predicate& act,
                                  Look look, const std::optional<Date>& document) {
  for (const Oblique& oblique : act.obliques) {
    if (!is_one_of(text.key(oblique.preposition), {"at", "in", "during", "by", "alongside"})) continue;
    if (auto date = date_at_noun(text, clauses, oblique.chunk, look, document)) return date;
  }
  return std::nullopt;
}

// "*Yesterday's* statement that it backs the pact": when it was said.
std::optional<Date> date_of_statement(const Shallow& text, const Predicate& act,
                                      const std::optional<Date>& document) {
  const bool said = act.governor_noun >= 0 && text.tree->is_any(act.root, {"acl", "ccomp"}) &&
                    !text.tree->is(act.root, "acl:relcl") && act.finite;
  return said ? date_owning(text, text.chunk(act.governor_noun), document, Look::Back) : std::nullopt;
}

// "*Last year's* offer was turned down": in the same year, if that is over and nothing else is told.
std::optional<Date> year_of_object(const Shallow& text, const Clauses& clauses, int predicate,
                                   const std::optional<Date>& document) {
  for (int c = 0; c < text.size(); ++c) {
    if (!clauses.at(predicate).acts_on(c)) continue;
    const auto date = date_owning(text, text.chunk(c), document, Look::Back);
    if (date && date->month == 0 && document && date->year < document->year) return date;
  }
  return std::nullopt;
}

// "*In May* the dollar fell".
bool opens_with_time(const Shallow& text, const Clauses& clauses, int predicate) {
  const int subject = text.tree->dependent(clauses.at(predicate).root, "nsubj");
  for (int c = 0; c < text.size() && text.chunk(c).last < subject; ++c)
    if (text.is(c, ChunkKind::Time)) return true;
  return false;
}

// "accepted the draft *on Monday* and withdrew his own", "*in May* the dollar fell and X agreed to it": what
// is done in one breath, where both are told as past.
std::optional<Date> date_of_joined(const Shallow& text, const Clauses& clauses, const Predicate& act,
                                   Look look, const std::optional<Date>& document) {
  const Tree& tree = *text.tree;
  const int p = tree.is(act.root, "conj") ? clauses.predicate_at(tree.head(act.root)) : -1;
  const bool joined = p >= 0 && is_one_of(tree.at(act.root).xpos, {"VBD", "VBN"}) &&
                      tree.at(clauses.at(p).root).xpos == tree.at(act.root).xpos;
  const bool shared = joined && (tree.dependent(act.root, "nsubj") < 0 || opens_with_time(text, clauses, p));
  return shared ? date_at_predicate(text, clauses, clauses.at(p), look, document) : std::nullopt;
}

// "found *on Monday* that the union refused": when it was found out.
bool is_told_under(const Clauses& clauses, int p, int predicate) {
  if (p == predicate) return false;
  for (int inner = predicate; inner >= 0 && inner != p; inner = clauses.at(inner).governor)
    if (clauses.at(inner).finite && clauses.at(inner).governor == p) return true;
  return false;
}

// That of the verb, of a verb that governs it, or of the verb that reports it.
std::optional<Date> date_of_chain(const Shallow& text, const Clauses& clauses, const SpeakerReader& speakers,
                                  int predicate, Look look, SaidWhen said,
                                  const std::optional<Date>& document) {
  for (int p = predicate; p >= 0; p = clauses.at(p).governor) {
    const bool reports = p != predicate && (speakers.reports(p) || is_told_under(clauses, p, predicate));
    if (reports && said == SaidWhen::NotTheAct) break;
    if (!reports && said == SaidWhen::Alone) continue;
    const bool told_as_past = p != predicate && is_past(text, clauses.at(p));
    if (auto date =
            date_at_predicate(text, clauses, clauses.at(p), told_as_past ? Look::Back : look, document))
      return date;
    if (reports) break;
  }
  return std::nullopt;
}

// "agreed to meet *on Friday*": of what is agreed to, where it is over.
std::optional<Date> date_of_complement(const Shallow& text, const Clauses& clauses, int predicate,
                                       const std::optional<Date>& document) {
  if (!document) return std::nullopt;
  for (const Predicate& inner : clauses.predicates()) {
    if (inner.governor != predicate || inner.hangs != Hangs::Complement) continue;
    auto date = date_at_predicate(text, clauses, inner, Look::Near, document);
    if (date && date->first_day() <= document->last_day()) return date;
  }
  return std::nullopt;
}

Look look_of(Modality modality) {
  if (modality == Modality::Planned || modality == Modality::Possible) return Look::Ahead;
  return modality == Modality::Urged ? Look::Near : Look::Back;
}

}  // namespace

std::optional<Date> date_of_act(const Shallow& text, const Clauses& clauses, const SpeakerReader& speakers,
                                int predicate, Modality modality, SaidWhen said,
                                const std::optional<Date>& document) {
  const Look look = look_of(modality);
  const Predicate& act = clauses.at(predicate);
  if (auto date = date_of_chain(text, clauses, speakers, predicate, look, said, document)) return date;
  if (said == SaidWhen::Alone) return std::nullopt;
  if (auto date = date_inside_object(text, clauses, act, look, document)) return date;
  if (auto date = date_of_occasion(text, clauses, act, look, document)) return date;
  if (auto date = date_of_event(text, clauses, act, look, document)) return date;
  if (auto date = date_of_joined(text, clauses, act, look, document)) return date;
  if (auto date = date_of_deed(text, clauses, act, look, document)) return date;
  if (auto date = date_of_statement(text, act, document)) return date;
  if (auto date = date_of_complement(text, clauses, predicate, document)) return date;
  return look == Look::Back ? year_of_object(text, clauses, predicate, document) : std::nullopt;
}

}  // namespace demarche
