// WITH and RETURN. Items that aggregate are taken apart: what groups and what is aggregated becomes a column
// each, over which the rest of the item is computed.
#include <fmt/format.h>

#include <algorithm>

#include "graph/cypher/aggregate.h"
#include "graph/cypher/names_in.h"
#include "graph/cypher/planner_state.h"

namespace demarche::cypher {
namespace {

Step of_kind(StepKind kind) {
  Step step;
  step.kind = kind;
  return step;
}

// The expression with those parts that are columns replaced by their names.
ExpressionPtr with_columns(const ExpressionPtr& expression, const Projection& projection) {
  return replaced(expression, [&](const ExpressionPtr& part) -> ExpressionPtr {
    const ProjectionItem* column = find_item(projection, *part);
    return column ? name_expression(column->name, part->place) : nullptr;
  });
}

}  // namespace

std::vector<ProjectionItem> Planner::all_items(const Projection& projection, const Names& names) {
  std::vector<ProjectionItem> items;
  if (projection.star) {
    for (const auto& [name, slot] : names) items.push_back({name_expression(name, {}), name, true});
  }
  for (const ProjectionItem& item : projection.items) {
    const bool again =
        projection.star && item.expression->op == Op::Variable && item.expression->name == item.name;
    if (!again) items.push_back(item);
  }
  return items;
}

Names Planner::plain_items(const std::vector<ProjectionItem>& items, Plan& plan, const Names& names) {
  Names after;
  Step step = of_kind(StepKind::Project);
  for (const ProjectionItem& item : items) {
    if (item.expression->op == Op::Variable) {  // the same value under another name
      after[item.name] = names.find(item.expression->name)->second;
      continue;
    }
    const Slot slot = fresh();
    step.items.push_back({slot, formula(item.expression, names)});
    after[item.name] = slot;
  }
  if (!step.items.empty()) plan.steps.push_back(std::move(step));
  return after;
}

Names Planner::aggregated_items(const std::vector<ProjectionItem>& items, Plan& plan, const Names& names) {
  Step aggregate = of_kind(StepKind::Aggregate), rest = of_kind(StepKind::Project);
  Names after, inner;
  Projection keys;
  for (const ProjectionItem& item : items) {
    if (has_aggregate(*item.expression)) continue;
    const Slot slot = after[item.name] = fresh();
    aggregate.items.push_back({slot, formula(item.expression, names)});
    keys.items.push_back(item);
    keys.items.back().name = fmt::format("key {}", keys.items.size());
    inner[keys.items.back().name] = slot;
  }
  const auto taken_apart = [&](const ExpressionPtr& part) -> ExpressionPtr {
    if (const ProjectionItem* key = is_plain(*part) ? find_item(keys, *part) : nullptr)
      return name_expression(key->name, part->place);
    if (!is_aggregate(*part)) return nullptr;
    const std::string name = fmt::format("aggregate {}", aggregate.aggregates.size());
    AggregateItem made{inner[name] = fresh(), part, nullptr, nullptr};
    if (part->op == Op::Call) made.argument = formula(part->args[0], names);
    if (part->args.size() > 1) made.extra = formula(part->args[1], names);
    aggregate.aggregates.push_back(std::move(made));
    return name_expression(name, part->place);
  };
  for (const ProjectionItem& item : items) {
    if (!has_aggregate(*item.expression)) continue;
    const ExpressionPtr apart = replaced(item.expression, taken_apart);
    if (apart->op == Op::Variable) {
      after[item.name] = inner[apart->name];
      continue;
    }
    rest.items.push_back({after[item.name] = fresh(), formula(apart, inner)});
  }
  plan.steps.push_back(std::move(aggregate));
  if (!rest.items.empty()) plan.steps.push_back(std::move(rest));
  return after;
}

void Planner::project(const Projection& projection, Plan& plan, Names& names, const Names& outer) {
  Projection whole = projection;
  whole.items = all_items(projection, names);
  const bool aggregates = std::any_of(whole.items.begin(), whole.items.end(), [](const ProjectionItem& item) {
    return has_aggregate(*item.expression);
  });
  const Names after =
      aggregates ? aggregated_items(whole.items, plan, names) : plain_items(whole.items, plan, names);
  plan.columns.clear();
  plan.column_slots.clear();
  for (const ProjectionItem& item : whole.items) {
    plan.columns.push_back(item.name);
    plan.column_slots.push_back(after.find(item.name)->second);
  }
  if (projection.distinct) {
    plan.steps.push_back(of_kind(StepKind::Distinct));
    plan.steps.back().slots = plan.column_slots;
  }
  Names seen = aggregates || projection.distinct ? outer : names;  // by ORDER BY and WHERE
  for (const auto& [name, slot] : after) seen[name] = slot;
  const FormulaPtr where = formula(with_columns(projection.where, whole), seen);
  sort_and_cut(projection, whole, plan, seen, where);
  if (where) {
    plan.steps.push_back(of_kind(StepKind::Filter));
    plan.steps.back().formula = where;
  }
  names = outer;
  for (const auto& [name, slot] : after) names[name] = slot;
}

void Planner::sort_and_cut(const Projection& projection, const Projection& whole, Plan& plan,
                           const Names& seen, const FormulaPtr& where) {
  const FormulaPtr skip = formula(projection.skip, {}), limit = formula(projection.limit, {});
  if (!projection.order.empty()) {
    Step sort = of_kind(StepKind::Sort);
    for (const SortItem& item : projection.order) {
      sort.keys.push_back({formula(with_columns(item.expression, whole), seen), item.order});
    }
    sort.slots = plan.column_slots;
    if (where) add_slots_read(*where, sort.slots);
    sort.limit = limit;
    sort.skip = skip;
    plan.steps.push_back(std::move(sort));
  }
  for (const auto& [kind, amount] : {std::pair{StepKind::Skip, skip}, std::pair{StepKind::Limit, limit}}) {
    if (!amount) continue;
    plan.steps.push_back(of_kind(kind));
    plan.steps.back().formula = amount;
  }
}

}  // namespace demarche::cypher
