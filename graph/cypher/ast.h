// A query as it was written. Expressions are one kind of node, with an operator, so that whoever walks them
// needs no word on most of them. Trees are immutable once parsed and shared freely. Tested by
// tests/graph/cypher/engine_test.cpp.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "graph/cypher/failure.h"
#include "graph/cypher/value.h"

namespace demarche::cypher {

enum class Op {
  Literal,     // value
  Parameter,   // name
  Variable,    // name
  Property,    // args[0], name
  HasLabels,   // args[0], names
  Index,       // args[0] [args[1]]
  Slice,       // args[0] [args[1] .. args[2]], either of which may be null
  ListOf,      // args
  MapOf,       // names, args
  Projection,  // args[0] { … }: names and the other args; "*" for all properties
  Not,
  Negate,
  Plus,
  Or,
  Xor,
  And,
  Equal,
  NotEqual,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,
  Add,
  Subtract,
  Multiply,
  Divide,
  Modulo,
  Power,
  Concatenate,  // ||
  In,
  StartsWith,
  EndsWith,
  Contains,
  Matches,  // =~
  IsNull,
  IsNotNull,
  Case,           // args: subject or null, then pairs of when and then, then else or null
  Call,           // name (as written), args; `distinct`
  CountAll,       // count(*)
  Comprehension,  // [name IN args[0] WHERE args[1] | args[2]], the last two may be null
  All,            // all(name IN args[0] WHERE args[1]), and the other quantifiers alike
  Any,
  None,
  Single,
  Reduce,                // reduce(name = args[0], names[0] IN args[1] | args[2])
  PatternComprehension,  // [pattern WHERE args[0] | args[1]], args[0] may be null
  PatternPredicate,      // pattern
  Exists,                // EXISTS { query }
  Count,                 // COUNT { query }
};

struct Expression;
using ExpressionPtr = std::shared_ptr<const Expression>;
struct Pattern;
struct Query;

struct Expression {
  Op op = Op::Literal;
  Place place;
  std::string name;
  std::vector<std::string> names;
  std::vector<ExpressionPtr> args;
  Value value;
  bool distinct = false;
  std::shared_ptr<const Pattern> pattern;
  std::shared_ptr<const Query> query;
};

struct NodePattern {
  std::string variable;  // empty where it has none
  std::vector<std::string> labels;
  ExpressionPtr properties;  // a map, a parameter, or null
  ExpressionPtr where;       // null where there is none
  Place place;
};

enum class Towards { Right, Left, Either };

struct EdgePattern {
  std::string variable;
  std::vector<std::string> types;  // any of them; all where it is empty
  Towards towards = Towards::Either;
  bool variable_length = false;
  std::optional<std::int64_t> least, greatest;  // of the length
  ExpressionPtr properties;
  ExpressionPtr where;
  Place place;
};

enum class Shortest { No, One, All };

// nodes.size() == edges.size() + 1
struct Pattern {
  std::string variable;  // of the path
  Shortest shortest = Shortest::No;
  std::vector<NodePattern> nodes;
  std::vector<EdgePattern> edges;
  Place place;
};

struct ProjectionItem {
  ExpressionPtr expression;
  std::string name;  // the alias, else the text as it was written
  bool aliased = false;
};

enum class SortOrder { Ascending, Descending };

struct SortItem {
  ExpressionPtr expression;
  SortOrder order = SortOrder::Ascending;
};

struct Projection {
  bool distinct = false;
  bool star = false;
  std::vector<ProjectionItem> items;
  std::vector<SortItem> order;
  ExpressionPtr skip, limit, where;  // null where there is none
};

enum class ClauseKind { Match, OptionalMatch, Unwind, With, Return, Create };

struct Clause {
  ClauseKind kind = ClauseKind::Match;
  std::vector<Pattern> patterns;  // of Match and Create
  ExpressionPtr where;            // of Match
  ExpressionPtr list;             // of Unwind
  std::string variable;           // of Unwind
  Projection projection;          // of With and Return
  Place place;
};

struct SingleQuery {
  std::vector<Clause> clauses;
};

enum class Union { All, Distinct };

struct Query {
  std::vector<SingleQuery> parts;  // at least one
  Union combine = Union::All;
};

[[nodiscard]] std::string text_of(const Expression& expression);  // "(= (. n name) 'x')"
[[nodiscard]] std::string text_of(const Pattern& pattern);
[[nodiscard]] std::string text_of(const Query& query);  // on one line

// Whether two expressions were written alike, wherever they stand.
[[nodiscard]] bool same(const Expression& a, const Expression& b);

}  // namespace demarche::cypher
