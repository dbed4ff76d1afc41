// How a query is answered over one graph: steps in order, through which rows flow, and formulas, which are
// expressions with names resolved to slots of the row, parameters to values and functions to functions.
// Tested by tests/graph/cypher/engine_test.cpp.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "graph/cypher/ast.h"
#include "graph/cypher/functions.h"
#include "graph/network/property_graph.h"

namespace demarche::cypher {

using Slot = int;
inline constexpr Slot no_slot = -1;

struct Plan;
struct Formula;
using FormulaPtr = std::shared_ptr<const Formula>;
using PlanPtr = std::shared_ptr<const Plan>;

struct Formula {
  Op op = Op::Literal;
  Slot slot = no_slot;         // of Variable, and what binders (comprehensions, quantifiers, reduce) bind
  Slot second_slot = no_slot;  // the item of reduce
  std::string name;            // of Property
  std::vector<std::string> names;
  std::vector<FormulaPtr> args;
  Value value;
  const Function* function = nullptr;
  PlanPtr plan;  // of EXISTS, COUNT, patterns
};

enum class StepKind {
  Nothing,         // no row passes: a label or type that the graph does not have
  AllNodes,        // node
  NodesByLabel,    // node, labels[0]; then the other labels are checked
  NodesByValue,    // node, key, formula; then labels are checked
  CheckLabels,     // node, labels
  Expand,          // from, edge, node; types, towards, labels of node, unlike
  ExpandInto,      // the same between two bound nodes
  ExpandVariable,  // the same, edge is a list; least, greatest, edge_properties
  Endpoints,       // edge is bound: from and node are its ends
  WalkList,        // edge is a bound list of edges, walked from `from` to node
  ShortestPath,    // from and node are bound: edge is a list
  Weigh,           // each row counts as often as `from` has such edges, with formula those that pass it
  MakePath,        // node = the path through slots: node, edge, node, …
  Filter,          // formula
  Unwind,          // node = each item of formula
  Optional,        // plans[0] for each row, else nulls in slots
  Project,         // items
  Aggregate,       // items are the keys, aggregates; node where they are counts by one property of that node
  Distinct,        // slots
  Sort,            // keys; slots are kept; limit and skip where only the first rows matter
  Skip,            // formula
  Limit,           // formula
  UnionOf,         // plans, each of which fills slots
  Create,          // creations
};

struct SlotFormula {
  Slot slot = no_slot;
  FormulaPtr formula;
};

struct AggregateItem {
  Slot slot = no_slot;
  ExpressionPtr expression;    // which aggregate
  FormulaPtr argument, extra;  // null where there is none
};

struct SortKey {
  FormulaPtr formula;
  SortOrder order = SortOrder::Ascending;
};

struct Creation {
  Slot slot = no_slot;                // of the node or relationship made
  Slot from = no_slot, to = no_slot;  // of a relationship
  std::vector<std::string> labels;    // or the type
  FormulaPtr properties;              // null where there are none
};

struct Step {
  StepKind kind = StepKind::Nothing;
  Slot from = no_slot, edge = no_slot, node = no_slot;
  std::vector<network::TypeId> types;
  bool all_types = true;
  Towards towards = Towards::Right;
  std::vector<network::LabelId> labels;
  std::vector<Slot> unlike;  // edges, or lists of them, that this one must not be or hold
  std::int64_t least = 1, greatest = 1;
  bool backwards = false;  // a list of edges is walked from its end
  Shortest shortest = Shortest::One;
  std::vector<std::pair<std::string, FormulaPtr>> edge_properties;
  network::KeyId key = 0;
  FormulaPtr formula, limit, skip;
  std::vector<SlotFormula> items;
  std::vector<AggregateItem> aggregates;
  std::vector<SortKey> keys;
  std::vector<Slot> slots;
  std::vector<PlanPtr> plans;
  std::vector<Creation> creations;
  double rows = 0;  // that are expected to leave it, where the planner has guessed
};

struct Plan {
  std::vector<Step> steps;
  std::vector<std::string> columns;
  std::vector<Slot> column_slots;
  FormulaPtr result;  // of pattern comprehensions: what each row gives
  Slot slot_count = 0;
};

[[nodiscard]] std::string text_of(const Formula& formula);
[[nodiscard]] std::string text_of(const Step& step,
                                  const network::PropertyGraph& graph);  // "expand #0 -[:REJECTED #2]-> #1"
[[nodiscard]] std::string text_of(const Plan& plan, const network::PropertyGraph& graph);  // on one line

// The slots that a formula reads, and those that a step reads; with those of inner plans.
void add_slots_read(const Formula& formula, std::vector<Slot>& slots);
void add_slots_read(const Step& step, std::vector<Slot>& slots);

}  // namespace demarche::cypher
