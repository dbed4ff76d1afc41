// Clause after clause, each adding its steps.
#include <algorithm>

#include "graph/cypher/planner.h"
#include "graph/cypher/planner_state.h"

namespace demarche::cypher {

Plan make_plan(const Query& query, const network::PropertyGraph& graph, const Map& parameters) {
  Planner planner(graph, parameters);
  Plan plan = planner.query(query, {});
  plan.slot_count = planner.slots();
  return plan;
}

Plan Planner::query(const Query& query, const Names& outer) {
  if (query.parts.size() == 1) return single(query.parts[0], outer);
  Plan plan;
  Step all;
  all.kind = StepKind::UnionOf;
  for (const SingleQuery& part : query.parts) {
    Plan own = single(part, outer);
    if (plan.columns.empty()) {
      plan.columns = own.columns;
      for (std::size_t i = 0; i < own.columns.size(); ++i) plan.column_slots.push_back(fresh());
    }
    Step rename;
    rename.kind = StepKind::Project;
    for (std::size_t i = 0; i < plan.columns.size(); ++i) {
      const auto at =
          std::find(own.columns.begin(), own.columns.end(), plan.columns[i]) - own.columns.begin();
      Formula column;
      column.op = Op::Variable;
      column.slot = own.column_slots[static_cast<std::size_t>(at)];
      rename.items.push_back({plan.column_slots[i], std::make_shared<const Formula>(std::move(column))});
    }
    own.steps.push_back(std::move(rename));
    own.columns = plan.columns;
    own.column_slots = plan.column_slots;
    all.plans.push_back(std::make_shared<const Plan>(std::move(own)));
  }
  all.slots = plan.column_slots;
  plan.steps.push_back(all);
  if (query.combine == Union::Distinct) {
    Step distinct;
    distinct.kind = StepKind::Distinct;
    distinct.slots = plan.column_slots;
    plan.steps.push_back(std::move(distinct));
  }
  return plan;
}

Plan Planner::single(const SingleQuery& single, const Names& outer) {
  Plan plan;
  Names names = outer;
  for (const Clause& clause : single.clauses) {
    switch (clause.kind) {
      case ClauseKind::Match:
        match(clause.patterns, clause.where, plan, names);
        break;
      case ClauseKind::OptionalMatch:
        optional_match(clause, plan, names);
        break;
      case ClauseKind::Create:
        create(clause, plan, names);
        break;
      case ClauseKind::Unwind: {
        Step step;
        step.kind = StepKind::Unwind;
        step.formula = formula(clause.list, names);
        step.node = names[clause.variable] = fresh();
        plan.steps.push_back(std::move(step));
        break;
      }
      case ClauseKind::With:
        project(clause.projection, plan, names, outer);
        break;
      case ClauseKind::Return:
        project(clause.projection, plan, names, {});
        break;
    }
  }
  fold_counts(plan);
  return plan;
}

void Planner::optional_match(const Clause& clause, Plan& plan, Names& names) {
  const Names before = names;
  Plan inner;
  match(clause.patterns, clause.where, inner, names);
  Step step;
  step.kind = StepKind::Optional;
  for (const auto& [name, slot] : names) {
    if (!before.contains(name)) step.slots.push_back(slot);
  }
  step.plans.push_back(std::make_shared<const Plan>(std::move(inner)));
  plan.steps.push_back(std::move(step));
}

Slot Planner::slot_of(const std::string& name, Names& names) {
  if (name.empty()) return fresh();
  const auto [at, added] = names.emplace(name, no_slot);
  if (added) at->second = fresh();
  return at->second;
}

Slot Planner::create_node(const NodePattern& node, std::vector<Creation>& creations, Names& names) {
  if (!node.variable.empty() && names.contains(node.variable)) return names[node.variable];
  Creation creation;
  creation.labels = node.labels;
  creation.properties = formula(node.properties, names);
  creation.slot = slot_of(node.variable, names);
  creations.push_back(creation);
  return creation.slot;
}

void Planner::create(const Clause& clause, Plan& plan, Names& names) {
  Step step;
  step.kind = StepKind::Create;
  for (const Pattern& pattern : clause.patterns) {
    Slot left = create_node(pattern.nodes[0], step.creations, names);
    for (std::size_t i = 0; i < pattern.edges.size(); ++i) {
      const Slot right = create_node(pattern.nodes[i + 1], step.creations, names);
      const EdgePattern& edge = pattern.edges[i];
      Creation creation;
      creation.labels = edge.types;
      creation.properties = formula(edge.properties, names);
      creation.slot = slot_of(edge.variable, names);
      creation.from = edge.towards == Towards::Right ? left : right;
      creation.to = edge.towards == Towards::Right ? right : left;
      step.creations.push_back(creation);
      left = right;
    }
  }
  plan.steps.push_back(std::move(step));
}

}  // namespace demarche::cypher
