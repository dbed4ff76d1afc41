// Operators that find nodes.
#include <ranges>

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

  // Offers the nodes, whose labels from the `first` on are checked.
  template <class Nodes>
  Flow offer_all(Frame& frame, const Nodes& nodes, std::size_t first) {
    const auto* foresight = dynamic_cast<const Foresight*>(&next());
    const std::size_t count = std::size(nodes);
    for (std::size_t i = 0; i < count; ++i) {
      if (foresight && i + far < count) foresight->expect(step_.node, nodes[i + far], Ahead::Far);
      if (foresight && i + near < count) foresight->expect(step_.node, nodes[i + near], Ahead::Near);
      if (offer(frame, nodes[i], first) == Flow::Stop) return Flow::Stop;
    }
    return Flow::Continue;
  }

  const Step& step_;
  Run& run_;

 private:
  static constexpr std::size_t far = 32, near = 16;  // rows; found by trying

  Flow offer(Frame& frame, network::NodeId node, std::size_t first) {
    run_.budget.tick();
    for (std::size_t i = first; i < step_.labels.size(); ++i) {
      if (!run_.graph.has_label(node, step_.labels[i])) return Flow::Continue;
    }
    set_node(frame.slots[slot_], node);
    return emit(frame);
  }

  std::size_t slot_;
  Part part_ = Part::All;
};

class AllNodes : public Scan {
 public:
  using Scan::Scan;
  Flow push(Frame& frame) override {
    const auto [first, last] = range(run_.graph.node_count());
    return offer_all(
        frame, std::views::iota(static_cast<network::NodeId>(first), static_cast<network::NodeId>(last)), 0);
  }
};

class NodesByLabel : public Scan {
 public:
  using Scan::Scan;
  Flow push(Frame& frame) override {
    const auto nodes = run_.graph.nodes_with(step_.labels[0]);
    const auto [first, last] = range(nodes.size());
    return offer_all(frame, nodes.subspan(first, last - first), 1);
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
    return nodes ? offer_all(frame, *nodes, 0) : Flow::Continue;
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
