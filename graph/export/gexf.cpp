// GEXF 1.3, as Gephi reads it: https://gexf.net/schema.html. Parallel edges are kept apart by `kind`, the
// edge's type; an act is there from its day on, a link for its term, a document from the day it came out.
#include <fmt/format.h>

#include "graph/export/attributes.h"
#include "graph/export/formats.h"
#include "graph/export/xml.h"

namespace demarche {
namespace {

void declare(XmlWriter& out, const char* owner, const std::vector<Attribute>& attributes) {
  out.start("attributes");
  out.attribute("class", owner);
  out.attribute("mode", "static");
  for (std::size_t i = 0; i < attributes.size(); ++i) {
    out.start("attribute");
    out.attribute("id", fmt::format("{}{}", owner[0], i));
    out.attribute("title", attributes[i].name);
    out.attribute("type", type_name(attributes[i].type));
    out.end();
  }
  out.end();
}

void write_values(XmlWriter& out, const char* owner, const std::vector<Attribute>& attributes) {
  out.start("attvalues");
  for (std::size_t i = 0; i < attributes.size(); ++i) {
    if (!attributes[i].value) continue;
    out.start("attvalue");
    out.attribute("for", fmt::format("{}{}", owner[0], i));
    out.attribute("value", *attributes[i].value);
    out.end();
  }
  out.end();
}

void write_interval(XmlWriter& out, const std::optional<Date>& start, const std::optional<Date>& end) {
  if (start) out.attribute("start", whole_day(*start));
  if (end) out.attribute("end", Date::of(end->last_day()).iso());
}

void write_node(XmlWriter& out, const NetworkNode& node) {
  out.start("node");
  out.attribute("id", node.id);
  out.attribute("label", node.name.empty() ? node.id : node.name);
  write_interval(out, node.date, {});
  write_values(out, "node", attributes_of(node));
  out.end();
}

void write_edge(XmlWriter& out, const Records& records, const NetworkEdge& edge) {
  out.start("edge");
  out.attribute("id", edge.id);
  out.attribute("source", records.nodes[edge.from].id);
  out.attribute("target", records.nodes[edge.to].id);
  out.attribute("kind", edge.type);
  out.attribute("label", edge.type);
  write_interval(out, edge.relation ? edge.date : edge.since, edge.until);
  write_values(out, "edge", attributes_of(edge));
  out.end();
}

}  // namespace

std::string write_gexf(const network::PropertyGraph& graph) {
  const Records records(graph);
  XmlWriter out;
  out.start("gexf");
  out.attribute("xmlns", "http://gexf.net/1.3");
  out.attribute("version", "1.3");
  out.start("meta");
  out.start("creator");
  out.text("demarche " DEMARCHE_VERSION);
  out.end();
  out.end();
  out.start("graph");
  out.attribute("defaultedgetype", "directed");
  out.attribute("mode", "dynamic");
  out.attribute("timeformat", "date");
  declare(out, "node", attributes_of(NetworkNode{}));
  declare(out, "edge", attributes_of(NetworkEdge{}));
  out.start("nodes");
  for (const auto& node : records.nodes) write_node(out, node);
  out.end();
  out.start("edges");
  for (const auto& edge : records.edges) write_edge(out, records, edge);
  out.end();
  return out.finish();
}

}  // namespace demarche
