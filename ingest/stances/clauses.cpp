// From the root down, so that a clause knows the one it hangs on. Subjects that the tree gives no arc come
// from above: a joined verb has those of the first, a controlled one its governor's subjects or objects, a
// participle the noun it describes.
#include "ingest/stances/clauses.h"

#include <algorithm>
#include <string_view>

namespace demarche {

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
  if (object < root || !text_.tag(root).facts->is(WordClass::Naming)) return -1;
  int last = object;
  for (bool deeper = true; deeper;) {
    deeper = false;
    for (int below : tree().dependents(last))
      if (below > last && !tree().is(below, "punct")) last = below, deeper = true;
  }
  const bool participle =
      tree().at(last).xpos == "VBN" && tree().head(last) == object;  // "finds it *flawed*"
  const bool is_adjective = last > object && (participle || tree().at(last).upos == "ADJ");
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
  const int above = tree().head(predicate.root);  // "wants the plan *scrapped*"
  predicate.passive |= tree().is(predicate.root, "xcomp") && tree().at(predicate.root).xpos == "VBN" &&
                       verbs.bare && !has_object && tree().dependent(above, "obj") >= 0;
  predicate.finite = !verbs.infinitive && !ing && !reduced_passive;
}

// "remains *opposed*", "seems *unfair*": a verb that says what its subject is.
bool Clauses::is_linking(std::string_view lemma) {
  return is_one_of(lemma, {"become", "remain", "seem", "appear", "stay", "prove", "look", "feel", "stand"});
}

bool Clauses::is_report(const Predicate& predicate) const {
  return text_.tag(text_.chunk(predicate.chunk).head).facts->is(WordClass::Report);
}

}  // namespace demarche
