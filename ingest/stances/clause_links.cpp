// What a clause hangs on: the verb, adjective or noun that governs it, also where the tree hangs it on a word
// beside.
#include <algorithm>
#include <string_view>

#include "ingest/stances/clauses.h"

namespace demarche {

// "stop short of", "stop of", "stop short", "stop": a verb with the adverbs and the preposition that stand
// between it and the clause that it governs, the most first.
std::vector<std::string> Clauses::phrases_of(const Predicate& governor, int root) const {
  const std::string& lemma = text_.chunk(governor.chunk).lemma;
  std::string adverbs, preposition;
  for (int word : tree().dependents(governor.root))
    if (word > governor.root && word < root && tree().is_any(word, {"compound:prt", "advmod", "xcomp"}))
      adverbs += " " + text_.key(word);
  const int mark = tree().dependent(root, "mark");
  if (mark > governor.root && tree().at(root).xpos == "VBG") preposition = " " + text_.key(mark);
  std::vector<std::string> phrases{lemma + adverbs + preposition, lemma + preposition, lemma + adverbs,
                                   lemma};
  phrases.erase(std::unique(phrases.begin(), phrases.end()), phrases.end());
  return phrases;
}

bool Clauses::sets_deadline(const Predicate& governor) const {
  const auto& below = tree().dependents(governor.root);
  const auto is_time = [this](int word) {
    const bool until = is_marked_by(word, {"until", "till"});
    const int c = text_.chunk_of[static_cast<std::size_t>(word)];
    return until || text_.is(c, ChunkKind::Time) || text_.tag(word).facts->is(WordClass::Period);
  };
  return text_.chunk(governor.chunk).lemma == "give" && tree().dependent(governor.root, "iobj") >= 0 &&
         std::any_of(below.begin(), below.end(), [&](int word) {
           return tree().is_any(word, {"obj", "obl"}) && is_time(word);
         });
}

// "*needed less than a day* to turn it down": how long it took, as it was done.
bool Clauses::took_time(const Predicate& governor) const {
  return text_.chunk(governor.chunk).lemma == "need" && governor.objects.size() == 1 &&
         text_.tag(text_.chunk(governor.objects.front()).head).facts->is(WordClass::Period);
}

std::optional<Control> Clauses::control_of(const Predicate& governor, int root) const {
  if (sets_deadline(governor)) return Control{Effect::Urged, Controller::Object};
  if (took_time(governor)) return Control{};
  const auto of_adjective =
      governor.adjective < 0 ? std::nullopt : controls_.of_adjective(text_.key(governor.adjective));
  if (governor.adjective >= 0 && governor.adjective == governor.root) return of_adjective;
  for (const auto& phrase : phrases_of(governor, root)) {
    const bool is_whole =
        !of_adjective || phrase.find(' ') != std::string::npos;  // "*came close to* accepting"
    const auto control =
        governor.passive ? controls_.of_passive(phrase) : controls_.of_verb(phrase, controller(governor));
    if (control && is_whole) return control;
  }
  return of_adjective;
}

// The predicate above a clause, also above one that hangs on an adverb: "stopped *short* of accepting"; -1
// for none.
int Clauses::governor_of(int root) const {
  const int above = tree().head(root);
  const int p = above < 0 ? -1 : predicate_at(tree().head(above));
  if (above >= 0 && tree().is(above, "advmod")) return p;
  if (p < 0 || !tree().is(above, "xcomp")) return predicate_at(above);
  const auto phrases = phrases_of(at(p), root);
  const bool listed = std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) {
    return phrase.find(" " + text_.key(above)) != std::string::npos && controls_.lists(phrase);
  });
  return listed ? p : predicate_at(above);
}

