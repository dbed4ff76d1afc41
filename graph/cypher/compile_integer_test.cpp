// Comparing a column of integers with a constant, without a Value between. What is in the slot decides whether it is the
// column of nodes or of edges; anything else goes the long way.
#include "graph/cypher/compile_parts.h"

namespace demarche::cypher {
namespace {

using Holds = bool (*)(std::int64_t, std::int64_t);

Holds comparison(Op op) {
  switch (op) {
    case Op::Equal: return [](std::int64_t a, std::int64_t b) { return a == b; };
    case Op::Less: return [](std::int64_t a, std::int64_t b) { return a < b; };
    case Op::LessEqual: return [](std::int64_t a, std::int64_t b) { return a <= b; };
    case Op::Greater: return [](std::int64_t a, std::int64_t b) { return a > b; };
    case Op::GreaterEqual: return [](std::int64_t a, std::int64_t b) { return a >= b; };
    default: return nullptr;
  }
}

bool is_integers(const network::ColumnView& column) { return column.type == network::ColumnType::Int; }

}  // namespace

Test compile_integer_test(const Formula& formula, Run& run) {
  const Holds holds = comparison(formula.op);
  if (!holds || formula.args[0]->op != Op::Property || formula.args[0]->args[0]->op != Op::Variable) return nullptr;
  const Formula& bound = *formula.args[1];
  const auto key = run.graph.key_id(formula.args[0]->name);
  if (bound.op != Op::Literal || !bound.value.integer() || !key || run.additions) return nullptr;
  const network::ColumnView &nodes = run.graph.node_column(*key), &edges = run.graph.edge_column(*key);
  const auto slot = static_cast<std::size_t>(formula.args[0]->args[0]->slot);
  const std::int64_t limit = *bound.value.integer();
  const Eval otherwise = compile(std::make_shared<const Formula>(formula), run);
  return [&nodes, &edges, slot, limit, holds, otherwise](Frame& frame) {
    const Value& owner = frame.slots[slot];
    if (const EdgeRef* edge = owner.edge(); edge && is_integers(edges)) return edges.has(edge->id) && holds(edges.integer(edge->id), limit);
    if (const NodeRef* node = owner.node(); node && is_integers(nodes)) return nodes.has(node->id) && holds(nodes.integer(node->id), limit);
    const Value value = otherwise(frame);
    return value.boolean() && *value.boolean();
  };
}

}  // namespace demarche::cypher
