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
    if (is_mistaken_noun(i, *tagged.facts)) tagged = {Tag::Verb, form_third, tagged.facts};
    return tagged;
  }

 private:
  const std::string& key(int i) const { return line_.words[static_cast<std::size_t>(i)].key; }
  Tag tag(int i, const WordFacts& facts) const;
  Tag of_pronoun(int i, const WordFacts& facts) const;
  Tag of_particle(int i, const WordFacts& facts) const;
  Tag of_verb(int i) const;
  Tag of_mark(int i) const;
  bool stands_before_article(int i) const;
  bool describes_by_plan(int i) const;
  bool is_mistaken_noun(int i, const WordFacts& facts) const;

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

// Participles before a noun describe it; others inside a group of nouns are nouns, and so is what has an
// article and is acted on: "a stock *split*".
Tag TreeTagger::of_verb(int i) const {
  const bool is_argument = tree_.is_any(i, {"obj", "nsubj", "obl", "nmod"}) && tree_.at(i).xpos != "VBG";
  const bool complements = tree_.is_any(i, {"xcomp", "ccomp"}) && tree_.at(i).xpos == "VB";
  if ((is_argument || complements) && tree_.dependent(i, "det") >= 0) return Tag::Noun;
  const bool ends_group = is_argument && is_one_of(tree_.at(i).xpos, {"VB", "VBP"}) && i > 0 &&
                          tree_.is_nominal(i - 1) && tree_.head(i - 1) == tree_.head(i);
  if (ends_group) return Tag::Noun;  // "the Lion City *offer*"
  const auto in_name = [this](int word) {
    return word > 0 && line_.words[static_cast<std::size_t>(word)].shape == Shape::Capital;
  };
  const bool opens_name = i == 1 && tree_.is(0, "compound") && tree_.head(0) == 1;  // "Tuna *Watch* urged"
  if (is_argument && line_.style == Style::Prose && in_name(i) && (opens_name || in_name(i - 1)))
    return Tag::Noun;
  const bool is_done = tree_.dependent(i, "aux") >= 0;  // "*having* accepted"
  if (tree_.is(i, "amod") && i < tree_.head(i) && !is_done && !stands_before_article(i))
    return Tag::Adjective;
  return tree_.is(i, "compound") && i < tree_.head(i) ? Tag::Noun : Tag::Verb;
}

// "the two both *backed* Norway's bid": no participle that describes, where an article or an owner follows.
bool TreeTagger::stands_before_article(int i) const {
  if (!is_one_of(tree_.at(i).xpos, {"VBN", "VBD"}) || line_.style != Style::Prose) return false;
  const auto& below = tree_.dependents(tree_.head(i));
  return std::any_of(below.begin(), below.end(), [&](int word) {
    return word > i && word < tree_.head(i) && (tree_.is(word, "det") || tree_.relation(word) == "nmod:poss");
  });
}

Tag TreeTagger::of_mark(int i) const {
  const bool glued = line_.words[static_cast<std::size_t>(i)].glued;
  const bool next_glued = i + 1 < line_.size() && line_.words[static_cast<std::size_t>(i) + 1].glued;
  if (key(i) == "-" && !glued && !next_glued) return Tag::Stop;
  return tag_of_mark(key(i));
}

// "a package the government *plans* to adopt": beside a noun, and before an infinitive that lacks an object.
bool TreeTagger::describes_by_plan(int i) const {
  const bool beside = tree_.is(i, "appos") && tree_.is(i - 1, "compound") && tree_.head(i - 1) == i;
  const int infinitive = tree_.dependent(i, "acl");
  return beside && key(i + 1) == "to" && infinitive == i + 2 && tree_.dependent(infinitive, "obj") < 0;
}

// "whether Cyacq *plans* to withdraw it"; "the pact with Dixons *calls* for a sale" as a sentence's only
// verb: a verb that the parser took for a noun.
bool TreeTagger::is_mistaken_noun(int i, const WordFacts& facts) const {
  const bool is_form = tree_.at(i).xpos == "NNS" && (facts.forms & form_third) != 0;
  if (!is_form || i == 0 || i + 1 >= line_.size()) return false;
  if (describes_by_plan(i)) return true;
  const bool bare = tree_.dependent(i, "det") < 0 && tree_.dependent(i, "amod") < 0 &&
                    tree_.dependent(i, "nmod:poss") < 0 && tree_.dependent(i, "compound") < 0;
  const bool joined = tree_.is(i, "conj") && is_one_of(key(i - 1), {"and", "but"}) && bare;
  if (joined && key(i + 1) == "to" && key(i) == "plans") return true;  // "opposes it and *plans* to sue"
  if (tree_.at(i - 1).upos != "PROPN") return false;
  if (key(i + 1) == "to" && tree_.dependent(i, "mark") >= 0) return true;
  if (key(i) != "calls" || key(i + 1) != "for" || line_.style != Style::Prose) return false;
  int root = i;
  while (tree_.head(root) >= 0) root = tree_.head(root);
  return tree_.is_nominal(root) && tree_.dependent(root, "cop") < 0;
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

// "Green Coast, a party, *objects* to it": a noun without article behind what describes the name, -1 for
// none.
int verb_behind_aside(const Tree& tree, const std::vector<Tagged>& tags) {
  for (int i = 2; i < tree.size(); ++i) {
    const bool apposed = tree.is(i, "appos") && tree.is_nominal(i) && tree.at(tree.head(i)).upos == "PROPN" &&
                         tree.head(tree.head(i)) < 0 && tree.dependent(i, "det") < 0 &&
                         tree.dependent(i, "amod") < 0;
    if (apposed && (tags[static_cast<std::size_t>(i)].facts->forms & form_third) != 0 &&
        tags[static_cast<std::size_t>(i) - 1].tag == Tag::Comma)
      return i;
  }
  return -1;
}

// A noun at the root before an infinitive: "The parliament *votes* to close it".
bool governs_infinitive(const Tree& tree, const std::vector<Tagged>& tags, int i) {
  return tree.head(i) < 0 && (tags[static_cast<std::size_t>(i)].facts->forms & form_third) != 0 && i > 0 &&
         i + 1 < tree.size() && tree.is_nominal(i - 1) &&
         tags[static_cast<std::size_t>(i) + 1].tag == Tag::To;
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
  if (const int i = verb_behind_aside(tree, tags); i >= 0) return take(i, form_third);
  const std::vector<Tagged> by_lists = tag_words(line, grammar);
  for (int i = 0; i < line.size(); ++i) {
    const Tagged& other = by_lists[static_cast<std::size_t>(i)];
    const bool in_headline = line.style != Style::Prose && i > 0 && tree.at(i - 1).upos == "PROPN";
    const bool is_head = tree.is_nominal(i) && (tree.group(i) == i || in_headline);
    const bool by_list = is_finite(by_lists, static_cast<std::size_t>(i)) && other.tag == Tag::Verb;
    if (!is_head || !(by_list || governs_infinitive(tree, tags, i))) continue;
    return take(i, by_list ? other.forms : std::uint8_t{form_third});
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