// "agreed *to cancel*", "denied *having cancelled*", "decided *against cancelling*" that the tree takes for a
// purpose or a circumstance.
bool Clauses::is_controlled_adverbial(int root) const {
  const int above = governor_of(root);
  if (above < 0) return false;
  const int mark = tree().dependent(root, "mark");
  if (mark >= 0 && text_.key(mark) != "to") {
    const int adjective = at(above).adjective;  // "is *interested* in accepting"
    const bool for_it =
        text_.key(mark) == "for" && tree().at(root).xpos == "VB";  // "is *hard* for X to accept"
    const bool fits = for_it || tree().at(root).xpos == "VBG";
    if (adjective >= 0 && fits && controls_.of_adjective(text_.key(adjective))) return true;
    const auto phrases = phrases_of(at(above), root);
    return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) {
      return phrase.ends_with(" " + text_.key(mark)) && controls_.lists(phrase);
    });
  }
  if (!control_of(at(above), root)) return false;
  if (mark >= 0) return true;
  const int first = text_.chunk(text_.chunk_of[static_cast<std::size_t>(root)]).first;
  int before = first - 1;
  while (before > at(above).root && tree().is(before, "compound:prt")) --before;
  return before == text_.chunk(at(above).chunk).last && tree().at(first).xpos == "VBG";
}

// "agreed *at the summit* to cut rates", "voted *over his objections* to pass it", where the tree hangs what
// was agreed on the summit: the predicate that governs it; -1 for none.
int Clauses::governor_past_circumstance(int root) const {
  const int noun = tree().head(root);
  const int p = tree().is(root, "acl") && tree().is(noun, "obl") ? predicate_at(tree().head(noun)) : -1;
  if (p < 0 || !text_.chunk(text_.chunk_of[static_cast<std::size_t>(root)]).infinitive) return -1;
  const int mark = mark_of(noun);
  const bool is_circumstance = mark < 0 || is_one_of(text_.key(mark), {"at", "in", "during", "over"});
  const bool is_its_own = controls_.of_noun(text_.key(noun)).has_value();
  const bool over = mark >= 0 && text_.key(mark) == "over";
  return is_circumstance && (over || !is_its_own) && at(p).objects.empty() && control_of(at(p), root) ? p
                                                                                                      : -1;
}

// "urged | holders *to reject* it", "called for the plan *to be dropped*", where the tree hangs the
// infinitive on the noun or as if on one: the verb; -1 for none.
int Clauses::urging_above(const Predicate& predicate) const {
  const int noun = tree().head(predicate.root);
  if (!tree().is(predicate.root, "acl") || !text_.chunk(predicate.chunk).infinitive) return -1;
  const bool asked_for = tree().is(noun, "obl") && is_marked_by(noun, {"for"}) &&
                         (text_.chunk(predicate.chunk).passive ||
                          !controls_.of_noun(text_.key(noun)));  // "asked for *permission* to present it"
  const bool urged = tree().is_any(noun, {"obj", "iobj"}) ||     // "called *on* holders to reject it"
                     (tree().is(noun, "obl") && is_marked_by(noun, {"on", "upon"}));
  const int p = predicate_at(asked_for || urged ? tree().head(noun) : noun);
  if (p < 0 || at(p).passive) return -1;
  const std::string phrase = text_.chunk(at(p).chunk).lemma + (asked_for ? " for it" : "");
  const auto control = controls_.of_verb(phrase, Controller::Object);
  return control && control->controller == Controller::Object ? p : -1;
}

// "urged the board, which would bear the cost, *to approve* it", which the tree hangs on a verb inside the
// relative clause that the comma ends: the verb that urges; -1 for none.
int Clauses::urging_past_aside(const Predicate& predicate) const {
  const Chunk& verbs = text_.chunk(predicate.chunk);
  if (!verbs.infinitive || verbs.first < 1 || text_.tag(verbs.first - 1).tag != Tag::Comma) return -1;
  int word = tree().head(predicate.root);
  while (word >= 0 && tree().relation(word) != "acl:relcl") word = tree().head(word);
  if (word < 0) return -1;
  int noun = tree().head(word);
  while (noun >= 0 && tree().is(noun, "nmod")) noun = tree().head(noun);
  const int p = noun >= 0 && tree().is_any(noun, {"obj", "iobj"}) ? predicate_at(tree().head(noun)) : -1;
  if (p < 0 || at(p).passive) return -1;
  const auto control = controls_.of_verb(text_.chunk(at(p).chunk).lemma, Controller::Object);
  return control && control->controller == Controller::Object ? p : -1;
}

