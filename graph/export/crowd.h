// What makes a picture of many acts readable: proposals that join nobody are left out, and actors stand on
// both sides of the proposals. Tested by tests/graph/export/crowd_test.cpp.
#pragma once

#include <cstddef>

#include "graph/export/picture.h"
#include "graph/network/network.h"

namespace demarche {

// So many acts or edges are a crowd: one column of actors would not fit a page.
inline constexpr std::size_t crowd = 40;

[[nodiscard]] bool is_crowded(const network::PropertyGraph& graph);
[[nodiscard]] bool is_crowded(const Picture& picture);

struct Thinned {
  network::PropertyGraph graph;
  std::size_t left_out = 0;  // proposals
};

// Without the proposals that a single actor acted on; the same graph where no other would remain.
[[nodiscard]] Thinned without_lone_proposals(const network::PropertyGraph& graph);

// With the proposals that the most actors acted on, as many as together have `most` actors, at least one; of
// equals those whose ids sort first.
[[nodiscard]] Thinned with_busiest_proposals(const network::PropertyGraph& graph, std::size_t most);

// Puts actors to the left and to the right of the proposals, half of the edges on either side, those that act
// for one another together. For whom an actor acts goes from edges into tooltips.
void spread(Picture& picture);

// Lists only the sources whose numbers stand on an edge.
void keep_cited_sources(Picture& picture);

}  // namespace demarche
