#include "ingest/language/figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <span>
#include <utility>
#include <vector>

#include "graph/model/json.h"
#include "ingest/language/tokenize.h"

namespace demarche {
namespace {

struct Row {
  const char* name;
  Score Evaluation::*score;
};
constexpr std::array rows = {Row{"tokens", &Evaluation::tokens},
                             Row{"words", &Evaluation::words},
                             Row{"sentences", &Evaluation::sentences},
                             Row{"UPOS", &Evaluation::upos},
                             Row{"XPOS", &Evaluation::xpos},
                             Row{"features", &Evaluation::features},
                             Row{"lemmas", &Evaluation::lemmas},
                             Row{"UAS", &Evaluation::uas},
                             Row{"LAS", &Evaluation::las},
                             Row{"core arcs", &Evaluation::core}};

std::vector<Sentence> without_analysis(std::span<const Sentence> sentences) {
  std::vector<Sentence> bare(sentences.begin(), sentences.end());
  for (auto& sent : bare)
    for (auto& tok : sent.tokens) {
      tok.upos = tok.xpos = tok.features = tok.deprel = {};
      tok.lemma.clear();
      tok.head = -1;
    }
  return bare;
}

// Annotates document by document, as texts are read.
void annotate_documents(const LanguageModel& model, std::span<Sentence> sentences,
                        std::span<const std::size_t> starts) {
  const auto room = model.make_room();
  std::vector<std::span<Sentence>> documents;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const auto end = i + 1 < starts.size() ? starts[i + 1] : sentences.size();
    documents.push_back(sentences.subspan(starts[i], end - starts[i]));
  }
  model.annotate(documents, *room);
}

// How often a second `work` does one of its `items`.
template <class Work>
double rate(std::size_t items, Work work) {
  const auto started = std::chrono::steady_clock::now();
  work();
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - started;
  return static_cast<double>(items) / std::max(taken.count(), 1e-9);
}

void write_score(json::Writer& out, const char* name, const Score& score) {
  out.Key(name);
  out.StartObject();
  out.Key("precision");
  out.Double(score.precision());
  out.Key("recall");
  out.Double(score.recall());
  out.Key("f1");
  out.Double(score.f1());
  out.Key("gold");
  out.Uint64(score.gold);
  out.EndObject();
}

void write_evaluation(json::Writer& out, const char* name, const Evaluation& evaluation) {
  out.Key(name);
  out.StartObject();
  for (const auto& row : rows) write_score(out, row.name, evaluation.*row.score);
  out.Key("labels");
  out.StartObject();
  for (const auto& [label, score] : evaluation.labels) write_score(out, label.c_str(), score);
  out.EndObject();
  out.EndObject();
}

}  // namespace

Figures measure(const LanguageModel& model, const Treebank& gold) {
  Figures figures;
  auto given = without_analysis(gold.sentences);
  std::size_t words = 0;
  for (const auto& sent : given) words += sent.tokens.size();
  figures.parsing = rate(words, [&] { annotate_documents(model, given, gold.document_starts); });
  figures.gold_tokens = evaluate(gold.sentences, given);

  std::vector<Sentence> read;
  figures.tokenizing = rate(words, [&] { read = tokenize(*gold.text, Field::Text); });
  const std::vector<std::size_t> one_document(read.empty() ? 0 : 1, 0);
  annotate_documents(model, read, one_document);
  figures.raw_text = evaluate(gold.sentences, read);
  return figures;
}

std::string figures_as_table(const Figures& figures, ByLabel by_label) {
  std::string table = fmt::format("{:<14}{:>12}{:>12}\n", "F1, percent", "gold tokens", "raw text");
  const auto line = [&](std::string_view name, const Score& given, const Score& read) {
    table += fmt::format("{:<14}{:>12.2f}{:>12.2f}\n", name, 100 * given.f1(), 100 * read.f1());
  };
  for (const auto& row : rows) line(row.name, figures.gold_tokens.*row.score, figures.raw_text.*row.score);
  table += fmt::format("\nTokens a second, here and now: text to tokens {:.0f}, tokens to trees {:.0f}\n",
                       figures.tokenizing, figures.parsing);
  if (by_label == ByLabel::No) return table;
  table += '\n';
  for (const auto& [label, score] : figures.gold_tokens.labels) {
    const auto read = figures.raw_text.labels.find(label);
    line(label, score, read == figures.raw_text.labels.end() ? Score{} : read->second);
  }
  return table;
}

std::string figures_as_json(const Figures& figures) {
  rapidjson::StringBuffer buffer;
  json::Writer out(buffer);
  out.SetMaxDecimalPlaces(4);
  out.StartObject();
  write_evaluation(out, "gold_tokens", figures.gold_tokens);
  write_evaluation(out, "raw_text", figures.raw_text);
  out.Key("tokens_per_second");
  out.StartObject();
  out.Key("text_to_tokens");
  out.Double(figures.tokenizing);
  out.Key("tokens_to_trees");
  out.Double(figures.parsing);
  out.EndObject();
  out.EndObject();
  return json::text_of(buffer);
}

}  // namespace demarche
