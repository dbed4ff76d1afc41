// Adam with a short warm-up and a rate that falls along a cosine; what is kept is a moving average of the
// parameters. Every epoch draws its own random numbers, so that one can go on behind any.
#include "ingest/language/trainer/train_network.h"

#include <ATen/Context.h>
#include <dlfcn.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <utility>

#include "ingest/language/trainer/network.h"
#include "ingest/language/trainer/optimiser.h"
#include "ingest/language/trainer/training_data.h"
#include "ingest/language/word_shape.h"

namespace demarche {
namespace {

constexpr std::uint64_t seed = 1;
constexpr std::size_t batch_words = 2000;
constexpr double top_rate = 3e-3;
constexpr double settling_rate = 3e-4;
constexpr double last_rate = 1e-5;
constexpr double warm_up = 0.6;                 // epochs
constexpr std::size_t outside_words = 150'000;  // frequent words whose outside vectors the model keeps

// One thread for torch and for OpenBLAS, which has its own: small products lose by more, and sums then depend
// on their number.
void use_one_thread() {
  at::set_num_threads(1);
  at::globalContext().setFlushDenormal(true);
  if (auto* set = ::dlsym(RTLD_DEFAULT, "openblas_set_num_threads")) reinterpret_cast<void (*)(int)>(set)(1);
}

double fall(double share_done) {
  return 0.5 + 0.5 * std::cos(std::numbers::pi * share_done);
}

std::vector<std::string> forms_of(std::span<const Sentence> sentences) {
  std::vector<std::string> forms;
  for (const auto& sent : sentences)
    for (const auto& tok : sent.tokens) forms.emplace_back(normalised(tok.form).view());
  return forms;
}

class Training {
 public:
  Training(const NetworkSizes& sizes, const TrainingData& data, const TrainOptions& options)
      : data_(data),
        network_(sizes, data),
        optimiser_(network_.values()),
        epochs_(options.epochs),
        settled_epochs_(std::min(options.settle, options.epochs)) {}

  // Goes on where `start` was written. False where that is not a network of this shape and these words.
  [[nodiscard]] bool resume(const Checkpoint& start) {
    const auto state = start.tensors.find("optimiser");
    const auto epoch = start.tensors.find("epoch");
    if (state == start.tensors.end() || epoch == start.tensors.end() || epoch->second.size() != 1)
      return false;
    epoch_ = static_cast<std::size_t>(epoch->second.front());
    return start.lists == data_.lists() && optimiser_.restore(state->second);
  }

  [[nodiscard]] bool is_done() const { return epoch_ >= epochs_; }
  [[nodiscard]] std::size_t epoch() const { return epoch_; }

  // Reads all sentences once, or those of the first treebank. Returns the mean loss.
  double run_epoch() {
    torch::manual_seed(seed + epoch_);
    std::mt19937_64 random(seed + epoch_);
    const std::size_t first_settled = epochs_ - settled_epochs_;
    if (epoch_ == first_settled) optimiser_.restart();
    const bool is_settling = epoch_ >= first_settled;
    const auto batches = data_.shuffled(batch_words, is_settling ? From::FirstTreebank : From::All, random);
    double sum = 0;
    for (std::size_t i = 0; i < batches.size(); ++i) {
      const auto loss = network_.loss(data_.batch(batches[i]));
      loss.backward();
      const double done =
          static_cast<double>(epoch_) + static_cast<double>(i) / static_cast<double>(batches.size());
      optimiser_.step(network_.gradients(), is_settling
                                                ? settling_rate_at(done - static_cast<double>(first_settled))
                                                : rate_at(done));
      sum += loss.item<double>();
    }
    ++epoch_;
    return sum / static_cast<double>(batches.size());
  }

  // Writes the averaged parameters, and what `resume` needs.
  void keep(Checkpoint& out) const {
    const auto average = optimiser_.average();
    std::int64_t at = 0;
    for (const auto& [name, parameter] : network_.parameters()) {
      const auto* from = average.data_ptr<float>() + at;
      out.tensors[name].assign(from, from + parameter.numel());
      at += parameter.numel();
    }
    out.tensors["optimiser"] = optimiser_.state();
    out.tensors["epoch"] = {static_cast<float>(epoch_)};
  }

 private:
  [[nodiscard]] double rate_at(double epochs_done) const {
    const double warmth = std::min(1.0, epochs_done / warm_up);
    return warmth * top_rate * fall(epochs_done / static_cast<double>(epochs_ - settled_epochs_)) + last_rate;
  }
  [[nodiscard]] double settling_rate_at(double epochs_done) const {
    return settling_rate * fall(epochs_done / static_cast<double>(settled_epochs_)) + last_rate;
  }

  const TrainingData& data_;
  Network network_;
  Optimiser optimiser_;
  std::size_t epochs_, settled_epochs_;  // the latter are the last of the former
  std::size_t epoch_ = 0;
};

}  // namespace

Result<Checkpoint> train_network(const TrainOptions& options, const Lessons& lessons, const Checkpoint* start,
                                 const AfterEpoch& after_epoch) {
  const auto vectors = OutsideVectors::read(options.vectors, forms_of(lessons.sentences), outside_words);
  if (!vectors) return tl::make_unexpected(vectors.error());
  use_one_thread();
  torch::manual_seed(seed);
  const TrainingData data(lessons, *vectors);
  Checkpoint result;
  result.sizes.hidden = options.hidden;
  result.lists = data.lists();
  result.tensors["glove"] = vectors->numbers;
  Training run(result.sizes, data, options);
  if (start && !run.resume(*start))
    return fail(ErrorKind::Malformed, "checkpoint", "not of a training like this", "train without --resume");
  run.keep(result);
  while (!run.is_done()) {
    const double loss = run.run_epoch();
    run.keep(result);
    if (auto seen = after_epoch(result, run.epoch(), loss); !seen) return tl::make_unexpected(seen.error());
  }
  return result;
}

}  // namespace demarche
