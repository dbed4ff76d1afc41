// Operators that walk one edge: to neighbours, between two nodes that are known, or from an edge that is
// known.
#include <algorithm>

#include "graph/cypher/edges_of.h"
#include "graph/cypher/integer_test.h"

namespace demarche::cypher {
namespace {

class Walk : public Operator {
 public:
  Walk(const Step& step, Run& run)
      : step_(step),
        run_(run),
        edge_(static_cast<std::size_t>(step.edge)),
        node_(static_cast<std::size_t>(step.node)) {}

 protected:
  const Step& step_;
  Run& run_;
  std::size_t edge_, node_;
};

// The condition of a step on each of its edges: on a column of integers where that is enough.
class EdgeTest {
 public:
  EdgeTest(const Step& step, Run& run) : edge_(static_cast<std::size_t>(step.edge)) {
    if (step.formula) integers_ = integer_test(*step.formula, run);
    if (integers_ && !integers_->edges) integers_.reset();
    if (step.formula && !integers_) values_ = compile_test(step.formula, run);
  }

  [[nodiscard]] bool passes(Frame& frame, network::EdgeId edge) const {
    if (integers_) return integers_->holds(*integers_->edges, edge);
    if (!values_) return true;
    set_edge(frame.slots[edge_], edge);
    return values_(frame);
  }

  // Fetches what `passing` will read, as far as one fetch goes.
  void expect(std::pair<std::uint32_t, std::uint32_t> places) const {
    if (integers_ && !integers_->edges->arriving.empty() && places.first < places.second)
      __builtin_prefetch(&integers_->edges->arriving[places.first]);
  }

  // How many pass of the edges in these places of `in_edges`; nothing where they must be seen one by one.
  [[nodiscard]] std::optional<std::size_t> passing(std::pair<std::uint32_t, std::uint32_t> places) const {
    if (!integers_ || integers_->edges->arriving.empty()) return std::nullopt;
    const auto values = integers_->edges->arriving.subspan(places.first, places.second - places.first);
    return std::count_if(values.begin(), values.end(), [&](auto value) { return integers_->holds(value); });
  }

 private:
  std::size_t edge_;
  std::optional<IntegerTest> integers_;
  Test values_;
};

class Expand : public Walk {
 public:
  Expand(const Step& step, Run& run) : Walk(step, run), test_(step, run) {}

  Flow push(Frame& frame) override {
    const NodeRef* from = node_in(frame, step_.from);
    if (!from) return Flow::Continue;
    return each_edge(run_.graph, from->id, step_, step_.towards,
                     [&](network::EdgeId edge, network::NodeId node) {
                       run_.budget.tick();
                       if (!test_.passes(frame, edge)) return Flow::Continue;
                       if (!has_labels(run_.graph, node, step_.labels)) return Flow::Continue;
                       if (!step_.unlike.empty() && !is_unlike(frame, edge, step_.unlike))
                         return Flow::Continue;
                       set_edge(frame.slots[edge_], edge);
                       set_node(frame.slots[node_], node);
                       return emit(frame);
                     });
  }

 private:
  EdgeTest test_;
};

// Between two nodes: the edges of one are in the order of their other ends, so that halving finds them.
class ExpandInto : public Walk {
 public:
  ExpandInto(const Step& step, Run& run) : Walk(step, run), types_(step.types) {
    if (!step.all_types) return;
    for (std::size_t type = 0; type < run.graph.types().size(); ++type)
      types_.push_back(static_cast<network::TypeId>(type));
  }

  Flow push(Frame& frame) override {
    const NodeRef *from = node_in(frame, step_.from), *to = node_in(frame, step_.node);
    if (!from || !to) return Flow::Continue;
    const network::NodeId a = from->id, b = to->id;
    if (step_.towards != Towards::Left && between(frame, a, b) == Flow::Stop) return Flow::Stop;
    if (step_.towards == Towards::Right || (step_.towards == Towards::Either && a == b))
      return Flow::Continue;
    return between(frame, b, a);
  }

 private:
  Flow between(Frame& frame, network::NodeId source, network::NodeId target) {
    const auto targets = run_.graph.targets();
    for (const network::TypeId type : types_) {
      run_.budget.tick();
      const auto [first, last] = run_.graph.out_edges(source, type);
      auto edge = static_cast<network::EdgeId>(
          std::lower_bound(targets.begin() + first, targets.begin() + last, target) - targets.begin());
      for (; edge < last && targets[edge] == target; ++edge) {
        if (!is_unlike(frame, edge, step_.unlike)) continue;
        set_edge(frame.slots[edge_], edge);
        if (emit(frame) == Flow::Stop) return Flow::Stop;
      }
    }
    return Flow::Continue;
  }

  std::vector<network::TypeId> types_;
};

class Weigh : public Walk, public Foresight {
 public:
  Weigh(const Step& step, Run& run) : Walk(step, run), test_(step, run) {}

