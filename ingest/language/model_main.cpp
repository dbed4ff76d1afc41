// demarche-model: makes, measures and tries out models of a language. Exit status as `demarche`: 0 done, 2
// error.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "graph/model/unicode.h"
#include "ingest/language/build_model.h"
#include "ingest/language/conllu.h"
#include "ingest/language/figures.h"
#include "ingest/language/language_model.h"
#include "ingest/language/tokenize.h"
#include "ingest/language/train.h"
#include "ingest/stances/learn/learn_model.h"
#ifdef DEMARCHE_TRAINER
#include "ingest/language/trainer/train_network.h"
#endif

namespace demarche {
namespace {

constexpr int failure = 2;

int report(const Error& error) {
  std::cerr << "demarche-model: " << error.message() << '\n';
  return failure;
}

struct EvaluateOptions {
  std::string model;
  std::string treebank;
  bool as_json = false;
  bool by_label = false;
};

int run_evaluate(const EvaluateOptions& options) {
  const auto model = LanguageModel::open(options.model);
  if (!model) return report(model.error());
  const auto gold = read_conllu(options.treebank, Trees::Required);
  if (!gold) return report(gold.error());
  const auto figures = measure(*model, *gold);
  if (options.as_json)
    std::cout << figures_as_json(figures) << '\n';
  else
    std::cout << figures_as_table(figures, options.by_label ? ByLabel::Yes : ByLabel::No);
  return 0;
}

struct AnnotateOptions {
  std::string model;
  std::string input = "-";
  bool is_conllu = false;
};

Result<std::string> contents_of(const std::string& path) {
  if (path == "-") return std::string(std::istreambuf_iterator<char>(std::cin), {});
  std::ifstream in(path, std::ios::binary);
  if (!in) return fail(ErrorKind::NotFound, path, "cannot be read");
  return std::string(std::istreambuf_iterator<char>(in), {});
}

void print_annotated(const LanguageModel& model, std::span<Sentence> sentences, const Document& doc) {
  const auto room = model.make_room();
  model.annotate(sentences, *room);
  const CodePointIndex index(doc.text);
  std::string out;
  std::size_t number = 0;
  for (const auto& sent : sentences) write_conllu(sent, index.slice(sent.start, sent.end), ++number, out);
  std::cout << out;
}

int run_annotate(const AnnotateOptions& options) {
  const auto model = LanguageModel::open(options.model);
  if (!model) return report(model.error());
  auto contents = contents_of(options.input);
  if (!contents) return report(contents.error());
  if (options.is_conllu || options.input.ends_with(".conllu")) {
    auto bank = parse_conllu(std::move(*contents), options.input, Trees::Optional);
    if (!bank) return report(bank.error());
    print_annotated(*model, bank->sentences, *bank->text);
    return 0;
  }
  if (!is_utf8(*contents)) return report({ErrorKind::Malformed, options.input, "not UTF-8", ""});
  Document doc;
  doc.text = std::move(*contents);
  auto sentences = tokenize(doc, Field::Text);
  print_annotated(*model, sentences, doc);
  return 0;
}

int run_train(const TrainOptions& options) {
#ifdef DEMARCHE_TRAINER
  const Learner learner = train_network;
#else
  const Learner learner;
#endif
  const auto trained =
      train(options, learner, [](const std::string& line) { std::cerr << line << std::endl; });
  return trained ? 0 : report(trained.error());
}

struct JudgingOptions {
  std::vector<std::string> docs, gold, choose_docs, choose_gold;
  std::string data, out;
  Pipeline::Judge judge = Pipeline::Judge::Nobody;  // of what the candidates rest on
  AddDocument add;
  Learning learning;
};

Result<void> add_all(const Pipeline& pipeline, const std::vector<std::string>& docs,
                     const std::vector<std::string>& gold, const AddDocument& add, Candidates& to) {
  if (docs.size() != gold.size())
    return fail(ErrorKind::Usage, "", "every file of documents needs its file of gold, in the same order");
  for (std::size_t i = 0; i < docs.size(); ++i) {
    const auto annotated = read_gold(gold[i]);
    if (!annotated) return tl::make_unexpected(annotated.error());
    if (auto added = add_documents(pipeline, docs[i], *annotated, add, to); !added) return added;
  }
  return {};
}

int run_train_judge(const JudgingOptions& options) {
  const std::filesystem::path data = options.data;
  auto gazetteer = Gazetteer::load(data / "actors.jsonl");
  if (!gazetteer) return report(gazetteer.error());
  const auto pipeline = Pipeline::load(data, std::move(*gazetteer), options.judge);
  if (!pipeline) return report(pipeline.error());
  Candidates to_learn, to_choose;
  if (auto read = add_all(*pipeline, options.docs, options.gold, options.add, to_learn); !read)
    return report(read.error());
  if (auto read = add_all(*pipeline, options.choose_docs, options.choose_gold, options.add, to_choose); !read)
    return report(read.error());
  const auto learnt = learn_model(to_learn, to_choose, options.learning);
  if (!learnt) return report(learnt.error());
  std::ofstream out(options.out, std::ios::binary);
  out << learnt->model;
  if (!out.flush()) return report({ErrorKind::Unreadable, options.out, "cannot be written", ""});
  std::cout << learnt->report;
  return 0;
}

void add_train_judge(CLI::App& command, JudgingOptions& options) {
  command.add_option("--docs", options.docs, "Documents (JSON Lines)")->required();
  command.add_option("--gold", options.gold, "Their annotation (JSON Lines), a file for each of --docs")
      ->required();
  command.add_option("--choose-docs", options.choose_docs,
                     "Documents that count for calibration and threshold, and are not learnt from");
  command.add_option("--choose-gold", options.choose_gold, "Their annotation");
  command.add_option("--data", options.data, "The data folder, with the word lists and english.model")
      ->required();
  command.add_option("--out", options.out, "The model file to write")->required();
  command.add_option("--least", options.learning.least, "Leave out the features of fewer candidates")
      ->capture_default_str();
  command.add_option("--about", options.learning.provenance,
                     "A line on what it is learnt from, for its head");
}

void add_train(CLI::App& command, TrainOptions& options) {
  command.add_option("--train", options.treebanks, "Treebanks to learn from (CoNLL-U)")->required();
  command.add_option("--dev", options.dev, "Treebank to measure progress on");
  command.add_option("--out", options.out, "The model file to write")->required();
  command.add_option("--vectors", options.vectors,
                     "Word vectors: a word and its numbers a line, frequent words first");
  command.add_option("--checkpoint", options.checkpoint, "Where the network is kept while it learns");
  command.add_flag("--from-checkpoint", options.from_checkpoint, "Make the model of the checkpoint as it is");
  command.add_flag("--resume", options.resume, "Go on behind the checkpoint's last epoch");
  command.add_option("--epochs", options.epochs, "Times to read the treebanks")->capture_default_str();
  command.add_option("--settle", options.settle, "How many of them, the last, read the first treebank only")
      ->capture_default_str();
  command.add_option("--hidden", options.hidden, "Units of the encoder, a layer and direction")
      ->capture_default_str();
  command.add_option("--provenance", options.provenance,
                     "A JSON file to keep in the model, beside the figures");

  command.footer(
      "Any treebank of Universal Dependencies will do; word vectors are optional.\n"
      "  demarche-model train --train en_ewt-train.conllu en_gum-train.conllu --dev en_ewt-dev.conllu \\\n"
      "    --vectors glove.txt --out english.model\n"
      "  demarche-model train --train fr_gsd-train.conllu --dev fr_gsd-dev.conllu --out french.model\n"
      "  demarche-model train --train fr_gsd-train.conllu --out french.model --resume");
}

void add_evaluate(CLI::App& command, EvaluateOptions& options) {
  command.add_option("TREEBANK", options.treebank, "CoNLL-U")->required();
  command.add_option("--model", options.model, "The model file")->required();
  command.add_flag("--labels", options.by_label, "Also each label of the trees");
  command.add_flag("--json", options.as_json, "As JSON");

  command.footer(
      "  demarche-model evaluate en_ewt-test.conllu --model english.model --labels\n"
      "  demarche-model evaluate en_ewt-test.conllu --model english.model --json");
}

void add_annotate(CLI::App& command, AnnotateOptions& options) {
  command.add_option("FILE", options.input,
                     "A text, or CoNLL-U where its name ends so; - for standard input");
  command.add_option("--model", options.model, "The model file")->required();
  command.add_flag("--conllu", options.is_conllu, "The input is CoNLL-U: keep its tokens and sentences");

  command.footer(
      "  demarche-model annotate article.txt --model english.model\n"
      "  demarche-model annotate --conllu --model english.model < gold.conllu");
}

int run(int argc, char** argv) {
  CLI::App app("Makes, measures and tries out models of a language.", "demarche-model");
  app.require_subcommand(1);

  TrainOptions training;
  auto* train = app.add_subcommand("train", "Learn a model from treebanks");
  add_train(*train, training);
  EvaluateOptions evaluation;
  auto* evaluate = app.add_subcommand("evaluate", "Compare a model with a treebank");
  add_evaluate(*evaluate, evaluation);
  AnnotateOptions annotation;
  auto* annotate = app.add_subcommand("annotate", "Print texts as CoNLL-U with tags, lemmas and trees");
  add_annotate(*annotate, annotation);
  JudgingOptions stances;
  stances.judge = Pipeline::Judge::OfLinks;
  stances.add = add_stances;
  auto* train_stances =
      app.add_subcommand("train-stances", "Learn how likely a stance is right from annotated documents");
  add_train_judge(*train_stances, stances);
  JudgingOptions links;
  links.add = add_links;
  links.learning.kind = coreference_model;
  auto* train_links = app.add_subcommand(
      "train-coreference", "Learn when two mentions name one proposal from annotated documents");
  add_train_judge(*train_links, links);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : failure;
  }
  if (train->parsed()) return run_train(training);
  if (train_stances->parsed()) return run_train_judge(stances);
  if (train_links->parsed()) return run_train_judge(links);
  return evaluate->parsed() ? run_evaluate(evaluation) : run_annotate(annotation);
}

}  // namespace
}  // namespace demarche

int main(int argc, char** argv) {
  return demarche::run(argc, argv);
}
