// One loop over the numbers does all of a step of Adam: the parameters are more than a cache holds.
#include "ingest/language/trainer/optimiser.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace demarche {
namespace {

constexpr double first_decay = 0.9;
constexpr double second_decay = 0.95;
constexpr float least_root = 1e-8f;
constexpr double longest_gradient = 5;
constexpr std::int64_t steps_between_averages = 25;
constexpr double average_decay = 0.995;  // in the end; to begin with about a fifth of the way is averaged
constexpr double average_delay = 4;

}  // namespace

Optimiser::Optimiser(torch::Tensor values)
    : values_(std::move(values)),
      first_(torch::zeros_like(values_)),
      second_(torch::zeros_like(values_)),
      average_(values_.clone()) {}

void Optimiser::step(const torch::Tensor& gradients, double rate) {
  ++steps_;
  const double length = gradients.norm().item<double>();
  const auto shrink = static_cast<float>(length > longest_gradient ? longest_gradient / length : 1.0);
  const auto steps = static_cast<double>(steps_);
  const auto first_share = static_cast<float>(1 - first_decay);
  const auto second_share = static_cast<float>(1 - second_decay);
  const auto pace = static_cast<float>(rate / (1 - std::pow(first_decay, steps)));
  const auto widen = static_cast<float>(1 / std::sqrt(1 - std::pow(second_decay, steps)));
  auto* value = values_.data_ptr<float>();
  auto* gradient = gradients.data_ptr<float>();
  auto* first = first_.data_ptr<float>();
  auto* second = second_.data_ptr<float>();
  const std::int64_t size = values_.numel();
  for (std::int64_t i = 0; i < size; ++i) {
    const float slope = gradient[i] * shrink;
    first[i] += first_share * (slope - first[i]);
    second[i] += second_share * (slope * slope - second[i]);
    value[i] -= pace * first[i] / (std::sqrt(second[i]) * widen + least_root);
    gradient[i] = 0;
  }
  if (steps_ % steps_between_averages != 0) return;
  const double averages = steps / steps_between_averages;
  average_.lerp_(values_, 1 - std::min(average_decay, averages / (averages + average_delay)));
}

void Optimiser::restart() {
  values_.copy_(average_);
  first_.zero_();
  second_.zero_();
  steps_ = 0;
}

std::vector<float> Optimiser::state() const {
  const auto all = torch::cat({values_, first_, second_, average_});
  std::vector<float> numbers(all.data_ptr<float>(), all.data_ptr<float>() + all.numel());
  numbers.push_back(static_cast<float>(steps_));
  return numbers;
}

bool Optimiser::restore(const std::vector<float>& state) {
  const auto size = static_cast<std::size_t>(values_.numel());
  if (state.size() != 4 * size + 1) return false;
  const auto* from = state.data();
  for (auto* part : {&values_, &first_, &second_, &average_}) {
    std::copy_n(from, size, part->data_ptr<float>());
    from += size;
  }
  steps_ = static_cast<std::int64_t>(*from);
  return true;
}

}  // namespace demarche
