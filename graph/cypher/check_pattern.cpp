// What patterns bind, and that no name is used for two kinds of things.
#include <fmt/format.h>

#include <algorithm>

#include "graph/cypher/checker.h"
#include "graph/cypher/failure.h"

namespace demarche::cypher {
namespace {

[[noreturn]] void fail_conflict(const std::string& name, const char* as, Place place) {
  fail_syntax("VariableTypeConflict", fmt::format("`{}` is already used and cannot be a {}", name, as),
              place);
}

// Whether a node or relationship of the pattern has the name.
bool uses(const Pattern& pattern, const std::string& name) {
  const auto named = [&](const auto& part) { return part.variable == name; };
  return std::any_of(pattern.nodes.begin(), pattern.nodes.end(), named) ||
         std::any_of(pattern.edges.begin(), pattern.edges.end(), named);
}

}  // namespace

void Checker::match(const Clause& clause, Scope& scope) {
  std::set<std::string> edges_here;
  for (const Pattern& pattern : clause.patterns) {
    for (const NodePattern& node : pattern.nodes) {
      if (node.properties && node.properties->op == Op::Parameter) {
        fail_syntax("InvalidParameterUse",
                    "a parameter cannot stand for all properties in MATCH; name them: {key: $value}",
                    node.properties->place);
      }
    }
    for (const EdgePattern& edge : pattern.edges) {
      if (edge.properties && edge.properties->op == Op::Parameter) {
        fail_syntax("InvalidParameterUse",
                    "a parameter cannot stand for all properties in MATCH; name them: {key: $value}",
                    edge.properties->place);
      }
    }
    declare(pattern, scope, edges_here);
  }
  for (const Pattern& pattern : clause.patterns) conditions(pattern, scope);
  where(clause.where, scope);
}

void Checker::create(const Clause& clause, Scope& scope) {
  std::set<std::string> edges_here;
  for (const Pattern& pattern : clause.patterns) {
    for (const EdgePattern& edge : pattern.edges) {
      if (edge.types.size() != 1)
        fail_syntax("NoSingleRelationshipType", "CREATE needs one type for each relationship", edge.place);
      if (edge.variable_length)
        fail_syntax("CreatingVarLength", "CREATE cannot make relationships of variable length", edge.place);
      if (edge.towards == Towards::Either)
        fail_syntax("RequiresDirectedRelationship", "CREATE needs a direction for each relationship",
                    edge.place);
      if (!edge.variable.empty() && scope.contains(edge.variable))
        fail_syntax("VariableAlreadyBound", fmt::format("`{}` is already used", edge.variable), edge.place);
    }
    declare(pattern, scope, edges_here);
  }
  for (const Pattern& pattern : clause.patterns) conditions(pattern, scope);
}

void Checker::declare(const Pattern& pattern, Scope& scope, std::set<std::string>& edges_here) {
  if (!pattern.variable.empty()) {
    if (scope.contains(pattern.variable) || uses(pattern, pattern.variable)) {
      fail_syntax("VariableAlreadyBound",
                  fmt::format("`{}` is already used; choose another name for the path", pattern.variable),
                  pattern.place);
    }
    scope[pattern.variable] = Known{types::path, types::any};
  }
  for (std::size_t i = 0; i < pattern.nodes.size(); ++i) {
    declare_node(pattern.nodes[i], scope);
    if (i < pattern.edges.size()) declare_edge(pattern.edges[i], scope, edges_here);
  }
}

void Checker::declare_node(const NodePattern& node, Scope& scope) {
  if (node.variable.empty()) return;
  const auto [at, fresh] = scope.emplace(node.variable, Known{types::node, types::any});
  if (!fresh && !(at->second.types & types::node)) fail_conflict(node.variable, "node", node.place);
}

void Checker::declare_edge(const EdgePattern& edge, Scope& scope, std::set<std::string>& edges_here) {
  if (edge.variable.empty()) return;
  const Known own = edge.variable_length ? Known{types::list, types::edge} : Known{types::edge, types::any};
  const auto [at, fresh] = scope.emplace(edge.variable, own);
  if (!fresh && !(at->second.types & own.types)) fail_conflict(edge.variable, "relationship", edge.place);
  if (!fresh && edge.variable_length && !(at->second.items & types::edge))
    fail_conflict(edge.variable, "list of relationships", edge.place);
  if (!edges_here.insert(edge.variable).second) {
    fail_syntax("RelationshipUniquenessViolation",
                fmt::format("`{}` stands for two relationships of one pattern, which are never the same",
                            edge.variable),
                edge.place);
  }
}

void Checker::conditions(const Pattern& pattern, const Scope& scope) {
  for (const NodePattern& node : pattern.nodes) {
    if (node.properties) expression(*node.properties, scope);
    where(node.where, scope);
  }
  for (const EdgePattern& edge : pattern.edges) {
    if (edge.properties) expression(*edge.properties, scope);
    where(edge.where, scope);
  }
}

// A pattern that is a truth value binds nothing.
void Checker::require_bound(const Pattern& pattern, const Scope& scope) {
  const auto require = [&](const std::string& name, Types wanted, const char* as, Place place) {
    if (name.empty()) return;
    const auto found = scope.find(name);
    if (found == scope.end())
      fail_syntax("UndefinedVariable", fmt::format("`{}` is not defined", name), place);
    if (!(found->second.types & wanted)) fail_conflict(name, as, place);
  };
  for (const NodePattern& node : pattern.nodes) require(node.variable, types::node, "node", node.place);
  for (const EdgePattern& edge : pattern.edges) {
    require(edge.variable, edge.variable_length ? types::list : types::edge, "relationship", edge.place);
  }
  conditions(pattern, scope);
}

Known Checker::pattern_in(const Expression& from, const Scope& scope, Standing standing) {
  if (from.op == Op::PatternPredicate) {
    if (!standing.predicate)
      fail_syntax("UnexpectedSyntax", "a pattern can stand here only as a condition, or in EXISTS { … }",
                  from.place);
    require_bound(*from.pattern, scope);
    return {types::boolean, types::any};
  }
  Scope inner = scope;
  if (from.op == Op::PatternComprehension) {
    std::set<std::string> edges_here;
    declare(*from.pattern, inner, edges_here);
    conditions(*from.pattern, inner);
    where(from.args[0], inner);
    return {types::list, expression(*from.args[1], inner).types};
  }
  query(*from.query, scope);
  return {from.op == Op::Exists ? types::boolean : types::integer, types::any};
}

}  // namespace demarche::cypher
