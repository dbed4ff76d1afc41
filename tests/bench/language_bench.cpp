// How fast the language layer is, on one core: tokens a second, from text to tokens and from tokens to trees.
// Texts are those of $DEMARCHE_CORPORA/text/reuters.docs.jsonl; the model is $DEMARCHE_MODEL, else
// data/english.model.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "graph/model/document.h"
#include "ingest/language/language_model.h"
#include "ingest/language/tokenize.h"

namespace demarche {
namespace {

constexpr std::size_t documents = 500;

const std::vector<Document>& texts() {
  static const auto read = [] {
    std::vector<Document> docs;
    const char* corpora = std::getenv("DEMARCHE_CORPORA");
    std::ifstream in(std::string(corpora ? corpora : ".") + "/text/reuters.docs.jsonl");
    for (std::string line; docs.size() < documents && std::getline(in, line);)
      if (auto doc = document_from_json(line)) docs.push_back(std::move(*doc));
    return docs;
  }();
  return read;
}

std::size_t token_count(const std::vector<Sentence>& sentences) {
  std::size_t count = 0;
  for (const auto& sent : sentences) count += sent.tokens.size();
  return count;
}

void text_to_tokens(benchmark::State& state) {
  if (texts().empty()) return state.SkipWithError("no texts: set DEMARCHE_CORPORA");
  std::size_t count = 0;
  for (auto _ : state)
    for (const auto& doc : texts()) count += token_count(tokenize(doc));
  state.SetItemsProcessed(static_cast<std::int64_t>(count));
}
BENCHMARK(text_to_tokens)->Unit(benchmark::kMillisecond);

// The argument is the number of documents that are annotated at once.
void tokens_to_trees(benchmark::State& state) {
  if (texts().empty()) return state.SkipWithError("no texts: set DEMARCHE_CORPORA");
  const char* path = std::getenv("DEMARCHE_MODEL");
  const auto model = LanguageModel::open(path ? path : DEMARCHE_SOURCE_DIR "/data/english.model");
  if (!model) return state.SkipWithError(model.error().message().c_str());
  std::vector<std::vector<Sentence>> read;
  for (const auto& doc : texts()) read.push_back(tokenize(doc));

  const auto room = model->make_room();
  const auto at_once = static_cast<std::size_t>(state.range(0));
  std::size_t count = 0;
  for (auto _ : state)
    for (std::size_t first = 0; first < read.size(); first += at_once) {
      std::vector<std::span<Sentence>> group;
      for (std::size_t i = first; i < std::min(first + at_once, read.size()); ++i) {
        group.emplace_back(read[i]);
        count += token_count(read[i]);
      }
      model->annotate(group, *room);
    }
  state.SetItemsProcessed(static_cast<std::int64_t>(count));
}
BENCHMARK(tokens_to_trees)->Arg(1)->Arg(8)->Arg(32)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace demarche

BENCHMARK_MAIN();
