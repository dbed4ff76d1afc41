// Walks over trees.
#include "graph/cypher/names_in.h"

#include <algorithm>

namespace demarche::cypher {
namespace {

void add_names(const ExpressionPtr& expression, std::set<std::string>& names) {
  if (expression) cypher::add_names(*expression, names);
}

void add_names(const Projection& projection, std::set<std::string>& names) {
  for (const ProjectionItem& item : projection.items) add_names(item.expression, names);
  for (const SortItem& item : projection.order) add_names(item.expression, names);
  for (const ExpressionPtr& part : {projection.skip, projection.limit, projection.where})
    add_names(part, names);
}

}  // namespace

void add_names(const Expression& expression, std::set<std::string>& names) {
  if (expression.op == Op::Variable) names.insert(expression.name);
  for (const ExpressionPtr& arg : expression.args) add_names(arg, names);
  if (expression.pattern) add_names(*expression.pattern, names);
  if (expression.query) add_names(*expression.query, names);
}

void add_names(const Pattern& pattern, std::set<std::string>& names) {
  for (const NodePattern& node : pattern.nodes) {
    names.insert(node.variable);
    add_names(node.properties, names);
    add_names(node.where, names);
  }
  for (const EdgePattern& edge : pattern.edges) {
    names.insert(edge.variable);
    add_names(edge.properties, names);
    add_names(edge.where, names);
  }
}

void add_names(const Query& query, std::set<std::string>& names) {
  for (const SingleQuery& single : query.parts) {
    for (const Clause& clause : single.clauses) {
      for (const Pattern& pattern : clause.patterns) add_names(pattern, names);
      add_names(clause.where, names);
      add_names(clause.list, names);
      add_names(clause.projection, names);
    }
  }
}

ExpressionPtr replaced(const ExpressionPtr& expression,
                       const std::function<ExpressionPtr(const ExpressionPtr&)>& replace) {
  if (!expression) return nullptr;
  if (ExpressionPtr other = replace(expression)) return other;
  if (expression->args.empty()) return expression;
  Expression copy = *expression;
  for (ExpressionPtr& arg : copy.args) arg = replaced(arg, replace);
  return std::make_shared<const Expression>(std::move(copy));
}

ExpressionPtr name_expression(std::string name, Place place) {
  Expression expression;
  expression.op = Op::Variable;
  expression.name = std::move(name);
  expression.place = place;
  return std::make_shared<const Expression>(std::move(expression));
}

const ProjectionItem* find_item(const Projection& projection, const Expression& expression) {
  const auto alike = [&](const ProjectionItem& item) { return same(*item.expression, expression); };
  const auto found = std::find_if(projection.items.begin(), projection.items.end(), alike);
  return found == projection.items.end() ? nullptr : &*found;
}

bool is_plain(const Expression& expression) {
  return expression.op == Op::Variable || (expression.op == Op::Property && is_plain(*expression.args[0]));
}

}  // namespace demarche::cypher
