// One product of matrices a step, over all sentences that have a word there; the gradient of the weights is
// one product over all rows. Letting torch record every step would take several times as long.
#include "ingest/language/trainer/gated_layer.h"

#include <algorithm>
#include <vector>

namespace demarche {
namespace {

using torch::Tensor;
using torch::autograd::AutogradContext;
using torch::autograd::tensor_list;

// Walks through the steps in the order of one direction.
struct Walk {
  std::vector<std::int64_t> starts;
  std::int64_t direction = 0;

  Walk(const Tensor& tensor, std::int64_t way)
      : starts(tensor.data_ptr<std::int64_t>(), tensor.data_ptr<std::int64_t>() + tensor.numel()),
        direction(way) {}
  [[nodiscard]] std::int64_t steps() const { return static_cast<std::int64_t>(starts.size()) - 1; }
  [[nodiscard]] std::int64_t step(std::int64_t n) const { return direction == 0 ? n : steps() - 1 - n; }
  [[nodiscard]] std::int64_t start(std::int64_t n) const { return starts[static_cast<std::size_t>(step(n))]; }
  [[nodiscard]] std::int64_t count(std::int64_t n) const {
    const auto at = static_cast<std::size_t>(step(n));
    return starts[at + 1] - starts[at];
  }
  // The sentences that have a word both at the n-th step and at the one before.
  [[nodiscard]] std::int64_t shared(std::int64_t n) const {
    return n == 0 ? 0 : std::min(count(n), count(n - 1));
  }
};

struct GatedLayer : torch::autograd::Function<GatedLayer> {
  static Tensor forward(AutogradContext* context, const Tensor& input, const Tensor& recurrent,
                        const Tensor& starts) {
    const auto hidden = recurrent.size(1);
    const auto rows = input.size(0);
    auto gates = input.clone();
    auto states = torch::empty({rows, 2 * hidden});
    auto cells = torch::empty({rows, 2 * hidden});
    auto states_before = torch::zeros({2, rows, hidden});
    auto cells_before = torch::zeros({2, rows, hidden});
    for (std::int64_t d = 0; d < 2; ++d) {
      const Walk walk(starts, d);
      for (std::int64_t n = 0; n < walk.steps(); ++n) {
        const auto start = walk.start(n), count = walk.count(n), shared = walk.shared(n);
        auto gate = gates.narrow(0, start, count).narrow(1, d * 3 * hidden, 3 * hidden);
        auto before = cells_before[d].narrow(0, start, count);
        if (shared > 0) {
          const auto last = walk.start(n - 1);
          auto state = states_before[d].narrow(0, start, shared);
          state.copy_(states.narrow(0, last, shared).narrow(1, d * hidden, hidden));
          before.narrow(0, 0, shared).copy_(cells.narrow(0, last, shared).narrow(1, d * hidden, hidden));
          gate.narrow(0, 0, shared).addmm_(state, recurrent[d]);
        }
        auto f = gate.narrow(1, 0, hidden).sigmoid_();
        auto g = gate.narrow(1, hidden, hidden).tanh_();
        auto o = gate.narrow(1, 2 * hidden, hidden).sigmoid_();
        const auto cell = g + f * (before - g);
        cells.narrow(0, start, count).narrow(1, d * hidden, hidden).copy_(cell);
        states.narrow(0, start, count).narrow(1, d * hidden, hidden).copy_(o * cell);
      }
    }
    context->save_for_backward({gates, cells, states_before, cells_before, recurrent, starts});
    return states;
  }

  static tensor_list backward(AutogradContext* context, const tensor_list& outer) {
    const auto saved = context->get_saved_variables();
    const auto &gates = saved[0], &cells = saved[1], &states_before = saved[2], &cells_before = saved[3];
    const auto &recurrent = saved[4], &starts = saved[5];
    const auto hidden = recurrent.size(1);
    auto of_gates = torch::empty_like(gates);
    auto of_recurrent = torch::empty_like(recurrent);
    for (std::int64_t d = 0; d < 2; ++d) {
      const Walk walk(starts, d);
      auto of_state = torch::zeros({starts[1].item<std::int64_t>(), hidden});  // through the step after
      auto of_cell = torch::zeros_like(of_state);
      for (std::int64_t n = walk.steps() - 1; n >= 0; --n) {
        const auto start = walk.start(n), count = walk.count(n), shared = walk.shared(n);
        const auto gate = gates.narrow(0, start, count).narrow(1, d * 3 * hidden, 3 * hidden);
        const auto f = gate.narrow(1, 0, hidden), g = gate.narrow(1, hidden, hidden),
                   o = gate.narrow(1, 2 * hidden, hidden);
        const auto cell = cells.narrow(0, start, count).narrow(1, d * hidden, hidden);
        const auto before = cells_before[d].narrow(0, start, count);
        const auto state =
            outer[0].narrow(0, start, count).narrow(1, d * hidden, hidden) + of_state.narrow(0, 0, count);
        const auto inner = of_cell.narrow(0, 0, count) + state * o;
        auto of_gate = of_gates.narrow(0, start, count).narrow(1, d * 3 * hidden, 3 * hidden);
        of_gate.narrow(1, 0, hidden).copy_(inner * (before - g) * f * (1 - f));
        of_gate.narrow(1, hidden, hidden).copy_(inner * (1 - f) * (1 - g * g));
        of_gate.narrow(1, 2 * hidden, hidden).copy_(state * cell * o * (1 - o));
        of_state.zero_();
        of_cell.zero_();
        if (shared == 0) continue;
        of_cell.narrow(0, 0, shared).copy_((inner * f).narrow(0, 0, shared));
        of_state.narrow(0, 0, shared).copy_(torch::mm(of_gate.narrow(0, 0, shared), recurrent[d].t()));
      }
      of_recurrent[d].copy_(torch::mm(states_before[d].t(), of_gates.narrow(1, d * 3 * hidden, 3 * hidden)));
    }
    return {of_gates, of_recurrent, Tensor()};
  }
};

}  // namespace

Tensor gated_layer(const Tensor& gates, const Tensor& recurrent, const Tensor& starts) {
  return GatedLayer::apply(gates, recurrent, starts);
}

}  // namespace demarche
