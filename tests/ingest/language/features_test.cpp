#include "ingest/language/features.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "ingest/language/conllu.h"
#include "tests/ingest/language/temporary_folder.h"
#include "tests/ingest/language/texts.h"

namespace demarche {
namespace {

// Latin, to show that only the treebank knows the language.
const std::string latin =
    "1 Roma Roma PROPN Nb Case=Nom|Number=Sing 2 nsubj _ _\n"
    "2 recusavit recuso VERB V Tense=Past|VerbForm=Fin|Voice=Act 0 root _ _\n"
    "3 pacem pax NOUN Nb Case=Acc|Number=Sing 2 obj _ _\n\n"
    "1 pax pax NOUN Nb Case=Nom|Number=Sing 2 nsubj:pass _ _\n"
    "2 recusata recuso VERB V Tense=Past|VerbForm=Part|Voice=Pass 0 root _ _\n"
    "3 est sum AUX V Tense=Pres|VerbForm=Fin 2 aux:pass _ _\n\n"
    "1 arma arma NOUN Nb Case=Nom|Number=Plur 2 nsubj _ _\n"
    "2 silent sileo VERB V Tense=Pres|VerbForm=Fin|Voice=Act 0 root _ _\n\n";

// The features of each word of `text` as a table learnt from `training`, read `times` times, gives them.
std::vector<std::string> features_of(const std::string& text, const std::string& training, int times = 3) {
  const TemporaryFolder folder;
  std::string repeated;
  for (int i = 0; i < times; ++i) repeated += training;
  const auto lessons = bank(repeated);
  ModelWriter out;
  add_features(lessons.sentences, out);
  REQUIRE(out.write(folder / "features"));
  const auto file = ModelFile::open(folder / "features");
  REQUIRE(file);
  const auto table = FeatureTable::load(*file);
  REQUIRE(table);
  auto given = bank(text);
  std::vector<std::string> found;
  for (auto& sent : given.sentences) {
    table->assign(sent);
    for (const auto& tok : sent.tokens) found.emplace_back(tok.features);
  }
  return found;
}

}  // namespace

TEST_CASE("words that were learnt get their features back") {
  CHECK(features_of(latin, latin) ==
        std::vector<std::string>{"Case=Nom|Number=Sing", "Tense=Past|VerbForm=Fin|Voice=Act",
                                 "Case=Acc|Number=Sing", "Case=Nom|Number=Sing",
                                 "Tense=Past|VerbForm=Part|Voice=Pass", "Tense=Pres|VerbForm=Fin",
                                 "Case=Nom|Number=Plur", "Tense=Pres|VerbForm=Fin|Voice=Act"});
}

TEST_CASE("a word never seen goes by its tag and by what hangs on it") {
  const auto found = features_of(
      "1 lex _ NOUN Nb _ 2 nsubj:pass _ _\n"
      "2 rogata _ VERB V _ 0 root _ _\n"
      "3 est _ AUX V _ 2 aux:pass _ _\n\n",
      latin);
  CHECK(found == std::vector<std::string>{"Case=Nom|Number=Sing", "Tense=Past|VerbForm=Part|Voice=Pass",
                                          "Tense=Pres|VerbForm=Fin"});
}

TEST_CASE("a place in the tree counts only where it was seen twice, and a tag never seen has no features") {
  const std::string once =
      "1 Roma _ PROPN Nb Number=Sing 2 nsubj _ _\n2 Athenae _ PROPN Nb Number=Plur 0 root _ _\n\n"
      "1 Roma _ PROPN Nb Number=Sing 0 root _ _\n\n";
  const std::string asked = "1 Athenae _ PROPN Nb _ 0 root _ _\n2 quid _ PRON Pi _ 1 nsubj _ _\n\n";
  CHECK(features_of(asked, once, 1) == std::vector<std::string>{"Number=Sing", ""});
  CHECK(features_of(asked, once, 2) == std::vector<std::string>{"Number=Plur", ""});
}

TEST_CASE("a word too long for a key still goes by its tag") {
  const std::string longest(500, 'x');
  CHECK(features_of("1 " + longest + " _ PROPN Nb _ 0 root _ _\n\n",
                    "1 Roma _ PROPN Nb Number=Sing 0 root _ _\n\n") ==
        std::vector<std::string>{"Number=Sing"});
}

TEST_CASE("a model without features is refused") {
  const TemporaryFolder folder;
  ModelWriter out;
  out.add("greeting", "hello");
  REQUIRE(out.write(folder / "model"));
  const auto file = ModelFile::open(folder / "model");
  REQUIRE(file);
  CHECK_FALSE(FeatureTable::load(*file));
}

}  // namespace demarche
