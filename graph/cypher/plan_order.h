// Estimates of how many rows the steps of a MATCH give, from the graph's own statistics.
// Tested by tests/graph/cypher/engine_test.cpp.
#pragma once

#include <optional>
#include <vector>

#include "graph/cypher/planner_state.h"

namespace demarche::cypher {

// The types that a pattern names and the graph has.
struct TypeChoice {
  std::vector<network::TypeId> types;
  bool all = true;
};
[[nodiscard]] TypeChoice types_in(const network::PropertyGraph& graph, const std::vector<std::string>& names);

// The way an edge is walked when it is entered from its other side.
[[nodiscard]] Towards reversed(Towards towards);

class Estimates {
 public:
  explicit Estimates(const network::PropertyGraph& graph) : graph_(graph) {}

  // The labels of the node as the graph numbers them; nothing where it has no such label.
  [[nodiscard]] std::optional<std::vector<network::LabelId>> labels(const WantedNode& node) const;

  [[nodiscard]] double nodes_with(const std::vector<network::LabelId>& labels) const;

  // Edges of a node with these labels, on average, walking that way.
  [[nodiscard]] double degree(const std::vector<network::LabelId>& labels, const TypeChoice& types,
                              Towards towards) const;

  // Of the labels those that not every node at the far end has.
  [[nodiscard]] std::vector<network::LabelId> not_implied(const std::vector<network::LabelId>& labels,
                                                          const TypeChoice& types, Towards towards) const;

  // The share of far ends that have all the labels.
  [[nodiscard]] double share(const std::vector<network::LabelId>& labels, const TypeChoice& types,
                             Towards towards) const;

 private:
  [[nodiscard]] double edges(const TypeChoice& types) const;
  [[nodiscard]] double edges_at_far_end(network::LabelId label, const TypeChoice& types,
                                        Towards towards) const;
  [[nodiscard]] std::vector<network::TypeId> each(const TypeChoice& types) const;

  const network::PropertyGraph& graph_;
};

}  // namespace demarche::cypher
