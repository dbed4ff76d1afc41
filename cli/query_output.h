// Rows of a query as a table, JSON or CSV. Nodes are {"id","labels","properties"}, where the id is that of
// the graph file. Tested by tests/cases/cli/query.txt.
#pragma once

#include <string>

#include "cli/terminal.h"
#include "graph/cypher/engine.h"

namespace demarche {

[[nodiscard]] std::string query_table(const cypher::Table& rows, const network::PropertyGraph& graph,
                                      const Terminal& terminal);
[[nodiscard]] std::string query_json(const cypher::Table& rows, const network::PropertyGraph& graph);
[[nodiscard]] std::string query_csv(const cypher::Table& rows,
                                    const network::PropertyGraph& graph);  // as RFC 4180, with a header

}  // namespace demarche
