#include "ingest/language/lemmatizer.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/ingest/language/temporary_folder.h"

namespace demarche {
namespace {

struct Lesson {
  const char* form;
  const char* xpos;
  const char* lemma;
};

const std::vector<Lesson> lemma_lessons = {
    {"walks", "VBZ", "walk"},   {"talks", "VBZ", "talk"},       {"plans", "NNS", "plan"},
    {"deals", "NNS", "deal"},   {"cities", "NNS", "city"},      {"treaties", "NNS", "treaty"},
    {"bodies", "NNS", "body"},  {"men", "NNS", "man"},          {"n't", "RB", "not"},
    {"is", "VBZ", "be"},        {"rejected", "VBD", "reject"},  {"accepted", "VBD", "accept"},
    {"asked", "VBD", "ask"},    {"cancelled", "VBD", "cancel"}, {"propelled", "VBD", "propel"},
    {"laws", "NNS", "law"},     {"talks", "NNS", "talk"},       {"towns", "NNS", "town"},
    {"agreed", "VBD", "agree"}, {"decreed", "VBD", "decree"},   {"agree", "VB", "agree"},
    {"smell", "VB", "smell"},   {"Moscow", "NNP", "Moscow"},    {"Kyiv", "NNP", "Kyiv"},
    {"plan", "NN", "plan"},     {"PLAN", "NN", "plan"}};

Sentence lesson_sentence() {
  Sentence sent;
  for (const auto& [form, xpos, lemma] : lemma_lessons) {
    Token tok;
    tok.form = form;
    tok.xpos = xpos;
    tok.lemma = lemma;
    sent.tokens.push_back(tok);
  }
  return sent;
}

struct Taught {
  TemporaryFolder folder;
  Result<ModelFile> file;
  Result<Lemmatizer> lemmatizer;

  Taught() : file(written()), lemmatizer(Lemmatizer::load(*file)) { REQUIRE(lemmatizer); }

  Result<ModelFile> written() {
    ModelWriter out;
    add_lemmatizer(std::vector{lesson_sentence()}, out);
    REQUIRE(out.write(folder / "lemmas"));
    return ModelFile::open(folder / "lemmas");
  }

  std::string operator()(std::string_view form, std::string_view xpos) const {
    std::string lemma;
    lemmatizer->lemmatize(form, xpos, lemma);
    return lemma;
  }
};

}  // namespace

TEST_CASE("every word that was learnt has the lemma that was taught") {
  const Taught lemma;
  for (const auto& lesson : lemma_lessons) CHECK(lemma(lesson.form, lesson.xpos) == lesson.lemma);
}

TEST_CASE("new words follow the endings that were learnt") {
  const Taught lemma;
  CHECK(lemma("pacts", "NNS") == "pact");
  CHECK(lemma("counties", "NNS") == "county");
  CHECK(lemma("attacks", "VBZ") == "attack");
  CHECK(lemma("Odesa", "NNP") == "Odesa");
}

TEST_CASE("a shorter ending's rule is taken where it leads to a word that is known") {
  CHECK(Taught()("smelled", "VBD") == "smell");
}

TEST_CASE("a word with a tag that was never seen is its own lemma") {
  const Taught lemma;
  CHECK(lemma("Größe", "XX") == "Größe");
  CHECK(lemma("", "NN").empty());
}

}  // namespace demarche
