// The formats, one source each: a graph in, the whole file out, or several files where the format wants so.
// Nodes and edges are ordered by id. Each writer's source names the format's definition. Tested by
// tests/graph/export/export_test.cpp, and by tests/export/readers_test.py with readers of others.
#pragma once

#include <string>
#include <vector>

#include "graph/answers/knowledge.h"
#include "graph/export/picture.h"
#include "graph/network/network.h"
#include "graph/store/store.h"

namespace demarche {

struct ExportedFile {
  std::string name;  // without folder
  std::string bytes;
};

// {"nodes":[…],"links":[…]}, one node or link a line: node-link JSON as NetworkX and D3 read it.
[[nodiscard]] std::string write_json(const network::PropertyGraph& graph);

[[nodiscard]] std::string write_graphml(const network::PropertyGraph& graph);
[[nodiscard]] std::string write_gexf(const network::PropertyGraph& graph);
[[nodiscard]] std::string write_json_ld(const network::PropertyGraph& graph);
[[nodiscard]] std::string write_cypher(const network::PropertyGraph& graph);

// One line an assertion, for spreadsheets; links and mentions are left out.
[[nodiscard]] std::string write_csv(const network::PropertyGraph& graph);

// nodes.csv, relationships.csv and how to import them.
[[nodiscard]] std::vector<ExportedFile> write_neo4j(const network::PropertyGraph& graph);

// events.csv, and the matrices congruence.csv, conflict.csv and subtract.csv.
[[nodiscard]] std::vector<ExportedFile> write_dna(const network::PropertyGraph& graph);

[[nodiscard]] std::string write_mermaid(const Picture& picture);

// One Extraction a line, ordered by document id: of the documents in `graph`, which was made of `knowledge`,
// the text and those findings of the store that are in `graph`, and who is said to have said them.
[[nodiscard]] Result<std::string> write_extractions(const Store& store, const Knowledge& knowledge,
                                                    const network::PropertyGraph& graph);

}  // namespace demarche
