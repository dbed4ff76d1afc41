#include "ingest/stances/act_dates.h"

#include "ingest/stances/dates.h"

namespace demarche {
namespace {

// "dropped the plan that it *had lodged* in May": what had been done to the object before, and stands right
// before the time at `word`; -1 for none.
int done_before(const Shallow& text, const Clauses& clauses, const Predicate& act, int word) {
  for (const Predicate& inner : clauses.predicates()) {
    const int had = text.tree->dependent(inner.root, "aux");
    const bool of_object = text.tree->relation(inner.root) == "acl:relcl" &&
                           text.tree->is(text.tree->head(inner.root), "obj") &&
                           text.tree->head(text.tree->head(inner.root)) == act.root;
    if (of_object && inner.root < word && had >= 0 && text.key(had) == "had")
      return clauses.predicate_of(inner.chunk);
  }
  return -1;
}

// The predicate that a chunk of time hangs on; -1 for none.
int predicate_of_time(const Shallow& text, const Clauses& clauses, const Chunk& time) {
  const Tree& tree = *text.tree;
  int word = time.first;
  while (word >= time.first && word <= time.last && tree.head(word) >= 0) word = tree.head(word);
  for (; word >= 0; word = tree.head(word))
    if (const int p = clauses.predicate_at(word); p >= 0) {
      const int earlier = done_before(text, clauses, clauses.at(p), time.first);
      return earlier >= 0 ? earlier : p;
    }
  return -1;
}

// "from May 31", "until noon": what begins or ends then is not the act.
bool is_bound(const Shallow& text, int time) {
  return text.is(time - 1, ChunkKind::Preposition) &&
         is_one_of(text.head_key(time - 1), {"from", "until", "till", "by", "before", "since", "for"});
}

// A governor that is told as past: "*decided* Tuesday to withdraw".
bool is_past(const Shallow& text, const Predicate& governor) {
  const Chunk& verbs = text.chunk(governor.chunk);
  return verbs.modal < 0 && ((verbs.forms & form_past) != 0 || verbs.perfect);
}

std::optional<Date> date_at(const Shallow& text, const Clauses& clauses, int predicate, Look look,
                            const std::optional<Date>& document) {
  for (int c = 0; c < text.size(); ++c) {
    if (!text.is(c, ChunkKind::Time) || predicate_of_time(text, clauses, text.chunk(c)) != predicate)
      continue;
    if (is_bound(text, c)) continue;
    if (auto date = date_of(text, text.chunk(c), document, look)) return date;
  }
  return std::nullopt;
}

// "blocked the merger proposed by X *on Monday*", "blocked a bid to buy X *in 2000*": a time behind what
// describes the object is the main verb's, as like as not; of an infinitive only one that is over.
std::optional<Date> date_inside_object(const Shallow& text, const Clauses& clauses, const Predicate& act,
                                       Look look, const std::optional<Date>& document) {
  const Tree& tree = *text.tree;
  for (const Predicate& inner : clauses.predicates()) {
    const bool infinitive = text.chunk(inner.chunk).infinitive;
    const bool reduced = !inner.finite && (inner.passive || infinitive) && tree.is(inner.root, "acl");
    const int noun = reduced ? tree.head(inner.root) : -1;
    const bool of_object = noun > act.root && tree.is(noun, "obj") && tree.head(noun) == act.root;
    if (!of_object) continue;
    auto date = date_at(text, clauses, clauses.predicate_of(inner.chunk), look, document);
    const bool is_over = date && (!document || date->last_day() < document->first_day());
    return infinitive && !is_over ? std::nullopt : date;
  }
  return std::nullopt;
}

// "rejected it *when the session opened on Monday*": what it was done at.
std::optional<Date> date_of_occasion(const Shallow& text, const Clauses& clauses, const Predicate& act,
                                     Look look, const std::optional<Date>& document) {
  for (const Predicate& inner : clauses.predicates())
    if (inner.subordinator >= 0 && text.key(inner.subordinator) == "when" &&
        text.tree->is(inner.root, "advcl") && text.tree->head(inner.root) == act.root)
      return date_at(text, clauses, clauses.predicate_of(inner.chunk), look, document);
  return std::nullopt;
}

// "approved it *in Sunday's referendum*": what it was done at has its day before it.
std::optional<Date> date_of_event(const Shallow& text, const Predicate& act, Look look,
                                  const std::optional<Date>& document) {
  for (const Oblique& oblique : act.obliques) {
    if (!is_one_of(text.key(oblique.preposition), {"at", "in", "during"})) continue;
    if (auto date = date_owning(text, text.chunk(oblique.chunk), document, look)) return date;
  }
  return std::nullopt;
}

// "accepted the draft *on Monday* and withdrew his own": what one does in one breath, where both are told as
// past.
std::optional<Date> date_of_joined(const Shallow& text, const Clauses& clauses, const Predicate& act,
                                   Look look, const std::optional<Date>& document) {
  const Tree& tree = *text.tree;
  const int p = tree.is(act.root, "conj") ? clauses.predicate_at(tree.head(act.root)) : -1;
  const bool joined = p >= 0 && tree.dependent(act.root, "nsubj") < 0 &&
                      is_one_of(tree.at(act.root).xpos, {"VBD", "VBN"}) &&
                      tree.at(clauses.at(p).root).xpos == tree.at(act.root).xpos;
  return joined ? date_at(text, clauses, p, look, document) : std::nullopt;
}

}  // namespace

std::optional<Date> date_of_act(const Shallow& text, const Clauses& clauses, const SpeakerReader& speakers,
                                int predicate, Modality modality, SaidWhen said,
                                const std::optional<Date>& document) {
  const Look look =
      modality == Modality::Planned || modality == Modality::Possible ? Look::Ahead : Look::Back;
  for (int p = predicate; p >= 0; p = clauses.at(p).governor) {
    const bool reports = p != predicate && speakers.reports(p);
    if (reports && said == SaidWhen::NotTheAct) break;
    const bool told_as_past = p != predicate && is_past(text, clauses.at(p));
    if (auto date = date_at(text, clauses, p, told_as_past ? Look::Back : look, document)) return date;
    if (reports) break;
  }
  if (auto date = date_inside_object(text, clauses, clauses.at(predicate), look, document)) return date;
  if (auto date = date_of_occasion(text, clauses, clauses.at(predicate), look, document)) return date;
  if (auto date = date_of_event(text, clauses.at(predicate), look, document)) return date;
  if (auto date = date_of_joined(text, clauses, clauses.at(predicate), look, document)) return date;
  if (!document) return std::nullopt;
  for (const Predicate& inner : clauses.predicates())
    if (inner.governor == predicate && inner.hangs == Hangs::Complement)
      if (auto date = date_at(text, clauses, clauses.predicate_of(inner.chunk), Look::Back, document))
        if (date->first_day() <= document->last_day()) return date;  // "agreed to meet *on Friday*"
  return std::nullopt;
}

}  // namespace demarche
