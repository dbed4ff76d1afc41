#include "ingest/language/parser.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "ingest/language/tokenize.h"
#include "tests/ingest/language/small_network.h"
#include "tests/ingest/language/temporary_folder.h"
#include "tests/ingest/language/texts.h"

namespace demarche {
namespace {

struct SmallParser {
  TemporaryFolder folder;
  Result<ModelFile> file;
  Result<Parser> parser;

  explicit SmallParser(const Checkpoint& network = small_network())
      : file(written(network)), parser(Parser::load(*file)) {
    REQUIRE(parser);
  }

  Result<ModelFile> written(const Checkpoint& network) {
    ModelWriter out;
    REQUIRE(quantise(network, out));
    REQUIRE(out.write(folder / "model"));
    return ModelFile::open(folder / "model");
  }
};

// "form/XPOS/head/label" of each token.
std::string analysis(const Sentence& sent) {
  std::string line;
  for (const auto& tok : sent.tokens)
    line += std::string(tok.form) + "/" + std::string(tok.xpos) + "/" + std::to_string(tok.head) + "/" +
            std::string(tok.deprel) + " ";
  return line;
}

bool is_tree(const Sentence& sent) {
  int roots = 0;
  for (const auto& tok : sent.tokens) {
    roots += tok.head < 0;
    if ((tok.head < 0) != (tok.deprel == "root")) return false;
    std::size_t steps = 0;
    for (int at = tok.head; at >= 0; at = sent.tokens[static_cast<std::size_t>(at)].head)
      if (++steps > sent.tokens.size()) return false;
  }
  return roots == 1;
}

}  // namespace

TEST_CASE("every sentence becomes a tree, also one too long to be parsed in one piece") {
  const SmallParser small;
  const auto room = small.parser->make_room();
  std::string text = "Talks failed. The peace-plan talks failed on 12 May, 's-Hertogenbosch.\n\n";
  for (int i = 0; i < 700; ++i) text += i % 3 == 0 ? "peace " : "unseen ";
  const auto doc = document(text);
  auto sentences = tokenize(doc, Field::Text);
  small.parser->parse(sentences, *room);
  REQUIRE(sentences.size() == 3);
  for (const auto& sent : sentences) CHECK(is_tree(sent));
  CHECK(sentences[2].tokens[250].deprel != "root");
}

TEST_CASE("a sentence has the same tree alone and among others") {
  const SmallParser small;
  const auto room = small.parser->make_room();
  std::string text;
  for (int i = 1; i < 90; ++i) {
    for (int word = 0; word < i; ++word)
      text += word % 2 == 0 ? "the talks " : "plan failed " + std::to_string(i) + " ";
    text += ".\n\n";
  }
  const auto doc = document(text);
  auto together = tokenize(doc, Field::Text);
  small.parser->parse(together, *room);
  for (auto& sent : tokenize(doc, Field::Text)) {
    std::vector<Sentence> alone = {sent};
    const auto fresh = small.parser->make_room();
    small.parser->parse(alone, *fresh);
    const auto found =
        std::find_if(together.begin(), together.end(), [&](const auto& s) { return s.start == sent.start; });
    REQUIRE(found != together.end());
    CHECK(analysis(alone.front()) == analysis(*found));
  }
}

TEST_CASE("the same words give the same tree on every machine") {
  const SmallParser small;
  const auto room = small.parser->make_room();
  const auto doc = document("The peace talks failed, as THE plan of the others did.");
  auto sentences = tokenize(doc, Field::Text);
  small.parser->parse(sentences, *room);
  CHECK(analysis(sentences.at(0)) ==
        "The/NN/8/obj peace/NN/7/obj talks/NN/-1/root failed/VBD/6/obj ,/NN/6/obj as/NN/6/obj THE/VBD/2/obj "
        "plan/NN/8/obj of/NN/6/obj the/VBD/6/obj others/NN/6/obj did/NN/6/obj ./NN/6/obj ");
}

TEST_CASE("a network that lacks a part, or has one of another size, is refused by name") {
  auto network = small_network();
  network.tensors["arcs"].pop_back();
  ModelWriter out;
  const auto quantised = quantise(network, out);
  REQUIRE_FALSE(quantised);
  CHECK(quantised.error().why == "'arcs' has 35 numbers where 36 are needed");

  network = small_network();
  network.lists.erase("upos");
  CHECK_FALSE(quantise(network, out));
}

TEST_CASE("a checkpoint comes back as it was written") {
  const TemporaryFolder folder;
  const auto network = small_network();
  REQUIRE(network.write(folder / "checkpoint"));
  const auto read = Checkpoint::read(folder / "checkpoint");
  REQUIRE(read);
  CHECK(read->tensors == network.tensors);
  CHECK(read->lists == network.lists);
  CHECK(read->sizes.hidden == network.sizes.hidden);
}

}  // namespace demarche
