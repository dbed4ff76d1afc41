// Clauses, in the order in which they must stand.
#include "graph/cypher/parser.h"

#include <fmt/format.h>

#include <array>

#include "graph/cypher/parser_state.h"

namespace demarche::cypher {

Query parse(std::string_view text, Writing writing) {
  return Parser(text, writing).whole_query();
}

Query Parser::whole_query() {
  Query result = query("");
  take_sign(";");
  if (token().kind != TokenKind::End) fail_here();
  return result;
}

// Up to `end`, a closing bracket that is left to the caller.
Query Parser::query(std::string_view end) {
  Query result;
  result.parts.push_back(single_query(end));
  while (at_word("UNION")) {
    const Place place = token().place;
    advance();
    const Union combine = take_word("ALL") ? Union::All : Union::Distinct;
    if (result.parts.size() > 1 && combine != result.combine) {
      fail_syntax("InvalidClauseComposition", "UNION and UNION ALL cannot be mixed", place);
    }
    result.combine = combine;
    result.parts.push_back(single_query(end));
  }
  return result;
}

SingleQuery Parser::single_query(std::string_view end) {
  SingleQuery single;
  while (clause(single)) {
  }
  const bool ends =
      token().kind == TokenKind::End || at_sign(";") || at_word("UNION") || (!end.empty() && at_sign(end));
  if (!ends || single.clauses.empty()) fail_here();
  const ClauseKind last = single.clauses.back().kind;
  const bool complete = last == ClauseKind::Return || last == ClauseKind::Create || !end.empty();
  if (!complete) {
    note("RETURN");
    fail_here(last == ClauseKind::With ? "InvalidClauseComposition" : "UnexpectedSyntax");
  }
  return single;
}

// Adds the clause that stands here; false where none does.
bool Parser::clause(SingleQuery& into) {
  if (!into.clauses.empty() && into.clauses.back().kind == ClauseKind::Return) return false;
  const std::size_t first = at_;
  Clause made;
  if (take_word("MATCH"))
    made = match(ClauseKind::Match);
  else if (take_words("OPTIONAL", "MATCH"))
    made = match(ClauseKind::OptionalMatch);
  else if (take_word("UNWIND"))
    made = unwind();
  else if (take_word("WITH"))
    made = projecting(ClauseKind::With);
  else if (take_word("RETURN"))
    made = projecting(ClauseKind::Return);
  else if (writing_ == Writing::Create && take_word("CREATE")) {
    made.kind = ClauseKind::Create;
    made.patterns = patterns();
  } else {
    refuse_writing();
    return false;
  }
  made.place = since(first);
  into.clauses.push_back(std::move(made));
  return true;
}

void Parser::refuse_writing() {
  static constexpr std::array<std::string_view, 10> writing{"CREATE", "MERGE",   "SET",  "DELETE", "DETACH",
                                                            "REMOVE", "FOREACH", "LOAD", "DROP",   "CALL"};
  for (const std::string_view word : writing) {
    if (!at_word(word)) continue;
    const std::string why = word == "CALL" ? "procedures and CALL are not supported"
                                           : fmt::format("queries only read: {} is refused", word);
    throw Failure{FailureType::SemanticError, Phase::CompileTime, "ReadOnly", why, token().place, {}};
  }
}

Clause Parser::match(ClauseKind kind) {
  Clause clause;
  clause.kind = kind;
  clause.patterns = patterns();
  if (take_word("WHERE")) clause.where = expression();
  return clause;
}

Clause Parser::unwind() {
  Clause clause;
  clause.kind = ClauseKind::Unwind;
  clause.list = expression();
  want_word("AS");
  clause.variable = want_name("a name");
  return clause;
}

Clause Parser::projecting(ClauseKind kind) {
  Clause clause;
  clause.kind = kind;
  Projection& projection = clause.projection;
  projection.distinct = take_word("DISTINCT");
  projection_items(projection);
  if (take_words("ORDER", "BY")) sort_items(projection);
  if (take_word("SKIP") || take_word("OFFSET")) projection.skip = expression();
  if (take_word("LIMIT")) projection.limit = expression();
  if (kind == ClauseKind::With && take_word("WHERE")) projection.where = expression();
  return clause;
}

void Parser::projection_items(Projection& projection) {
  if (take_sign("*")) {
    projection.star = true;
    if (!take_sign(",")) return;
  }
  do {
    ProjectionItem item;
    item.expression = expression();
    item.name = written(item.expression->place);
    if (take_word("AS")) {
      item.name = want_name("a name");
      item.aliased = true;
    } else if (item.expression->op == Op::Variable) {
      item.name = item.expression->name;
    }
    projection.items.push_back(std::move(item));
  } while (take_sign(","));
}

void Parser::sort_items(Projection& projection) {
  do {
    SortItem item;
    item.expression = expression();
    if (take_word("DESC") || take_word("DESCENDING"))
      item.order = SortOrder::Descending;
    else if (!take_word("ASC"))
      take_word("ASCENDING");
    projection.order.push_back(std::move(item));
  } while (take_sign(","));
}

}  // namespace demarche::cypher
