// The recurrent layer of encoder.h, for training: both directions over a packed batch, with its gradient by
// hand. Tested by tests/trainer/trainer_test.cpp, against the gradient by differences.
#pragma once

#include <torch/torch.h>

namespace demarche {

// `gates` is rows x (2 * 3 * hidden), what the input gives the gates of both directions; `recurrent` is
// 2 x hidden x (3 * hidden); `starts` is where each step's rows begin. The result is rows x (2 * hidden).
[[nodiscard]] torch::Tensor gated_layer(const torch::Tensor& gates, const torch::Tensor& recurrent,
                                        const torch::Tensor& starts);

}  // namespace demarche
