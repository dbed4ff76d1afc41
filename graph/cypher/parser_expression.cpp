// Expressions, from the loosest operator to the tightest.
#include <utility>

#include "graph/cypher/parser_state.h"

namespace demarche::cypher {
namespace {

constexpr std::size_t deepest = 250;          // expressions in expressions
constexpr std::size_t longest_chain = 5'000;  // operators in one query

}  // namespace

ExpressionPtr Parser::made(Expression expression, std::size_t first) const {
  expression.place = since(first);
  return std::make_shared<const Expression>(std::move(expression));
}

ExpressionPtr Parser::literal(Value value, std::size_t first) const {
  Expression expression;
  expression.value = std::move(value);
  return made(std::move(expression), first);
}

ExpressionPtr Parser::binary(Op op, ExpressionPtr left, ExpressionPtr right, std::size_t first) {
  if (++chain_ > longest_chain)
    fail_syntax("UnexpectedSyntax", "the query has too many operators", token().place);
  Expression expression;
  expression.op = op;
  expression.args = {std::move(left), std::move(right)};
  return made(std::move(expression), first);
}

ExpressionPtr Parser::expression() {
  if (++depth_ > deepest)
    fail_syntax("UnexpectedSyntax", "the expression is nested too deeply", token().place);
  ExpressionPtr result = either();
  --depth_;
  return result;
}

ExpressionPtr Parser::either() {
  const std::size_t first = at_;
  ExpressionPtr left = exclusive_either();
  while (take_word("OR")) left = binary(Op::Or, left, exclusive_either(), first);
  return left;
}

ExpressionPtr Parser::exclusive_either() {
  const std::size_t first = at_;
  ExpressionPtr left = both();
  while (take_word("XOR")) left = binary(Op::Xor, left, both(), first);
  return left;
}

ExpressionPtr Parser::both() {
  const std::size_t first = at_;
  ExpressionPtr left = negation();
  while (take_word("AND")) left = binary(Op::And, left, negation(), first);
  return left;
}

ExpressionPtr Parser::negation() {
  const std::size_t first = at_;
  if (!take_word("NOT")) return comparison();
  if (++depth_ > deepest)
    fail_syntax("UnexpectedSyntax", "the expression is nested too deeply", token().place);
  Expression expression;
  expression.op = Op::Not;
  expression.args = {negation()};
  --depth_;
  return made(std::move(expression), first);
}

// a < b < c means a < b AND b < c.
ExpressionPtr Parser::comparison() {
  static constexpr std::pair<std::string_view, Op> signs[] = {{"=", Op::Equal},   {"<>", Op::NotEqual},
                                                              {"<", Op::Less},    {"<=", Op::LessEqual},
                                                              {">", Op::Greater}, {">=", Op::GreaterEqual}};
  const std::size_t first = at_;
  ExpressionPtr left = predicated(), chain;
  while (true) {
    const std::pair<std::string_view, Op>* found = nullptr;
    for (const auto& candidate : signs) {
      if (take_sign(candidate.first)) {
        found = &candidate;
        break;
      }
    }
    if (!found) return chain ? chain : left;
    ExpressionPtr right = predicated();
    ExpressionPtr pair = binary(found->second, left, right, first);
    chain = chain ? binary(Op::And, chain, pair, first) : pair;
    left = std::move(right);
  }
}

ExpressionPtr Parser::predicated() {
  const std::size_t first = at_;
  ExpressionPtr subject = sum();
  while (predicate_on(subject, first)) {
  }
  return subject;
}

bool Parser::predicate_on(ExpressionPtr& subject, std::size_t first) {
  const auto unary = [&](Op op) {
    Expression expression;
    expression.op = op;
    expression.args = {subject};
    subject = made(std::move(expression), first);
    return ++chain_ <= longest_chain;
  };
  if (take_words("STARTS", "WITH")) return subject = binary(Op::StartsWith, subject, sum(), first), true;
  if (take_words("ENDS", "WITH")) return subject = binary(Op::EndsWith, subject, sum(), first), true;
  if (take_word("CONTAINS")) return subject = binary(Op::Contains, subject, sum(), first), true;
  if (take_word("IN")) return subject = binary(Op::In, subject, sum(), first), true;
  if (take_sign("=~")) return subject = binary(Op::Matches, subject, sum(), first), true;
  if (take_words("IS", "NULL")) return unary(Op::IsNull);
  if (at_word("IS") && at_word("NOT", 1)) {
    advance();
    advance();
    want_word("NULL");
    return unary(Op::IsNotNull);
  }
  return false;
}

ExpressionPtr Parser::sum() {
  const std::size_t first = at_;
  ExpressionPtr left = product();
  while (true) {
    if (take_sign("+"))
      left = binary(Op::Add, left, product(), first);
    else if (take_sign("-"))
      left = binary(Op::Subtract, left, product(), first);
    else if (take_sign("||"))
      left = binary(Op::Concatenate, left, product(), first);
    else
      return left;
  }
}

ExpressionPtr Parser::product() {
  const std::size_t first = at_;
  ExpressionPtr left = power();
  while (true) {
    if (take_sign("*"))
      left = binary(Op::Multiply, left, power(), first);
    else if (take_sign("/"))
      left = binary(Op::Divide, left, power(), first);
    else if (take_sign("%"))
      left = binary(Op::Modulo, left, power(), first);
    else
      return left;
  }
}

ExpressionPtr Parser::power() {
  const std::size_t first = at_;
  ExpressionPtr left = sign_of_number();
  while (take_sign("^")) left = binary(Op::Power, left, sign_of_number(), first);
  return left;
}

ExpressionPtr Parser::sign_of_number() {
  const std::size_t first = at_;
  const bool minus = at_sign("-");
  if (!minus && !at_sign("+")) return postfixed();
  if (minus && token(1).kind == TokenKind::Integer) {  // the least integer has no positive counterpart
    advance();
    ExpressionPtr number = integer_literal(true);
    while (postfix_on(number, first)) {
    }
    return number;
  }
  if (++depth_ > deepest)
    fail_syntax("UnexpectedSyntax", "the expression is nested too deeply", token().place);
  advance();
  Expression expression;
  expression.op = minus ? Op::Negate : Op::Plus;
  expression.args = {sign_of_number()};
  --depth_;
  return made(std::move(expression), first);
}

ExpressionPtr Parser::postfixed() {
  const std::size_t first = at_;
  ExpressionPtr subject = atom();
  while (postfix_on(subject, first)) {
  }
  return subject;
}

bool Parser::postfix_on(ExpressionPtr& subject, std::size_t first) {
  if (chain_ > longest_chain)
    fail_syntax("UnexpectedSyntax", "the query has too many operators", token().place);
  if (take_sign(".")) {
    Expression expression;
    expression.op = Op::Property;
    expression.name = want_name("a property");
    expression.args = {subject};
    subject = made(std::move(expression), first);
  } else if (take_sign("[")) {
    subject = index_or_slice(subject, first);
  } else if (at_sign(":") && token(1).kind != TokenKind::Sign) {
    Expression expression;
    expression.op = Op::HasLabels;
    expression.names = labels();
    expression.args = {subject};
    subject = made(std::move(expression), first);
  } else if (at_sign("{") && subject->op == Op::Variable) {
    subject = map_projection(subject, first);
  } else {
    return false;
  }
  ++chain_;
  return true;
}

ExpressionPtr Parser::index_or_slice(ExpressionPtr subject, std::size_t first) {
  Expression expression;
  ExpressionPtr from = at_sign("..") ? nullptr : Parser::expression();
  if (take_sign("..")) {
    expression.op = Op::Slice;
    ExpressionPtr to = at_sign("]") ? nullptr : Parser::expression();
    expression.args = {std::move(subject), std::move(from), std::move(to)};
  } else {
    expression.op = Op::Index;
    expression.args = {std::move(subject), std::move(from)};
  }
  want_sign("]");
  return made(std::move(expression), first);
}

}  // namespace demarche::cypher
