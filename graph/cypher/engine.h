// Queries in Cypher over a property graph: the way in. A query is prepared once (parsed and checked) and run
// over any graph; the plan is made for that graph. Nothing here throws. Tested by
// tests/graph/cypher/engine_test.cpp and the compatibility kit's runner in tests/tck.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "graph/cypher/ast.h"
#include "graph/cypher/failure.h"
#include "graph/cypher/parser.h"
#include "graph/cypher/plan.h"
#include "graph/cypher/runtime.h"

namespace demarche::cypher {

// A query that is well formed. Immutable.
struct Prepared {
  std::shared_ptr<const Query> query;
  std::vector<std::string> columns;
  std::string text;
};

[[nodiscard]] Outcome<Prepared> prepare(std::string_view text, Writing writing = Writing::Refused);

struct Table {
  std::vector<std::string> columns;
  std::vector<List> rows;  // one value a column
};

// What each step of a plan was thought to give and what it gave.
struct StepProfile {
  std::string step;
  double expected = 0;
  std::uint64_t rows = 0;
};

// Failures at run time are of the values met (TypeError …), of parameters that are missing, and of the
// budget. `graph` must be the one that values are read by afterwards.
[[nodiscard]] Outcome<Table> run(const Prepared& query, const network::PropertyGraph& graph,
                                 const Map& parameters = {}, const Limits& limits = {},
                                 std::vector<StepProfile>* profile = nullptr);

[[nodiscard]] Outcome<Plan> explain(const Prepared& query, const network::PropertyGraph& graph,
                                    const Map& parameters = {});

// Runs a query that may CREATE, and gives the graph with what it made.
[[nodiscard]] Outcome<network::PropertyGraph> run_writing(const Prepared& query,
                                                          const network::PropertyGraph& graph,
                                                          const Map& parameters = {});

}  // namespace demarche::cypher
