// Plans as text: what --explain shows. Slots are numbers after #.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/cypher/plan.h"
#include "graph/cypher/value_text.h"

namespace demarche::cypher {
namespace {

std::string slot_text(Slot slot) {
  return fmt::format("#{}", slot);
}

std::string slots_text(const std::vector<Slot>& slots) {
  std::string text;
  for (const Slot slot : slots) text += (text.empty() ? "" : " ") + slot_text(slot);
  return text;
}

std::string labels_text(const Step& step, const network::PropertyGraph& graph) {
  std::string text;
  for (const network::LabelId label : step.labels) text += ":" + graph.labels()[label];
  return text;
}

std::string edge_text(const Step& step, const network::PropertyGraph& graph) {
  std::vector<std::string> types;
  for (const network::TypeId type : step.types) types.push_back(graph.types()[type]);
  std::string inner = slot_text(step.edge) + (types.empty() ? "" : fmt::format(":{}", fmt::join(types, "|")));
  if (step.kind == StepKind::ExpandVariable || step.kind == StepKind::ShortestPath) {
    inner +=
        fmt::format("*{}..{}", step.least, step.greatest == INT64_MAX ? "" : std::to_string(step.greatest));
  }
  const char* left = step.towards == Towards::Left ? "<" : "";
  const char* right = step.towards == Towards::Right ? ">" : "";
  std::string text = fmt::format("{} {}-[{}]-{}", slot_text(step.from), left, inner, right);
  if (step.node != no_slot) text += fmt::format(" {}{}", slot_text(step.node), labels_text(step, graph));
  if (!step.unlike.empty()) text += " unlike " + slots_text(step.unlike);
  if (step.formula) text += " where " + text_of(*step.formula);
  return text;
}

std::string items_text(const std::vector<SlotFormula>& items) {
  std::string text;
  for (const SlotFormula& item : items)
    text += fmt::format("{}{} = {}", text.empty() ? "" : ", ", slot_text(item.slot), text_of(*item.formula));
  return text;
}

std::string aggregates_text(const Step& step) {
  std::string text = items_text(step.items);
  for (const AggregateItem& item : step.aggregates) {
    const std::string name = item.expression->op == Op::CountAll ? "count" : item.expression->name;
    text += fmt::format("{}{} = {}({}{})", text.empty() ? "" : ", ", slot_text(item.slot), name,
                        item.expression->distinct ? "distinct " : "",
                        item.argument ? text_of(*item.argument) : "*");
  }
  return text;
}

std::string sort_text(const Step& step) {
  std::string text;
  for (const SortKey& key : step.keys) {
    text += fmt::format("{}{}{}", text.empty() ? "" : ", ", text_of(*key.formula),
                        key.order == SortOrder::Descending ? " descending" : "");
  }
  return step.limit ? text + " first " + text_of(*step.limit) : text;
}

std::string plans_text(const Step& step, const network::PropertyGraph& graph) {
  std::string text;
  for (const PlanPtr& plan : step.plans)
    text += fmt::format("{}{{ {} }}", text.empty() ? "" : " ", text_of(*plan, graph));
  return text;
}

}  // namespace

std::string text_of(const Formula& formula) {
  if (formula.op == Op::Variable) return slot_text(formula.slot);
  if (formula.op == Op::Literal) return value_text(formula.value, nullptr);
  if (formula.op == Op::Property) return fmt::format("{}.{}", text_of(*formula.args[0]), formula.name);
  Expression shell;
  shell.op = formula.op;
  shell.name = formula.name;
  shell.names = formula.names;
  std::string text = cypher::text_of(shell);
  text.pop_back();
  for (const FormulaPtr& arg : formula.args) text += " " + (arg ? text_of(*arg) : "_");
  return text + ")";
}

std::string text_of(const Step& step, const network::PropertyGraph& graph) {
  switch (step.kind) {
    case StepKind::Nothing:
      return "nothing";
    case StepKind::AllNodes:
      return fmt::format("all-nodes {}", slot_text(step.node));
    case StepKind::NodesByLabel:
      return fmt::format("nodes-by-label {}{}", slot_text(step.node), labels_text(step, graph));
    case StepKind::NodesByValue:
      return fmt::format("nodes-by-value {}{}.{} = {}", slot_text(step.node), labels_text(step, graph),
                         graph.keys()[step.key], text_of(*step.formula));
    case StepKind::CheckLabels:
      return fmt::format("check-labels {}{}", slot_text(step.node), labels_text(step, graph));
    case StepKind::Expand:
      return "expand " + edge_text(step, graph);
    case StepKind::ExpandInto:
      return "expand-into " + edge_text(step, graph);
    case StepKind::ExpandVariable:
      return "expand-variable " + edge_text(step, graph);
    case StepKind::Endpoints:
      return "endpoints " + edge_text(step, graph);
    case StepKind::WalkList:
      return "walk-list " + edge_text(step, graph);
    case StepKind::ShortestPath:
      return "shortest-path " + edge_text(step, graph);
    case StepKind::Weigh:
      return "weigh " + edge_text(step, graph);
    case StepKind::MakePath:
      return fmt::format("path {} = {}", slot_text(step.node), slots_text(step.slots));
    case StepKind::Filter:
      return "filter " + text_of(*step.formula);
    case StepKind::Unwind:
      return fmt::format("unwind {} = {}", slot_text(step.node), text_of(*step.formula));
    case StepKind::Optional:
      return "optional " + plans_text(step, graph);
    case StepKind::Project:
      return "project " + items_text(step.items);
    case StepKind::Aggregate:
      return "aggregate " + aggregates_text(step);
    case StepKind::Distinct:
      return "distinct " + slots_text(step.slots);
    case StepKind::Sort:
      return "sort " + sort_text(step);
    case StepKind::Skip:
      return "skip " + text_of(*step.formula);
    case StepKind::Limit:
      return "limit " + text_of(*step.formula);
    case StepKind::UnionOf:
      return "union " + plans_text(step, graph);
    case StepKind::Create:
      return fmt::format("create {} things", step.creations.size());
  }
  return "";
}

std::string text_of(const Plan& plan, const network::PropertyGraph& graph) {
  std::string text;
  for (const Step& step : plan.steps) text += (text.empty() ? "" : " -> ") + text_of(step, graph);
  return text.empty() ? "one-row" : text;
}

}  // namespace demarche::cypher
