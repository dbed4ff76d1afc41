// The network of all that a graph file holds, and its snapshot: a file beside the graph file, FILE.network,
// that makes opening it instant. Tested by tests/cases/cli/query.txt.
#pragma once

#include <filesystem>
#include <optional>

#include "cli/session.h"
#include "graph/network/property_graph.h"

namespace demarche {

// From the snapshot where that was made from this very file in its present state; else made anew, and a
// snapshot of it written where that can be.
[[nodiscard]] Result<network::PropertyGraph> whole_network(const Session& session);

// What is wrong with the snapshot of a graph file, where there is one and something is.
[[nodiscard]] std::optional<Error> defect_of_snapshot(const std::filesystem::path& graph);

// Takes away the snapshot of a graph file, with the words of documents that it holds.
void delete_snapshot(const std::filesystem::path& graph);

}  // namespace demarche
