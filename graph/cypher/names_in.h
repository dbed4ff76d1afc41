// The names that an expression uses, and expressions with parts replaced.
// Tested by tests/graph/cypher/engine_test.cpp.
#pragma once

#include <functional>
#include <set>
#include <string>

#include "graph/cypher/ast.h"

namespace demarche::cypher {

// Every name in it, also those that it binds itself and those in its patterns and subqueries.
void add_names(const Expression& expression, std::set<std::string>& names);
void add_names(const Pattern& pattern, std::set<std::string>& names);
void add_names(const Query& query, std::set<std::string>& names);

// A copy in which the outermost parts for which `replace` gives something are replaced by that.
[[nodiscard]] ExpressionPtr replaced(const ExpressionPtr& expression,
                                     const std::function<ExpressionPtr(const ExpressionPtr&)>& replace);

[[nodiscard]] ExpressionPtr name_expression(std::string name, Place place);

// The item of a projection that was written like the expression; null where there is none.
[[nodiscard]] const ProjectionItem* find_item(const Projection& projection, const Expression& expression);

// A name, or a property of one: what may stand beside an aggregate.
[[nodiscard]] bool is_plain(const Expression& expression);

}  // namespace demarche::cypher
