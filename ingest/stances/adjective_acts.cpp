// What is said of a proposal: "is *opposed* to it", "called it *unfair*", "is *against* it".
#include "ingest/stances/stance_reader.h"

namespace demarche {

// "Britain and Japan are *opposed*": to what was spoken of last.
std::vector<Target> StanceReader::left_out(int p, const ActEntry& act, const std::vector<int>& who) const {
  const Predicate& predicate = clauses_.at(p);
  const bool states = predicate.hangs != Hangs::Relative && predicate.obliques.empty() && !who.empty();
  if (!states || act.relation != Relation::Opposed || act.takes != Takes::Any || is_judgment(act)) return {};
  return targets_.spoken_of_before(predicate);
}

// "*considers* the offer to be unfair", for the predicate of what it is held to be; -1 for none.
int StanceReader::predicate_holding(int p) const {
  const Predicate& held = clauses_.at(p);
  if (held.finite || !text_.chunk(held.chunk).infinitive) return -1;
  int above = text_.tree->head(held.root);
  if (above >= 0 && text_.tree->is(held.root, "acl") && text_.tree->is(above, "obj"))
    above = text_.tree->head(above);
  const int calling = clauses_.predicate_at(above);
  return calling >= 0 && names(calling) ? calling : -1;
}

// "remains *opposed*": the verb's predicate has the adjective too.
bool StanceReader::is_said_by_verb_above(const Predicate& predicate) const {
  const int above = clauses_.predicate_at(text_.tree->head(predicate.root));
  return text_.tree->is(predicate.root, "xcomp") && above >= 0 &&
         clauses_.at(above).adjective == predicate.root && !names(above);
}

// "called the plan *unfair*": said of the object, by the subject.
bool StanceReader::try_called(int p, int word, const ActEntry& act) {
  const Predicate& predicate = clauses_.at(p);
  const bool is_said_of_subject = act.proposal.front().kind == RoleKind::Subject;
  if (!is_said_of_subject || predicate.passive || act.only_refused) return false;
  const auto found = targets_.called(predicate.objects, act);
  if (found.empty()) return false;
  Stance stance;
  stance.relation = act.relation;
  stance.modality = modality_.of(p).modality;
  stance.trigger_first = stance.trigger_last = word;
  stance.rule = act.name() + "/called";
  stance.date = date_near(p, stance.modality, SaidWhen::IsTheAct);
  add(stance, agents_.named(predicate.subjects), found);
  return true;
}

// "It would be *wrong* to accept the offer, X said": what is judged is what would be done to it.
bool StanceReader::judge_clause(const Predicate& predicate, const ActEntry& act,
                                const std::vector<Target>& targets) {
  const Tree& tree = *text_.tree;
  const int word = tree.head(predicate.root);
  const int said = clauses_.predicate_at(word);
  const bool against = is_against(act.relation);
  const bool answers = against || is_answer(act.relation);
  if (said < 0 || predicate.finite || !answers || tree.dependent(word, "cop") < 0) return false;
  const int subject = std::max(tree.dependent(word, "nsubj"), tree.dependent(word, "expl"));
  if (subject < 0 || text_.key(subject) != "it") return false;
  for (const ActKind kind : {ActKind::Adjective, ActKind::Noun})
    for (const ActEntry& judgment : acts_named(kind, word)) {
      if (!is_judgment(judgment) || judgment.proposal.front().kind != RoleKind::Subject ||
          !judgment.particle.empty())
        continue;
      const bool negated = text_.chunk(clauses_.at(said).chunk).negated;
      const bool bad = judgment.relation == Relation::Opposed || judgment.relation == Relation::Rejected;
      Stance stance;
      stance.relation = (bad != negated) != against ? Relation::Opposed : Relation::Supported;
      stance.trigger_first = stance.trigger_last = word;
      stance.rule = judgment.name() + "/clause";
      auto who = speakers_.innermost(word);
      if (who.empty() && issuer_.states) who = {issuer_.member};
      add(stance, who, targets);
      return true;
    }
  return false;
}

// "a small tax *as opposed to* a large one".
bool StanceReader::is_as_opposed_to(int word) const {
  return word > 0 && word + 1 < text_.line->size() && text_.key(word - 1) == "as" &&
         text_.key(word) == "opposed" && text_.key(word + 1) == "to";
}

// "found the idea *interesting* and the prices *comical*": what is said of another.
bool StanceReader::names_another(int first, int last) const {
  for (int i = first + 1; i < last; ++i)
    if (text_.tag(i).tag == Tag::Noun) return true;
  return false;
}

// "is opposed to the plan", "were unacceptable to Russia".
void StanceReader::adjective_acts(int p) {
  const Predicate& predicate = clauses_.at(p);
  int word = predicate.adjective;
  if (word < 0 && predicate.passive) word = text_.chunk(predicate.chunk).head;
  if (word < 0 || is_said_by_verb_above(predicate) || is_as_opposed_to(word) || adjective_act(p, word))
    return;
  for (int joined : text_.tree->dependents(word)) {  // "is late and very *welcome*"
    const int by = text_.tree->dependent(joined, "cc");
    const bool goes_on =
        text_.tree->is(joined, "conj") && by >= 0 && text_.key(by) == "and" && !names_another(word, joined);
    if (goes_on && text_.tree->at(joined).upos == "ADJ" && adjective_act(p, joined)) return;
  }
}

// Whether this word of the predicate is an act.
bool StanceReader::adjective_act(int p, int word) {
  const Predicate& predicate = clauses_.at(p);
  const bool describes = text_.line->style == Style::Prose &&
                         text_.is(predicate.chunk, ChunkKind::Adjectives) &&
                         text_.tree->is(predicate.root, "amod");
  const bool is_called = text_.tree->is(word, "xcomp") || (word != predicate.root && names(p));
  const int calling = is_called ? p : predicate_holding(p);
  for (const ActEntry& act : acts_named(ActKind::Adjective, word)) {
    if (describes && act.relation == Relation::Accepted) continue;  // "firms *willing* to import goods"
    if (calling >= 0 && try_called(calling, word, act)) return true;
    std::vector<Target> found = targets_.of_adjective(p, act);
    const bool of_subject = predicate.passive && act.actor.front().kind == RoleKind::Subject;
    auto who = of_subject ? agents_.named(predicate.subjects) : agents_.of_verb(p, act);
    if (found.empty()) found = left_out(p, act, who);
    if (found.empty()) note(word, act, act.proposal, "no proposal");
    if (found.empty()) continue;
    Stance stance;
    stance.relation = act.relation;
    stance.trigger_first = stance.trigger_last = word;
    stance.rule = act.name() + "/predicate";
    if (who.empty()) who = speakers_.innermost(word);
    if (who.empty() && issuer_.states) who = {issuer_.member};
    if (is_judgment(act)) return judge(p, stance, who, found), true;
    const Standing standing = modality_.of(p);
    if (act.only_refused && !standing.refused && standing.modality != Modality::Denied) continue;
    stance.modality = standing.refused ? Modality::Denied : standing.modality;
    if (act.only_refused) stance.modality = Modality::Actual;  // "was *not* impressed by the offer"
    if (stance.modality == Modality::Actual) stance.modality = act.modality;
    const bool refuses_ahead = act.relation == Relation::Rejected && stance.modality == Modality::Planned;
    if (refuses_ahead) stance.modality = Modality::Actual;  // "would be *unacceptable*": so it is now
    stance.date = date_near(p, stance.modality, SaidWhen::NotTheAct);
    return add(stance, who, found), true;
  }
  return false;
}

// "is *against* the plan".
void StanceReader::preposition_acts(int p) {
  const Predicate& predicate = clauses_.at(p);
  const int c = text_.chunk_of[static_cast<std::size_t>(predicate.root)];
  const bool is_clause = text_.tree->dependent(predicate.root, "cop") >= 0;  // "is *against* raising taxes"
  const int mark = is_clause ? text_.tree->dependent(predicate.root, "mark") : -1;
  const bool stands_alone = text_.is(c, ChunkKind::Preposition);  // "The unions were *against*"
  const int word = stands_alone                    ? predicate.root
                   : text_.is(c, ChunkKind::Nouns) ? clauses_.preposition_before(c)
                                                   : mark;
  if (word < 0) return;
  for (const ActEntry& act : lists_.acts.of(ActKind::Preposition, text_.key(word))) {
    std::optional<Target> target;
    if (stands_alone) {
      if (const auto found = targets_.spoken_of_before(predicate); !found.empty()) target = found.front();
    } else {
      target = word == mark ? targets_.predicate_clause(p, act) : targets_.at(c, act);
    }
    if (!target) continue;
    const Standing standing = modality_.of(p);
    Stance stance;
    stance.relation = act.relation;
    stance.modality = standing.refused ? Modality::Denied : standing.modality;
    stance.trigger_first = stance.trigger_last = word;
    stance.rule = act.name() + "/predicate";
    stance.date = date_near(p, stance.modality, SaidWhen::IsTheAct);
    add(stance, agents_.named(predicate.subjects), {*target});
  }
}

}  // namespace demarche
