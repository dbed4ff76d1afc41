// GraphML, with the type of every attribute declared: http://graphml.graphdrawing.org/specification.html
#include "graph/export/attributes.h"
#include "graph/export/formats.h"
#include "graph/export/xml.h"

namespace demarche {
namespace {

// Keys of nodes and of edges may have one name: "n-date", "e-date".
std::string key_of(std::string_view prefix, std::string_view name) {
  return std::string(prefix) + "-" + std::string(name);
}

void declare(XmlWriter& out, const char* owner, std::string_view prefix, std::string_view name,
             AttributeType type) {
  out.start("key");
  out.attribute("id", key_of(prefix, name));
  out.attribute("for", owner);
  out.attribute("attr.name", name);
  out.attribute("attr.type", type_name(type));
  out.end();
}

void write_data(XmlWriter& out, std::string_view prefix, std::string_view name, std::string_view value) {
  out.start("data");
  out.attribute("key", key_of(prefix, name));
  out.text(value);
  out.end();
}

void write_data(XmlWriter& out, std::string_view prefix, const std::vector<Attribute>& attributes) {
  for (const auto& attribute : attributes)
    if (attribute.value) write_data(out, prefix, attribute.name, *attribute.value);
}

}  // namespace

std::string write_graphml(const network::PropertyGraph& graph) {
  const Records records(graph);
  XmlWriter out;
  out.start("graphml");
  out.attribute("xmlns", "http://graphml.graphdrawing.org/xmlns");
  for (const auto& attribute : attributes_of(NetworkNode{}))
    declare(out, "node", "n", attribute.name, attribute.type);
  declare(out, "edge", "e", "type", AttributeType::Text);
  for (const auto& attribute : attributes_of(NetworkEdge{}))
    declare(out, "edge", "e", attribute.name, attribute.type);
  out.start("graph");
  out.attribute("edgedefault", "directed");
  for (const auto& node : records.nodes) {
    out.start("node");
    out.attribute("id", node.id);
    write_data(out, "n", attributes_of(node));
    out.end();
  }
  for (const auto& edge : records.edges) {
    out.start("edge");
    out.attribute("id", edge.id);
    out.attribute("source", records.nodes[edge.from].id);
    out.attribute("target", records.nodes[edge.to].id);
    write_data(out, "e", "type", edge.type);
    write_data(out, "e", attributes_of(edge));
    out.end();
  }
  return out.finish();
}

}  // namespace demarche
