// What is in the slot decides whether it is the column of nodes or of edges; anything else goes the long way.
#include <limits>

#include "graph/cypher/compile_parts.h"
#include "graph/cypher/integer_test.h"

namespace demarche::cypher {
namespace {

const network::ColumnView* of_integers(const network::ColumnView& column) {
  return column.type == network::ColumnType::Int ? &column : nullptr;
}

constexpr auto lowest = std::numeric_limits<std::int64_t>::min(),
               highest = std::numeric_limits<std::int64_t>::max();

struct Values {
  std::int64_t least = 1, greatest = 0;
};

Values that_pass(Op op, std::int64_t bound) {
  switch (op) {
    case Op::Less:
      return bound == lowest ? Values{} : Values{lowest, bound - 1};
    case Op::LessEqual:
      return {lowest, bound};
    case Op::Greater:
      return bound == highest ? Values{} : Values{bound + 1, highest};
    case Op::GreaterEqual:
      return {bound, highest};
    default:
      return {bound, bound};
  }
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
  const Values values = that_pass(formula.op, *bound.value.integer());
  return IntegerTest{values.least, values.greatest, formula.args[0]->args[0]->slot,
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
