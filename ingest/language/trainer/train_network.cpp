// Adam with a short warm-up and a rate that falls along a cosine; what is kept is a moving average of the
// parameters.
#include "ingest/language/trainer/train_network.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <utility>

#include "ingest/language/trainer/network.h"
#include "ingest/language/trainer/training_data.h"
#include "ingest/language/word_shape.h"

namespace demarche {
namespace {

constexpr std::uint64_t seed = 1;
constexpr std::size_t batch_words = 2000;
constexpr double top_rate = 3e-3;
constexpr double last_rate = 1e-5;
constexpr double warm_up = 100;  // steps
constexpr double first_decay = 0.9;
constexpr double second_decay = 0.95;
constexpr double longest_gradient = 5;
constexpr double average_decay = 0.995;
constexpr std::size_t outside_words = 200'000;  // frequent words whose outside vectors the model keeps

// One parameter with what Adam remembers of it, and its moving average.
struct Slot {
  torch::Tensor value, first, second, average;

  explicit Slot(const torch::Tensor& parameter)
      : value(parameter.detach()),
        first(torch::zeros_like(value)),
        second(torch::zeros_like(value)),
        average(value.clone()) {}
};

class Adam {
 public:
  explicit Adam(const Network& network) : network_(network) {
    for (const auto& [name, parameter] : network.parameters()) slots_.emplace(name, parameter);
  }

  // Takes the gradients that lie beside the parameters, and clears them.
  void step(double rate) {
    const torch::NoGradGuard no_gradient;
    ++steps_;
    double squares = 0;
    for (const auto& [name, parameter] : network_.parameters())
      squares += parameter.grad().to(torch::kDouble).square().sum().item<double>();
    const double shrink = std::min(1.0, longest_gradient / (std::sqrt(squares) + 1e-12));
    const double decay = std::min(average_decay, (1 + steps_) / (10 + steps_));
    for (auto& [name, slot] : slots_) {
      auto& gradient = network_.parameters().at(name).mutable_grad();
      if (shrink < 1) gradient.mul_(shrink);
      slot.first.mul_(first_decay).add_(gradient, 1 - first_decay);
      slot.second.mul_(second_decay).addcmul_(gradient, gradient, 1 - second_decay);
      const auto root = slot.second.sqrt().div_(std::sqrt(1 - std::pow(second_decay, steps_))).add_(1e-8);
      slot.value.addcdiv_(slot.first, root, -rate / (1 - std::pow(first_decay, steps_)));
      slot.average.add_(slot.value - slot.average, 1 - decay);
      gradient.zero_();
    }
  }

  [[nodiscard]] std::map<std::string, std::vector<float>> averages() const {
    std::map<std::string, std::vector<float>> tensors;
    for (const auto& [name, slot] : slots_) {
      const auto flat = slot.average.contiguous();
      tensors[name].assign(flat.data_ptr<float>(), flat.data_ptr<float>() + flat.numel());
    }
    return tensors;
  }

 private:
  const Network& network_;
  std::map<std::string, Slot> slots_;
  double steps_ = 0;
};

double rate_at(double step, double steps) {
  const double falling = 0.5 + 0.5 * std::cos(std::numbers::pi * std::min(1.0, step / steps));
  return top_rate * std::min(1.0, (step + 1) / warm_up) * falling + last_rate;
}

std::vector<std::string> forms_of(std::span<const Sentence> sentences) {
  std::vector<std::string> forms;
  for (const auto& sent : sentences)
    for (const auto& tok : sent.tokens) forms.emplace_back(normalised(tok.form).view());
  return forms;
}

}  // namespace

Result<Checkpoint> train_network(const TrainOptions& options, std::span<const Sentence> training,
                                 const std::string& checkpoint, const Progress& progress) {
  const auto vectors = OutsideVectors::read(options.vectors, forms_of(training), outside_words);
  if (!vectors) return tl::make_unexpected(vectors.error());
  torch::manual_seed(seed);
  at::set_num_threads(1);
  std::mt19937_64 random(seed);
  const TrainingData data(training, *vectors);
  Checkpoint result;
  result.sizes.hidden = options.hidden;
  result.lists = data.lists();
  const Network network(result.sizes, data);
  Adam adam(network);

  double steps = 0;
  double done = 0;
  for (std::size_t epoch = 0; epoch < options.epochs; ++epoch) {
    const auto batches = data.shuffled(batch_words, random);
    if (steps == 0) steps = static_cast<double>(batches.size() * options.epochs);
    double sum = 0;
    for (const auto& batch : batches) {
      const auto loss = network.loss(data.batch(batch));
      loss.backward();
      adam.step(rate_at(done++, steps));
      sum += loss.item<double>();
    }
    progress(fmt::format("epoch {} of {}: loss {:.4f}", epoch + 1, options.epochs,
                         sum / static_cast<double>(batches.size())));
    result.tensors = adam.averages();
    result.tensors["glove"] = vectors->numbers;
    if (const auto written = result.write(checkpoint); !written) return tl::make_unexpected(written.error());
  }
  return result;
}

}  // namespace demarche
