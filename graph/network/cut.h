// A part of the network: what is near some nodes, or what a choice keeps.
// Tested by tests/graph/network/cut_test.cpp.
#pragma once

#include <cstddef>
#include <vector>

#include "graph/network/network.h"

namespace demarche {

// The actors and proposals at most `depth` edges from one of `centres`, either way along assertions and
// links, with all edges between them, and the documents that these edges or the centres come from. A document
// at the centre stands for all that it mentions. Nodes keep their order. REQUIRES: centres are nodes of
// `graph`
[[nodiscard]] network::PropertyGraph around(const network::PropertyGraph& graph,
                                            const std::vector<network::NodeId>& centres, std::size_t depth);

// The nodes that `keep` marks (one flag a node), in their order, and the edges between them, in theirs.
[[nodiscard]] network::PropertyGraph part_of(const network::PropertyGraph& graph,
                                             const std::vector<bool>& keep);

}  // namespace demarche