  void start() override { later_ = dynamic_cast<const Foresight*>(&next()); }

  // Without functions of its own for the fetches: GCC takes one that only fetches for one that does nothing.
  void expect(Slot slot, network::NodeId node, Ahead ahead) const override {
    if (slot == step_.from && ahead == Ahead::Far) {
      const auto& arrays = run_.graph.arrays();
      const auto& starts = direction() == network::Direction::Out ? arrays.out_starts : arrays.in_starts;
      __builtin_prefetch(&arrays.set_of_node[node]);
      __builtin_prefetch(&starts[node * arrays.stride]);
      __builtin_prefetch(&starts[(node + 1) * arrays.stride]);
    } else if (slot == step_.from && has_arriving()) {
      test_.expect(run_.graph.in_places(node, step_.types[0]));
    }
    if (later_) later_->expect(slot, node, ahead);
  }

  Flow push(Frame& frame) override {
    const NodeRef* from = node_in(frame, step_.from);
    if (!from) return Flow::Continue;
    const std::size_t edges = step_.formula ? passing(frame, from->id) : degree(from->id);
    if (edges == 0) return Flow::Continue;
    const std::int64_t weight = frame.weight;
    frame.weight *= static_cast<std::int64_t>(edges);
    const Flow flow = emit(frame);
    frame.weight = weight;
    return flow;
  }

 private:
  [[nodiscard]] network::Direction direction() const {
    return step_.towards == Towards::Right ? network::Direction::Out : network::Direction::In;
  }

  // Whether its edges are those of one type that arrive, which may be tested without walking them.
  [[nodiscard]] bool has_arriving() const {
    return step_.towards == Towards::Left && step_.types.size() == 1;
  }

  [[nodiscard]] std::size_t degree(network::NodeId node) const {
    std::size_t degree = step_.all_types ? run_.graph.degree(node, direction()) : 0;
    for (const network::TypeId type : step_.types) degree += run_.graph.degree(node, direction(), type);
    return degree;
  }

  std::size_t passing(Frame& frame, network::NodeId node) const {
    run_.budget.tick();
    std::size_t edges = 0;
    if (has_arriving())
      if (const auto passing = test_.passing(run_.graph.in_places(node, step_.types[0]))) return *passing;
    each_edge(run_.graph, node, step_, step_.towards, [&](network::EdgeId edge, network::NodeId) {
      edges += test_.passes(frame, edge) ? 1U : 0U;
      return Flow::Continue;
    });
    return edges;
  }

  const Foresight* later_ = nullptr;
  EdgeTest test_;
};

// The edge is known: its ends are met where they are known too, and filled where they are not.
class Endpoints : public Walk {
 public:
  using Walk::Walk;
  Flow push(Frame& frame) override {
    const EdgeRef* edge = frame.slots[edge_].edge();
    if (!edge) return Flow::Continue;
    const network::TypeId type = run_.graph.type(edge->id);
    const bool typed =
        step_.all_types || std::find(step_.types.begin(), step_.types.end(), type) != step_.types.end();
    if (!typed || !is_unlike(frame, edge->id, step_.unlike)) return Flow::Continue;
    const network::NodeId source = run_.graph.source(edge->id), target = run_.graph.target(edge->id);
    if (step_.towards != Towards::Left && place(frame, source, target) == Flow::Stop) return Flow::Stop;
    if (step_.towards == Towards::Right || (step_.towards == Towards::Either && source == target))
      return Flow::Continue;
    return place(frame, target, source);
  }

 private:
  bool fits(Frame& frame, Slot slot, network::NodeId node, bool fills) const {
    if (!fills) {
      const NodeRef* held = node_in(frame, slot);
      return held && held->id == node;
    }
    set_node(frame.slots[static_cast<std::size_t>(slot)], node);
    return true;
  }

  Flow place(Frame& frame, network::NodeId from, network::NodeId to) {
    const auto to_fill = [&](Slot slot) {
      return std::find(step_.slots.begin(), step_.slots.end(), slot) != step_.slots.end();
    };
    if (!fits(frame, step_.from, from, to_fill(step_.from))) return Flow::Continue;
    const bool fills = step_.node != step_.from && to_fill(step_.node);
    return fits(frame, step_.node, to, fills) ? emit(frame) : Flow::Continue;
  }
};

}  // namespace

std::unique_ptr<Operator> make_expand(const Step& step, Run& run) {
  switch (step.kind) {
    case StepKind::ExpandInto:
      return std::make_unique<ExpandInto>(step, run);
    case StepKind::Weigh:
      return std::make_unique<Weigh>(step, run);
    case StepKind::Endpoints:
      return std::make_unique<Endpoints>(step, run);
    default:
      return std::make_unique<Expand>(step, run);
  }
}

}  // namespace demarche::cypher
