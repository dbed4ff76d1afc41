// CREATE, into memory: what is made is kept apart from the graph until the query is over.
#include <fmt/format.h>

#include "graph/cypher/edges_of.h"
#include "graph/cypher/failure.h"

namespace demarche::cypher {
namespace {

class Create : public Operator {
 public:
  Create(const Step& step, Run& run) : step_(step), run_(run) {
    for (const Creation& creation : step.creations) properties_.push_back(compile(creation.properties, run));
  }

  Flow push(Frame& frame) override {
    for (std::size_t i = 0; i < step_.creations.size(); ++i) {
      const Creation& creation = step_.creations[i];
      Map properties = properties_of(i, frame);
      frame.slots[static_cast<std::size_t>(creation.slot)] =
          creation.from == no_slot ? add_node(creation, std::move(properties))
                                   : add_edge(creation, std::move(properties), frame);
    }
    return emit(frame);
  }

 private:
  Map properties_of(std::size_t i, Frame& frame) const {
    if (!properties_[i]) return {};
    const Value value = properties_[i](frame);
    if (!value.map())
      fail_runtime(FailureType::TypeError, "InvalidArgumentType",
                   fmt::format("properties must be a map, not a {}", type_name(value)));
    Map properties;
    for (const auto& [key, item] : *value.map()) {
      if (item.is_null()) continue;
      static_cast<void>(to_property(item));  // fails on what no property can hold
      properties[key] = item;
    }
    return properties;
  }

  Value add_node(const Creation& creation, Map properties) {
    std::vector<AddedNode>& nodes = run_.additions->nodes;
    nodes.push_back({creation.labels, std::move(properties)});
    return NodeRef{static_cast<std::uint32_t>(run_.graph.node_count() + nodes.size() - 1)};
  }

  Value add_edge(const Creation& creation, Map properties, const Frame& frame) {
    const NodeRef *from = node_in(frame, creation.from), *to = node_in(frame, creation.to);
    if (!from || !to)
      fail_runtime(FailureType::SemanticError, "MissingNode", "a relationship cannot be made to null");
    std::vector<AddedEdge>& edges = run_.additions->edges;
    edges.push_back({*from, *to, creation.labels[0], std::move(properties)});
    return EdgeRef{static_cast<std::uint32_t>(run_.graph.edge_count() + edges.size() - 1)};
  }

  const Step& step_;
  Run& run_;
  std::vector<Eval> properties_;
};

}  // namespace

std::unique_ptr<Operator> make_create(const Step& step, Run& run) {
  return std::make_unique<Create>(step, run);
}

}  // namespace demarche::cypher
