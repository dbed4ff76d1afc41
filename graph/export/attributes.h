// What every node and edge of a network carries, as columns: one list for all formats that write attributes
// by name, so that none leaves anything out. Tested by tests/export/readers_test.py, which counts them in
// every format.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/network/network.h"

namespace demarche {

enum class AttributeType { Text, Whole, Real, Day };

struct Attribute {
  std::string_view name;
  AttributeType type = AttributeType::Text;
  std::optional<std::string> value;  // nothing where the node or edge has none
};

// label, name, kind, points, date, source, url, aliases (one a line); always all of them, in this order.
[[nodiscard]] std::vector<Attribute> attributes_of(const NetworkNode& node);

// modality, extent, date, speaker, document, quote, field, start, end, rule, confidence, from, until. The
// edge's type and id are not among them: every format has a place of its own for those.
[[nodiscard]] std::vector<Attribute> attributes_of(const NetworkEdge& edge);

// A network's records, as writers need them.
struct Records {
  std::vector<NetworkNode> nodes;
  std::vector<NetworkEdge> edges;
  explicit Records(const network::PropertyGraph& graph) : nodes(nodes_of(graph)), edges(edges_of(graph)) {}
};

// The node of that document; null where there is none.
[[nodiscard]] const NetworkNode* document_of(const Records& records, const NetworkEdge& edge);

// The whole day that a date begins with: "2025-11" is "2025-11-01".
[[nodiscard]] std::string whole_day(const Date& date);

// What GraphML and GEXF call the type: "long", "double" or "string".
[[nodiscard]] const char* type_name(AttributeType type);

}  // namespace demarche
