// What a run works with: rows, the graph, the budget.
// Tested by tests/graph/cypher/engine_test.cpp.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "graph/cypher/functions.h"
#include "graph/cypher/graph_view.h"
#include "graph/cypher/plan.h"

namespace demarche::cypher {

// One row: a value a slot, and for how many equal rows it stands.
struct Frame {
  std::vector<Value> slots;
  std::int64_t weight = 1;
};

inline void set_node(Value& slot, network::NodeId node) {
  if (auto* held = std::get_if<NodeRef>(&slot))
    held->id = node;
  else
    slot = Value(NodeRef{node});
}
inline void set_edge(Value& slot, network::EdgeId edge) {
  if (auto* held = std::get_if<EdgeRef>(&slot))
    held->id = edge;
  else
    slot = Value(EdgeRef{edge});
}

// How long a query may take and how much it may hold; what is absent has no bound.
struct Limits {
  std::optional<std::chrono::milliseconds> time;
  std::optional<std::size_t> memory;  // bytes held by sorting, grouping and results
  std::size_t threads = 1;            // 2: two of them where that pays; the answer is the same
};

class Budget {
 public:
  // Time is up as well once `stop` is set, where it is given.
  explicit Budget(const Limits& limits, const std::atomic<bool>* stop = nullptr);

  // To be called once a step; looks at the clock now and then. Throws Failure where time is up.
  void tick() {
    if (++ticks_ % ticks_a_look == 0) look();
  }
  // Throws Failure where the memory is used up.
  void hold(std::size_t bytes);
  void release(std::size_t bytes) { held_ -= bytes; }

 private:
  static constexpr std::uint64_t ticks_a_look = 4096;

  void look() const;

  Limits limits_;
  const std::atomic<bool>* stop_;
  std::optional<std::chrono::steady_clock::time_point> deadline_;
  std::uint64_t ticks_ = 0;
  std::size_t held_ = 0;
};

struct Run {
  const GraphView& view;
  const network::PropertyGraph& graph;
  CallContext calls;
  Budget budget;
  Additions* additions = nullptr;  // where CREATE writes; null where nothing may be written
};

using Eval = std::function<Value(Frame&)>;
using Test = std::function<bool(Frame&)>;  // true only where the value is true

// Both keep a reference to `run`, which must outlive them. A null formula gives an empty function.
[[nodiscard]] Eval compile(const FormulaPtr& formula, Run& run);
[[nodiscard]] Test compile_test(const FormulaPtr& formula, Run& run);

}  // namespace demarche::cypher
