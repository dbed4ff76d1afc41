#include "ingest/language/evaluate.h"

#include <algorithm>
#include <array>
#include <utility>

namespace demarche {
namespace {

constexpr std::array<std::string_view, 6> core = {"nsubj",     "nsubj:pass", "obj",
                                                  "obl:agent", "ccomp",      "xcomp"};

bool is_core(std::string_view label) {
  return std::ranges::find(core, label) != core.end();
}

std::string_view universal(std::string_view label) {
  return label.substr(0, label.find(':'));
}

using Place = std::pair<std::size_t, std::size_t>;

constexpr Place root_place = {static_cast<std::size_t>(-1), static_cast<std::size_t>(-1)};

// A word with the sentence it stands in.
struct Word {
  const Sentence* sent = nullptr;
  const Token* tok = nullptr;

  [[nodiscard]] Place place() const { return {tok->start, tok->end}; }
  [[nodiscard]] Place head_place() const {
    if (tok->head < 0) return root_place;
    const auto& head = sent->tokens[static_cast<std::size_t>(tok->head)];
    return {head.start, head.end};
  }
};

std::vector<Word> words_of(std::span<const Sentence> sentences) {
  std::vector<Word> words;
  for (const auto& sent : sentences)
    for (const auto& tok : sent.tokens) words.push_back({&sent, &tok});
  return words;
}

std::vector<Place> tokens_of(std::span<const Sentence> sentences) {
  std::vector<Place> places;
  for (const auto& sent : sentences)
    for (const auto& tok : sent.tokens) {
      if (tok.is_clitic && !places.empty())
        places.back().second = tok.end;
      else
        places.emplace_back(tok.start, tok.end);
    }
  return places;
}

std::vector<Place> sentences_of(std::span<const Sentence> sentences) {
  std::vector<Place> places;
  for (const auto& sent : sentences) places.emplace_back(sent.start, sent.end);
  return places;
}

Score common(const std::vector<Place>& gold, const std::vector<Place>& system) {
  std::vector<Place> both;
  std::ranges::set_intersection(gold, system, std::back_inserter(both));
  return {both.size(), system.size(), gold.size()};
}

// Words of both sides at the same place, in order.
std::vector<std::pair<Word, Word>> align(const std::vector<Word>& gold, const std::vector<Word>& system) {
  std::vector<std::pair<Word, Word>> pairs;
  for (std::size_t g = 0, s = 0; g < gold.size() && s < system.size();) {
    if (gold[g].place() == system[s].place())
      pairs.emplace_back(gold[g++], system[s++]);
    else if (gold[g].place() < system[s].place())
      ++g;
    else
      ++s;
  }
  return pairs;
}

void count_arc(const Word& word, std::size_t Score::*side, Evaluation& result) {
  if (word.tok->deprel.empty()) return;
  ++(result.labels[std::string(word.tok->deprel)].*side);
  if (is_core(word.tok->deprel)) ++(result.core.*side);
}

void compare(const Word& gold, const Word& system, Evaluation& result) {
  result.upos.correct += gold.tok->upos == system.tok->upos;
  result.xpos.correct += gold.tok->xpos == system.tok->xpos;
  result.features.correct += gold.tok->features == system.tok->features;
  result.lemmas.correct += gold.tok->lemma.empty() || gold.tok->lemma == system.tok->lemma;
  if (system.tok->deprel.empty() || gold.head_place() != system.head_place()) return;
  ++result.uas.correct;
  result.las.correct += universal(gold.tok->deprel) == universal(system.tok->deprel);
  if (gold.tok->deprel != system.tok->deprel) return;
  ++result.labels[std::string(gold.tok->deprel)].correct;
  if (is_core(gold.tok->deprel)) ++result.core.correct;
}

double ratio(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

double Score::precision() const {
  return ratio(correct, system);
}
double Score::recall() const {
  return ratio(correct, gold);
}
double Score::f1() const {
  return ratio(2 * correct, system + gold);
}

std::span<const std::string_view> core_labels() {
  return core;
}

Evaluation evaluate(std::span<const Sentence> gold, std::span<const Sentence> system) {
  Evaluation result;
  result.tokens = common(tokens_of(gold), tokens_of(system));
  result.sentences = common(sentences_of(gold), sentences_of(system));

  const auto gold_words = words_of(gold);
  const auto system_words = words_of(system);
  const auto pairs = align(gold_words, system_words);
  result.words = {pairs.size(), system_words.size(), gold_words.size()};
  for (auto* score : {&result.upos, &result.xpos, &result.features, &result.lemmas, &result.uas, &result.las})
    *score = {0, system_words.size(), gold_words.size()};
  for (const auto& word : gold_words) count_arc(word, &Score::gold, result);
  for (const auto& word : system_words) count_arc(word, &Score::system, result);
  for (const auto& [ours, theirs] : pairs) compare(ours, theirs, result);
  return result;
}

}  // namespace demarche
