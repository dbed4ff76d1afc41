// A graph that queries are put to, and what is said about each: rows on standard output; failures, hints,
// plans and profiles on standard error. Tested by tests/cases/cli/query.txt.
#pragma once

#include <string>
#include <vector>

#include "cli/session.h"
#include "graph/cypher/engine.h"

namespace demarche {

enum class QueryFormat { Table, Json, Csv };
enum class QueryTold { Rows, Plan, Profile };

struct QueryOptions {
  QueryFormat format = QueryFormat::Table;
  QueryTold told = QueryTold::Rows;
  cypher::Map parameters;
  cypher::Limits limits;
};

// Shows the answer; the exit status it means.
[[nodiscard]] int answer(Session& session, const network::PropertyGraph& graph, const std::string& text,
                         const QueryOptions& options);

// Reads queries from the terminal, or from standard input, each up to a semicolon or an empty line, until the
// end.
[[nodiscard]] int query_shell(Session& session, const network::PropertyGraph& graph,
                              const QueryOptions& options);

// "name=value": the value as Cypher writes it, else a text. Errors: Usage.
[[nodiscard]] Result<void> add_parameter(const std::string& assignment, cypher::Map& parameters);

}  // namespace demarche
