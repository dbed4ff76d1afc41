// The parser's tokens and position, shared by the sources that parse clauses, patterns and expressions.
// Recursive descent without backtracking: where a parenthesis may open an expression or a pattern, matching
// brackets decide. Tested by tests/graph/cypher/engine_test.cpp.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "graph/cypher/ast.h"
#include "graph/cypher/lexer.h"
#include "graph/cypher/parser.h"

namespace demarche::cypher {

class Parser {
 public:
  Parser(std::string_view text, Writing writing);

  Query whole_query();

 private:
  // --- parser_state.cpp: tokens ---
  [[nodiscard]] const Token& token(std::size_t ahead = 0) const;
  [[nodiscard]] bool at_sign(std::string_view sign, std::size_t ahead = 0) const;
  [[nodiscard]] bool at_word(std::string_view word, std::size_t ahead = 0) const;  // any case
  [[nodiscard]] bool at_name() const;
  bool take_sign(std::string_view sign);
  bool take_word(std::string_view word);
  bool take_words(std::string_view first, std::string_view second);
  void want_sign(std::string_view sign);
  void want_word(std::string_view word);
  std::string want_name(std::string_view what);
  void advance();
  void note(std::string_view could_stand);
  [[noreturn]] void fail_here(std::string detail = "UnexpectedSyntax");
  [[nodiscard]] std::size_t closing(std::size_t opening) const;  // the index of the bracket that closes it
  [[nodiscard]] Place since(std::size_t first) const;  // from token `first` up to the one just taken
  [[nodiscard]] std::string written(const Place& place) const;

  // --- parser.cpp: clauses ---
  Query query(std::string_view end);
  SingleQuery single_query(std::string_view end);
  bool clause(SingleQuery& into);
  void refuse_writing();
  Clause match(ClauseKind kind);
  Clause unwind();
  Clause projecting(ClauseKind kind);
  void projection_items(Projection& projection);
  void sort_items(Projection& projection);

  // --- parser_pattern.cpp ---
  std::vector<Pattern> patterns();
  Pattern pattern();
  Pattern pattern_element();
  Pattern shortest_path(Shortest shortest);
  NodePattern node_pattern();
  EdgePattern edge_pattern();
  void edge_details(EdgePattern& edge);
  void edge_length(EdgePattern& edge);
  ExpressionPtr pattern_properties();
  std::vector<std::string> labels();
  [[nodiscard]] bool at_pattern() const;  // whether the parenthesis here opens a pattern with relationships

  // --- parser_expression.cpp ---
  ExpressionPtr expression();
  ExpressionPtr either();
  ExpressionPtr exclusive_either();
  ExpressionPtr both();
  ExpressionPtr negation();
  ExpressionPtr comparison();
  ExpressionPtr predicated();
  bool predicate_on(ExpressionPtr& subject, std::size_t first);
  ExpressionPtr sum();
  ExpressionPtr product();
  ExpressionPtr power();
  ExpressionPtr sign_of_number();
  ExpressionPtr postfixed();
  bool postfix_on(ExpressionPtr& subject, std::size_t first);
  ExpressionPtr index_or_slice(ExpressionPtr subject, std::size_t first);
  ExpressionPtr binary(Op op, ExpressionPtr left, ExpressionPtr right, std::size_t first);

  // --- parser_atom.cpp ---
  ExpressionPtr atom();
  ExpressionPtr atom_of_word();
  ExpressionPtr atom_of_sign();
  ExpressionPtr integer_literal(bool negative);
  ExpressionPtr float_literal();
  ExpressionPtr list_or_comprehension();
  ExpressionPtr comprehension(std::size_t first);
  ExpressionPtr pattern_comprehension(std::size_t first);
  ExpressionPtr rest_of_list(std::vector<ExpressionPtr> items, std::size_t first);
  ExpressionPtr map_literal();
  ExpressionPtr map_projection(ExpressionPtr subject, std::size_t first);
  ExpressionPtr case_expression();
  ExpressionPtr quantifier(Op op);
  ExpressionPtr reduce();
  ExpressionPtr subquery(Op op);
  ExpressionPtr call();
  ExpressionPtr made(Expression expression, std::size_t first) const;
  ExpressionPtr literal(Value value, std::size_t first) const;

  std::string_view text_;
  Writing writing_;
  std::vector<Token> tokens_;
  std::vector<std::size_t> closing_;  // of each opening bracket
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t chain_ = 0;                 // operators taken in a row
  std::vector<std::string> could_stand_;  // at the token here
};

}  // namespace demarche::cypher
