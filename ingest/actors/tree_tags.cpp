#include "ingest/actors/tree_tags.h"

#include <algorithm>
#include <string_view>

namespace demarche {
namespace {

std::uint8_t forms_of(std::string_view xpos) {
  if (xpos == "VB" || xpos == "VBP") return form_base;
  if (xpos == "VBZ") return form_third;
  if (xpos == "VBD") return form_past;
  if (xpos == "VBN") return form_participle;
  return xpos == "VBG" ? form_ing : 0;
}

class TreeTagger {
 public:
  TreeTagger(const Line& line, const Tree& tree, const Grammar& grammar)
      : line_(line), tree_(tree), grammar_(grammar) {}

  Tagged at(int i) const {
    Tagged tagged;
    tagged.facts = &grammar_.find(key(i));
    tagged.tag = tag(i, *tagged.facts);
    if (tagged.tag == Tag::Verb || tagged.tag == Tag::Auxiliary) tagged.forms = forms_of(tree_.at(i).xpos);
    return tagged;
  }

 private:
  const std::string& key(int i) const { return line_.words[static_cast<std::size_t>(i)].key; }
  Tag tag(int i, const WordFacts& facts) const;
  Tag of_pronoun(int i, const WordFacts& facts) const;
  Tag of_particle(int i, const WordFacts& facts) const;
  Tag of_verb(int i) const;
  Tag of_mark(int i) const;
  bool lacks_object(int i) const;

