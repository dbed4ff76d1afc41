// What is in the slot decides whether it is the column of nodes or of edges; anything else goes the long way.
#include "graph/cypher/compile_parts.h"
#include "graph/cypher/integer_test.h"

namespace demarche::cypher {
namespace {

const network::ColumnView* of_integers(const network::ColumnView& column) {
  return column.type == network::ColumnType::Int ? &column : nullptr;
}

}  // namespace

std::optional<IntegerTest> integer_test(const Formula& formula, const Run& run) {
  const bool compares = formula.op == Op::Equal || formula.op == Op::Less || formula.op == Op::LessEqual ||
                        formula.op == Op::Greater || formula.op == Op::GreaterEqual;
  if (!compares || formula.args[0]->op != Op::Property || formula.args[0]->args[0]->op != Op::Variable)
    return std::nullopt;
  const Formula& bound = *formula.args[1];
  const auto key = run.graph.key_id(formula.args[0]->name);
  if (bound.op != Op::Literal || !bound.value.integer() || !key || run.additions) return std::nullopt;
  return IntegerTest{formula.op, *bound.value.integer(), formula.args[0]->args[0]->slot,
                     of_integers(run.graph.node_column(*key)), of_integers(run.graph.edge_column(*key))};
}

Test compile_integer_test(const Formula& formula, Run& run) {
  const auto test = integer_test(formula, run);
  if (!test) return nullptr;
  const Eval otherwise = compile(std::make_shared<const Formula>(formula), run);
  return [test = *test, otherwise](Frame& frame) {
    const Value& owner = frame.slots[static_cast<std::size_t>(test.slot)];
    if (const EdgeRef* edge = owner.edge(); edge && test.edges) return test.holds(*test.edges, edge->id);
    if (const NodeRef* node = owner.node(); node && test.nodes) return test.holds(*test.nodes, node->id);
    const Value value = otherwise(frame);
    return value.boolean() && *value.boolean();
  };
}

}  // namespace demarche::cypher