// "*pressure* to accept it", "an *order* to".
bool Clauses::is_urging(int noun) const {
  const auto control = controls_.of_noun(text_.head_key(noun));
  return control && control->effect == Effect::Urged;
}

// "has come under *pressure* from unions to drop it": the noun that an infinitive belongs to, which the tree
// hangs on the verb; -1 for none.
int Clauses::pressure_before(const Predicate& predicate) const {
  const int p = tree().is(predicate.root, "advcl") ? predicate_at(tree().head(predicate.root)) : -1;
  if (p < 0 || !text_.chunk(predicate.chunk).infinitive) return -1;
  for (int object : at(p).objects)  // "put *pressure* on X to drop it"
    if (object < predicate.chunk && is_urging(object)) return object;
  for (const Oblique& oblique : at(p).obliques)
    if (oblique.chunk < predicate.chunk && is_urging(oblique.chunk)) return oblique.chunk;
  return -1;
}

// "it is not true *that* X accepted it", "it was proposed *that* X accept it".
bool Clauses::is_said_of_it(const Predicate& predicate) const {
  const int above = tree().head(predicate.root);
  return tree().is(predicate.root, "csubj") && predicate.root > above && predicate.subordinator >= 0 &&
         text_.key(predicate.subordinator) == "that" &&
         (tree().at(above).upos == "ADJ" || tree().at(above).xpos == "VBN");
}

// "became *the tenth state* to ratify it", where the tree hangs the infinitive on the verb: the group of
// nouns that it completes; -1 for none.
int Clauses::said_of_subject(int root) const {
  const int above = tree().head(root);
  if (!tree().is(root, "xcomp") || above < 0 || !is_linking(tree().at(above).lemma)) return -1;
  for (int beside : tree().dependents(above))
    if (beside < root && tree().is(beside, "xcomp") && tree().is_nominal(beside)) return group_of(beside);
  return -1;
}

// "recommended to holders *that they reject* it", which the tree hangs on those who are advised: the verb; -1
// for none.
int Clauses::advising_above(const Predicate& predicate) const {
  const int noun = tree().head(predicate.root);
  const int subject = tree().dependent(predicate.root, "nsubj");
  const int mark = tree().dependent(predicate.root, "mark");
  const bool tells = tree().is(predicate.root, "acl") && tree().is(noun, "obl") && mark >= 0 &&
                     subject >= 0 && text_.key(mark) == "that" && text_.key(subject) == "they" &&
                     is_marked_by(noun, {"to"});
  const int p = tells ? predicate_at(tree().head(noun)) : -1;
  return p >= 0 && is_one_of(text_.chunk(at(p).chunk).lemma, {"recommend", "suggest", "propose"}) ? p : -1;
}

