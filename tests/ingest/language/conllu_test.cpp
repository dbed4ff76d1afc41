#include "ingest/language/conllu.h"

#include <catch2/catch.hpp>
#include <string>

#include "graph/model/unicode.h"

namespace demarche {
namespace {

// Columns apart by spaces, as they are easier to write.
std::string with_tabs(std::string text) {
  for (char& c : text)
    if (c == ' ') c = '\t';
  return text;
}

Result<Treebank> parse(const std::string& text, Trees trees = Trees::Required) {
  return parse_conllu(with_tabs(text), "bank.conllu", trees);
}

std::string message_for(const std::string& text) {
  const auto bank = parse(text);
  return bank ? "no error" : bank.error().message();
}

const std::string two_words =
    "1 They they PRON PRP _ 2 nsubj _ _\n"
    "2 go go VERB VBP _ 0 root _ SpaceAfter=No\n"
    "3 . . PUNCT . _ 2 punct _ _\n\n";

}  // namespace

TEST_CASE("a sentence is read with its analysis and its place in the text") {
  const auto bank = parse(two_words + two_words);
  REQUIRE(bank);
  CHECK(bank->text->text == "They go. They go.");
  REQUIRE(bank->sentences.size() == 2);
  const auto& tok = bank->sentences[1].tokens[1];
  CHECK(tok.form == "go");
  CHECK(tok.start == 14);
  CHECK(tok.end == 16);
  CHECK(tok.xpos == "VBP");
  CHECK(tok.deprel == "root");
  CHECK(tok.head == -1);
  CHECK(bank->sentences[1].tokens[0].head == 1);
}

TEST_CASE("documents and paragraphs begin behind a blank line") {
  const auto bank = parse_conllu("# newdoc id = a\n# newpar\n" + with_tabs(two_words) + "# newpar\n" +
                                     with_tabs(two_words) + "# newdoc\n" + with_tabs(two_words),
                                 "bank", Trees::Required);
  REQUIRE(bank);
  CHECK(bank->text->text == "They go.\n\nThey go.\n\nThey go.");
  CHECK(bank->document_starts == std::vector<std::size_t>{0, 2});
}

TEST_CASE("the words of a multiword token share it out among them, and are clitics but for the first") {
  const auto bank = parse(
      "1-2 don’t _ _ _ _ _ _ _ SpaceAfter=No\n"
      "1 do do AUX VBP _ 0 root _ _\n"
      "2 n’t not PART RB _ 1 advmod _ _\n"
      "3 ! ! PUNCT . _ 1 punct _ _\n\n");
  REQUIRE(bank);
  const auto& tokens = bank->sentences[0].tokens;
  const CodePointIndex index(bank->text->text);
  CHECK(bank->text->text == "don’t!");
  CHECK(index.slice(tokens[1].start, tokens[1].end) == "n’t");
  CHECK_FALSE(tokens[0].is_clitic);
  CHECK(tokens[1].is_clitic);
}

TEST_CASE("words that do not spell their multiword token all have its place") {
  const auto bank = parse(
      "1-2 du _ _ _ _ _ _ _ _\n"
      "1 de de ADP _ _ 3 case _ _\n"
      "2 le le DET _ _ 3 det _ _\n"
      "3 roi roi NOUN _ _ 0 root _ _\n\n");
  REQUIRE(bank);
  CHECK(bank->text->text == "du roi");
  CHECK(bank->sentences[0].tokens[1].start == 0);
  CHECK(bank->sentences[0].tokens[1].end == 2);
}

TEST_CASE("what was read is written as it was") {
  const auto bank = parse(two_words);
  REQUIRE(bank);
  std::string out;
  write_conllu(bank->sentences[0], bank->text->text, 1, out);
  CHECK(out == "# sent_id = 1\n# text = They go.\n" + with_tabs(two_words));
}

TEST_CASE("another language's words without XPOS, contractions and empty nodes are read and written") {
  const auto bank = read_conllu(std::string(DEMARCHE_SOURCE_DIR) + "/tests/cases/conllu/invented.conllu",
                                Trees::Required);
  REQUIRE(bank);
  REQUIRE(bank->sentences.size() == 27);
  CHECK(bank->text->text.starts_with("Kâlu pès nalo pès. Kâlu pèsët lo harò. Kâlu lo mintët. "));
  CHECK(bank->sentences[2].tokens.size() == 4);  // the empty node is none of them
  CHECK(bank->sentences[0].tokens[0].xpos == "VERB");
  const CodePointIndex index(bank->text->text);
  std::string out;
  for (const auto& sent : bank->sentences) {
    std::string again;
    write_conllu(sent, index.slice(sent.start, sent.end), 1, again);
    CHECK(parse_conllu(again, "again", Trees::Required)->text->text == index.slice(sent.start, sent.end));
    out += again;
  }
  CHECK(out.find("3-4\tnalo\t_") != out.npos);
  CHECK(out.find("3-4\tdu\t_") != out.npos);
}

TEST_CASE("odd lines that mean no harm are read") {
  const std::string words = with_tabs(two_words);
  std::string windows;
  for (const char c : words) windows += c == '\n' ? "\r\n" : std::string(1, c);
  for (const auto& text :
       {"\xEF\xBB\xBF" + words, windows, "\n\n" + words + "\n", words.substr(0, words.size() - 2),
        "#\n# global.columns = ID FORM\n" + words}) {
    const auto bank = parse_conllu(text, "odd", Trees::Required);
    REQUIRE(bank);
    CHECK(bank->text->text == "They go.");
  }
}

TEST_CASE("sentences without trees are read where trees are optional") {
  const std::string bare = "1 They _ _ _ _ _ _ _ _\n\n";
  CHECK(parse(bare, Trees::Optional));
  CHECK(message_for(bare) == "bank.conllu:2: a word of the sentence has no head or no relation");
}

TEST_CASE("malformed CoNLL-U is refused with the line and the reason") {
  CHECK(message_for("1 a b\n") == "bank.conllu:1: not 10 fields separated by tabs");
  CHECK(message_for("2 a _ _ _ _ 0 root _ _\n") == "bank.conllu:1: word '2' where 1 is next");
  CHECK(message_for("x a _ _ _ _ 0 root _ _\n") == "bank.conllu:1: word 'x' where 1 is next");
  CHECK(message_for("1 a _ _ _ _ y root _ _\n") == "bank.conllu:1: head 'y' is no number");
  CHECK(message_for("1 a _ _ _ _ 7 dep _ _\n\n") == "bank.conllu:2: head 7 in a sentence of 1 words");
  CHECK(message_for("1 a _ _ _ _ 0 root _ _\n2 b _ _ _ _ 0 root _ _\n\n") ==
        "bank.conllu:3: the sentence has 2 roots");
  CHECK(message_for("1 a _ _ _ _ 0 root _ _\n2 b _ _ _ _ 3 dep _ _\n3 c _ _ _ _ 2 dep _ _\n\n") ==
        "bank.conllu:4: the heads above word 2 form a circle");
  CHECK(message_for("1-9 ab _ _ _ _ _ _ _ _\n1 a _ _ _ _ 0 root _ _\n\n") ==
        "bank.conllu:3: the sentence ends inside a multiword token");
  CHECK(message_for("2-1 ab _ _ _ _ _ _ _ _\n") ==
        "bank.conllu:1: '2-1' is no range of words that begins at 1");
  CHECK(message_for("1 \xff _ _ _ _ 0 root _ _\n\n") == "bank.conllu: not UTF-8");
}

TEST_CASE("a treebank cut at any byte is read or refused, never worse") {
  const auto whole = with_tabs(
      "1-2 don’t _ _ _ _ _ _ _ _\n1 do do AUX VBP _ 0 root _ _\n2 n’t not PART RB _ 1 advmod _ _\n\n");
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const auto bank = parse_conllu(whole.substr(0, length), "cut", Trees::Optional);
    if (!bank) CHECK_FALSE(bank.error().why.empty());
  }
}

TEST_CASE("a treebank that is not there is an error") {
  const auto bank = read_conllu("/nowhere/bank.conllu", Trees::Required);
  REQUIRE_FALSE(bank);
  CHECK(bank.error().kind == ErrorKind::NotFound);
}

}  // namespace demarche
