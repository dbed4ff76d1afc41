// What a query sees of a graph: the property graph, and over it the nodes and relationships that CREATE has
// added, which have numbers beyond the graph's own. Matching goes to the graph alone; properties, labels and
// ends are seen of both. Tested by tests/graph/cypher/engine_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/cypher/value.h"
#include "graph/network/property_graph.h"

namespace demarche::cypher {

[[nodiscard]] Value to_value(const network::PropertyValue& value);

// Fails as a query does where the value is none that a property can hold.
[[nodiscard]] network::PropertyValue to_property(const Value& value);

struct AddedNode {
  std::vector<std::string> labels;
  Map properties;
};
struct AddedEdge {
  NodeRef source, target;
  std::string type;
  Map properties;
};
struct Additions {
  std::vector<AddedNode> nodes;
  std::vector<AddedEdge> edges;
};

class GraphView {
 public:
  // Both must outlive this; `additions` may be null.
  explicit GraphView(const network::PropertyGraph& graph, const Additions* additions = nullptr)
      : graph_(graph), additions_(additions) {}

  [[nodiscard]] const network::PropertyGraph& graph() const { return graph_; }

  [[nodiscard]] std::vector<std::string> labels(NodeRef node) const;
  [[nodiscard]] bool has_label(NodeRef node, std::string_view label) const;
  [[nodiscard]] const std::string& type(EdgeRef edge) const;
  [[nodiscard]] NodeRef source(EdgeRef edge) const;
  [[nodiscard]] NodeRef target(EdgeRef edge) const;
  [[nodiscard]] Value property(NodeRef node, std::string_view key) const;  // null where there is none
  [[nodiscard]] Value property(EdgeRef edge, std::string_view key) const;
  [[nodiscard]] Map properties(NodeRef node) const;
  [[nodiscard]] Map properties(EdgeRef edge) const;

 private:
  [[nodiscard]] const AddedNode* added(NodeRef node) const;
  [[nodiscard]] const AddedEdge* added(EdgeRef edge) const;

  const network::PropertyGraph& graph_;
  const Additions* additions_;
};

// The graph with the additions in it. Nodes keep their numbers.
[[nodiscard]] network::PropertyGraph merged(const network::PropertyGraph& graph, const Additions& additions);

}  // namespace demarche::cypher
