#include "tests/ingest/tree_reading.h"

#include <map>
#include <sstream>
#include <stdexcept>

#include "ingest/actors/tree_mends.h"
#include "tests/ingest/reading.h"

namespace demarche::testing {
namespace {

std::vector<std::string> columns(const std::string& line) {
  std::istringstream in(line);
  std::vector<std::string> found;
  for (std::string column; in >> column;) found.push_back(column);
  return found;
}

std::string_view upos_of(const std::string& xpos, const std::string& relation) {
  static const std::map<std::string, std::string_view> known{
      {"NN", "NOUN"},   {"NNS", "NOUN"}, {"NNP", "PROPN"}, {"NNPS", "PROPN"}, {"CD", "NUM"},
      {"JJ", "ADJ"},    {"JJR", "ADJ"},  {"JJS", "ADJ"},   {"DT", "DET"},     {"PRP", "PRON"},
      {"PRP$", "PRON"}, {"WDT", "PRON"}, {"WP", "PRON"},   {"WP$", "PRON"},   {"RB", "ADV"},
      {"RBR", "ADV"},   {"WRB", "ADV"},  {"RP", "ADP"},    {"TO", "PART"},    {"POS", "PART"},
      {"CC", "CCONJ"},  {"MD", "AUX"},   {"VB", "VERB"},   {"VBD", "VERB"},   {"VBZ", "VERB"},
      {"VBP", "VERB"},  {"VBN", "VERB"}, {"VBG", "VERB"}};
  if (xpos == "IN") return relation == "mark" ? "SCONJ" : "ADP";
  const bool helps = relation.starts_with("aux") || relation == "cop";
  if (helps && xpos.starts_with("V")) return "AUX";
  const auto found = known.find(xpos);
  return found == known.end() ? "PUNCT" : found->second;
}

}  // namespace

TreeReading::TreeReading(const Case& one)
    : words_(columns(one.field("words"))),
      tags_(columns(one.field("tags"))),
      relations_(columns(one.field("arcs"))) {
  if (words_.size() != tags_.size() || words_.size() != relations_.size())
    throw std::runtime_error(one.name + ": columns do not agree");
  std::size_t place = 0;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const std::size_t mark = relations_[i].find('>');
    Token token;
    token.head = std::stoi(relations_[i].substr(mark + 1)) - 1;
    relations_[i].resize(mark);
    token.start = place;
    token.end = place + words_[i].size();
    place = token.end + 1;
    token.form = words_[i];
    token.xpos = tags_[i];
    token.deprel = relations_[i];
    token.upos = upos_of(tags_[i], relations_[i]);
    const WordFacts& facts = lists().grammar.find(word_key(words_[i]));
    const bool verb = facts.verb >= 0 && tags_[i].starts_with("V");
    token.lemma = verb ? lists().grammar.lemma(facts.verb) : word_key(words_[i]);
    if (facts.is(WordClass::Be)) token.lemma = "be";
    sentence_.tokens.push_back(std::move(token));
  }
  sentence_.end = place;
  line_ = read_words(sentence_);
  mend_tree(sentence_, line_, lists().actor_words);
  text_ = read_chunks(line_, lists().grammar, lists().actor_words);
  clauses_.emplace(text_, lists().controls);
}

}  // namespace demarche::testing
