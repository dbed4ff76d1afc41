// A script of openCypher that makes the graph anew: one statement a line, first the nodes, then what joins
// them. It is for an empty database; an index over the ids makes the second half quick.
#include <fmt/format.h>

#include "graph/export/attributes.h"
#include "graph/export/formats.h"

namespace demarche {
namespace {

// A string as Cypher reads it. Line ends are escaped, so that a statement stays on its line.
std::string literal(std::string_view text) {
  std::string result = "'";
  for (const char c : text) {
    if (c == '\\' || c == '\'')
      result += std::string("\\") + c;
    else if (c == '\n')
      result += "\\n";
    else if (c == '\r')
      result += "\\r";
    else if (c == '\t')
      result += "\\t";
    else if (static_cast<unsigned char>(c) < 0x20)
      result += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
    else
      result += c;
  }
  return result + "'";
}

std::string value_of(const Attribute& attribute) {
  switch (attribute.type) {
    case AttributeType::Whole:
    case AttributeType::Real:
      return *attribute.value;
    case AttributeType::Text:
    case AttributeType::Day:
      return literal(*attribute.value);
  }
  return "null";
}

std::string list_of(const std::vector<std::string>& texts) {
  std::string list;
  for (const auto& text : texts) list += (list.empty() ? "" : ", ") + literal(text);
  return "[" + list + "]";
}

std::string properties(std::string_view id, const std::vector<Attribute>& attributes) {
  std::string map = "id: " + literal(id);
  for (const auto& attribute : attributes)
    if (attribute.value && attribute.name != "label" && attribute.name != "aliases")
      map += fmt::format(", {}: {}", attribute.name, value_of(attribute));
  return map;
}

}  // namespace

std::string write_cypher(const network::PropertyGraph& graph) {
  const Records records(graph);
  std::string script;
  for (const auto& node : records.nodes) {
    const std::string aliases = node.aliases.empty() ? "" : ", aliases: " + list_of(node.aliases);
    script += fmt::format("CREATE (:{} {{{}{}}});\n", name(node.label),
                          properties(node.id, attributes_of(node)), aliases);
  }
  for (const auto& edge : records.edges) {
    const auto& from = records.nodes[edge.from];
    const auto& to = records.nodes[edge.to];
    script += fmt::format("MATCH (a:{} {{id: {}}}), (b:{} {{id: {}}}) CREATE (a)-[:{} {{{}}}]->(b);\n",
                          name(from.label), literal(from.id), name(to.label), literal(to.id), edge.type,
                          properties(edge.id, attributes_of(edge)));
  }
  return script;
}

}  // namespace demarche
