// The network of parser.h in real numbers, as it is trained: its parameters, and the loss of a batch.
// Tested by tests/trainer/trainer_test.cpp.
#pragma once

#include <torch/torch.h>

#include <map>
#include <string>
#include <vector>

#include "ingest/language/checkpoint.h"
#include "ingest/language/trainer/training_data.h"

namespace demarche {

class Network {
 public:
  // Draws all parameters from torch's generator.
  Network(const NetworkSizes& sizes, const TrainingData& data);

  // The loss a word of a batch: heads, labels given the right head, XPOS and half of UPOS. Draws dropout from
  // torch's generator.
  [[nodiscard]] torch::Tensor loss(const Batch& batch) const;

  // By the names of Checkpoint::tensors: parts of `values`, one behind the other.
  [[nodiscard]] const std::map<std::string, torch::Tensor>& parameters() const { return parameters_; }

  // All parameters as one row of numbers, and what `loss(…).backward()` has added up for each.
  [[nodiscard]] const torch::Tensor& values() const { return values_; }
  [[nodiscard]] const torch::Tensor& gradients() const { return gradients_; }

 private:
  void add(const std::string& name, torch::Tensor initial);
  void lay_out();
  [[nodiscard]] const torch::Tensor& at(const std::string& name) const { return parameters_.at(name); }

  [[nodiscard]] torch::Tensor read_words(const Batch& batch) const;
  [[nodiscard]] torch::Tensor encode(const Batch& batch) const;
  [[nodiscard]] torch::Tensor score_arcs(const torch::Tensor& dependents, const torch::Tensor& heads,
                                         const Batch& batch) const;

  NetworkSizes sizes_;
  std::int64_t upos_count_ = 0;
  torch::Tensor outside_;
  std::map<std::string, torch::Tensor> parameters_;
  torch::Tensor values_, gradients_;
};

}  // namespace demarche
