// Values as the kit writes them, brought to one form, so that an expected value and a result are equal where
// their texts are: keys and labels in order, floats as the shortest text. Tested by
// tests/graph/cypher/kit_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "graph/cypher/graph_view.h"

namespace demarche::tck {

enum class ListOrder { Matters, Ignored };

// The one form of an expected cell; the cell as it is where it cannot be read.
[[nodiscard]] std::string canonical(std::string_view cell, ListOrder order);
[[nodiscard]] std::string canonical(const cypher::Value& value, const cypher::GraphView& view,
                                    ListOrder order);

}  // namespace demarche::tck