void Clauses::hang(Predicate& predicate) const {
  const int root = predicate.root;
  const int above = tree().head(root);
  if (above < 0) return;
  if (const int c = pressure_before(predicate); c >= 0) {
    predicate.hangs = Hangs::OfNoun;
    predicate.governor_noun = c;
  } else if (const int state = said_of_subject(root); state >= 0) {
    predicate.hangs = Hangs::OfNoun;
    predicate.governor_noun = state;
  } else if (const int p = urging_past_aside(predicate); p >= 0) {
    predicate.hangs = Hangs::Complement;
    predicate.governor = p;
  } else if (tree().is(root, "xcomp") ||
             (tree().is_any(root, {"advcl", "csubj"}) && is_controlled_adverbial(root))) {
    predicate.hangs = Hangs::Complement;
    predicate.governor = governor_of(root);
  } else if (tree().is(root, "ccomp") || is_said_of_it(predicate)) {
    const Chunk& verbs = text_.chunk(predicate.chunk);
    predicate.hangs = verbs.infinitive ? Hangs::Complement : Hangs::Reported;
    predicate.governor = predicate_at(above);
  } else if (const int p = governor_past_circumstance(root); p >= 0) {
    predicate.hangs = Hangs::Complement;
    predicate.governor = p;
  } else if (const int p = urging_above(predicate); p >= 0) {
    predicate.hangs = Hangs::Complement;
    predicate.governor = p;
  } else if (tree().is_any(root, {"advcl", "csubj"})) {
    predicate.hangs = Hangs::Adverbial;
  } else if (const int p = advising_above(predicate); p >= 0) {
    predicate.hangs = Hangs::Reported;
    predicate.governor = p;
  } else if (tree().is(root, "acl")) {
    hang_on_noun(predicate);
  } else if (tree().is(root, "conj")) {
    hang_joined(predicate);
  } else if (tree().is(root, "amod")) {
    predicate.hangs = Hangs::Relative;
  }
}

// "*speculation* X would accept it": a whole clause without "that" behind a noun that tells of
// what may be done.
bool Clauses::completes_unmarked(const Predicate& predicate) const {
  const Chunk& verbs = text_.chunk(predicate.chunk);
  const int noun = tree().head(predicate.root);
  const int subject = tree().dependent(predicate.root, "nsubj");
  const auto control = controls_.of_noun(text_.key(noun));
  const bool tensed = verbs.modal >= 0 || is_one_of(tree().at(verbs.first).xpos, {"VBD", "VBP", "VBZ"});
  const bool is_time =
      text_.is(group_of(noun), ChunkKind::Time) ||
      is_one_of(text_.key(noun), {"day", "days", "week", "weeks", "month", "months", "time"});
  return tensed && !is_time && subject > noun && tree().at(subject).upos != "PRON" &&
         tree().dependent(predicate.root, "obj") > predicate.root && control &&
         control->effect == Effect::Possible;  // "the proposal X endorsed" has lost its "that"
}

// "a plan *to cancel*", "the plan *backed* by the US", "which *rejected*". A headline's "X *to reject* Y"
// looks like the first and is none.
void Clauses::hang_on_noun(Predicate& predicate) const {
  const Chunk& verbs = text_.chunk(predicate.chunk);
  const int noun = tree().head(predicate.root);
  const bool completes_noun =  // "reports *that* X had accepted it", but not "the plan *that* X proposed"
      tree().dependent(predicate.root, "mark") >= 0 &&
      (tree().dependent(predicate.root, "obj") >= 0 || controls_.of_noun(text_.key(noun)));
  const bool bare = completes_unmarked(predicate);
  const bool is_relative = tree().relation(predicate.root) == "acl:relcl" && !completes_noun && !bare;
  const bool in_title = text_.line->sentence->field == Field::Title;
  if (verbs.infinitive && in_title && tree().head(noun) < 0) return;
  const bool completes = verbs.infinitive || predicate.subordinator >= 0 || bare;
  predicate.hangs = is_relative || !completes ? Hangs::Relative : Hangs::OfNoun;
  if (predicate.hangs == Hangs::OfNoun) predicate.governor_noun = group_of(noun);
}

void Clauses::hang_joined(Predicate& predicate) const {
  const int p = predicate_at(tree().head(predicate.root));
  if (p < 0) return;
  const Predicate& first = at(p);
  const bool has_own_subject =
      tree().dependent(predicate.root, "nsubj") >= 0 && first.hangs != Hangs::Reported;
  if (has_own_subject) return;
  predicate.hangs = first.hangs;
  predicate.governor = first.governor;
  predicate.governor_noun = first.governor_noun;
  if (predicate.subordinator < 0) predicate.subordinator = first.subordinator;
}

}  // namespace demarche
