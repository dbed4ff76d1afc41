// Walks the edges of a node: which types, which way.
// Tested by tests/graph/cypher/twin_test.cpp.
#pragma once

#include "graph/cypher/pipeline.h"
#include "graph/cypher/plan.h"

namespace demarche::cypher {

// How far off a row is that is on its way.
enum class Ahead { Far, Near };

// An operator that, told which nodes come next, fetches from memory what it will read of them.
class Foresight {
 public:
  virtual ~Foresight() = default;
  // That node will come in that slot: first where its edges begin is fetched, then, nearer, the edges.
  virtual void expect(Slot slot, network::NodeId node, Ahead ahead) const = 0;
};

// Calls `visit(edge, other end)` for each, until it says Stop. A loop that may be walked either way is one
// edge.
template <class Visit>
Flow each_edge(const network::PropertyGraph& graph, network::NodeId node, const Step& step, Towards towards,
               const Visit& visit) {
  const auto out = [&](std::pair<network::EdgeId, network::EdgeId> range) {
    for (network::EdgeId edge = range.first; edge < range.second; ++edge) {
      if (visit(edge, graph.target(edge)) == Flow::Stop) return Flow::Stop;
    }
    return Flow::Continue;
  };
  const auto in = [&](std::span<const network::EdgeId> edges, std::span<const network::NodeId> sources) {
    for (std::size_t i = 0; i < edges.size(); ++i) {
      if (towards == Towards::Either && sources[i] == node) continue;
      if (visit(edges[i], sources[i]) == Flow::Stop) return Flow::Stop;
    }
    return Flow::Continue;
  };
  if (towards != Towards::Left) {
    if (step.all_types && out(graph.out_edges(node)) == Flow::Stop) return Flow::Stop;
    for (const network::TypeId type : step.types) {
      if (out(graph.out_edges(node, type)) == Flow::Stop) return Flow::Stop;
    }
  }
  if (towards != Towards::Right) {
    if (step.all_types && in(graph.in_edges(node), graph.in_sources(node)) == Flow::Stop) return Flow::Stop;
    for (const network::TypeId type : step.types) {
      if (in(graph.in_edges(node, type), graph.in_sources(node, type)) == Flow::Stop) return Flow::Stop;
    }
  }
  return Flow::Continue;
}

[[nodiscard]] inline bool has_labels(const network::PropertyGraph& graph, network::NodeId node,
                                     const std::vector<network::LabelId>& labels) {
  for (const network::LabelId label : labels) {
    if (!graph.has_label(node, label)) return false;
  }
  return true;
}

// Whether the edge is none of those in the slots, each of which holds an edge or a list of them.
[[nodiscard]] bool is_unlike(const Frame& frame, network::EdgeId edge, const std::vector<Slot>& slots);

// The node in a slot; null where the slot holds null. Fails where it holds anything else.
[[nodiscard]] const NodeRef* node_in(const Frame& frame, Slot slot);

// The conditions on each edge of a path of variable length, with the values that the row gives them.
class EdgeConditions {
 public:
  EdgeConditions(const Step& step, Run& run);
  void read(Frame& frame);  // the values, once a row
  [[nodiscard]] bool hold(network::EdgeId edge) const;

 private:
  struct One {
    std::string key;
    Eval value;
    Value now;
  };
  Run& run_;
  std::vector<One> all_;
};

}  // namespace demarche::cypher
