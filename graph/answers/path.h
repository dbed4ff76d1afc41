// How two nodes of the graph hang together: the shortest way along acts and links, either way round.
// Tried by the questions of tests/cases/stories.
#pragma once

#include <string>
#include <vector>

#include "graph/answers/row.h"
#include "graph/network/network.h"

namespace demarche {

struct PathStep {
  NodeRef from, to;        // as the path walks
  NetworkEdge edge;        // what joins them
  bool is_forward = true;  // the edge leads from `from` to `to`
};

struct Path {
  std::vector<PathStep> steps;  // empty where no way leads there, or the ends are one
  bool is_found = false;
  std::size_t undated_left_out = 0;
};

// Of several shortest ways the one through the nodes whose ids sort first. Filters choose the acts that may
// be walked. Errors: NotFound or Ambiguous for a NAME.
[[nodiscard]] Result<Path> path(const Knowledge& knowledge, const std::string& from, const std::string& to,
                                const Filter& filter);

}  // namespace demarche
