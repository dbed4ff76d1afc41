// Operators that find nodes.
#include "graph/cypher/edges_of.h"

namespace demarche::cypher {
namespace {

class Nothing : public Operator {
 public:
  Flow push(Frame&) override { return Flow::Continue; }
};

class Scan : public Operator {
 public:
  Scan(const Step& step, Run& run) : step_(step), run_(run), slot_(static_cast<std::size_t>(step.node)) {}
  void take(Part part) override { part_ = part; }

 protected:
  // The part of so many that is taken: from, to.
  [[nodiscard]] std::pair<std::size_t, std::size_t> range(std::size_t size) const {
    const std::size_t half = size / 2;
    return {part_ == Part::SecondHalf ? half : 0, part_ == Part::FirstHalf ? half : size};
  }

  // Checks the labels from the `first` on.
  Flow offer(Frame& frame, network::NodeId node, std::size_t first) {
    run_.budget.tick();
    for (std::size_t i = first; i < step_.labels.size(); ++i) {
      if (!run_.graph.has_label(node, step_.labels[i])) return Flow::Continue;
    }
    set_node(frame.slots[slot_], node);
    return emit(frame);
  }

  const Step& step_;
  Run& run_;
  std::size_t slot_;
  Part part_ = Part::All;
};

class AllNodes : public Scan {
 public:
  using Scan::Scan;
  Flow push(Frame& frame) override {
    const auto [first, last] = range(run_.graph.node_count());
    for (auto node = first; node < last; ++node) {
      if (offer(frame, static_cast<network::NodeId>(node), 0) == Flow::Stop) return Flow::Stop;
    }
    return Flow::Continue;
  }
};

class NodesByLabel : public Scan {
 public:
  using Scan::Scan;
  Flow push(Frame& frame) override {
    const auto nodes = run_.graph.nodes_with(step_.labels[0]);
    const auto [first, last] = range(nodes.size());
    for (const network::NodeId node : nodes.subspan(first, last - first)) {
      if (offer(frame, node, 1) == Flow::Stop) return Flow::Stop;
    }
    return Flow::Continue;
  }
};

class NodesByValue : public Scan {
 public:
  NodesByValue(const Step& step, Run& run) : Scan(step, run), value_(compile(step.formula, run)) {}
  Flow push(Frame& frame) override {
    const Value value = value_(frame);
    const bool indexed = value.is_number() || value.string() || value.boolean() || value.day();
    if (!indexed) return Flow::Continue;  // no column with an index holds such a value
    const auto nodes = run_.graph.nodes_where(step_.key, to_property(value));
    if (!nodes) return Flow::Continue;
    for (const network::NodeId node : *nodes) {
      if (offer(frame, node, 0) == Flow::Stop) return Flow::Stop;
    }
    return Flow::Continue;
  }

 private:
  Eval value_;
};

class CheckLabels : public Operator {
 public:
  CheckLabels(const Step& step, Run& run) : step_(step), run_(run) {}
  Flow push(Frame& frame) override {
    const NodeRef* node = node_in(frame, step_.node);
    return node && has_labels(run_.graph, node->id, step_.labels) ? emit(frame) : Flow::Continue;
  }

 private:
  const Step& step_;
  Run& run_;
};

}  // namespace

std::unique_ptr<Operator> make_scan(const Step& step, Run& run) {
  switch (step.kind) {
    case StepKind::AllNodes:
      return std::make_unique<AllNodes>(step, run);
    case StepKind::NodesByLabel:
      return std::make_unique<NodesByLabel>(step, run);
    case StepKind::NodesByValue:
      return std::make_unique<NodesByValue>(step, run);
    case StepKind::CheckLabels:
      return std::make_unique<CheckLabels>(step, run);
    default:
      return std::make_unique<Nothing>();
  }
}

}  // namespace demarche::cypher
