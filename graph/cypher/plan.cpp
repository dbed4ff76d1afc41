// What formulas and steps read.
#include "graph/cypher/plan.h"

namespace demarche::cypher {
namespace {

void add(Slot slot, std::vector<Slot>& slots) {
  if (slot != no_slot) slots.push_back(slot);
}

void add(const FormulaPtr& formula, std::vector<Slot>& slots) {
  if (formula) add_slots_read(*formula, slots);
}

void add(const Plan& plan, std::vector<Slot>& slots) {
  for (const Step& step : plan.steps) add_slots_read(step, slots);
  slots.insert(slots.end(), plan.column_slots.begin(), plan.column_slots.end());
  add(plan.result, slots);
}

// Whether a step reads `node`, or fills it.
bool reads_node(StepKind kind) {
  return kind == StepKind::CheckLabels || kind == StepKind::ExpandInto || kind == StepKind::ShortestPath ||
         kind == StepKind::Endpoints || kind == StepKind::WalkList || kind == StepKind::ExpandVariable;
}

}  // namespace

void add_slots_read(const Formula& formula, std::vector<Slot>& slots) {
  if (formula.op == Op::Variable) add(formula.slot, slots);
  for (const FormulaPtr& arg : formula.args) add(arg, slots);
  if (formula.plan) add(*formula.plan, slots);
}

void add_slots_read(const Step& step, std::vector<Slot>& slots) {
  add(step.from, slots);
  if (reads_node(step.kind)) add(step.node, slots);
  if (step.kind == StepKind::Endpoints || step.kind == StepKind::WalkList) add(step.edge, slots);
  slots.insert(slots.end(), step.unlike.begin(), step.unlike.end());
  slots.insert(slots.end(), step.slots.begin(), step.slots.end());
  for (const auto& [key, formula] : step.edge_properties) add(formula, slots);
  for (const FormulaPtr& formula : {step.formula, step.limit, step.skip}) add(formula, slots);
  for (const SlotFormula& item : step.items) add(item.formula, slots);
  for (const AggregateItem& item : step.aggregates) add(item.argument, slots), add(item.extra, slots);
  for (const SortKey& key : step.keys) add(key.formula, slots);
  for (const PlanPtr& plan : step.plans) add(*plan, slots);
  for (const Creation& creation : step.creations)
    add(creation.from, slots), add(creation.to, slots), add(creation.properties, slots);
}

}  // namespace demarche::cypher
