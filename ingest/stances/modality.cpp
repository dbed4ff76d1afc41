// The innermost word counts first ("did not plan to reject": not rejected, and that is denied); a denial is
// never undone by what stands around it, a fact always bows to it.
#include "ingest/stances/modality.h"

#include <algorithm>
#include <string_view>

namespace demarche {
namespace {

void weaken(Standing& standing, Modality modality) {
  if (standing.modality == Modality::Actual && !standing.refused)
    standing.modality = modality;
  else if (standing.refused && modality != Modality::Denied)
    standing.modality = modality;
}

}  // namespace

void ModalityReader::apply(Effect effect, int governor, Standing& standing) const {
  switch (effect) {
    case Effect::None:
      return;
    case Effect::Planned:
      return weaken(standing, Modality::Planned);
    case Effect::Possible:
      return weaken(standing, Modality::Possible);
    case Effect::Denied:
      return weaken(standing, Modality::Denied);
    case Effect::Refused:
      standing.refused = true;
      return;
    case Effect::Favoured:
      standing.favoured = true;
      return;
    case Effect::Averse:
      standing.averse = true;
      return;
    case Effect::Agreed:
      standing.agreed = true;
      return;
    case Effect::Proposed:
      return weaken(standing, Modality::Planned);
    case Effect::Sought:
      standing.sought = true;
      return weaken(standing, Modality::Planned);
    case Effect::Urged:
      if (standing.modality == Modality::Denied && !standing.refused)  // "urged X *not* to accept"
        standing = {Modality::Urged, true};
      weaken(standing, Modality::Urged);
      standing.urged_by = governor;
      return;
    case Effect::Dissuaded:
      standing.refused = true;
      standing.modality = Modality::Urged;
      standing.urged_by = governor;
      return;
  }
}

// "would sign *if* …".
bool ModalityReader::has_condition(int word) const {
  const auto& below = text_.tree->dependents(word);
  return std::any_of(below.begin(), below.end(), [this](int clause) {
    const int mark = text_.tree->is(clause, "advcl") ? text_.tree->dependent(clause, "mark") : -1;
    const bool even = mark > 0 && text_.key(mark - 1) == "even";
    return mark >= 0 && !even && text_.tag(mark).facts->is(WordClass::Condition);
  });
}

// "will lend ships and *sign* the pact", "to call a truce and *make* peace": the verb that bears the modal
// verb or the "to" of a joined one; itself otherwise.
const Chunk& ModalityReader::bearer(const Predicate& predicate) const {
  const Predicate* at = &predicate;
  while (text_.tree->is(at->root, "conj") && text_.tree->at(at->root).xpos == "VB" &&
         text_.chunk(at->chunk).bare) {
    const int first = clauses_.predicate_at(text_.tree->head(at->root));
    if (first < 0) break;
    at = &clauses_.at(first);
  }
  return text_.chunk(at->chunk);
}

// "*does not* accept": as much as it will not; "did not *favour* it": who says so is against it.
bool ModalityReader::refuses_now(const Predicate& predicate) const {
  const std::string& verb = text_.chunk(predicate.chunk).lemma;
  if (is_one_of(verb, {"welcome", "favour", "favor", "like", "relish"})) return true;
  if (verb != "accept") return false;
  const auto& below = text_.tree->dependents(predicate.root);
  return std::any_of(below.begin(), below.end(), [this](int word) {
    return text_.tree->is(word, "aux") && is_one_of(text_.key(word), {"do", "does"});
  });
}

// "*Neither* Russia *nor* China accepts", "*no* party accepts", "*none* of the parties accepts"; "no doubt"
// denies nothing.
bool ModalityReader::has_negative_subject(const Predicate& predicate) const {
  return std::any_of(predicate.subjects.begin(), predicate.subjects.end(), [this](int chunk) {
    int noun = text_.tree->group(text_.chunk(chunk).head);
    while (text_.tree->is(noun, "conj")) noun = text_.tree->head(noun);
    if (is_one_of(text_.key(noun), {"doubt", "confidence"})) return false;  // "a motion of *no confidence*"
    if (text_.tree->is(noun, "nmod")) {
      const std::string& counting = text_.key(text_.tree->head(noun));
      if (is_one_of(counting, {"none", "neither"})) return true;
    }
    const auto& below = text_.tree->dependents(noun);
    return std::any_of(below.begin(), below.end(), [&](int word) {
      return word < noun && text_.tree->is_any(word, {"det", "cc:preconj"}) &&
             is_one_of(text_.key(word), {"no", "neither"});
    });
  });
}

// "*must be ratified* by both parliaments": it waits for them, and nobody urges them.
bool ModalityReader::awaits_others(const Predicate& predicate, std::string_view modal) const {
  return predicate.passive && is_one_of(modal, {"must", "need"}) &&
         text_.tree->dependent(predicate.root, "obl:agent") >= 0;
}

// "is conditional *on X approving* it", "depends *on X signing*".
bool ModalityReader::is_condition(const Predicate& predicate) const {
  const int noun = predicate.subjects.empty() ? -1 : predicate.subjects.front();
  const int on = text_.tree->at(predicate.root).xpos == "VBG" && noun >= 0 && noun < predicate.chunk
                     ? clauses_.preposition_before(noun)
                     : -1;
  if (on < 1 || !is_one_of(text_.key(on), {"on", "upon"})) return false;
  return is_one_of(text_.key(on - 1), {"conditional", "conditioned", "contingent", "dependent", "depend",
                                       "depends", "depended", "hinge", "hinges", "hinged"});
}

// "has *neither* accepted *nor* rejected it".
bool ModalityReader::is_neither(const Predicate& predicate) const {
  if (text_.key(0) == "nor" && predicate.finite && text_.chunk_of[0] + 3 >= predicate.chunk) return true;
  const auto& below = text_.tree->dependents(predicate.root);
  return std::any_of(below.begin(), below.end(), [this](int word) {
    return is_one_of(text_.key(word), {"neither", "nor"}) &&
           text_.tree->is_any(word, {"advmod", "cc", "cc:preconj"});
  });
}

// "*had* the union accepted it, the yard would be open".
bool ModalityReader::is_inverted(const Predicate& predicate, int subject) const {
  const int had = text_.tree->dependent(predicate.root, "aux");
  return subject >= 0 && had >= 0 && had < subject && text_.key(had) == "had" &&
         text_.tree->is(predicate.root, "advcl");
}

// "*did* Norland accept it?", "*would* it sign?"; what one asks the reason or the time of, one takes for
// done.
bool ModalityReader::is_asked(const Predicate& predicate) const {
  const Tree& tree = *text_.tree;
  int end = tree.size() - 1;
  while (end > 0 && text_.tag(end).tag == Tag::Quote) --end;
  if (text_.key(end) != "?") return false;
  const int subject =
      std::max(tree.dependent(predicate.root, "nsubj"), tree.dependent(predicate.root, "nsubj:pass"));
  const auto& below = tree.dependents(predicate.root);
  const bool presupposes = std::any_of(below.begin(), below.end(), [&](int word) {
    return word < subject && is_one_of(text_.key(word), {"why", "how", "when", "where"});
  });
  const bool inverted = std::any_of(below.begin(), below.end(), [&](int word) {
    return word < subject && tree.is_any(word, {"aux", "aux:pass", "cop"});
  });
  const int modal = bearer(predicate).modal;
  return inverted && (!presupposes || (modal >= 0 && modal < subject));
}

// "OFFER *NOT ACCEPTABLE*": a headline's adjective that has no verb to bear the word.
bool ModalityReader::lacks_verb_to_negate(const Predicate& predicate) const {
  const auto& below = text_.tree->dependents(predicate.root);
  return text_.is(predicate.chunk, ChunkKind::Adjectives) &&
         std::any_of(below.begin(), below.end(), [this](int word) { return text_.key(word) == "not"; });
}

void ModalityReader::read_own(const Predicate& predicate, Standing& standing) const {
  const Chunk& verbs = text_.chunk(predicate.chunk);
  const int modal_at = bearer(predicate).modal;
  const std::string_view modal = modal_at >= 0 ? std::string_view(text_.key(modal_at)) : std::string_view();
  const bool is_due = is_one_of(modal, {"should", "ought"});
  if (verbs.negated || has_negative_subject(predicate) || is_neither(predicate) ||
      lacks_verb_to_negate(predicate)) {
    const bool ahead = is_one_of(modal, {"will", "wo", "would", "'ll", "'d", "shall", "can", "ca", "could"});
    const bool urges = is_one_of(modal, {"should", "must", "ought"});
    standing.refused = ahead || urges || refuses_now(predicate);
    standing.due = is_due;
    if (urges)
      standing.modality = Modality::Urged;
    else if (is_one_of(modal, {"may", "might"}))
      standing.modality = Modality::Possible;
    else if (!standing.refused)
      standing.modality = Modality::Denied;
    return;
  }
  if (const int mark = text_.tree->dependent(predicate.root, "mark"); mark >= 0) {
    if (text_.key(mark) == "due")
      weaken(standing, Modality::Planned);  // "is *due to* sign" as the parser reads it
    const bool is_said = text_.tree->dependent(predicate.root, "cop") >= 0;
    standing.averse |= is_said && text_.key(mark) == "against";  // "is *against joining* it"
  }
  if (is_condition(predicate)) weaken(standing, Modality::Possible);
  if (verbs.infinitive && predicate.passive && text_.tree->is(predicate.root, "acl"))
    weaken(standing, Modality::Planned);  // "a treaty *to be signed* in May"
  if (is_one_of(modal, {"will", "'ll", "shall", "would", "'d"}))
    weaken(standing, has_condition(predicate.root) ? Modality::Possible : Modality::Planned);
  if (is_one_of(modal, {"may", "might", "could", "can"})) weaken(standing, Modality::Possible);
  const int subject = text_.tree->dependent(predicate.root, "nsubj");
  const bool asked = is_asked(predicate);
  if (asked || is_inverted(predicate, subject)) standing.modality = Modality::Possible;
  const bool supposed = modal == "should" && modal_at < subject;  // "*should* the premier accept it"
  if (is_one_of(modal, {"should", "must", "ought", "need"})) {
    const bool open = supposed || awaits_others(predicate, modal);
    standing.due = is_due && !asked && !open;
    weaken(standing, open ? Modality::Possible : Modality::Urged);
  }
}

// "*if* prices fall and producers *favour* it, we might agree": what is joined to a condition is one too.
bool ModalityReader::shares_condition(const Predicate& predicate) const {
  int root = predicate.root;
  while (text_.tree->is(root, "conj") && predicate.subordinator < 0 && predicate.finite)
    root = text_.tree->head(root);
  const int first = root == predicate.root ? -1 : text_.tree->dependent(root, "mark");
  return first >= 0 && text_.tree->is(root, "advcl") && text_.tag(first).facts->is(WordClass::Condition) &&
         predicate.root < text_.tree->head(root);
}

void ModalityReader::read_clause(const Predicate& predicate, Standing& standing) const {
  if (shares_condition(predicate)) {
    standing.refused = false;
    standing.modality = Modality::Possible;
  }
  if (predicate.subordinator < 0) return;
  if (text_.tag(predicate.subordinator).facts->is(WordClass::Condition)) {
    standing.refused = false;
    standing.modality = Modality::Possible;
    read_answer(predicate, standing);
  }
  const std::string& key = text_.key(predicate.subordinator);
  if (is_one_of(key, {"without", "than"})) standing.modality = Modality::Denied;  // "sooner *than* accept it"
  if (key == "before") read_before(predicate, standing);
  const bool as_soon =
      key == "as" && predicate.subordinator > 0 && text_.key(predicate.subordinator - 1) == "soon";
  if (is_one_of(key, {"after", "once", "until", "till"}) || as_soon ||
      (key == "when" && (is_present(predicate) || is_completed(predicate))))
    read_after(predicate, standing);
  const bool is_topic = predicate.hangs == Hangs::Adverbial &&
                        is_one_of(key, {"on", "about", "over", "toward", "towards", "to", "against"});
  if (is_topic) weaken(standing, Modality::Possible);  // "talks *on signing* a pact"
}

// "*accepts*", "*is* likely", "*is* accepted".
bool ModalityReader::is_present(const Predicate& predicate) const {
  int finite = predicate.root;
  for (const char* relation : {"cop", "aux:pass", "aux"})
    if (const int helps = text_.tree->dependent(predicate.root, relation); helps >= 0) finite = helps;
  return predicate.finite && is_one_of(text_.tree->at(finite).xpos, {"VBP", "VBZ"});
}

// "had *to be settled* before it approved it", where the tree hangs what follows on "had"; itself where it
// governs nothing, -1 for none.
int ModalityReader::innermost_governed(int above) const {
  const auto& all = clauses_.predicates();
  for (int p = 0; above >= 0 && p < static_cast<int>(all.size()); ++p)
    if (clauses_.at(p).governor == above && clauses_.at(p).hangs == Hangs::Complement &&
        text_.chunk(clauses_.at(p).chunk).infinitive)
      return p;
  return above;
}

// "when both parliaments *have ratified* it", "when *ratified* by both parliaments".
bool ModalityReader::is_completed(const Predicate& predicate) const {
  const int aux = text_.tree->dependent(predicate.root, "aux");
  return (aux >= 0 && is_one_of(text_.key(aux), {"has", "have"})) ||
         (!predicate.finite && text_.tree->at(predicate.root).xpos == "VBN");
}

// "*demanded* changes before accepting it": what comes first is not done either.
bool ModalityReader::waits_for(const Predicate& predicate) const {
  return is_one_of(text_.chunk(predicate.chunk).lemma, {"insist", "demand", "want", "need", "require", "seek",
                                                        "request", "ask", "wait", "await"});
}

// "wanted to review it *before approving* it": as little done as what comes first; "had to be settled *before
// it approved* it": that may come.
void ModalityReader::read_before(const Predicate& predicate, Standing& standing) const {
  const int above = innermost_governed(clauses_.predicate_at(text_.tree->head(predicate.root)));
  if (above < 0) return;
  Standing first;
  read_own(clauses_.at(above), first);
  read_governor(clauses_.at(above), first);
  const bool ahead = is_present(predicate) && is_present(clauses_.at(above));
  if (ahead) weaken(standing, Modality::Possible);  // "want changes *before they vote* for it"
  if (!predicate.finite && waits_for(clauses_.at(above))) weaken(standing, Modality::Possible);
  if (first.modality == Modality::Actual || (predicate.finite && first.modality == Modality::Denied)) return;
  weaken(standing, predicate.finite ? Modality::Possible : first.modality);
}

// "may accept it *once* parliament has passed it": as far ahead as what follows it.
void ModalityReader::read_after(const Predicate& predicate, Standing& standing) const {
  int verb = text_.tree->head(predicate.root);
  if (verb >= 0 && text_.key(verb) == "soon") verb = text_.tree->head(verb);  // "as *soon* as X accepts"
  const int above = clauses_.predicate_at(verb);
  const bool participle = text_.key(predicate.subordinator) == "when" && is_completed(predicate);
  if (above < 0 || !(predicate.finite || participle)) return;
  Standing then;
  read_own(clauses_.at(above), then);
  read_clause(clauses_.at(above), then);
  read_governor(clauses_.at(above), then);
  const bool told = text_.tag(text_.chunk(clauses_.at(above).chunk).head).facts->is(WordClass::Report);
  if (told && is_present(predicate))
    then.modality = Modality::Planned;  // "*said* it will act after X agrees"
  const bool after = text_.key(predicate.subordinator) == "after" &&
                     !is_present(predicate);  // "will begin after X had agreed": it has
  const bool to_come = is_one_of(text_.key(predicate.subordinator), {"after", "once", "when"}) &&
                       is_completed(predicate);  // "will begin once X has agreed"
  const bool holds = to_come && !told && predicate.finite && is_present(clauses_.at(above)) &&
                     text_.key(predicate.subordinator) != "after";  // "takes effect *once* X has agreed"
  const bool ahead =
      holds || then.modality == Modality::Possible || (then.modality == Modality::Planned && !after);
  if (ahead && !then.refused && (to_come || !bearer(predicate).perfect)) weaken(standing, Modality::Planned);
}

// "is *false*", "was *untrue*".
bool ModalityReader::says_untrue(const Predicate& predicate) const {
  return predicate.adjective >= 0 && text_.tag(predicate.adjective).facts->is(WordClass::Untrue);
}

// "When asked if he had rejected it, he said this was untrue."
void ModalityReader::read_answer(const Predicate& predicate, Standing& standing) const {
  const auto lemma_of = [this](const Predicate& other) {
    return std::string_view(text_.chunk(other.chunk).lemma);
  };
  bool asked = false;
  int speaks = -1;
  for (int p = 0; p < static_cast<int>(clauses_.predicates().size()); ++p) {
    const Predicate& other = clauses_.at(p);
    if (other.chunk < predicate.chunk) asked |= lemma_of(other) == "ask";
    if (!asked || other.chunk <= predicate.chunk) continue;
    if (lemma_of(other) == "deny" || text_.tag(text_.chunk(other.chunk).head).facts->is(WordClass::Report))
      speaks = p;
    if (!says_untrue(other) && lemma_of(other) != "deny") continue;
    standing.modality = Modality::Denied;
    standing.denied_by = speaks;
    return;
  }
}

// "has *yet* to accept".
bool ModalityReader::has_yet(int word) const {
  const auto& below = text_.tree->dependents(word);
  return std::any_of(below.begin(), below.end(), [this](int i) { return text_.key(i) == "yet"; });
}

// "a meeting *called* to vote on it".
bool ModalityReader::is_called_for(const Predicate& governor) const {
  return governor.passive && text_.chunk(governor.chunk).lemma == "call" && !governor.subjects.empty() &&
         text_.tag(text_.chunk(governor.subjects.front()).head).facts->is(WordClass::Session);
}

// What the governing word makes of the act; of one that is not listed, an infinitive is a plan ("scrambled
// to"), or no act at all where it has an object ("gave him the power to").
std::optional<Control> ModalityReader::control_of(const Predicate& governor, const Predicate& own) const {
  const Chunk& verbs = text_.chunk(governor.chunk);
  const bool infinitive = bearer(own).infinitive;
  std::optional<Control> control;
  if (is_called_for(governor))
    control = Control{Effect::Planned};
  else if (governor.adjective < 0 && verbs.copula && infinitive)
    control = Control{Effect::Planned};
  else if (governor.adjective < 0 && verbs.lemma == "have")
    control = Control{has_yet(governor.root) ? Effect::Denied : Effect::Possible};
  else if (verbs.lemma == "get" && verbs.perfect && governor.objects.empty())
    control = Control{Effect::Urged};  // "has *got* to consider it"
  else
    control = clauses_.control_of(governor, own.root);
  const bool asks_leave = control && control->effect == Effect::Urged && verbs.lemma == "ask" &&
                          !governor.passive && governor.objects.empty() && governor.obliques.empty() &&
                          infinitive && (verbs.perfect || verbs.modal >= 0);
  if (asks_leave) return Control{Effect::Planned};  // "has *asked to discuss* it"
  const bool for_another = !governor.objects.empty() && !governor.passive && governor.adjective < 0;
  if (!control && infinitive && !for_another) control = Control{Effect::Planned};
  return control;
}

// "denied *reports* that it had accepted", "*reports* that it had accepted are false".
bool ModalityReader::is_denied_report(int noun) const {
  const int word = text_.tree->group(noun);
  const int said = text_.tree->is(word, "nsubj") ? clauses_.predicate_at(text_.tree->head(word)) : -1;
  if (said >= 0 && says_untrue(clauses_.at(said))) return true;
  const int p = text_.tree->is(word, "obj") ? clauses_.predicate_at(text_.tree->head(word)) : -1;
  return p >= 0 && is_one_of(text_.chunk(clauses_.at(p).chunk).lemma,
                             {"deny", "reject", "dismiss", "refute", "rebut", "contradict"});
}

// "is *not in a position* to accept it".
bool ModalityReader::is_unable(int noun, const std::optional<Control>& control) const {
  const int p = clauses_.predicate_at(text_.tree->group(text_.chunk(noun).head));
  return control && control->effect == Effect::Possible && p >= 0 &&
         text_.chunk(clauses_.at(p).chunk).negated;
}

// "*put* pressure on X to": the predicate whose subject urges by the noun; -1 for none.
int ModalityReader::urging_by(int noun) const {
  for (const Predicate& predicate : clauses_.predicates())
    if (predicate.has_object(noun) && !predicate.passive &&
        is_one_of(text_.chunk(predicate.chunk).lemma,
                  {"put", "bring", "exert", "apply", "exercise", "increase", "intensify", "keep", "pile"}))
      return clauses_.predicate_at(predicate.root);
  return -1;
}

// "*speculation* that X would accept it", "*no assurance* that X will": whatever the modal verb foretells.
bool ModalityReader::is_unsure(int noun, const std::optional<Control>& control) const {
  if (control && control->effect == Effect::Possible) return true;
  const bool none = text_.key(text_.chunk(noun).first) == "no";
  return none &&
         is_one_of(text_.head_key(noun), {"assurance", "guarantee", "certainty", "sign", "indication"});
}

// "it is *too early to back* it" is not done; "it is *not too late* to accept it" may be.
void ModalityReader::read_excess(const Predicate& predicate, Standing& standing) const {
  const int above = text_.tree->head(predicate.root);
  if (above < 1 || text_.key(above - 1) != "too" || !bearer(predicate).infinitive) return;
  const int p = clauses_.predicate_at(above);
  const bool not_so = p >= 0 && text_.chunk(clauses_.at(p).chunk).negated;
  standing.modality = not_so ? Modality::Possible : Modality::Denied;
}

void ModalityReader::read_governor(const Predicate& predicate, Standing& standing) const {
  const bool is_open = predicate.subordinator >= 0 && text_.key(predicate.subordinator) == "whether";
  if (is_open) return;  // "has not decided *whether* to accept"
  const Chunk& own = bearer(predicate);
  if (predicate.governor_noun >= 0) {
    const auto control = controls_.of_noun(text_.head_key(predicate.governor_noun));
    const bool unwilled = control && control->effect == Effect::Planned &&
                          text_.key(text_.chunk(predicate.governor_noun).first) == "no";
    if (unwilled || is_unable(predicate.governor_noun, control)) {  // "has *no intention* of accepting"
      standing.refused = true;
      return;
    }
    if (control) apply(control->effect, urging_by(predicate.governor_noun), standing);
    if (is_unsure(predicate.governor_noun, control)) {
      standing.modality = Modality::Possible;
      return;
    }
    const bool denied = text_.key(text_.chunk(predicate.governor_noun).first) == "no" ||
                        is_denied_report(text_.chunk(predicate.governor_noun).head);
    if (denied) weaken(standing, Modality::Denied);
    return;
  }
  if (predicate.hangs == Hangs::Reported) return read_reported(predicate, standing);
  if (predicate.governor < 0) {
    if (own.infinitive && has_yet(predicate.root)) return weaken(standing, Modality::Denied);
    if (own.infinitive && predicate.hangs == Hangs::Free) weaken(standing, Modality::Planned);
    standing.purpose = own.infinitive && predicate.hangs == Hangs::Adverbial && predicate.subordinator < 0;
    return;
  }
  const Predicate& governor = clauses_.at(predicate.governor);
  if (const auto control = control_of(governor, predicate))
    apply(control->effect, predicate.governor, standing);
  else
    standing.purpose = own.infinitive;
  const bool unwilling =
      text_.chunk(governor.chunk).negated &&
      (governor.adjective >= 0
           ? is_one_of(text_.key(governor.adjective),
                       {"ready", "willing", "prepared", "interested", "inclined", "disposed"})
           : governor.objects.empty() &&
                 is_one_of(text_.chunk(governor.chunk).lemma, {"want", "wish", "intend", "care"}));
  if (unwilling) {
    standing.modality = Modality::Actual;
    standing.refused = true;
    return;
  }
  Standing outer;
  read_own(governor, outer);
  read_clause(governor, outer);
  read_governor(governor, outer);
  if (outer.modality == Modality::Actual) return;
  const bool is_weighed = is_one_of(text_.chunk(governor.chunk).lemma, {"consider", "contemplate"});
  const bool overrides =
      outer.modality == Modality::Denied || outer.modality == Modality::Possible ||
      (outer.modality == Modality::Urged && (standing.sought || is_weighed));  // "urged X to *try* to"
  if (outer.modality == Modality::Urged) standing.urged_by = outer.urged_by;
  if (overrides || standing.modality == Modality::Actual) standing.modality = outer.modality;
}

// "denied that it had accepted", "demanded that Kyiv accept", "is likely that".
void ModalityReader::read_reported(const Predicate& predicate, Standing& standing) const {
  if (predicate.governor < 0) return;
  const Predicate& governor = clauses_.at(predicate.governor);
  const Chunk& own = text_.chunk(predicate.chunk);
  const std::string& lemma = text_.chunk(governor.chunk).lemma;
  if (governor.adjective >= 0) {
    const bool not_true = text_.key(governor.adjective) == "true" && text_.chunk(governor.chunk).negated;
    const bool unlikely = is_one_of(text_.key(governor.adjective), {"unlikely", "doubtful", "improbable"});
    if (says_untrue(governor) || not_true)
      weaken(standing, Modality::Denied);                // "it is *not true* that we accepted"
    if (unlikely) standing.modality = Modality::Denied;  // whatever "will" foretells
    const bool firm =
        standing.refused &&
        is_one_of(text_.key(governor.adjective), {"adamant", "insistent", "emphatic", "firm", "determined"});
    const auto control = controls_.of_adjective(text_.key(governor.adjective));
    if (control && !firm)  // "is *adamant* that it will not accept it": a refusal as good as said
      apply(control->effect, predicate.governor, standing);
    return;
  }
  if (lemma == "deny") weaken(standing, Modality::Denied);
  const bool supposed =
      governor.subordinator >= 0 && text_.tag(governor.subordinator).facts->is(WordClass::Condition);
  if (supposed) weaken(standing, Modality::Possible);  // "if we find that X refuses"
  const bool holds = is_one_of(lemma, {"think", "believe", "expect", "imagine", "suppose", "see"});
  const bool not_so = text_.chunk(governor.chunk).negated && (holds || lemma == "mean");
  if (not_so || (lemma == "doubt" && own.modal >= 0)) {
    standing.refused = false;
    standing.modality = Modality::Denied;  // "do not think that X will accept it"
  } else if (lemma == "doubt") {
    weaken(standing, Modality::Possible);
  }
  const bool be = own.passive && own.modal < 0 && text_.key(own.first) == "be";  // "that it *be dropped*"
  if (is_one_of(lemma, {"demand", "urge", "insist", "recommend", "propose", "suggest", "request", "ask"}) &&
      (((own.forms & form_base) && own.bare) || be))
    apply(Effect::Urged, predicate.governor, standing);
  const bool is_over = own.perfect || ((own.forms & form_past) != 0 && own.modal < 0);
  if (is_one_of(lemma, {"hope", "expect", "predict"}) || (lemma == "believe" && !is_over))
    weaken(standing, Modality::Planned);
}

// "will *continue* to oppose it": so it does now; "will continue to *meet*": the next meetings are to come.
bool ModalityReader::goes_on(const Predicate& predicate) const {
  if (predicate.governor < 0 || !text_.tree->is(predicate.root, "xcomp")) return false;
  const Predicate& governor = clauses_.at(predicate.governor);
  const bool lasts = is_one_of(text_.chunk(governor.chunk).lemma, {"continue", "keep"}) &&
                     !is_one_of(text_.chunk(predicate.chunk).lemma, {"meet", "gather", "convene"});
  if (!lasts) return false;
  Standing foretold;
  read_own(governor, foretold);
  return foretold.modality == Modality::Planned;
}

Standing ModalityReader::of(int predicate) const {
  Standing standing;
  const Predicate& own = clauses_.at(predicate);
  read_own(own, standing);
  read_clause(own, standing);
  read_governor(own, standing);
  if (standing.modality == Modality::Planned && goes_on(own)) {
    standing.modality = Modality::Actual;
    standing.sought = text_.chunk(own.chunk).lemma == "block";  // what must go on has not settled it
  }
  read_excess(own, standing);
  return standing;
}

}  // namespace demarche
