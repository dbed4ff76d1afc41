// Conditions on edges.
#include "graph/cypher/edges_of.h"

#include <fmt/format.h>

#include <algorithm>

#include "graph/cypher/compare.h"
#include "graph/cypher/failure.h"

namespace demarche::cypher {

bool is_unlike(const Frame& frame, network::EdgeId edge, const std::vector<Slot>& slots) {
  const auto is_edge = [&](const Value& value) { return value.edge() && value.edge()->id == edge; };
  for (const Slot slot : slots) {
    const Value& other = frame.slots[static_cast<std::size_t>(slot)];
    if (is_edge(other)) return false;
    if (other.list() && std::any_of(other.list()->begin(), other.list()->end(), is_edge)) return false;
  }
  return true;
}

const NodeRef* node_in(const Frame& frame, Slot slot) {
  const Value& value = frame.slots[static_cast<std::size_t>(slot)];
  if (!value.node() && !value.is_null()) {
    fail_runtime(FailureType::TypeError, "InvalidArgumentType",
                 fmt::format("a node was expected, not a {}", type_name(value)));
  }
  return value.node();
}

EdgeConditions::EdgeConditions(const Step& step, Run& run) : run_(run) {
  for (const auto& [key, formula] : step.edge_properties) all_.push_back({key, compile(formula, run), {}});
}

void EdgeConditions::read(Frame& frame) {
  for (One& one : all_) one.now = one.value(frame);
}

bool EdgeConditions::hold(network::EdgeId edge) const {
  return std::all_of(all_.begin(), all_.end(), [&](const One& one) {
    return equal(run_.view.property(EdgeRef{edge}, one.key), one.now) == Ternary(true);
  });
}

}  // namespace demarche::cypher
