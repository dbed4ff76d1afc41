// Trees as text: operators before their operands, in parentheses.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/cypher/ast.h"
#include "graph/cypher/value_text.h"

namespace demarche::cypher {
namespace {

std::string_view sign_of(Op op) {
  switch (op) {
    case Op::Literal:
      return "literal";
    case Op::Parameter:
      return "$";
    case Op::Variable:
      return "variable";
    case Op::Property:
      return ".";
    case Op::HasLabels:
      return "labels";
    case Op::Index:
      return "index";
    case Op::Slice:
      return "slice";
    case Op::ListOf:
      return "list";
    case Op::MapOf:
      return "map";
    case Op::Projection:
      return "project";
    case Op::Not:
      return "not";
    case Op::Negate:
      return "negate";
    case Op::Plus:
      return "plus";
    case Op::Or:
      return "or";
    case Op::Xor:
      return "xor";
    case Op::And:
      return "and";
    case Op::Equal:
      return "=";
    case Op::NotEqual:
      return "<>";
    case Op::Less:
      return "<";
    case Op::LessEqual:
      return "<=";
    case Op::Greater:
      return ">";
    case Op::GreaterEqual:
      return ">=";
    case Op::Add:
      return "+";
    case Op::Subtract:
      return "-";
    case Op::Multiply:
      return "*";
    case Op::Divide:
      return "/";
    case Op::Modulo:
      return "%";
    case Op::Power:
      return "^";
    case Op::Concatenate:
      return "||";
    case Op::In:
      return "in";
    case Op::StartsWith:
      return "starts-with";
    case Op::EndsWith:
      return "ends-with";
    case Op::Contains:
      return "contains";
    case Op::Matches:
      return "=~";
    case Op::IsNull:
      return "is-null";
    case Op::IsNotNull:
      return "is-not-null";
    case Op::Case:
      return "case";
    case Op::Call:
      return "call";
    case Op::CountAll:
      return "count-all";
    case Op::Comprehension:
      return "each";
    case Op::All:
      return "all";
    case Op::Any:
      return "any";
    case Op::None:
      return "none";
    case Op::Single:
      return "single";
    case Op::Reduce:
      return "reduce";
    case Op::PatternComprehension:
      return "each-match";
    case Op::PatternPredicate:
      return "matches";
    case Op::Exists:
      return "exists";
    case Op::Count:
      return "count";
  }
  return "";
}

std::string part(const ExpressionPtr& expression) {
  return expression ? text_of(*expression) : "_";
}

std::string labelled(const std::string& variable, const std::vector<std::string>& labels,
                     const char* between) {
  std::string text = variable;
  for (std::size_t i = 0; i < labels.size(); ++i) text += (i == 0 ? ":" : between) + labels[i];
  return text;
}

std::string extras(const ExpressionPtr& properties, const ExpressionPtr& where) {
  std::string text;
  if (properties) text += " " + text_of(*properties);
  if (where) text += " where " + text_of(*where);
  return text;
}

std::string length_text(const EdgePattern& edge) {
  if (!edge.variable_length) return "";
  const auto bound = [](const auto& value) { return value ? std::to_string(*value) : std::string(); };
  return "*" + bound(edge.least) + ".." + bound(edge.greatest);
}

std::string text_of(const NodePattern& node) {
  return "(" + labelled(node.variable, node.labels, ":") + extras(node.properties, node.where) + ")";
}

std::string text_of(const EdgePattern& edge) {
  const std::string inner =
      labelled(edge.variable, edge.types, "|") + length_text(edge) + extras(edge.properties, edge.where);
  return fmt::format("{}-[{}]-{}", edge.towards == Towards::Left ? "<" : "", inner,
                     edge.towards == Towards::Right ? ">" : "");
}

std::string text_of(const Projection& projection) {
  std::vector<std::string> parts;
  if (projection.star) parts.emplace_back("*");
  for (const ProjectionItem& item : projection.items)
    parts.push_back(fmt::format("{} as {}", part(item.expression), item.name));
  std::string text = fmt::format("{}{}", projection.distinct ? "distinct " : "", fmt::join(parts, ", "));
  for (const SortItem& item : projection.order) {
    text += fmt::format(" {} {}", item.order == SortOrder::Ascending ? "ascending" : "descending",
                        part(item.expression));
  }
  if (projection.skip) text += " skip " + part(projection.skip);
  if (projection.limit) text += " limit " + part(projection.limit);
  if (projection.where) text += " where " + part(projection.where);
  return text;
}

std::string text_of(const std::vector<Pattern>& patterns) {
  std::vector<std::string> parts;
  for (const Pattern& pattern : patterns) parts.push_back(cypher::text_of(pattern));
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string text_of(const Clause& clause) {
  const std::string where = clause.where ? " where " + part(clause.where) : "";
  switch (clause.kind) {
    case ClauseKind::Match:
      return "match " + text_of(clause.patterns) + where;
    case ClauseKind::OptionalMatch:
      return "optional-match " + text_of(clause.patterns) + where;
    case ClauseKind::Unwind:
      return fmt::format("unwind {} as {}", part(clause.list), clause.variable);
    case ClauseKind::With:
      return "with " + text_of(clause.projection);
    case ClauseKind::Return:
      return "return " + text_of(clause.projection);
    case ClauseKind::Create:
      return "create " + text_of(clause.patterns);
  }
  return "";
}

}  // namespace

std::string text_of(const Pattern& pattern) {
  std::string text = pattern.variable.empty() ? "" : pattern.variable + " = ";
  if (pattern.shortest != Shortest::No)
    text += pattern.shortest == Shortest::One ? "shortest " : "all-shortest ";
  for (std::size_t i = 0; i < pattern.nodes.size(); ++i) {
    text += text_of(pattern.nodes[i]);
    if (i < pattern.edges.size()) text += text_of(pattern.edges[i]);
  }
  return text;
}

std::string text_of(const Expression& expression) {
  if (expression.op == Op::Literal) return value_text(expression.value, nullptr);
  if (expression.op == Op::Variable) return expression.name;
  if (expression.op == Op::Parameter) return "$" + expression.name;
  std::string text = fmt::format("({}", sign_of(expression.op));
  if (expression.distinct) text += " distinct";
  if (!expression.name.empty()) text += " " + expression.name;
  for (const std::string& name : expression.names) text += " " + name;
  if (expression.pattern) text += " " + text_of(*expression.pattern);
  if (expression.query) text += " " + text_of(*expression.query);
  for (const ExpressionPtr& argument : expression.args) text += " " + part(argument);
  return text + ")";
}

std::string text_of(const Query& query) {
  std::string text;
  for (const SingleQuery& single : query.parts) {
    if (!text.empty()) text += query.combine == Union::All ? " union-all " : " union ";
    for (std::size_t i = 0; i < single.clauses.size(); ++i)
      text += (i ? "; " : "") + text_of(single.clauses[i]);
  }
  return text;
}

bool same(const Expression& a, const Expression& b) {
  return text_of(a) == text_of(b);
}

}  // namespace demarche::cypher
