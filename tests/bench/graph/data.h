// The synthetic stance graph of the comparison with other engines: actors.csv (id,name), proposals.csv
// (id,name,points) and proposed.csv, accepted.csv, rejected.csv (actor,proposal,day), no header, no quoting.
// Columns become properties: nodes Actor and Proposal, edges PROPOSED, ACCEPTED, REJECTED.
#pragma once

#include <filesystem>

#include "graph/model/error.h"
#include "graph/network/property_graph.h"

namespace demarche::bench {

// How many nodes of each label the files hold.
struct Loaded {
  network::PropertyGraph graph;
  std::size_t actors = 0, proposals = 0;
};

// Reads the three files of edges with two threads. Errors: NotFound, Unreadable; Malformed with file and
// line.
[[nodiscard]] Result<Loaded> load_csv(const std::filesystem::path& folder);

}  // namespace demarche::bench
