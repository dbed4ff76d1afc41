#include "ingest/language/evaluate.h"

#include <catch2/catch.hpp>
#include <string>

#include "ingest/language/conllu.h"
#include "tests/ingest/language/texts.h"

namespace demarche {
namespace {

const std::string gold_text =
    "1 Putin Putin PROPN NNP _ 2 nsubj _ _\n"
    "2 rejected reject VERB VBD _ 0 root _ _\n"
    "3 it it PRON PRP _ 2 obj _ _\n\n";

}  // namespace

TEST_CASE("an analysis agrees with itself in everything") {
  const auto gold = bank(gold_text);
  const auto result = evaluate(gold.sentences, gold.sentences);
  for (const auto& score : {result.tokens, result.words, result.sentences, result.upos, result.xpos,
                            result.lemmas, result.uas, result.las, result.core})
    CHECK(score.f1() == 1.0);
  CHECK(result.core.gold == 2);
}

TEST_CASE("a wrong head, a wrong label and a wrong subtype count each in its place") {
  const auto gold = bank(gold_text);
  const auto system = bank(
      "1 Putin Putin PROPN NNP _ 3 nsubj _ _\n"
      "2 rejected rejected VERB VBN _ 0 root _ _\n"
      "3 it it PRON PRP _ 2 obj:x _ _\n\n");
  const auto result = evaluate(gold.sentences, system.sentences);
  CHECK(result.uas.correct == 2);
  CHECK(result.las.correct == 2);  // the subtype does not count here
  CHECK(result.core.correct == 0);
  CHECK(result.core.system == 1);
  CHECK(result.labels.at("obj").correct == 0);
  CHECK(result.xpos.correct == 2);
  CHECK(result.lemmas.correct == 2);
}

TEST_CASE("other tokens and sentences are matched by their place") {
  const auto gold = bank(gold_text);
  const auto system = bank(
      "1 Putin Putin PROPN NNP _ 0 root _ _\n\n"
      "1 rejected reject VERB VBD _ 0 root _ SpaceAfter=No\n"
      "2 _it it PRON PRP _ 1 obj _ _\n\n");
  const auto result = evaluate(gold.sentences, system.sentences);
  CHECK(result.words.correct == 2);
  CHECK(result.words.system == 3);
  CHECK(result.sentences.correct == 0);
  CHECK(result.sentences.system == 2);
}

}  // namespace demarche
