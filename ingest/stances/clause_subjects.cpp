// Who does what a verb says: its subject, or what it shares, is controlled by or describes.
#include <algorithm>
#include <string_view>

#include "ingest/stances/clauses.h"

namespace demarche {

void Clauses::read_subjects(Predicate& predicate) const {
  const int above = tree().head(predicate.root);
  const bool describes =
      above >= 0 && predicate.hangs == Hangs::Relative && tree().dependent(above, "cop") >= 0;
  const int one = predicate.hangs == Hangs::Relative ? one_of(above) : -1;
  if (one >= 0 && tree().dependent(predicate.root, "nsubj") >= 0) predicate.subjects = at(one).subjects;
  for (int below : tree().dependents(predicate.root))
    if (one < 0 && tree().is(below, "nsubj") && !(describes && antecedent(below) == above))
      for (int c : groups(predicate.passive ? below : counted(below))) predicate.subjects.push_back(c);
  keep_nearest_of_list(predicate);
  if (predicate.subjects.empty()) add_subjects_elsewhere(predicate);
  if (!predicate.subjects.empty()) return add_adjacent_subjects(predicate);
  const int noun = noun_left_of(predicate);
  predicate.subjects = noun >= 0 ? joined(first_of_list(noun)) : shared_subjects(predicate);
}

// "X, Y or *Z*, which has agreed": a relative clause with a singular verb is about the last of a list.
void Clauses::keep_nearest_of_list(Predicate& predicate) const {
  if (predicate.subjects.size() < 2 || tree().relation(predicate.root) != "acl:relcl") return;
  const int first = text_.chunk(predicate.chunk).first;
  const bool singular = tree().at(first).xpos == "VBZ" || text_.key(first) == "was";
  const int relative = first - 1;
  if (singular && relative >= 0 && tree().at(relative).xpos == "WDT")
    predicate.subjects = {*std::max_element(predicate.subjects.begin(), predicate.subjects.end())};
}

// "*Texaco*, he said, was unwilling": taken for whom one speaks to.
void Clauses::add_subjects_elsewhere(Predicate& predicate) const {
  for (int below : tree().dependents(predicate.root))
    if (tree().is(below, "vocative") && below < predicate.root && predicate.finite)
      for (int c : groups(below)) predicate.subjects.push_back(c);
  if (const int c = subject_of_infinitive(predicate); c >= 0) predicate.subjects = joined(c);
}

// "it may be hard *for the firm* to raise it": the group between "for" and "to"; -1 for none.
int Clauses::subject_of_infinitive(const Predicate& predicate) const {
  const int c = predicate.chunk - 1;
  const bool of_adjective = text_.chunk(predicate.chunk).infinitive && text_.is(c, ChunkKind::Nouns) &&
                            tree().at(tree().head(predicate.root)).upos == "ADJ";
  const int mark = of_adjective ? preposition_before(c) : -1;
  return mark >= 0 && text_.key(mark) == "for" ? c : -1;
}

// "X and Y sign", where the tree joins the two by another arc.
void Clauses::add_adjacent_subjects(Predicate& predicate) const {
  const int last = predicate.chunk - 1;
  const bool two = text_.is(last, ChunkKind::Nouns) && text_.is(last - 1, ChunkKind::Conjunction) &&
                   text_.head_key(last - 1) == "and" && text_.is(last - 2, ChunkKind::Nouns);
  if (!two || predicate.subjects.size() != 1) return;
  const bool opens = last == 2 || text_.is(last - 3, ChunkKind::Subordinator);
  if (predicate.subjects.front() == last - 2) predicate.subjects.push_back(last);
  if (predicate.subjects.front() == last && opens)
    predicate.subjects.insert(predicate.subjects.begin(), last - 2);
}

// "its spokesman, Ole Dam, *told* reporters": a verb of saying right behind a name in commas.
bool Clauses::reports_behind_aside(const Predicate& predicate) const {
  return is_report(predicate) && text_.is(predicate.chunk - 1, ChunkKind::Comma) &&
         text_.is(predicate.chunk - 2, ChunkKind::Nouns) && text_.is(predicate.chunk - 3, ChunkKind::Comma) &&
         text_.word(text_.chunk(predicate.chunk - 2).head).shape == Shape::Capital;
}

bool Clauses::is_report_aside(const Predicate& predicate) const {
  return tree().is(predicate.root, "conj") && tree().dependent(predicate.root, "cc") < 0 &&
         reports_behind_aside(predicate);
}

// The group of nouns right before a finite verb that the tree gives no subject; -1 for none.
int Clauses::noun_left_of(const Predicate& predicate) const {
  int c = predicate.chunk - 1;
  const bool joined = tree().is(predicate.root, "conj") && !is_report_aside(predicate);
  const bool lacks = predicate.finite && !predicate.passive && predicate.hangs != Hangs::Relative &&
                     !joined && text_.is(predicate.chunk, ChunkKind::Verbs);
  if (!lacks) return -1;
  while (text_.is(c, ChunkKind::Adverb) || text_.is(c, ChunkKind::Time)) {
    const bool dated = text_.is(c, ChunkKind::Time) && text_.is(c - 1, ChunkKind::Preposition);
    c -= dated ? 2 : 1;
  }
  if (reports_behind_aside(predicate)) --c;
  return text_.is(c, ChunkKind::Nouns) && !text_.is(c - 1, ChunkKind::Preposition) ? c : -1;
}

// "accused them *of* breaking", "quoted him *as* saying", "blamed her *for* refusing".
bool Clauses::is_accused(const Predicate& predicate) const {
  const int p = predicate_at(tree().head(predicate.root));
  const int in = tree().dependent(predicate.root, "mark");  // "accused them of delay *in* refusing"
  if (p >= 0 && in >= 0 && text_.key(in) == "in" && text_.chunk(at(p).chunk).lemma == "accuse") return true;
  if (predicate.subordinator < 0) return false;
  const std::string& mark = text_.key(predicate.subordinator);
  const bool judged =
      p >= 0 && is_one_of(text_.chunk(at(p).chunk).lemma,
                          {"blame", "criticise", "criticize", "praise", "thank", "condemn", "impeach", "oust",
                           "dismiss", "sue", "punish", "denounce", "attack", "commend", "congratulate"});
  return mark == "of" || (!predicate.finite && (mark == "as" || (mark == "for" && judged)));
}

// "announced *Norway's* plan to": the plan of somebody else than the subject.
bool Clauses::is_anothers(int noun) const {
  for (int below : tree().dependents(noun))
    if (tree().relation(below) == "nmod:poss" && tree().at(below).xpos != "PRP$") return true;
  return false;
}

// "*staged* a strike to protest", "*began* procedures to leave": whose subject does what it is for; -1 for
// none.
int Clauses::staging_of(const Predicate& predicate) const {
  const int noun = tree().head(predicate.root);
  const int p = tree().is(noun, "obj") ? predicate_at(tree().head(noun)) : -1;
  const bool stages =
      p >= 0 && text_.chunk(predicate.chunk).infinitive &&
      is_one_of(text_.chunk(at(p).chunk).lemma, {"begin", "start", "stage", "launch", "open", "hold",
                                                 "conduct", "organise", "organize", "initiate", "undertake"});
  return stages ? p : -1;
}

// "*ruled* that the ministry acted lawfully, *rejecting* a petition": what a court says beside its ruling;
// -1 for none.
int Clauses::ruling_above(const Predicate& predicate) const {
  const int p = predicate_at(tree().head(predicate.root));
  const int above = p < 0 ? -1 : at(p).governor;
  const bool aside = above >= 0 && at(p).hangs == Hangs::Reported && !predicate.finite &&
                     tree().at(predicate.root).xpos == "VBG" &&
                     text_.is(predicate.chunk - 1, ChunkKind::Comma);
  return aside && text_.chunk(at(above).chunk).lemma == "rule" ? above : -1;
}

// "*has* thirty days to", "*becomes* the tenth state to": the predicate whose subject does what the noun is
// completed by; -1 for none.
int Clauses::bearer_of(int noun) const {
  const int p = tree().is_any(noun, {"obj", "xcomp", "obl"}) ? predicate_at(tree().head(noun)) : -1;
  const std::string& verb = p < 0 ? text_.key(noun) : text_.chunk(at(p).chunk).lemma;
  const bool bears =
      p >= 0 && !tree().is(noun, "obl") && !is_anothers(noun) &&
      is_one_of(verb, {"have",    "get",     "become", "show",     "express",   "indicate", "reserve",
                       "take",    "face",    "voice",  "announce", "unveil",    "disclose", "reveal",
                       "confirm", "outline", "make",   "reaffirm", "reiterate", "repeat",   "restate",
                       "declare", "state",   "signal", "defend",   "explain"});
  const bool governs = p >= 0 && tree().is(noun, "obl") &&
                       is_one_of(verb, {"be", "come", "remain", "stand"}) &&
                       controls_.of_noun(text_.key(noun)).has_value();
  return bears || governs ? p : -1;
}

// "approved it *after* the carrier and its creditor, X, reached a deal": a clause whose subject the tree
// takes for a circumstance of the verb above, with or without the word that opens the clause; -1 for none.
int Clauses::subject_behind_mark(const Predicate& predicate) const {
  const int root = predicate.root;
  const int cc = tree().dependent(root, "cc");  // "the carrier *and* its creditor" may bear it
  if (cc + 1 >= text_.chunk(predicate.chunk).first || !predicate.finite) return -1;
  const int own = tree().dependent(root, "mark");
  int found = -1;
  for (int below : tree().dependents(tree().head(root))) {
    if (!tree().is(below, "obl") || below > root || group_of(below) < 0) continue;
    const int mark = own >= 0 ? own : tree().dependent(below, "case");
    const bool opens = mark >= 0 && mark + 1 == text_.chunk(group_of(below)).first &&
                       is_one_of(text_.key(mark), {"after", "before", "as", "since", "until"});
    found = opens ? group_of(below) : -1;
  }
  return found;
}

// Those of what a verb is joined to, which may be a noun in the tree.
std::vector<int> Clauses::subjects_of_first(const Predicate& predicate) const {
  if (const int c = subject_behind_mark(predicate); c >= 0) return joined(c);
  const int above = tree().head(predicate.root);
  if (const int p = predicate_at(above); p >= 0) return at(p).subjects;
  return {};
}

// "Egypt is *one of the states* that": the predicate that says so; -1 for none.
int Clauses::one_of(int noun) const {
  const int one = tree().is(noun, "nmod") ? tree().head(noun) : -1;
  const bool says_so = one >= 0 && text_.key(one) == "one" && tree().dependent(one, "cop") >= 0;
  return says_so ? predicate_at(one) : -1;
}

// "put pressure *on X* to drop it", "made an appeal *to X* to accept it": who is urged by the noun.
std::vector<int> Clauses::urged_by_noun(const Predicate& predicate) const {
  const int noun = predicate.governor_noun;
  if (noun < 0 || !is_urging(noun)) return {};
  std::vector<int> urged;
  for (const Predicate& urging : predicates_)
    if (urging.has_object(noun))
      for (const Oblique& oblique : urging.obliques)
        if (oblique.chunk > noun && oblique.chunk < predicate.chunk &&
            is_one_of(text_.key(oblique.preposition), {"on", "upon", "to"}))
          urged.push_back(oblique.chunk);
  return urged;
}

std::vector<int> Clauses::shared_subjects(const Predicate& predicate) const {
  const int root = predicate.root;
  const int above = tree().head(root);
  const int p = predicate_at(above);
  if (above < 0) return {};
  if (tree().is(root, "conj")) return subjects_of_first(predicate);
  switch (predicate.hangs) {
    case Hangs::Complement:
      return predicate.governor < 0 ? std::vector<int>{} : controlled_subjects(predicate);
    case Hangs::Adverbial:
      if (const int ruling = ruling_above(predicate); ruling >= 0) return at(ruling).subjects;
      if (const int c = subject_behind_mark(predicate); c >= 0) return joined(c);
      [[fallthrough]];
    case Hangs::Reported:
      if (p >= 0 && is_accused(predicate)) return at(p).passive ? at(p).subjects : at(p).objects;
      return p < 0 ? std::vector<int>{} : at(p).subjects;
    case Hangs::Relative:
      if (p >= 0 && tree().dependent(above, "cop") >= 0 && !is_cleft(at(p)))
        return at(p).subjects;  // "Egypt is the only state that"
      if (const int one = one_of(above); one >= 0) return at(one).subjects;
      return group_of(above) < 0 ? std::vector<int>{} : std::vector<int>{group_of(above)};
    case Hangs::Free:
      return tree().is(root, "acl") ? groups(above) : std::vector<int>{};
    case Hangs::OfNoun:
      if (auto urged = urged_by_noun(predicate); !urged.empty()) return urged;
      if (const int bearer = bearer_of(above); bearer >= 0) return at(bearer).subjects;
      if (const int staging = staging_of(predicate); staging >= 0) return at(staging).subjects;
      if (p >= 0) return at(p).subjects;  // "is *on the verge* of accepting"
      return is_accused(predicate) && tree().is(above, "obj") ? groups(above) : std::vector<int>{};
  }
  return {};
}

// "*it was* Norway that proposed it".
bool Clauses::is_cleft(const Predicate& predicate) const {
  return predicate.subjects.size() == 1 && text_.head_key(predicate.subjects.front()) == "it";
}

// "agreed to": the governor's subject; "urged Kyiv to": its object.
std::vector<int> Clauses::controlled_subjects(const Predicate& predicate) const {
  const Predicate& governor = at(predicate.governor);
  if (tree().is(predicate.root, "csubj") && is_cleft(governor)) return {};  // "*it* is hard to accept it"
  const auto control = control_of(governor, predicate.root);
  const bool has_object = !governor.objects.empty() && !governor.passive && governor.adjective < 0;
  const bool by_object = control ? control->controller == Controller::Object : has_object;
  if (!by_object || governor.passive) return governor.subjects;
  if (!governor.objects.empty()) return governor.objects;
  return governor.obliques.empty() ? governor.subjects : joined(governor.obliques.front().chunk);
}

}  // namespace demarche
