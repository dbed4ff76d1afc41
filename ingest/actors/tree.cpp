#include "ingest/actors/tree.h"

#include <algorithm>

namespace demarche {

Tree::Tree(const Sentence& sentence) : sentence_(&sentence), dependents_(sentence.tokens.size()) {
  for (int i = 0; i < size(); ++i) {
    if (head(i) >= 0)
      dependents_[static_cast<std::size_t>(head(i))].push_back(i);
    else
      downwards_.push_back(i);
  }
  downwards_.reserve(sentence.tokens.size());
  for (std::size_t next = 0; next < downwards_.size(); ++next)
    for (int below : dependents(downwards_[next])) downwards_.push_back(below);
  for (int i = 0; i < size(); ++i) groups_.push_back(climb(i));
}

bool Tree::is(int word, std::string_view relation) const {
  const std::string_view own = this->relation(word);
  return own.starts_with(relation) && (own.size() == relation.size() || own[relation.size()] == ':');
}

bool Tree::is_any(int word, std::initializer_list<std::string_view> relations) const {
  return std::any_of(relations.begin(), relations.end(),
                     [&](std::string_view relation) { return is(word, relation); });
}

int Tree::dependent(int word, std::string_view relation) const {
  for (int below : dependents(word))
    if (is(below, relation)) return below;
  return -1;
}

bool Tree::is_nominal(int word) const {
  const std::string_view tag = at(word).upos;
  return tag == "NOUN" || tag == "PROPN" || tag == "NUM" || tag == "PRON" || tag == "SYM" || tag == "X";
}

// "passed the bill *290-137*".
bool Tree::counts_votes(int word) const {
  return word > head(word) && word + 2 < size() && at(word).upos == "NUM" && at(word + 2).upos == "NUM" &&
         (at(word + 1).form == "-" || at(word + 1).form == "\u2013");
}

// Whether a word stands inside its head's group of nouns.
bool Tree::joins_group(int word) const {
  const int above = head(word);
  if (above < 0) return false;
  const bool is_verb = head(above) < 0 && (at(above).xpos == "VBZ" || at(above).xpos == "VBD");
  if (is_verb && at(above).upos == "NOUN" && word < above) return false;
  if (is_any(word, {"compound", "flat", "fixed", "goeswith", "nummod"}) && relation(word) != "compound:prt")
    return !counts_votes(word);
  if (is_any(word, {"det", "amod"}) || relation(word) == "nmod:poss" || relation(word) == "nmod:desc")
    return word < above;
  if (is(word, "case")) return at(word).upos == "PART" || at(word).form.starts_with("'");
  if (is(word, "punct")) return at(word).form == "-" || bears_currency(at(word).form);
  if (is_any(word, {"advmod", "cc"})) return word < above;
  if (is(word, "conj")) {
    if (at(above).upos == "ADJ" && is(above, "amod") && at(word).upos == "ADJ") return true;
    const bool inside =
        is_any(above, {"amod", "compound"}) && word < head(above);  // "a *US and British* plan"
    return inside && (at(above).upos == "ADJ") != (at(word).upos == "ADJ");
  }
  const bool unmarked = is_any(word, {"nmod", "appos", "dep"}) && dependent(word, "case") < 0;
  if (!unmarked) return false;
  const auto [first, last] = std::minmax(word, above);
  for (int i = first + 1; i < last; ++i)
    if (at(i).upos == "PUNCT") return false;
  return true;
}

void Tree::join(int word) {
  const int own = group(word);
  std::replace(groups_.begin(), groups_.end(), own, group(head(word)));
}

void Tree::part(int first, int head) {
  std::fill(groups_.begin() + first, groups_.begin() + head + 1, head);
}

int Tree::climb(int word) const {
  for (int steps = 0; steps < size() && joins_group(word); ++steps) word = head(word);
  return word;
}

}  // namespace demarche
