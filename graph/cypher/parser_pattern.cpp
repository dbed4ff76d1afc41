// Patterns: (a:Actor {name: 'x'})-[r:REJECTED*1..3]->(p).
#include <charconv>

#include "graph/cypher/parser_state.h"

namespace demarche::cypher {

std::vector<Pattern> Parser::patterns() {
  std::vector<Pattern> result;
  do result.push_back(pattern());
  while (take_sign(","));
  return result;
}

Pattern Parser::pattern() {
  const std::size_t first = at_;
  std::string variable;
  if (at_name() && at_sign("=", 1)) {
    variable = want_name("a name");
    advance();
  }
  Pattern result;
  if (at_word("shortestPath") && at_sign("(", 1))
    result = shortest_path(Shortest::One);
  else if (at_word("allShortestPaths") && at_sign("(", 1))
    result = shortest_path(Shortest::All);
  else
    result = pattern_element();
  result.variable = std::move(variable);
  result.place = since(first);
  return result;
}

Pattern Parser::shortest_path(Shortest shortest) {
  const std::size_t first = at_;
  advance();
  want_sign("(");
  Pattern result = pattern_element();
  want_sign(")");
  result.shortest = shortest;
  if (result.edges.size() != 1) {
    fail_syntax("InvalidRelationshipPattern", "a shortest path has one relationship pattern, such as -[*]-",
                since(first));
  }
  return result;
}

// Nodes and relationships in turn; parentheses around a whole pattern mean nothing.
Pattern Parser::pattern_element() {
  const std::size_t first = at_;
  if (at_sign("(") && at_sign("(", 1)) {
    if (++depth_ > 200) fail_syntax("UnexpectedSyntax", "the pattern is nested too deeply", token().place);
    advance();
    Pattern inner = pattern_element();
    want_sign(")");
    --depth_;
    return inner;
  }
  Pattern result;
  result.nodes.push_back(node_pattern());
  while (at_sign("-") || (at_sign("<") && at_sign("-", 1))) {
    result.edges.push_back(edge_pattern());
    result.nodes.push_back(node_pattern());
  }
  note("-[…]-");
  result.place = since(first);
  return result;
}

NodePattern Parser::node_pattern() {
  const std::size_t first = at_;
  want_sign("(");
  NodePattern node;
  note("a name");
  if (at_name() && !at_word("WHERE")) node.variable = want_name("a name");
  if (at_sign(":")) node.labels = labels();
  node.properties = pattern_properties();
  if (take_word("WHERE")) node.where = expression();
  want_sign(")");
  node.place = since(first);
  return node;
}

std::vector<std::string> Parser::labels() {
  std::vector<std::string> result;
  while (take_sign(":") || (!result.empty() && take_sign("&"))) result.push_back(want_name("a label"));
  return result;
}

ExpressionPtr Parser::pattern_properties() {
  note("{");
  if (at_sign("{")) return map_literal();
  if (token().kind != TokenKind::Parameter) return nullptr;
  return atom();
}

EdgePattern Parser::edge_pattern() {
  const std::size_t first = at_;
  EdgePattern edge;
  const bool left = take_sign("<");
  want_sign("-");
  if (take_sign("[")) {
    edge_details(edge);
    want_sign("]");
  }
  want_sign("-");
  const bool right = take_sign(">");
  edge.towards = left == right ? Towards::Either : left ? Towards::Left : Towards::Right;
  edge.place = since(first);
  return edge;
}

void Parser::edge_details(EdgePattern& edge) {
  note("a name");
  if (at_name() && !at_word("WHERE")) edge.variable = want_name("a name");
  if (take_sign(":")) {
    do {
      take_sign(":");
      edge.types.push_back(want_name("a relationship type"));
    } while (take_sign("|"));
  }
  if (at_sign("..")) fail_here("InvalidRelationshipPattern");
  if (take_sign("*")) edge_length(edge);
  edge.properties = pattern_properties();
  if (take_word("WHERE")) edge.where = expression();
}

void Parser::edge_length(EdgePattern& edge) {
  edge.variable_length = true;
  const auto bound = [&]() -> std::optional<std::int64_t> {
    note("a length");
    if (at_sign("-")) fail_here("InvalidRelationshipPattern");
    if (token().kind != TokenKind::Integer) return std::nullopt;
    std::int64_t value = 0;
    const std::string& digits = token().text;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) fail_here("InvalidRelationshipPattern");
    advance();
    return value;
  };
  edge.least = bound();
  if (take_sign(".."))
    edge.greatest = bound();
  else
    edge.greatest = edge.least;
}

bool Parser::at_pattern() const {
  if (!at_sign("(")) return false;
  std::size_t next = closing(at_) + 1 - at_;
  if (at_sign("<", next)) ++next;
  if (!at_sign("-", next)) return false;
  if (at_sign("-", next + 1)) return true;
  if (!at_sign("[", next + 1)) return false;
  return at_sign("-", closing(at_ + next + 1) + 1 - at_);
}

}  // namespace demarche::cypher