  const Line& line_;
  const Tree& tree_;
  const Grammar& grammar_;
};

Tag TreeTagger::of_pronoun(int i, const WordFacts& facts) const {
  const std::string_view xpos = tree_.at(i).xpos;
  if (xpos == "PRP$" || facts.is(WordClass::Owner)) return Tag::Determiner;
  if (xpos == "WDT" || xpos == "WP" || xpos == "WP$") return Tag::Relative;
  return Tag::Pronoun;
}

Tag TreeTagger::of_particle(int i, const WordFacts& facts) const {
  if (key(i) == "to") return Tag::To;
  if (tree_.at(i).xpos == "POS" || key(i).starts_with("'")) return Tag::Possessive;
  return facts.is(WordClass::Negation) ? Tag::Not : Tag::Noun;  // "Wells Fargo Bank *NA*"
}

// "bowed to *pressure* from X to cut it": a verb that always acts on something, with nothing to act on.
bool TreeTagger::lacks_object(int i) const {
  return is_one_of(tree_.at(i).xpos, {"VB", "VBP"}) && is_one_of(key(i), {"pressure", "demand", "request"}) &&
         i > 0 && key(i - 1) == "to" && tree_.dependent(i, "obj") < 0 && tree_.dependent(i, "ccomp") < 0 &&
         !tree_.is(i, "acl");  // "a way to *pressure*": what the noun before it is for
}

// Participles before a noun describe it; others inside a group of nouns are nouns, and so is what has an
// article and is acted on: "a stock *split*", and whoever is given something: "gave the *plan* its blessing".
Tag TreeTagger::of_verb(int i) const {
  const bool called_noun = is_one_of(tree_.at(i).xpos, {"NN", "NNS"}) && tree_.head(i) >= 0;
  if (called_noun || (tree_.is(i, "iobj") && tree_.at(i).xpos != "VBG") || lacks_object(i)) return Tag::Noun;
  const bool is_argument = tree_.is_any(i, {"obj", "nsubj", "obl", "nmod"}) && tree_.at(i).xpos != "VBG";
  const bool complements = tree_.is_any(i, {"xcomp", "ccomp"}) && tree_.at(i).xpos == "VB";
  if ((is_argument || complements) && tree_.dependent(i, "det") >= 0) return Tag::Noun;
  const auto in_name = [this](int word) {
    return word > 0 && line_.words[static_cast<std::size_t>(word)].shape == Shape::Capital;
  };
  const bool opens_name = i == 1 && tree_.is(0, "compound") && tree_.head(0) == 1;  // "Tuna *Watch* urged"
  if (is_argument && line_.style == Style::Prose && in_name(i) && (opens_name || in_name(i - 1)))
    return Tag::Noun;
  const bool is_done = tree_.dependent(i, "aux") >= 0;  // "*having* accepted"
  if (tree_.is(i, "amod") && i < tree_.head(i) && !is_done) return Tag::Adjective;
  return tree_.is(i, "compound") && i < tree_.head(i) ? Tag::Noun : Tag::Verb;
}

Tag TreeTagger::of_mark(int i) const {
  const bool glued = line_.words[static_cast<std::size_t>(i)].glued;
  const bool next_glued = i + 1 < line_.size() && line_.words[static_cast<std::size_t>(i) + 1].glued;
  if (key(i) == "-" && !glued && !next_glued) return Tag::Stop;
  return tag_of_mark(key(i));
}

Tag TreeTagger::tag(int i, const WordFacts& facts) const {
  const Token& token = tree_.at(i);
  const std::string_view upos = token.upos;
  const Shape shape = line_.words[static_cast<std::size_t>(i)].shape;
  if (shape == Shape::Mark) return upos == "PART" ? Tag::Possessive : of_mark(i);
  if (shape == Shape::Number || upos == "NUM") return Tag::Number;
  if (facts.is(WordClass::Negation)) return Tag::Not;
  const bool finite_root = tree_.head(i) < 0 && upos == "NOUN" && is_one_of(token.xpos, {"VBZ", "VBD"});
  if (upos == "VERB" || finite_root) return of_verb(i);  // "The plan *calls* for it", between verb and noun
  if (upos == "AUX") return token.xpos == "MD" ? Tag::Modal : Tag::Auxiliary;
  if (upos == "ADJ") return token.xpos == "NN" && tree_.is(i, "nsubj") ? Tag::Noun : Tag::Adjective;
  if (upos == "DET") return token.xpos == "WDT" ? Tag::Relative : Tag::Determiner;
  const bool hyphenated = i > 0 && key(i - 1) == "-" && line_.words[static_cast<std::size_t>(i)].glued;
  if (upos == "PRON") return hyphenated ? Tag::Noun : of_pronoun(i, facts);  // "Yoo Jin-*u*"
  if (upos == "PART") return of_particle(i, facts);
  if (upos == "ADP") return Tag::Preposition;
  if (upos == "CCONJ") return Tag::Conjunction;
  if (upos == "SCONJ") {
    const bool governs = facts.is(WordClass::Preposition) && !facts.is(WordClass::Subordinator);
    return governs ? Tag::Preposition : Tag::Subordinator;
  }
  const bool in_name = i > 0 && shape == Shape::Capital && line_.style == Style::Prose &&
                       line_.words[static_cast<std::size_t>(i) - 1].shape == Shape::Capital;
  if (upos == "ADV" && in_name && tree_.is_nominal(i - 1)) return Tag::Noun;  // "Harbour *Super*"
  if (upos == "ADV" || upos == "INTJ") return token.xpos == "WRB" ? Tag::Subordinator : Tag::Adverb;
  if (upos == "SYM" || upos == "PUNCT") return Tag::Symbol;
  return facts.is(WordClass::Number) ? Tag::Number : Tag::Noun;
}

bool is_finite(const std::vector<Tagged>& tags, std::size_t i) {
  constexpr std::uint8_t finite = form_third | form_past | form_base;
  const bool infinitive = i > 0 && tags[i - 1].tag == Tag::To;
  return tags[i].tag == Tag::Modal || tags[i].tag == Tag::Auxiliary ||
         (tags[i].tag == Tag::Verb && (tags[i].forms & finite) != 0 && !infinitive);
}

// "The Council *votes* in favour": a sentence without a finite verb may have one that the parser took for a
// noun.
void find_missing_verb(const Line& line, const Tree& tree, const Grammar& grammar,
                       std::vector<Tagged>& tags) {
  for (std::size_t i = 0; i < tags.size(); ++i)
    if (is_finite(tags, i)) return;
  const auto take = [&tags](int i, std::uint8_t forms) {
    tags[static_cast<std::size_t>(i)].tag = Tag::Verb;
    tags[static_cast<std::size_t>(i)].forms = forms;
  };
  const std::vector<Tagged> by_lists = tag_words(line, grammar);
  for (int i = 0; i < line.size(); ++i) {
    const Tagged& other = by_lists[static_cast<std::size_t>(i)];
    const bool in_headline = line.style != Style::Prose && i > 0 && tree.at(i - 1).upos == "PROPN";
    const bool is_head = tree.is_nominal(i) && (tree.group(i) == i || in_headline);
    const bool by_list = is_finite(by_lists, static_cast<std::size_t>(i)) && other.tag == Tag::Verb;
    if (is_head && by_list) return take(i, other.forms);
  }
}

}  // namespace

std::vector<Tagged> tags_of_tree(const Line& line, const Tree& tree, const Grammar& grammar) {
  const TreeTagger tagger(line, tree, grammar);
  std::vector<Tagged> tags;
  for (int i = 0; i < line.size(); ++i) tags.push_back(tagger.at(i));
  find_missing_verb(line, tree, grammar, tags);
  return tags;
}

}  // namespace demarche
