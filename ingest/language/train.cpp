#include "ingest/language/train.h"

#include <fmt/format.h>

#include <chrono>
#include <fstream>
#include <iterator>
#include <optional>
#include <ratio>
#include <utility>

#include "graph/model/json.h"
#include "ingest/language/build_model.h"
#include "ingest/language/checkpoint.h"
#include "ingest/language/conllu.h"
#include "ingest/language/figures.h"
#include "ingest/language/language_model.h"

namespace demarche {
namespace {

constexpr std::size_t epochs_between_figures = 5;

Result<std::vector<Treebank>> read_all(const std::vector<std::string>& files) {
  std::vector<Treebank> banks;
  for (const auto& file : files) {
    auto bank = read_conllu(file, Trees::Required);
    if (!bank) return tl::make_unexpected(bank.error());
    banks.push_back(std::move(*bank));
  }
  return banks;
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

// Everything a training has, and what is done behind its epochs.
class Workshop {
 public:
  Workshop(const TrainOptions& options, std::string provenance, const Progress& progress)
      : options_(options),
        checkpoint_(options.checkpoint.empty() ? options.out + ".checkpoint" : options.checkpoint),
        provenance_(std::move(provenance)),
        progress_(progress) {}

  Result<void> read() {
    auto banks = read_all(options_.treebanks);
    if (!banks) return tl::make_unexpected(banks.error());
    banks_ = std::move(*banks);
    for (const auto& bank : banks_)
      training_.insert(training_.end(), bank.sentences.begin(), bank.sentences.end());
    if (training_.empty())
      return fail(ErrorKind::Malformed, options_.treebanks.front(), "no sentences to learn from");
    if (options_.dev.empty()) return {};
    auto dev = read_conllu(options_.dev, Trees::Required);
    if (!dev) return tl::make_unexpected(dev.error());
    dev_ = std::move(*dev);
    return {};
  }

  Result<Checkpoint> learn(const Learner& learner) {
    if (options_.from_checkpoint) return Checkpoint::read(checkpoint_);
    if (!learner)
      return fail(ErrorKind::Unsupported, "train", "this program was built without the trainer",
                  "configure with -DDEMARCHE_TRAINER=ON");
    std::optional<Checkpoint> start;
    if (options_.resume) {
      auto kept = Checkpoint::read(checkpoint_);
      if (!kept) return kept;
      start = std::move(*kept);
    }
    started_ = std::chrono::steady_clock::now();
    const Lessons lessons{training_, banks_.front().sentences.size()};
    return learner(options_, lessons, start ? &*start : nullptr,
                   [&](const Checkpoint& network, std::size_t epoch, double loss) {
                     return look_at(network, epoch, loss);
                   });
  }

  // Writes the model and measures it.
  Result<Figures> build(const Checkpoint& network) const {
    if (auto built = build_model(network, training_, provenance_, options_.out); !built)
      return tl::make_unexpected(built.error());
    if (!dev_) return Figures{};
    const auto model = LanguageModel::open(options_.out);
    if (!model) return tl::make_unexpected(model.error());
    return measure(*model, *dev_);
  }

  [[nodiscard]] bool can_measure() const { return dev_.has_value(); }

 private:
  Result<void> look_at(const Checkpoint& network, std::size_t epoch, double loss) {
    ++epochs_run_;
    if (auto written = network.write(checkpoint_); !written) return written;
    auto line = fmt::format("epoch {} of {}: loss {:.4f}", epoch, options_.epochs, loss);
    if (can_measure() && epoch % epochs_between_figures == 0) {
      const auto figures = build(network);
      if (!figures) return tl::make_unexpected(figures.error());
      const auto& dev = figures->gold_tokens;
      line += fmt::format("; XPOS {:.2f} UAS {:.2f} LAS {:.2f} core arcs {:.2f}", 100 * dev.xpos.f1(),
                          100 * dev.uas.f1(), 100 * dev.las.f1(), 100 * dev.core.f1());
    }
    const std::chrono::duration<double, std::ratio<60>> elapsed = std::chrono::steady_clock::now() - started_;
    const auto left = static_cast<double>(options_.epochs - epoch) / static_cast<double>(epochs_run_);
    progress_(fmt::format("{}; {:.0f} minutes, {:.0f} to go", line, elapsed.count(), elapsed.count() * left));
    return {};
  }

  const TrainOptions& options_;
  std::string checkpoint_, provenance_;
  const Progress& progress_;
  std::vector<Treebank> banks_;
  std::vector<Sentence> training_;  // of all, pointing into their texts
  std::optional<Treebank> dev_;
  std::chrono::steady_clock::time_point started_;
  std::size_t epochs_run_ = 0;
};

}  // namespace

Result<void> train(const TrainOptions& options, const Learner& learner, const Progress& progress) {
  const auto provenance = provenance_of(options);
  if (!provenance) return tl::make_unexpected(provenance.error());
  Workshop shop(options, *provenance, progress);
  if (auto read = shop.read(); !read) return read;
  const auto network = shop.learn(learner);
  if (!network) return tl::make_unexpected(network.error());
  const auto figures = shop.build(*network);
  if (!figures) return tl::make_unexpected(figures.error());
  if (shop.can_measure()) progress(figures_as_table(*figures, ByLabel::No));
  return {};
}

}  // namespace demarche
