// What a verb acts on: its objects, wherever the tree put them, its prepositional groups, and what it shares
// with the verb that it is joined to.
#include <algorithm>
#include <string_view>

#include "ingest/stances/clauses.h"

namespace demarche {

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
  for (int below : tree().dependents(word))
    if (text_.key(below) == "ahead") read_obliques(below, predicate);  // "gave the go-*ahead* for the plan"
  for (int object : predicate.objects)
    for (const Oblique& more : modifiers(object)) predicate.obliques.push_back(more);
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
  if (!inside && is_report(predicate) && tree().dependent(root, "ccomp") >= 0) return;
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
