#include "ingest/language/tokenize.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "graph/model/unicode.h"
#include "ingest/language/conllu.h"
#include "ingest/language/evaluate.h"
#include "tests/ingest/language/texts.h"

namespace demarche {
namespace {

struct Case {
  std::string text;
  std::vector<std::string> sentences;
};

std::string with_line_breaks(std::string text) {
  for (const auto& [mark, meant] : {std::pair{"\\n", "\n"}, std::pair{"\\r", "\r"}})
    for (auto at = text.find(mark); at != text.npos; at = text.find(mark)) text.replace(at, 2, meant);
  return text;
}

std::vector<Case> read_cases(const std::string& file) {
  std::ifstream in(std::string(DEMARCHE_SOURCE_DIR) + "/tests/cases/tokenize/" + file);
  std::vector<Case> cases;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("> "))
      cases.push_back({with_line_breaks(line.substr(2)), {}});
    else if (!line.empty() && !line.starts_with('#'))
      cases.back().sentences.push_back(line);
  }
  return cases;
}

std::string spaced(const Sentence& sent) {
  std::string line;
  for (const auto& tok : sent.tokens) {
    if (!line.empty()) line += ' ';
    line += tok.form;
  }
  return line;
}

std::vector<std::string> sentences_of(const Document& doc) {
  std::vector<std::string> lines;
  for (const auto& sent : tokenize(doc)) lines.push_back(spaced(sent));
  return lines;
}

// Every character that is not white space, in order.
std::string solid(std::string_view text) {
  std::string out;
  for (char c : text)
    if (c != ' ' && (c < '\t' || c > '\r')) out += c;
  return out;
}

}  // namespace

TEST_CASE("newswire and its line breaks give the sentences and tokens that are written beside them") {
  for (const char* file : {"newswire.txt", "lines.txt"}) {
    const auto cases = read_cases(file);
    REQUIRE(cases.size() >= 5);
    for (const auto& expected : cases) {
      INFO(file << ": " << expected.text);
      CHECK(sentences_of(document(expected.text)) == expected.sentences);
    }
  }
}

TEST_CASE("every token stands at its place, counted in code points") {
  const auto doc = document("Múte Egede’s “no” — naïve?\n\nÉquateur: ₾300 🙂 it's 5°C.");
  const CodePointIndex index(doc.text);
  std::string all;
  for (const auto& sent : tokenize(doc, Field::Text)) {
    CHECK(sent.start == sent.tokens.front().start);
    CHECK(sent.end == sent.tokens.back().end);
    for (const auto& tok : sent.tokens) {
      CHECK(index.slice(tok.start, tok.end) == tok.form);
      all += tok.form;
    }
  }
  CHECK(all == solid(doc.text));
}

TEST_CASE("the parts of don't and cannot are marked as one orthographic word") {
  const auto doc = document("They cannot and don't.");
  const auto sentences = tokenize(doc, Field::Text);
  std::string clitics;
  for (const auto& tok : sentences.at(0).tokens)
    if (tok.is_clitic) clitics += std::string(tok.form) + " ";
  CHECK(clitics == "not n't ");
}

TEST_CASE("the title's sentences come before the text's") {
  Document doc = document("It passed.");
  doc.title = "BILL PASSES";
  const auto sentences = tokenize(doc);
  REQUIRE(sentences.size() == 2);
  CHECK(sentences[0].field == Field::Title);
  CHECK(sentences[1].field == Field::Text);
  CHECK(sentences[1].start == 0);
}

TEST_CASE("a text without words has no sentences") {
  CHECK(tokenize(document("")).empty());
  CHECK(tokenize(document(" \n\n\t ")).empty());
}

TEST_CASE("texts cut at any byte, and bytes that are no characters, keep all that is not white space") {
  const std::string text =
      "“Don’t,” he said — a.m., U.S.\n\n\xff\xfe\x80 'tis :-) ... 1,000-2,000km [2] x@y.z #a";
  for (std::size_t length = 0; length <= text.size(); ++length)
    for (std::size_t from : {std::size_t{0}, length / 2}) {
      const auto doc = document(text.substr(from, length - from));
      std::string all;
      for (const auto& sent : tokenize(doc, Field::Text))
        for (const auto& tok : sent.tokens) all += tok.form;
      CHECK(all == solid(doc.text));
    }
}

TEST_CASE("a word of a million letters and a line of a million marks are taken as they are") {
  CHECK(tokenize(document(std::string(1'000'000, 'a'))).size() == 1);
  CHECK(tokenize(document(std::string(1'000'000, '('))).front().tokens.size() == 1'000'000);
  for (const char* piece : {"a-", "1-", "1a", "a.", "a'", ").", ":-", "@a", "\" (", "etc. "}) {
    std::string text;
    while (text.size() < 400'000) text += piece;
    CHECK_FALSE(tokenize(document(text)).empty());
  }
}

TEST_CASE("the raw text of the English Web Treebank falls into its tokens and sentences") {
  const char* corpora = std::getenv("DEMARCHE_CORPORA");
  if (!corpora) {
    WARN("DEMARCHE_CORPORA is not set: skipped");
    return;
  }
  const auto bank =
      read_conllu(std::filesystem::path(corpora) / "treebank" / "en_ewt-dev.conllu", Trees::Required);
  REQUIRE(bank);
  const auto result = evaluate(bank->sentences, tokenize(*bank->text, Field::Text));
  CHECK(result.tokens.f1() >= 0.985);
  CHECK(result.words.f1() >= 0.985);
  CHECK(result.sentences.f1() >= 0.85);
}

}  // namespace demarche
