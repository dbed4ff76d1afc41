// What expressions are made of: literals, names, lists, maps, calls, comprehensions, subqueries.
#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "graph/cypher/parser_state.h"

namespace demarche::cypher {

ExpressionPtr Parser::atom() {
  const std::size_t first = at_;
  note("an expression");
  switch (token().kind) {
    case TokenKind::Integer:
      return integer_literal(false);
    case TokenKind::Float:
      return float_literal();
    case TokenKind::String: {
      Value text(token().text);
      advance();
      return literal(std::move(text), first);
    }
    case TokenKind::Parameter: {
      Expression parameter;
      parameter.op = Op::Parameter;
      parameter.name = token().text;
      advance();
      return made(std::move(parameter), first);
    }
    case TokenKind::Sign:
      return atom_of_sign();
    case TokenKind::Name:
    case TokenKind::QuotedName:
      return atom_of_word();
    case TokenKind::End:
      break;
  }
  fail_here();
}

ExpressionPtr Parser::atom_of_sign() {
  const std::size_t first = at_;
  if (at_pattern()) {
    Expression predicate;
    predicate.op = Op::PatternPredicate;
    predicate.pattern = std::make_shared<const Pattern>(pattern_element());
    return made(std::move(predicate), first);
  }
  if (at_sign("(")) {
    advance();
    ExpressionPtr inner = expression();
    want_sign(")");
    Expression copy = *inner;  // stands where its parentheses stand
    return made(std::move(copy), first);
  }
  if (at_sign("[")) return list_or_comprehension();
  if (at_sign("{")) return map_literal();
  fail_here();
}

ExpressionPtr Parser::atom_of_word() {
  const std::size_t first = at_;
  const bool quoted = token().kind == TokenKind::QuotedName;
  if (!quoted) {
    if (at_word("true") || at_word("false")) {
      const bool value = at_word("true");
      advance();
      return literal(Value(value), first);
    }
    if (at_word("null")) return advance(), literal(Value(), first);
    if (at_word("CASE")) return case_expression();
    if (at_word("EXISTS") && at_sign("{", 1)) return subquery(Op::Exists);
    if (at_word("COUNT") && at_sign("{", 1)) return subquery(Op::Count);
    if (at_sign("(", 1)) {
      const bool binds =
          (token(2).kind == TokenKind::Name || token(2).kind == TokenKind::QuotedName) && at_word("IN", 3);
      if (binds && at_word("all")) return quantifier(Op::All);
      if (binds && at_word("any")) return quantifier(Op::Any);
      if (binds && at_word("none")) return quantifier(Op::None);
      if (binds && at_word("single")) return quantifier(Op::Single);
      if (at_word("reduce")) return reduce();
      if ((at_word("shortestPath") || at_word("allShortestPaths"))) {
        Expression predicate;
        predicate.op = Op::PatternPredicate;
        predicate.pattern = std::make_shared<const Pattern>(pattern());
        return made(std::move(predicate), first);
      }
    }
  }
  const bool call_follows =
      at_sign("(", 1) || (at_sign(".", 1) && at_sign("(", 3) && token(2).kind == TokenKind::Name);
  if (call_follows) return call();
  Expression variable;
  variable.op = Op::Variable;
  variable.name = token().text;
  advance();
  return made(std::move(variable), first);
}

ExpressionPtr Parser::integer_literal(bool negative) {
  const std::size_t first = negative ? at_ - 1 : at_;
  const std::string& text = token().text;
  const bool prefixed = text.size() > 1 && text[0] == '0' &&
                        (text[1] == 'x' || text[1] == 'X' || text[1] == 'o' || text[1] == 'O');
  const int base = !prefixed ? 10 : text[1] == 'x' || text[1] == 'X' ? 16 : 8;
  const std::string digits = (negative ? "-" : "") + (prefixed ? text.substr(2) : text);
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  if (error == std::errc::result_out_of_range && end == digits.data() + digits.size()) {
    fail_syntax("IntegerOverflow", "the integer is too large", token().place);
  }
  if (error != std::errc{} || end != digits.data() + digits.size()) {
    fail_syntax("InvalidNumberLiteral", fmt::format("'{}' is no number", text), token().place);
  }
  advance();
  return literal(Value(value), first);
}

ExpressionPtr Parser::float_literal() {
  const std::size_t first = at_;
  const std::string& text = token().text;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (end != text.data() + text.size())
    fail_syntax("InvalidNumberLiteral", fmt::format("'{}' is no number", text), token().place);
  const bool small = error == std::errc::result_out_of_range && text.find('-') != std::string::npos;
  if (error == std::errc::result_out_of_range && !small)
    fail_syntax("FloatingPointOverflow", "the number is too large", token().place);
  advance();
  return literal(Value(small ? 0.0 : value), first);
}

ExpressionPtr Parser::list_or_comprehension() {
  const std::size_t first = at_;
  want_sign("[");
  if (at_name() && at_word("IN", 1)) return comprehension(first);
  const bool named = at_name() && at_sign("=", 1) && at_sign("(", 2);
  if (named || at_pattern()) return pattern_comprehension(first);
  if (take_sign("]")) return rest_of_list({}, first);
  std::vector<ExpressionPtr> items{expression()};
  return rest_of_list(std::move(items), first);
}

// After an item, or where there is none after the closing bracket.
ExpressionPtr Parser::rest_of_list(std::vector<ExpressionPtr> items, std::size_t first) {
  if (!items.empty()) {
    while (take_sign(",")) items.push_back(expression());
    want_sign("]");
  }
  Expression list;
  list.op = Op::ListOf;
  list.args = std::move(items);
  return made(std::move(list), first);
}

ExpressionPtr Parser::comprehension(std::size_t first) {
  const std::size_t start = at_;
  Expression result;
  result.op = Op::Comprehension;
  result.name = want_name("a name");
  want_word("IN");
  ExpressionPtr list = expression();
  if (at_sign(",")) {  // no comprehension, but a list whose first item is `x IN list`
    Expression variable;
    variable.op = Op::Variable;
    variable.name = result.name;
    variable.place = tokens_[start].place;
    std::vector<ExpressionPtr> items{
        binary(Op::In, std::make_shared<const Expression>(std::move(variable)), std::move(list), start)};
    return rest_of_list(std::move(items), first);
  }
  ExpressionPtr where = take_word("WHERE") ? expression() : nullptr;
  ExpressionPtr mapped = take_sign("|") ? expression() : nullptr;
  want_sign("]");
  result.args = {std::move(list), std::move(where), std::move(mapped)};
  return made(std::move(result), first);
}

ExpressionPtr Parser::pattern_comprehension(std::size_t first) {
  const std::size_t start = at_;
  Expression result;
  result.op = Op::PatternComprehension;
  result.pattern = std::make_shared<const Pattern>(pattern());
  if (at_sign(",") || at_sign("]")) {  // a list whose first item is a pattern
    result.op = Op::PatternPredicate;
    std::vector<ExpressionPtr> items{made(std::move(result), start)};
    return rest_of_list(std::move(items), first);
  }
  ExpressionPtr where = take_word("WHERE") ? expression() : nullptr;
  want_sign("|");
  ExpressionPtr mapped = expression();
  want_sign("]");
  result.args = {std::move(where), std::move(mapped)};
  return made(std::move(result), first);
}

ExpressionPtr Parser::map_literal() {
  const std::size_t first = at_;
  want_sign("{");
  Expression map;
  map.op = Op::MapOf;
  if (!take_sign("}")) {
    do {
      map.names.push_back(want_name("a key"));
      want_sign(":");
      map.args.push_back(expression());
    } while (take_sign(","));
    want_sign("}");
  }
  return made(std::move(map), first);
}

// n {.name, .*, key: expression, variable}
ExpressionPtr Parser::map_projection(ExpressionPtr subject, std::size_t first) {
  want_sign("{");
  Expression result;
  result.op = Op::Projection;
  result.args = {subject};
  const auto add = [&](std::string key, ExpressionPtr value) {
    result.names.push_back(std::move(key));
    result.args.push_back(std::move(value));
  };
  do {
    const std::size_t start = at_;
    if (at_sign("}")) break;
    if (take_sign(".")) {
      if (take_sign("*")) {
        add("*", nullptr);
        continue;
      }
      Expression property;
      property.op = Op::Property;
      property.name = want_name("a property");
      property.args = {subject};
      std::string key = property.name;
      add(std::move(key), made(std::move(property), start));
      continue;
    }
    Expression variable;
    variable.op = Op::Variable;
    variable.name = want_name("a key");
    std::string key = variable.name;
    add(std::move(key), take_sign(":") ? expression() : made(std::move(variable), start));
  } while (take_sign(","));
  want_sign("}");
  return made(std::move(result), first);
}

ExpressionPtr Parser::case_expression() {
  const std::size_t first = at_;
  want_word("CASE");
  Expression result;
  result.op = Op::Case;
  result.args.push_back(at_word("WHEN") ? nullptr : expression());
  want_word("WHEN");
  do {
    result.args.push_back(expression());
    want_word("THEN");
    result.args.push_back(expression());
  } while (take_word("WHEN"));
  result.args.push_back(take_word("ELSE") ? expression() : nullptr);
  want_word("END");
  return made(std::move(result), first);
}

ExpressionPtr Parser::quantifier(Op op) {
  const std::size_t first = at_;
  advance();
  want_sign("(");
  Expression result;
  result.op = op;
  result.name = want_name("a name");
  want_word("IN");
  result.args.push_back(expression());
  want_word("WHERE");
  result.args.push_back(expression());
  want_sign(")");
  return made(std::move(result), first);
}

ExpressionPtr Parser::reduce() {
  const std::size_t first = at_;
  advance();
  want_sign("(");
  Expression result;
  result.op = Op::Reduce;
  result.name = want_name("a name");
  want_sign("=");
  result.args.push_back(expression());
  want_sign(",");
  result.names.push_back(want_name("a name"));
  want_word("IN");
  result.args.push_back(expression());
  want_sign("|");
  result.args.push_back(expression());
  want_sign(")");
  return made(std::move(result), first);
}

// EXISTS { query } or EXISTS { pattern WHERE … }
ExpressionPtr Parser::subquery(Op op) {
  const std::size_t first = at_;
  advance();
  want_sign("{");
  if (++depth_ > 50) fail_syntax("UnexpectedSyntax", "subqueries are nested too deeply", token().place);
  Expression result;
  result.op = op;
  const bool bare_pattern = at_sign("(") || (at_name() && at_sign("=", 1));
  if (bare_pattern) {
    Query inner;
    inner.parts.emplace_back();
    inner.parts[0].clauses.push_back(match(ClauseKind::Match));
    result.query = std::make_shared<const Query>(std::move(inner));
  } else {
    result.query = std::make_shared<const Query>(query("}"));
  }
  --depth_;
  want_sign("}");
  return made(std::move(result), first);
}

ExpressionPtr Parser::call() {
  const std::size_t first = at_;
  Expression result;
  result.op = Op::Call;
  const bool counts = at_word("count") && at_sign("*", 2);
  result.name = want_name("a function");
  if (take_sign(".")) result.name += "." + want_name("a function");
  want_sign("(");
  if (counts && take_sign("*")) {
    result.op = Op::CountAll;
    result.name.clear();
    want_sign(")");
    return made(std::move(result), first);
  }
  result.distinct = take_word("DISTINCT");
  if (!take_sign(")")) {
    do result.args.push_back(expression());
    while (take_sign(","));
    want_sign(")");
  }
  return made(std::move(result), first);
}

}  // namespace demarche::cypher
