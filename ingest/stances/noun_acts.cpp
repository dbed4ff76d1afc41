// Acts that are told by nouns: "the *rejection* of the plan by X", "a UN-*backed* plan".
#include "ingest/stances/hanging_times.h"
#include "ingest/stances/matter_groups.h"
#include "ingest/stances/stance_reader.h"

namespace demarche {

// "*calls* the demand a non-starter", "*dismisses* it as a stunt": the verb; -1 for none.
int StanceReader::predicate_calling(int noun) const {
  const int above = text_.tree->head(noun);
  const bool apposed = above >= 0 && text_.tree->is(noun, "appos") && text_.tree->is(above, "obj");
  const int p = clauses_.predicate_at(apposed ? text_.tree->head(above) : above);
  if (p < 0 || clauses_.at(p).passive || clauses_.at(p).objects.empty()) return -1;
  if (apposed && names(p)) return p;
  const int mark = text_.tree->dependent(noun, "case");
  const bool as = mark >= 0 && text_.key(mark) == "as" && !rejects(p);
  return (names(p) && text_.tree->is_any(noun, {"obj", "xcomp"})) ||
                 (as && text_.tree->is_any(noun, {"obl", "nmod"}))
             ? p
             : -1;
}

// What it is that is called so: its objects but the name itself.
std::vector<int> StanceReader::named_by(int calling, int name) const {
  std::vector<int> groups = clauses_.at(calling).objects;
  std::erase(groups, name);
  return groups;
}

// The proposals beside a noun: behind its prepositions, or the subject of "has", "won", "ran into": "the plan
// has the *support* of France", "the offer is an *insult*".
std::vector<Target> StanceReader::targets_of_noun(int c, const ActEntry& act) {
  const Chunk& group = text_.chunk(c);
  std::vector<int> chunks;
  bool by_subject = false;
  for (const Role& role : act.proposal) {
    by_subject |= role.kind == RoleKind::Subject;
    for (const Oblique& modifier : clauses_.modifiers(c)) {
      const bool is_next = role.preposition != "of" || modifier.preposition == group.last + 1;
      if (is_next && text_.key(modifier.preposition) == role.preposition) chunks.push_back(modifier.chunk);
    }
    const int matter = role.preposition == "of" ? matter_before(text_, c) : -1;
    if (matter >= 0) chunks.push_back(matter);
  }
  const bool is_itself = !act.proposal.empty() && act.proposal.front().kind == RoleKind::Itself;
  if (is_itself && !doc_.proposals.is_called_proposed(line_, c)) chunks.push_back(c);
  auto found = targets_.in(chunks, act);
  if (!found.empty() || is_itself || !text_.tree) return found;
  if (const auto clause = targets_.clause_behind(c, act)) return {*clause};
  if (const int p = predicate_awaiting(c); p >= 0)
    if (found = targets_.in(clauses_.at(p).subjects, act); !found.empty()) return found;
  const int noun = text_.tree->group(group.head);
  if (by_subject) {
    if (const int calling = predicate_calling(noun); calling >= 0)
      return targets_.called(named_by(calling, c), act);
    const int p = clauses_.predicate_at(noun);
    return p < 0 ? found : targets_.in(clauses_.at(p).subjects, act);
  }
  const int p = clauses_.predicate_at(text_.tree->head(noun));
  if (p >= 0 && text_.tree->is(noun, "obj"))
    for (const Role& role : act.proposal)
      for (const Oblique& oblique : clauses_.at(p).obliques)
        if (text_.key(oblique.preposition) == role.preposition && role.preposition != "of")
          chunks.push_back(oblique.chunk);
  if (found = targets_.in(chunks, act); !found.empty()) return found;
  const bool light = p >= 0 && text_.tree->is_any(noun, {"obj", "obl"}) &&
                     gives_subject(text_.chunk(clauses_.at(p).chunk).lemma);
  return light && !clauses_.at(p).passive ? targets_.in(clauses_.at(p).subjects, act) : found;
}

// "dropped its *opposition*": nothing is left of the act.
bool StanceReader::is_given_up(int c) const {
  const int p = giving_up(c);
  return p >= 0 && !is_kept(p);
}

// The predicate that gives up what the noun tells of; -1 for none.
int StanceReader::giving_up(int c) const {
  for (const Predicate& predicate : clauses_.predicates()) {
    const auto light = lists_.controls.of_light(text_.chunk(predicate.chunk).lemma);
    if (predicate.has_object(c) && light && light->effect == Effect::Refused)
      return clauses_.predicate_at(predicate.root);
  }
  return -1;
}

// "has *not changed* its opposition", "*refused to drop* its objections".
bool StanceReader::is_kept(int giving_up) const {
  const Standing standing = modality_.of(giving_up);
  return standing.refused || standing.modality == Modality::Denied;
}

// What a clause acts on, by its object or "agree *on it*"; of a passive or a verb without object its subject.
std::vector<Target> StanceReader::acted_on_in(const Predicate& predicate, const ActEntry& act) {
  const bool of_subject =
      predicate.passive || predicate.objects.empty();  // "despite it *the plan* went ahead"
  auto found = targets_.in(of_subject ? predicate.subjects : predicate.objects, act);
  for (const Oblique& oblique : predicate.obliques)
    if (found.empty() && is_one_of(text_.key(oblique.preposition), {"on", "to"}))
      found = targets_.in({oblique.chunk}, act);
  return found;
}

// "*amid* opposition", "*because of* opposition", "*in the face of* opposition": what is done all the same or
// given up.
bool StanceReader::is_met_with(int c) const {
  const int mark = clauses_.preposition_before(c);
  if (mark < 0) return false;
  const bool of = text_.key(mark) == "of" && mark > 0 && is_one_of(text_.key(mark - 1), {"because", "face"});
  return of || is_one_of(text_.key(mark), {"over", "amid", "after", "following"});
}

// "approved the bill *despite opposition from X*": what is done in spite of the act.
std::vector<Target> StanceReader::done_despite(int c, const ActEntry& act) {
  const int mark = clauses_.preposition_before(c);
  if (mark < 0 || !text_.tree) return {};
  const bool with = text_.key(mark) == "with" && act.relation == Relation::Supported;
  const bool judges = with || (is_one_of(text_.key(mark), {"despite", "notwithstanding"}) &&
                               (act.relation == Relation::Opposed || act.relation == Relation::Supported));
  const bool overrides = is_met_with(c) && act.relation == Relation::Opposed;
  if (!judges && !overrides) return {};
  std::vector<Target> found;
  int word = text_.tree->group(text_.chunk(c).head);
  while (found.empty() && (word = text_.tree->head(word)) >= 0) {  // "agreed a scheme to rid it *despite*"
    const int p = clauses_.predicate_at(word);
    if (p < 0) continue;
    const Predicate& predicate = clauses_.at(p);
    found = acted_on_in(predicate, act);
    for (const Predicate& below : clauses_.predicates())  // "failed *to agree on it* because of"
      if (found.empty() && below.governor == p && text_.tree->is(below.root, "xcomp"))
        found = acted_on_in(below, act);
    if (predicate.finite) break;
  }
  return found;
}

// "is *studying* a pact between X and Y": another act is done to it, which need not come about.
bool StanceReader::is_acted_on(int c) const {
  for (const Predicate& predicate : clauses_.predicates()) {
    if (!predicate.acts_on(c)) continue;
    const auto& acts = lists_.acts.of(ActKind::Verb, text_.chunk(predicate.chunk).lemma);
    return std::any_of(acts.begin(), acts.end(),
                       [](const ActEntry& act) { return act.relation != Relation::Accepted; });
  }
  return false;
}

// "X *voiced* opposition to the plan".
std::vector<int> StanceReader::giving_voice_to(int c) {
  for (const Predicate& predicate : clauses_.predicates()) {
    if (predicate.passive || !predicate.has_object(c)) continue;
    const auto light = lists_.controls.of_light(text_.chunk(predicate.chunk).lemma);
    if (light && light->effect == Effect::None) return agents_.named(predicate.subjects);
  }
  return {};
}

// "*Milei's* veto", "*its* approval".
bool StanceReader::is_owned(int c) const {
  return text_.is_owned(text_.chunk(c).first, text_.chunk(c).head);
}

// "*voted* in favour of it", "*recommended* acceptance of it": the verb's own act, also where the noun by
// itself is another.
bool StanceReader::is_of_light_verb(int c, const ActEntry& noun) const {
  if (!text_.tree || is_met_with(c)) return false;
  const int word = text_.chunk(c).head;
  const int p = clauses_.predicate_at(text_.tree->head(text_.tree->group(word)));
  if (p < 0) return false;
  const auto& acts = lists_.acts.of(ActKind::Verb, text_.chunk(clauses_.at(p).chunk).lemma);
  return std::any_of(acts.begin(), acts.end(), [&](const ActEntry& act) {
    return act.with == text_.key(word) &&
           (!noun.particle.empty() || (act.relation != noun.relation && !is_owned(c)));
  });
}

// "*Support came* from two former ministers": for what was spoken of before.
std::vector<Target> StanceReader::meant_by_coming(int c) const {
  const int noun = text_.tree ? text_.tree->group(text_.chunk(c).head) : -1;
  const int p =
      noun >= 0 && text_.tree->is(noun, "nsubj") ? clauses_.predicate_at(text_.tree->head(noun)) : -1;
  if (p < 0 || text_.chunk(clauses_.at(p).chunk).lemma != "come" || !clauses_.modifiers(c).empty()) return {};
  const auto& obliques = clauses_.at(p).obliques;
  const bool from = std::any_of(obliques.begin(), obliques.end(), [this](const Oblique& oblique) {
    return text_.key(oblique.preposition) == "from";
  });
  return from ? targets_.spoken_of_before(clauses_.at(p)) : std::vector<Target>{};
}

// "the *Oslo* agreement to cut rates": where it was made; "to honour *its* agreement to sell": one of two
// parties, whom the clause may not mean.
void StanceReader::drop_places(int c, std::vector<int>& who) const {
  if (text_.tag(text_.chunk(c).first).facts->is(WordClass::Owner)) who.clear();
  std::erase_if(who, [this](int member) {
    return doc_.cast.members()[static_cast<std::size_t>(member)].kind == ActorKind::Place;
  });
}

// "Norland is *in favour*": of what was spoken of last.
std::vector<Target> StanceReader::meant_by_predicate(int c, const ActEntry& act) {
  const int p = text_.tree && !act.particle.empty() && act.actor.front().kind == RoleKind::Subject
                    ? clauses_.predicate_at(text_.tree->group(text_.chunk(c).head))
                    : -1;
  const bool ends = p >= 0 && clauses_.modifiers(c).empty() && clauses_.at(p).obliques.empty();
  return ends ? targets_.spoken_of_before(clauses_.at(p)) : std::vector<Target>{};
}

bool StanceReader::try_noun(int c, const ActEntry& act) {
  if (is_of_light_verb(c, act)) return false;
  const int before = clauses_.preposition_before(c);
  if (!act.particle.empty() && (before < 0 || text_.key(before) != act.particle)) {
    const bool out_of = before > 0 && text_.key(before - 1) == act.particle;
    if (!out_of) return false;
  }
  auto found = targets_of_noun(c, act);
  if (found.empty()) found = done_despite(c, act);
  if (found.empty()) found = meant_by_coming(c);
  if (found.empty()) found = meant_by_predicate(c, act);
  if (found.empty() || is_given_up(c)) {
    note(text_.chunk(c).head, act, act.proposal, "no proposal");
    return false;
  }
  Stance stance;
  stance.relation = act.relation;
  stance.trigger_first = stance.trigger_last = text_.chunk(c).head;
  stance.rule = act.name();
  auto who = agents_.of_noun(c, act);
  if (act.proposal.front().kind == RoleKind::Complement) drop_places(c, who);
  if (is_said_to_await(c)) {
    if (who.empty()) who = owners_.behind(line_, c, {"of"});  // "to the approval *of X*"
    if (!owners_.behind(line_, c, {"by", "of"}).empty()) stance.rule += "/awaited";
  }
  const int noun = text_.tree ? text_.tree->group(text_.chunk(c).head) : -1;
  const int calling = noun < 0 ? -1 : predicate_calling(noun);
  if (calling >= 0) who = agents_.named(clauses_.at(calling).subjects);
  const bool is_opinion = act.relation == Relation::Supported || act.relation == Relation::Opposed;
  if (who.empty() && is_opinion) who = giving_voice_to(c);
  const bool is_itself = act.proposal.front().kind == RoleKind::Itself;
  if (is_itself && (who.size() < 2 || is_acted_on(c))) return false;  // "a pact between the two sides"
  if (who.empty()) note(stance.trigger_first, act, act.actor, "no actor");
  const int p = noun < 0 ? -1 : clauses_.predicate_at(noun);
  if (act.only_refused && p >= 0 && !text_.chunk(clauses_.at(p).chunk).negated) return false;
  if (is_judgment(act) && p >= 0) return judge(p, stance, who, found), true;
  if (calling >= 0)
    stance.modality = modality_.of(calling).modality;
  else if (p >= 0 && !is_itself)  // "will not be *party* to it"
    turn(clauses_.at(p), modality_.of(p), act, stance);
  else
    colour_by_governor(c, stance);
  if (stance.modality == Modality::Actual) stance.modality = act.modality;
  if (auto date = date_at_noun(text_, clauses_, c, Look::Back, doc_.date)) stance.date = date;
  if (stance.modality == Modality::Actual) stance.modality = lacking(c).value_or(Modality::Actual);
  if (is_opinion && has_none(c) && stance.modality == Modality::Actual) stance.modality = Modality::Denied;
  add(stance, who, found);
  return true;
}

// "has *no* objection to it", "little support".
bool StanceReader::has_none(int c) const {
  return is_one_of(text_.key(text_.chunk(c).first), {"no", "little", "few"});
}

// "*without* the president's assent to it" it was not given; what "*cannot* be built *without*" it may have
// it yet; nothing where no such word stands before the act.
std::optional<Modality> StanceReader::lacking(int c) const {
  const int before = clauses_.preposition_before(c);
  if (!text_.tree || before < 0 || text_.key(before) != "without") return std::nullopt;
  const int p = clauses_.predicate_at(text_.tree->head(text_.tree->group(text_.chunk(c).head)));
  if (p < 0) return Modality::Denied;
  const Chunk& verbs = text_.chunk(clauses_.at(p).chunk);
  return verbs.negated || verbs.modal >= 0 ? Modality::Possible : Modality::Denied;
}

// "Hezbollah's rejection of the demand", "approval of the deal by the cabinet".
void StanceReader::noun_acts(int c) {
  for (const ActEntry& act : acts_named(ActKind::Noun, text_.chunk(c).head))
    if (try_noun(c, act)) return;
  called_by_adjective(c);
}

// "called the deal a *dangerous* concession": the noun judges nothing, what describes it does.
void StanceReader::called_by_adjective(int c) {
  const Chunk& group = text_.chunk(c);
  const int calling = text_.tree ? predicate_calling(text_.tree->group(group.head)) : -1;
  if (calling < 0) return;
  for (int word = group.first; word < group.head; ++word)
    for (const ActEntry& act : acts_named(ActKind::Adjective, word))
      if (is_judgment(act) && act.particle.empty() && try_called(calling, word, act)) return;
}

// "is *subject* to review and approval by X": the predicate; -1 for none, as behind a comma ("agreed to a
// sale of its ships, *subject* to approval"), where it is said of the whole.
int StanceReader::predicate_awaiting(int c) const {
  int word = text_.tree->group(text_.chunk(c).head);
  while (text_.tree->is(word, "conj")) word = text_.tree->head(word);
  if (!text_.tree->is(word, "obl")) return -1;
  word = text_.tree->head(word);
  const bool is_aside = text_.tree->is(word, "amod") && word > 0 && text_.key(word - 1) == ",";
  if (is_aside && !text_.tree->is(text_.tree->head(word), "obj")) return -1;
  const int p = text_.tree->at(word).upos == "ADJ" ? clauses_.predicate_at(word) : -1;
  return p >= 0 && is_awaited(c) ? p : -1;
}

// "*is* subject to approval": a sentence says so of what is to be approved.
bool StanceReader::is_said_to_await(int c) const {
  const int p = text_.tree ? predicate_awaiting(c) : -1;
  return p >= 0 && clauses_.at(p).finite && text_.is(clauses_.at(p).chunk, ChunkKind::Verbs);
}

// "is subject to review and *approval* by X", "pending X's *approval*".
bool StanceReader::is_awaited(int c) const {
  if (!text_.tree) return false;
  for (int word = text_.tree->group(text_.chunk(c).head); word >= 0; word = text_.tree->head(word)) {
    const int mark = text_.tree->dependent(word, "case");
    if (mark >= 0 && is_one_of(text_.key(mark), {"pending", "awaiting"})) return true;
    if (is_one_of(text_.key(word), {"subject", "conditional", "contingent", "dependent"}) &&
        text_.tree->at(word).upos == "ADJ")
      return true;
    if (!text_.tree->is_any(word, {"conj", "nmod", "obl"})) return false;
  }
  return false;
}

// "seeks support": what becomes of an act that is the object of a verb.
void StanceReader::colour_by_governor(int chunk, Stance& stance) {
  if (is_awaited(chunk)) {
    stance.modality = Modality::Possible;
    return;
  }
  for (int p = 0; p < static_cast<int>(clauses_.predicates().size()); ++p) {
    const Predicate& predicate = clauses_.at(p);
    if (!predicate.acts_on(chunk)) continue;
    const std::string& verb = text_.chunk(predicate.chunk).lemma;
    const auto control = lists_.controls.of_verb(verb);
    stance.modality = giving_up(chunk) == p && is_kept(p) ? Modality::Actual : modality_.of(p).modality;
    stance.date = date_near(p, stance.modality, SaidWhen::NotTheAct);
    const bool sought = text_.chunk(predicate.chunk).infinitive && stance.modality == Modality::Actual &&
                        is_one_of(verb, {"obtain", "get", "win", "secure", "receive", "gain"});
    if (sought || is_one_of(verb, {"need", "require", "await"})) {
      stance.modality = Modality::Possible;
      return;
    }
    const bool asks = control && (control->effect == Effect::Planned || control->effect == Effect::Sought ||
                                  control->effect == Effect::Urged);
    const auto foretold = predicate.passive ? lists_.controls.of_passive(verb) : std::nullopt;
    if (foretold && foretold->effect == Effect::Planned && stance.modality == Modality::Actual)
      stance.modality = Modality::Planned;  // "a vote is *scheduled*"
    if (!asks) return;
    if (predicate.passive && control->effect == Effect::Planned) return;  // "a vote is *expected*"
    stance.modality = Modality::Urged;
    if (const auto asking = agents_.named(predicate.subjects); !asking.empty())
      stance.speaker = asking.front();
    return;
  }
}

// Who "UN" and "government" before a hyphen are; -1 for nobody.
int StanceReader::actor_in_compound(int word) {
  for (int m : doc_.cast.mentions_in(line_))
    if (doc_.cast.mentions()[static_cast<std::size_t>(m)].last == word) return doc_.cast.member_of(m);
  return lists_.actor_words.find(text_.key(word)).group ? doc_.cast.adopt(line_, word, word) : -1;
}

// "a UN-backed plan".
void StanceReader::compound_acts(int c) {
  const Chunk& group = text_.chunk(c);
  for (int i = group.first; i + 2 < group.head; ++i) {
    if (text_.key(i + 1) != "-") continue;
    if (lists_.acts.of(ActKind::Compound, text_.key(i + 2)).empty()) continue;
    const int actor = actor_in_compound(i);
    if (actor < 0) continue;
    for (const ActEntry& act : lists_.acts.of(ActKind::Compound, text_.key(i + 2))) {
      const auto target = targets_.at(c, act);
      if (!target) continue;
      Stance stance;
      stance.relation = act.relation;
      stance.trigger_first = stance.trigger_last = i + 2;
      stance.rule = act.name();
      add(stance, {actor}, {*target});
    }
  }
}

}  // namespace demarche
