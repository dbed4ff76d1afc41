// A MATCH as a graph of what is wanted: nodes, edges, paths, and conditions with the slots that each needs.
#include <algorithm>

#include "graph/cypher/failure.h"
#include "graph/cypher/planner_state.h"

namespace demarche::cypher {
namespace {

FormulaPtr variable(Slot slot) {
  Formula made;
  made.op = Op::Variable;
  made.slot = slot;
  return std::make_shared<const Formula>(std::move(made));
}

FormulaPtr property_equals(Slot slot, const std::string& key, FormulaPtr value) {
  Formula property;
  property.op = Op::Property;
  property.name = key;
  property.args = {variable(slot)};
  Formula made;
  made.op = Op::Equal;
  made.args = {std::make_shared<const Formula>(std::move(property)), std::move(value)};
  return std::make_shared<const Formula>(std::move(made));
}

Condition needing(FormulaPtr formula) {
  Condition condition{std::move(formula), {}};
  add_slots_read(*condition.formula, condition.needs);
  return condition;
}

std::vector<Slot> parts_of_path(const std::vector<std::size_t>& nodes, std::size_t first_edge,
                                const Wanted& wanted) {
  std::vector<Slot> parts{wanted.nodes[nodes[0]].slot};
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    parts.push_back(wanted.edges[first_edge + i - 1].slot);
    parts.push_back(wanted.nodes[nodes[i]].slot);
  }
  return parts;
}

}  // namespace

void Planner::match(const std::vector<Pattern>& patterns, const ExpressionPtr& where, Plan& plan,
                    Names& names) {
  add_match_steps(wanted(patterns, where, names), graph_, plan.steps);
}

// First all names, for any of them may be used in any condition; then the conditions.
Wanted Planner::wanted(const std::vector<Pattern>& patterns, const ExpressionPtr& where, Names& names) {
  const Names before = names;
  Wanted wanted;
  std::vector<std::pair<const NodePattern*, std::size_t>> nodes;
  for (const Pattern& pattern : patterns) {
    const std::size_t first_edge = wanted.edges.size();
    std::vector<std::size_t> ids;
    for (std::size_t i = 0; i < pattern.nodes.size(); ++i) {
      ids.push_back(wanted_node(pattern.nodes[i], wanted, names, before));
      nodes.emplace_back(&pattern.nodes[i], ids.back());
      if (i > 0)
        wanted_edge(pattern.edges[i - 1], pattern.shortest, ids[i - 1], ids[i], wanted, names, before);
    }
    if (!pattern.variable.empty())
      wanted.paths.push_back({names[pattern.variable] = fresh(), parts_of_path(ids, first_edge, wanted)});
  }
  for (const auto& [pattern, id] : nodes) {
    property_conditions(pattern->properties, wanted.nodes[id].slot, wanted, names);
    add_conditions(pattern->where, wanted, names);
  }
  for (WantedEdge& edge : wanted.edges) {
    if (!edge.pattern->variable_length) {
      property_conditions(edge.pattern->properties, edge.slot, wanted, names);
      add_conditions(edge.pattern->where, wanted, names);
      continue;
    }
    if (edge.pattern->where)
      fail_syntax("NotSupported", "WHERE inside a relationship of variable length is not supported",
                  edge.pattern->place);
    if (!edge.pattern->properties) continue;
    const Expression& map = *edge.pattern->properties;
    for (std::size_t i = 0; i < map.names.size(); ++i)
      edge.properties.emplace_back(map.names[i], formula(map.args[i], names));
  }
  add_conditions(where, wanted, names);
  return wanted;
}

std::size_t Planner::wanted_node(const NodePattern& pattern, Wanted& wanted, Names& names,
                                 const Names& before) {
  const Slot slot = slot_of(pattern.variable, names);
  auto found = std::find_if(wanted.nodes.begin(), wanted.nodes.end(),
                            [&](const WantedNode& node) { return node.slot == slot; });
  if (found == wanted.nodes.end()) {
    found = wanted.nodes.insert(found, WantedNode{slot, before.contains(pattern.variable), {}});
  }
  for (const std::string& label : pattern.labels) {
    if (std::find(found->labels.begin(), found->labels.end(), label) == found->labels.end())
      found->labels.push_back(label);
  }
  return static_cast<std::size_t>(found - wanted.nodes.begin());
}

void Planner::wanted_edge(const EdgePattern& pattern, Shortest shortest, std::size_t from, std::size_t to,
                          Wanted& wanted, Names& names, const Names& before) {
  wanted.edges.push_back({slot_of(pattern.variable, names),
                          before.contains(pattern.variable),
                          from,
                          to,
                          &pattern,
                          shortest,
                          {}});
}

void Planner::property_conditions(const ExpressionPtr& properties, Slot slot, Wanted& wanted,
                                  const Names& names) {
  if (!properties) return;
  for (std::size_t i = 0; i < properties->names.size(); ++i) {
    wanted.conditions.push_back(
        needing(property_equals(slot, properties->names[i], formula(properties->args[i], names))));
  }
}

// A condition is split at AND. A label test of a node that is looked for becomes a label of that node.
void Planner::add_conditions(const ExpressionPtr& where, Wanted& wanted, const Names& names) {
  if (!where) return;
  if (where->op == Op::And) {
    add_conditions(where->args[0], wanted, names);
    add_conditions(where->args[1], wanted, names);
    return;
  }
  if (where->op == Op::HasLabels && where->args[0]->op == Op::Variable) {
    const Slot slot = names.find(where->args[0]->name)->second;
    const auto node = std::find_if(wanted.nodes.begin(), wanted.nodes.end(),
                                   [&](const WantedNode& each) { return each.slot == slot && !each.bound; });
    if (node != wanted.nodes.end()) {
      node->labels.insert(node->labels.end(), where->names.begin(), where->names.end());
      return;
    }
  }
  wanted.conditions.push_back(needing(formula(where, names)));
}

}  // namespace demarche::cypher
