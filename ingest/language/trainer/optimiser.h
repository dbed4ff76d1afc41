// Adam, and a moving average of the parameters, which is what training keeps. Works on all parameters as one
// row of numbers. Tested by tests/trainer/trainer_test.cpp.
#pragma once

#include <torch/torch.h>

#include <vector>

namespace demarche {

class Optimiser {
 public:
  // Starts from `values`; steps write into them.
  explicit Optimiser(torch::Tensor values);

  // Moves the values against `gradients`, which it clears; long gradients are shortened.
  void step(const torch::Tensor& gradients, double rate);

  // Starts anew from the average.
  void restart();

  [[nodiscard]] const torch::Tensor& average() const { return average_; }

  // All it remembers, values included, and back again from numbers of as many parameters.
  [[nodiscard]] std::vector<float> state() const;
  [[nodiscard]] bool restore(const std::vector<float>& state);

 private:
  torch::Tensor values_, first_, second_, average_;
  std::int64_t steps_ = 0;
};

}  // namespace demarche
