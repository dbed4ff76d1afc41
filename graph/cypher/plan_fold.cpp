// Where rows are only counted, a step to neighbours that nobody looks at is a multiplication by their number.
#include <algorithm>

#include "graph/cypher/planner_state.h"

namespace demarche::cypher {
namespace {

// Whether rows that stand for several may pass the step as one.
bool keeps_weight(StepKind kind) {
  switch (kind) {
    case StepKind::Sort:
    case StepKind::Skip:
    case StepKind::Limit:
    case StepKind::UnionOf:
    case StepKind::Create:
      return false;
    default:
      return true;
  }
}

bool takes_weight(StepKind kind) {
  return kind == StepKind::Aggregate || kind == StepKind::Distinct;
}

bool is_foldable(const Step& step) {
  return step.kind == StepKind::Expand && step.unlike.empty() && step.labels.empty() &&
         step.towards != Towards::Either;
}

// Whether rows are aggregated before anything else could tell how many they are, and nobody reads what the
// step fills.
bool is_unseen(const std::vector<Step>& steps, std::size_t at) {
  std::vector<Slot> read;
  for (std::size_t i = at + 1; i < steps.size() && keeps_weight(steps[i].kind); ++i) {
    add_slots_read(steps[i], read);
    if (!takes_weight(steps[i].kind)) continue;
    const auto is_read = [&](Slot slot) { return std::find(read.begin(), read.end(), slot) != read.end(); };
    return !is_read(steps[at].edge) && !is_read(steps[at].node);
  }
  return false;
}

bool fills_node(const Step& step, Slot slot) {
  const bool finds = step.kind == StepKind::AllNodes || step.kind == StepKind::NodesByLabel ||
                     step.kind == StepKind::NodesByValue || step.kind == StepKind::Expand;
  return finds && step.node == slot;
}

// Notes the node where rows are only counted by one property of it.
void note_counted_node(const std::vector<Step>& steps, Step& aggregate) {
  if (aggregate.items.size() != 1 || aggregate.items[0].formula->op != Op::Property) return;
  const Formula& owner = *aggregate.items[0].formula->args[0];
  const auto counts = [](const AggregateItem& item) { return item.expression->op == Op::CountAll; };
  if (owner.op != Op::Variable ||
      !std::all_of(aggregate.aggregates.begin(), aggregate.aggregates.end(), counts))
    return;
  const auto fills = [&](const Step& step) { return fills_node(step, owner.slot); };
  if (std::any_of(steps.begin(), steps.end(), fills)) aggregate.node = owner.slot;
}

bool compares(Op op) {
  return op == Op::Equal || op == Op::Less || op == Op::LessEqual || op == Op::Greater ||
         op == Op::GreaterEqual;
}

// Whether the filter compares a property of that edge with a constant.
bool tests_edge(const Step& filter, Slot edge) {
  if (filter.kind != StepKind::Filter || !compares(filter.formula->op)) return false;
  const Formula &property = *filter.formula->args[0], &bound = *filter.formula->args[1];
  return property.op == Op::Property && property.args[0]->op == Op::Variable &&
         property.args[0]->slot == edge && bound.op == Op::Literal;
}

// A test of an edge is made where the edge is walked, before anything else is known of it.
void push_down_edge_tests(std::vector<Step>& steps) {
  for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
    if (steps[i].kind != StepKind::Expand || steps[i].formula || !tests_edge(steps[i + 1], steps[i].edge))
      continue;
    steps[i].formula = steps[i + 1].formula;
    steps[i].rows = steps[i + 1].rows;
    steps.erase(steps.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

}  // namespace

void fold_counts(Plan& plan) {
  push_down_edge_tests(plan.steps);
  for (Step& step : plan.steps) {
    if (step.kind == StepKind::Aggregate) note_counted_node(plan.steps, step);
  }
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    Step& step = plan.steps[i];
    if (!is_foldable(step) || !is_unseen(plan.steps, i)) continue;
    step.kind = StepKind::Weigh;
    step.node = no_slot;
  }
}

}  // namespace demarche::cypher
