#include "ingest/language/train.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "graph/model/json.h"
#include "ingest/language/build_model.h"
#include "ingest/language/checkpoint.h"
#include "ingest/language/conllu.h"
#include "ingest/language/figures.h"
#include "ingest/language/language_model.h"

namespace demarche {
namespace {

Result<std::vector<Treebank>> read_all(const std::vector<std::string>& files) {
  std::vector<Treebank> banks;
  for (const auto& file : files) {
    auto bank = read_conllu(file, Trees::Required);
    if (!bank) return tl::make_unexpected(bank.error());
    banks.push_back(std::move(*bank));
  }
  return banks;
}

Result<Checkpoint> learn(const TrainOptions& options, std::span<const Sentence> training,
                         const Learner& learner, const Progress& progress) {
  const auto checkpoint = options.checkpoint.empty() ? options.out + ".checkpoint" : options.checkpoint;
  if (options.from_checkpoint) return Checkpoint::read(checkpoint);
  if (!learner)
    return fail(ErrorKind::Unsupported, "train", "this program was built without the trainer",
                "configure with -DDEMARCHE_TRAINER=ON");
  return learner(options, training, checkpoint, progress);
}

Result<std::string> provenance_of(const TrainOptions& options) {
  if (options.provenance.empty()) return std::string("{}");
  std::ifstream in(options.provenance, std::ios::binary);
  if (!in) return fail(ErrorKind::NotFound, options.provenance, "cannot be read");
  std::string text(std::istreambuf_iterator<char>(in), {});
  if (const auto object = json::parse(text); !object || !object->IsObject())
    return fail(ErrorKind::Malformed, options.provenance, "not a JSON object");
  return text;
}

}  // namespace

Result<void> train(const TrainOptions& options, const Learner& learner, const Progress& progress) {
  const auto provenance = provenance_of(options);
  if (!provenance) return tl::make_unexpected(provenance.error());
  const auto banks = read_all(options.treebanks);
  if (!banks) return tl::make_unexpected(banks.error());
  std::vector<Sentence> training;
  for (const auto& bank : *banks)
    training.insert(training.end(), bank.sentences.begin(), bank.sentences.end());
  if (training.empty())
    return fail(ErrorKind::Malformed, options.treebanks.front(), "no sentences to learn from");

  const auto network = learn(options, training, learner, progress);
  if (!network) return tl::make_unexpected(network.error());
  if (auto built = build_model(*network, training, *provenance, options.out); !built) return built;
  if (options.dev.empty()) return {};

  const auto dev = read_conllu(options.dev, Trees::Required);
  if (!dev) return tl::make_unexpected(dev.error());
  const auto model = LanguageModel::open(options.out);
  if (!model) return tl::make_unexpected(model.error());
  progress(figures_as_table(measure(*model, *dev), ByLabel::No));
  return {};
}

}  // namespace demarche
