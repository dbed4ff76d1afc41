// The formats, one source each: a network in, the whole file out.
// Tested by tests/graph/export/export_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/network/network.h"
#include "graph/store/store.h"

namespace demarche {

// {"nodes":[…],"links":[…]}, one node or link a line, ordered by id.
[[nodiscard]] std::string write_json(const network::PropertyGraph& graph);

// One Extraction a line, as the store has it, text included, ordered by document id. `documents`: ids,
// sorted.
[[nodiscard]] Result<std::string> write_extractions(const Store& store,
                                                    const std::vector<std::string>& documents);

}  // namespace demarche
