// From the root down, so that a clause knows the one it hangs on. Subjects that the tree gives no arc come
// from above: a joined verb has those of the first, a controlled one its governor's subjects or objects, a
// participle the noun it describes.
#include "ingest/stances/clauses.h"

#include <algorithm>
#include <string_view>

namespace demarche {
namespace {

bool is_report(const Shallow& text, const Predicate& predicate) {
  return text.tag(text.chunk(predicate.chunk).head).facts->is(WordClass::Report);
}

// Whether "and" or the like stands between the members of the list that begins at this word: "Istanbul,
// Turkey" is none.
bool has_conjunction(const Tree& tree, int word) {
  const auto& below = tree.dependents(word);
  return std::any_of(below.begin(), below.end(), [&](int i) {
    const bool is_before_title = tree.relation(i) == "nmod:desc" && tree.dependent(i, "cc") >= 0;
    return tree.is(i, "cc") || is_before_title || (tree.is(i, "conj") && has_conjunction(tree, i));
  });
}

// "remains *opposed*", "seems *unfair*": a verb that says what its subject is.
bool is_linking(std::string_view lemma) {
  return is_one_of(lemma, {"become", "remain", "seem", "appear", "stay", "prove", "look", "feel", "stand"});
}

}  // namespace

Clauses::Clauses(const Shallow& text, const Controls& controls)
    : text_(text),
      controls_(controls),
      of_chunk_(text.chunks.size(), -1),
      of_root_(text.chunk_of.size(), -1) {
  if (!text_.tree) return;
  list_predicates();
  for (int word : tree().downwards())
    if (const int p = of_root_[static_cast<std::size_t>(word)]; p >= 0)
      read(predicates_[static_cast<std::size_t>(p)]);
  for (Predicate& predicate : predicates_) {
    share_objects(predicate);
    share_agents(predicate);
  }
}

// A chunk of verbs, or adjectives with something of their own and no form of "be".
void Clauses::list_predicates() {
  for (int c = 0; c < text_.size(); ++c) {
    const int head = text_.chunk(c).head;
    int root = -1;
    if (text_.is(c, ChunkKind::Verbs)) {
      root = tree().is(head, "cop") ? tree().head(head) : head;
      const int of_root = text_.chunk_of[static_cast<std::size_t>(root)];
      if (of_root != c && text_.is(of_root, ChunkKind::Verbs)) continue;  // "is | to accept"
    } else if (text_.is(c, ChunkKind::Adjectives) && tree().dependent(head, "cop") < 0) {
      for (int below : tree().dependents(head))
        if (tree().is_any(below, {"xcomp", "ccomp", "advcl", "obl", "nsubj"})) root = head;
    }
    if (root < 0 || of_root_[static_cast<std::size_t>(root)] >= 0) continue;
    Predicate predicate;
    predicate.chunk = c;
    predicate.root = root;
    of_chunk_[static_cast<std::size_t>(c)] = static_cast<int>(predicates_.size());
    of_root_[static_cast<std::size_t>(root)] = static_cast<int>(predicates_.size());
    predicates_.push_back(std::move(predicate));
  }
}

void Clauses::read(Predicate& predicate) {
  read_words(predicate);
  hang(predicate);
  read_voice(predicate);
  read_objects(predicate);
  read_obliques(predicate.root, predicate);
  read_subjects(predicate);
  fill_relative_gap(predicate);
}

// "described it *as unfair*".
bool Clauses::is_said_as(int word) const {
  const auto& below = tree().dependents(word);
  return tree().is_any(word, {"obl", "advcl"}) && std::any_of(below.begin(), below.end(), [&](int mark) {
           return mark < word && text_.key(mark) == "as" && tree().is_any(mark, {"case", "advmod", "mark"});
         });
}

// "called a proposal to cut subsidies *unfair*", which the tree hangs inside the object: its last word; -1
// for none.
int Clauses::called_at_end(int root) const {
  const int object = tree().dependent(root, "obj");
  if (object < root || !is_one_of(tree().at(root).lemma, {"call", "term", "label", "brand", "deem"}))
    return -1;
  int last = object;
  for (bool deeper = true; deeper;) {
    deeper = false;
    for (int below : tree().dependents(last))
      if (below > last && !tree().is(below, "punct")) last = below, deeper = true;
  }
  const bool is_adjective = last > object && tree().at(last).upos == "ADJ";
  return is_adjective && text_.is(text_.chunk_of[static_cast<std::size_t>(last)], ChunkKind::Adjectives)
             ? last
             : -1;
}

// Its subordinator and adjective.
void Clauses::read_words(Predicate& predicate) const {
  const int root = predicate.root;
  if (tree().at(root).upos == "ADJ") predicate.adjective = root;
  for (int below : tree().dependents(root)) {
    const std::string& key = text_.key(below);
    const bool asks = tree().at(below).xpos == "WRB";
    const bool marks = tree().is_any(below, {"mark", "case"}) && key != "to" && key != "in";
    const bool open = key == "whether" && marks;  // "on *whether* X plans"
    if ((marks || asks) && (predicate.subordinator < 0 || open) && below < root)
      predicate.subordinator = below;
    const bool said_as = is_said_as(below);
    const bool participle = tree().at(below).xpos == "VBN" && is_linking(tree().at(root).lemma);
    const bool describes = tree().at(below).upos == "ADJ" || (participle && !said_as);
    if (predicate.adjective < 0 && describes && (tree().is(below, "xcomp") || said_as))
      predicate.adjective = below;
  }
  if (predicate.adjective < 0) predicate.adjective = called_at_end(root);
}

// "voted *by 611* to 204", "*by 85 percent*", "*by a majority* of 71 percent".
bool Clauses::counts_votes(int agent) const {
  const bool share = text_.tag(agent).facts->is(WordClass::Unit) && tree().dependent(agent, "nummod") >= 0;
  return share || tree().at(agent).upos == "NUM" ||
         is_one_of(text_.key(agent), {"votes", "vote", "majority", "margin", "acclamation", "consensus",
                                      "ballot", "show", "division"});
}

void Clauses::read_voice(Predicate& predicate) const {
  const Chunk& verbs = text_.chunk(predicate.chunk);
  const bool participle = (verbs.forms & form_participle) != 0;
  predicate.passive = verbs.passive;
  if (verbs.kind != ChunkKind::Verbs) return;
  const int agent = tree().dependent(predicate.root, "obl:agent");
  const bool has_agent = agent >= 0 && !counts_votes(agent);
  const bool has_object = tree().dependent(predicate.root, "obj") >= 0 || postponed_object(predicate) >= 0;
  const bool by_votes = agent >= 0 && counts_votes(agent);  // "*voted* by 85 percent to reject it"
  if (verbs.bare && (has_object || by_votes)) predicate.passive = false;
  if (verbs.bare && (participle || has_agent) && !has_object) {
    const bool reduced = predicate.hangs == Hangs::Relative || predicate.hangs == Hangs::Adverbial;
    const int above = tree().is(predicate.root, "conj") ? predicate_at(tree().head(predicate.root)) : -1;
    const bool joined = above >= 0 && at(above).passive && tree().dependent(predicate.root, "nsubj") < 0;
    predicate.passive |= (reduced && tree().relation(predicate.root) != "acl:relcl") || has_agent || joined;
  }
  const bool reduced_passive = verbs.bare && predicate.passive;
  const bool ing = verbs.bare && (verbs.forms & form_ing) != 0;
  predicate.finite = !verbs.infinitive && !ing && !reduced_passive;
}

int Clauses::group_of(int word) const {
  const int c = text_.chunk_of[static_cast<std::size_t>(word)];
  return text_.is(c, ChunkKind::Nouns) ? c : -1;
}

// The preposition of a noun: the one right before its group, else the tree's; -1 for none.
int Clauses::mark_of(int word) const {
  if (const int c = group_of(word); c >= 0 && preposition_before(c) >= 0) return preposition_before(c);
  for (int below : tree().dependents(word))
    if (tree().is(below, "case") && tree().at(below).upos != "PART") return below;
  return -1;
}

// Whether one of these prepositions stands before a noun.
bool Clauses::is_marked_by(int noun, std::initializer_list<std::string_view> prepositions) const {
  const int mark = mark_of(noun);
  return mark >= 0 && is_one_of(text_.key(mark), prepositions);
}

// "a filing *with the agency* that details its offer": what tells is the filing.
bool Clauses::is_recipient_of_text(int noun) const {
  return tree().is(noun, "nmod") && is_marked_by(noun, {"with", "to"}) &&
         text_.tag(tree().head(noun)).facts->is(WordClass::Writing);
}

// The word that a relative pronoun stands for; the word itself otherwise.
int Clauses::antecedent(int word) const {
  const std::string_view tag = tree().at(word).xpos;
  if (tag != "WDT" && tag != "WP") return word;
  for (int above = word, steps = 0; above >= 0 && steps < 4; above = tree().head(above), ++steps)
    if (tree().relation(above) == "acl:relcl") {
      const int noun = tree().head(above);
      return tag == "WDT" && is_recipient_of_text(noun) ? tree().head(noun) : noun;
    }
  return word;
}

// "agreed to the charge but *not* to the cameras", "all delegations *but* Iceland".
bool Clauses::is_left_out(int word) const {
  const auto& below = tree().dependents(word);
  const int whole = tree().head(word), first = tree().dependent(whole, "det");
  const bool of_all = is_one_of(text_.key(first >= 0 ? first : whole), {"all", "every", "no", "any"});
  return std::any_of(below.begin(), below.end(), [&](int i) {
    return i < word && (text_.key(i) == "not" || (of_all && text_.key(i) == "but"));
  });
}

void Clauses::add_groups(int word, std::vector<int>& out) const {
  if (const int c = group_of(word); c >= 0 && std::find(out.begin(), out.end(), c) == out.end())
    out.push_back(c);
  const bool is_list = tree().is(word, "conj") || has_conjunction(tree(), word);
  const auto is_same_name = [&](int other) {  // "Ways and Means Chairman *Ole Dam*, Bo Ek and …"
    return tree().at(other).upos == "PROPN" && tree().at(word).upos == "PROPN" &&
           text_.chunk_of[static_cast<std::size_t>(other)] == text_.chunk_of[static_cast<std::size_t>(word)];
  };
  for (int below : tree().dependents(word))
    if (is_same_name(below) ||
        (is_list && tree().is(below, "conj") && tree().is_nominal(below) && !is_left_out(below)))
      add_groups(below, out);
}

// "*most* of the unions": those who are counted; itself where nothing is. One of them is nobody known.
int Clauses::counted(int word) const {
  const std::string& key = text_.key(word);
  const bool share = text_.tag(word).facts->is(WordClass::Unit) && tree().dependent(word, "nummod") >= 0;
  const bool counts =
      is_one_of(tree().at(word).upos, {"DET", "NUM", "PRON", "ADJ"}) || share || key == "half";
  const bool compound = word > 0 && text_.key(word - 1) == "-";  // "twenty-*one* of the states"
  if (!counts || (key == "one" && !compound) || is_one_of(key, {"that", "those", "what", "which"}))
    return word;
  for (int below : tree().dependents(word))
    if (tree().is(below, "nmod") && is_marked_by(below, {"of"})) return below;
  return word;
}

std::vector<int> Clauses::groups(int word) const {
  std::vector<int> found;
  add_groups(antecedent(word), found);
  if (found.empty() && counted(word) != word) add_groups(counted(word), found);  // "by *most of the states*"
  return found;
}

std::vector<int> Clauses::joined(int chunk) const {
  if (!text_.tree) return {chunk};
  std::vector<int> found{chunk};
  add_groups(tree().group(text_.chunk(chunk).head), found);
  std::erase_if(found, [chunk](int other) { return other < chunk; });
  std::sort(found.begin(), found.end());
  return found;
}

void Clauses::read_objects(Predicate& predicate) const {
  std::vector<int> indirect;
  for (int below : tree().dependents(predicate.root)) {
    if (tree().is(below, "obj")) {
      const int object = group_of(below) < 0 ? counted(below) : below;  // "accepted *most of the plan*"
      for (int c : groups(object)) predicate.objects.push_back(c);
    }
    if (tree().is(below, "iobj")) {
      for (int c : groups(below)) indirect.push_back(c);
      if (const int c = object_behind_indirect(below); c >= 0) predicate.objects.push_back(c);
    }
  }
  const bool says_what = text_.chunk(predicate.chunk).copula && tree().is_nominal(predicate.root);
  if (says_what) predicate.objects = groups(predicate.root);
  predicate.objects.insert(predicate.objects.end(), indirect.begin(), indirect.end());
  if (const int c = postponed_object(predicate); c >= 0 && predicate.objects.empty() && !predicate.passive)
    predicate.objects = joined(c);
}

// "gave the plan *the go-ahead*", which the tree hangs on the plan; -1 for none.
int Clauses::object_behind_indirect(int indirect) const {
  if (tree().dependent(tree().head(indirect), "obj") >= 0) return -1;
  for (int below : tree().dependents(indirect)) {
    const int c = below > indirect && tree().is_any(below, {"appos", "obj"}) ? group_of(below) : -1;
    if (c >= 0 && c - 1 == group_of(indirect) && is_determined(c)) return c;
  }
  return -1;
}

// "turned down as inadequate *an offer*", "adopted, by 38 votes to 6, *the motion*": the object that stands
// behind the circumstances, where the tree gives it another arc; -1 for none.
int Clauses::postponed_object(const Predicate& predicate) const {
  const Chunk& verbs = text_.chunk(predicate.chunk);
  const int root = predicate.root;
  const auto lacks = [&](const char* relation) { return tree().dependent(root, relation) < 0; };
  if (verbs.kind != ChunkKind::Verbs || verbs.copula || !lacks("obj") || !lacks("ccomp") || !lacks("xcomp"))
    return -1;
  const int agent = tree().dependent(root, "obl:agent");
  if (agent >= 0 && !counts_votes(agent)) return -1;  // "a bill -- *supported by X* -- which"
  int c = predicate.chunk + 1;
  bool aside = false;
  for (bool more = true; more;) {
    const bool as = c < text_.size() && text_.head_key(c) == "as" && text_.is(c + 1, ChunkKind::Adjectives);
    const bool with_noun = text_.is(c, ChunkKind::Preposition) &&
                           (text_.is(c + 1, ChunkKind::Nouns) || text_.is(c + 1, ChunkKind::Adjectives) ||
                            text_.is(c + 1, ChunkKind::Time));
    const bool particle = c < text_.size() && tree().is(text_.chunk(c).head, "compound:prt");
    more = as || with_noun || particle || (aside && text_.is(c, ChunkKind::Conjunction)) ||
           text_.is(c, ChunkKind::Adverb) || text_.is(c, ChunkKind::Comma) || text_.is(c, ChunkKind::Time);
    aside |= as || with_noun;
    if (more) c += as || with_noun ? 2 : 1;
  }
  if (!aside || !text_.is(c, ChunkKind::Nouns) || !is_determined(c)) return -1;
  const int noun = tree().group(text_.chunk(c).head);
  const int above = tree().head(noun);
  const bool in_adjective = tree().is(noun, "obj") && above >= 0 && tree().at(above).upos == "ADJ";
  const bool in_relative = tree().is(noun, "nsubj") && tree().relation(above) == "acl:relcl";
  if (tree().is(noun, "appos") && tree().at(above).upos == "PROPN") return -1;  // "by Ole Dam, *a Dane*"
  return in_adjective || in_relative || tree().is_any(noun, {"obl", "conj", "appos", "nmod", "parataxis"})
             ? c
             : -1;
}

bool Clauses::is_determined(int chunk) const {
  const Chunk& group = text_.chunk(chunk);
  for (int i = group.first; i < group.head; ++i)
    if (is_one_of(tree().at(i).xpos, {"DT", "PRP$", "POS"})) return true;
  return false;
}

// Prepositional groups of the verb, of its adjective and of its objects: which of them one belongs to is
// often anybody's guess.
void Clauses::read_obliques(int word, Predicate& predicate) const {
  for (int below : tree().dependents(word)) {
    if (!tree().is_any(below, {"obl", "nmod"}) || tree().relation(below) == "nmod:poss") continue;
    if (const int mark = mark_of(below); mark >= 0)
      for (int c : groups(below)) {
        predicate.obliques.push_back({mark, c});
        for (const Oblique& more : modifiers(c)) predicate.obliques.push_back(more);
      }
  }
  if (word != predicate.root) return;
  if (predicate.adjective >= 0 && predicate.adjective != word) read_obliques(predicate.adjective, predicate);
  for (int object : predicate.objects)
    for (const Oblique& more : modifiers(object)) predicate.obliques.push_back(more);
}

std::vector<Oblique> Clauses::modifiers(int chunk) const {
  std::vector<Oblique> found;
  if (!text_.tree) return found;
  const auto take = [&](int noun) {
    if (const int mark = mark_of(noun); mark >= 0)
      for (int c : groups(noun))
        if (c != chunk) found.push_back({mark, c});
  };
  // "support from X and Y *for the plan*": the parser hangs it on the last of a list.
  const auto take_from_list = [&](int noun) {
    for (int c : groups(noun))
      for (int deeper : tree().dependents(tree().group(text_.chunk(c).head)))
        if (c != group_of(noun) && tree().is(deeper, "nmod") &&
            is_marked_by(deeper, {"for", "on", "over", "about", "to"}))
          take(deeper);
  };
  const int head = tree().group(text_.chunk(chunk).head);
  for (int below : tree().dependents(head)) {
    if (!tree().is(below, "nmod") || tree().relation(below) == "nmod:poss" || below < head) continue;
    take(below);
    for (int deeper : tree().dependents(below))
      if (tree().is(deeper, "nmod") && deeper > below) take(deeper);
    take_from_list(below);
  }
  if (text_.is(chunk + 1, ChunkKind::Preposition) && text_.is(chunk + 2, ChunkKind::Nouns)) {
    const int next = tree().group(text_.chunk(chunk + 2).head);
    if (tree().is(next, "obl")) take(next);
  }
  if (tree().is(head, "nmod"))  // "the response to protests by X *about the plan*": hung on the response
    for (int beside : tree().dependents(tree().head(head)))
      if (beside > head && tree().is(beside, "nmod") &&
          is_marked_by(beside, {"on", "over", "about", "against"}))
        take(beside);
  return found;
}

int Clauses::preposition_before(int chunk) const {
  return text_.is(chunk - 1, ChunkKind::Preposition) ? text_.chunk(chunk - 1).head : -1;
}

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

std::optional<Control> Clauses::control_of(const Predicate& governor, int root) const {
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
    if (adjective >= 0 && tree().at(root).xpos == "VBG" && controls_.of_adjective(text_.key(adjective)))
      return true;
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

// "agreed *at the summit* to cut rates", where the tree hangs what was agreed on the summit: the predicate
// that governs it; -1 for none.
int Clauses::governor_past_circumstance(int root) const {
  const int noun = tree().head(root);
  const int p = tree().is(root, "acl") && tree().is(noun, "obl") ? predicate_at(tree().head(noun)) : -1;
  if (p < 0 || !text_.chunk(text_.chunk_of[static_cast<std::size_t>(root)]).infinitive) return -1;
  const int mark = mark_of(noun);
  const bool is_circumstance = mark < 0 || is_one_of(text_.key(mark), {"at", "in", "during"});
  const bool is_its_own = controls_.of_noun(text_.key(noun)).has_value();
  return is_circumstance && !is_its_own && at(p).objects.empty() && control_of(at(p), root) ? p : -1;
}

// "urged | holders *to reject* it", where the tree hangs the infinitive on the object: the verb; -1 for none.
int Clauses::urging_above(const Predicate& predicate) const {
  const int noun = tree().head(predicate.root);
  if (!tree().is(predicate.root, "acl") || !text_.chunk(predicate.chunk).infinitive) return -1;
  const int p = tree().is_any(noun, {"obj", "iobj"}) ? predicate_at(tree().head(noun)) : -1;
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
  } else if (tree().is(root, "acl")) {
    hang_on_noun(predicate);
  } else if (tree().is(root, "conj")) {
    hang_joined(predicate);
  } else if (tree().is(root, "amod")) {
    predicate.hangs = Hangs::Relative;
  }
}

// "a plan *to cancel*", "the plan *backed* by the US", "which *rejected*". A headline's "X *to reject* Y"
// looks like the first and is none.
void Clauses::hang_on_noun(Predicate& predicate) const {
  const Chunk& verbs = text_.chunk(predicate.chunk);
  const int noun = tree().head(predicate.root);
  const bool is_relative =
      tree().relation(predicate.root) == "acl:relcl" &&
      tree().dependent(predicate.root, "mark") < 0;  // "reports *that* X had accepted it"
  const bool in_title = text_.line->sentence->field == Field::Title;
  if (verbs.infinitive && in_title && tree().head(noun) < 0) return;
  const bool completes = verbs.infinitive || predicate.subordinator >= 0;
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
  predicate.subjects = noun >= 0 ? joined(noun) : shared_subjects(predicate);
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
  return is_report(text_, predicate) && text_.is(predicate.chunk - 1, ChunkKind::Comma) &&
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

// "*has* thirty days to", "*becomes* the tenth state to": the predicate whose subject does what the noun is
// completed by; -1 for none.
int Clauses::bearer_of(int noun) const {
  const int p = tree().is_any(noun, {"obj", "xcomp", "obl"}) ? predicate_at(tree().head(noun)) : -1;
  const std::string& verb = p < 0 ? text_.key(noun) : text_.chunk(at(p).chunk).lemma;
  const bool bears =
      p >= 0 && !tree().is(noun, "obl") &&
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
  const auto control = control_of(governor, predicate.root);
  const bool has_object = !governor.objects.empty() && !governor.passive && governor.adjective < 0;
  const bool by_object = control ? control->controller == Controller::Object : has_object;
  if (!by_object || governor.passive) return governor.subjects;
  if (!governor.objects.empty()) return governor.objects;
  return governor.obliques.empty() ? governor.subjects : joined(governor.obliques.front().chunk);
}

// What a relative clause is about: its noun; of "*what* they rejected was the offer" what it is said to be.
int Clauses::gap_filler(int antecedent) const {
  const int said = tree().head(antecedent);
  const bool is_cleft = text_.key(antecedent) == "what" && tree().is(antecedent, "nsubj") &&
                        tree().is_nominal(said) && tree().dependent(said, "cop") >= 0;
  return group_of(is_cleft ? said : antecedent);
}

// "the plan *that Trump rejected*", "the plan Trump said he *rejected*": the noun before is what is acted on.
void Clauses::fill_relative_gap(Predicate& predicate) const {
  if (!predicate.objects.empty() || predicate.passive || !predicate.finite) return;
  int root = predicate.root;
  const bool inside = predicate.hangs == Hangs::Reported && predicate.governor >= 0;
  if (inside) root = at(predicate.governor).root;
  if (tree().relation(root) != "acl:relcl") return;
  if (!inside && is_report(text_, predicate) && tree().dependent(root, "ccomp") >= 0) return;
  const int noun = gap_filler(tree().head(root));
  const bool is_subject = noun < 0 || std::find(predicate.subjects.begin(), predicate.subjects.end(), noun) !=
                                          predicate.subjects.end();
  const bool stands_elsewhere = std::any_of(predicate.obliques.begin(), predicate.obliques.end(),
                                            [noun](const Oblique& oblique) { return oblique.chunk == noun; });
  const bool of_place = predicate.subordinator >= 0 && tree().at(predicate.subordinator).xpos == "WRB";
  if (!is_subject && !stands_elsewhere && !of_place) predicate.objects = {noun};
}

// "discussed and approved *by parliament*": who acts in the last of two joined passives does in the first.
void Clauses::share_agents(Predicate& predicate) const {
  if (!predicate.passive || tree().dependent(predicate.root, "obl:agent") >= 0) return;
  for (int below : tree().dependents(predicate.root)) {
    const int p = tree().is(below, "conj") ? predicate_at(below) : -1;
    const bool adjacent = p >= 0 && at(p).passive && tree().dependent(below, "nsubj") < 0 &&
                          text_.chunk(at(p).chunk).first <= text_.chunk(predicate.chunk).last + 3;
    if (!adjacent) continue;
    for (const Oblique& oblique : at(p).obliques)
      if (text_.key(oblique.preposition) == "by") predicate.obliques.push_back(oblique);
    return;
  }
}

// "accepted or rejected *the plan*": the object behind two joined verbs is both's, whichever has it in the
// tree.
void Clauses::share_objects(Predicate& predicate) const {
  if (!predicate.objects.empty() || predicate.passive || predicate.adjective >= 0) return;
  if (tree().dependent(predicate.root, "ccomp") >= 0 || tree().dependent(predicate.root, "xcomp") >= 0)
    return;
  const int above = tree().is(predicate.root, "conj") ? predicate_at(tree().head(predicate.root)) : -1;
  const bool follows = above >= 0 && !at(above).passive && !at(above).objects.empty() &&
                       at(above).objects.front() > predicate.chunk;
  if (follows) {
    predicate.objects = at(above).objects;
    return;
  }
  for (int below : tree().dependents(predicate.root)) {
    const int p = tree().is(below, "conj") ? predicate_at(below) : -1;
    if (p < 0 || at(p).objects.empty() || at(p).passive) continue;
    const int next = text_.chunk(predicate.chunk).last + 1;
    const bool adjacent = next < tree().size() && tree().at(next).upos == "CCONJ";
    if (adjacent) predicate.objects = at(p).objects;
    return;
  }
}

}  // namespace demarche
