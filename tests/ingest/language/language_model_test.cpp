// A model from its parts: made, opened, used by threads. What the shipped one finds is tested where it is
// used, but for one text, whose every byte is pinned here.
#include "ingest/language/language_model.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "graph/model/unicode.h"
#include "ingest/language/build_model.h"
#include "ingest/language/conllu.h"
#include "ingest/language/tokenize.h"
#include "tests/ingest/language/small_network.h"
#include "tests/ingest/language/temporary_folder.h"

namespace demarche {
namespace {

Treebank lessons() {
  auto bank = parse_conllu(
      "1\tThe\tthe\tDET\tDT\tDefinite=Def\t2\tdet\t_\t_\n2\ttalks\ttalk\tNOUN\tNN\tNumber=Plur\t3\tnsubj\t_"
      "\t_\n"
      "3\tfailed\tfail\tVERB\tVBD\tTense=Past|VerbForm=Fin\t0\troot\t_\tSpaceAfter=No\n"
      "4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n",
      "lessons", Trees::Required);
  REQUIRE(bank);
  return std::move(*bank);
}

struct SmallModel {
  TemporaryFolder folder;
  Result<LanguageModel> model;

  SmallModel() : model(made()) { REQUIRE(model); }

  Result<LanguageModel> made() {
    const auto bank = lessons();
    REQUIRE(build_model(small_network(), bank.sentences, R"({"language":"test"})", folder / "model"));
    return LanguageModel::open(folder / "model");
  }
};

Document document() {
  Document doc;
  doc.title = "TALKS FAILED";
  for (int i = 0; i < 40; ++i) doc.text += "The talks failed. Peace failed the talks, the plan failed.\n\n";
  return doc;
}

std::string written(const LanguageModel& model) {
  const auto doc = document();
  auto sentences = tokenize(doc);
  const auto room = model.make_room();
  model.annotate(sentences, *room);
  std::string out;
  for (std::size_t i = 0; i < sentences.size(); ++i) write_conllu(sentences[i], "", i + 1, out);
  return out;
}

}  // namespace

TEST_CASE("a model fills all that a token has") {
  const SmallModel small;
  CHECK(small.model->provenance() == R"({"language":"test"})");
  const auto doc = document();
  auto sentences = tokenize(doc);
  const auto room = small.model->make_room();
  small.model->annotate(sentences, *room);
  CHECK(form_to_read(sentences[0].tokens[0]).view() == "Talks");
  for (const auto& sent : sentences) {
    CHECK(sent.is_parsed());
    for (const auto& tok : sent.tokens) {
      CHECK_FALSE(tok.lemma.empty());
      CHECK_FALSE(tok.xpos.empty());
      CHECK((tok.xpos != "VBD" || tok.upos != "VERB" || tok.features == "Tense=Past|VerbForm=Fin"));
    }
  }
}

TEST_CASE("only the chosen sentences of a document are parsed") {
  const SmallModel small;
  const auto doc = document();
  auto sentences = tokenize(doc);
  const auto room = small.model->make_room();
  const std::span<Sentence> documents[] = {sentences};
  Sentence* const chosen[] = {&sentences[2]};
  small.model->annotate(documents, chosen, *room);
  CHECK(sentences[2].is_parsed());
  CHECK_FALSE(sentences[1].is_parsed());
}

TEST_CASE("threads share a model, and all find the same") {
  const SmallModel small;
  const auto alone = written(*small.model);
  std::vector<std::string> found(4);
  std::vector<std::thread> threads;
  for (auto& out : found) threads.emplace_back([&out, &small] { out = written(*small.model); });
  for (auto& thread : threads) thread.join();
  for (const auto& out : found) CHECK((out == alone));
}

TEST_CASE("the same network and lessons make the same bytes") {
  const TemporaryFolder folder;
  const auto bank = lessons();
  const auto bytes = [&](const char* name) {
    REQUIRE(build_model(small_network(), bank.sentences, "{}", folder / name));
    std::ifstream in(folder / name, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  CHECK((bytes("one") == bytes("other")));
}

// A model that is trained anew gives another hash; nothing else may.
TEST_CASE("the shipped model finds the same on every machine") {
  const auto model = LanguageModel::open(DEMARCHE_SOURCE_DIR "/data/english.model");
  REQUIRE(model);
  Document doc;
  doc.title = "EU LEADERS REJECT 28-POINT PLAN, SAY ENVOYS";
  doc.text =
      "BRUSSELS (Reuters) - European leaders, who had been asked to accept the plan by Friday, turned it "
      "down.\n\n“We can't agree to what we weren't shown,” said Jane D. Smith, Ruritania's foreign minister. "
      "It was not clear whether Moscow, which proposed 12 of the points, or Kyiv would be willing to go on "
      "talking and whether the U.S. would let them.\n\n"
      "Profits of Foo Corp. <FOO> rose 5.5 pct to 1,250.5 mln dlrs. Did it bid? No - it dropped its offer.";
  auto sentences = tokenize(doc);
  const auto room = model->make_room();
  model->annotate(sentences, *room);
  std::string out;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const CodePointIndex index(sentences[i].field == Field::Title ? doc.title : doc.text);
    write_conllu(sentences[i], index.slice(sentences[i].start, sentences[i].end), i + 1, out);
  }
  INFO(out);
  CHECK(sha256(out) == "6288c07806009857fd699df3896f0229879b9a58d852e203b834a680f7ec3527");
}

}  // namespace demarche
