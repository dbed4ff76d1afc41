// Values as text, as openCypher writes them: 'text', [1, 2.0], {a: null}, (:Actor {name: 'x'}), [:REJECTED
// {day: 1}],
// <(:A)-[:T]->(:B)>.
// Tested by tests/graph/cypher/kit_test.cpp over tests/cases/cypher/values.feature.
#pragma once

#include <string>

#include "graph/cypher/value.h"

namespace demarche::cypher {

class GraphView;

// Nodes, relationships and paths are looked up in `graph`, and are numbers where it is null.
[[nodiscard]] std::string value_text(const Value& value, const GraphView* graph);

// A float as Cypher writes it: "1.0", "1.0E-5", "NaN", "Infinity".
[[nodiscard]] std::string float_text(double value);

[[nodiscard]] std::string quoted(const std::string& text);  // 'it\'s'

}  // namespace demarche::cypher
