// The graph as nodes and links in JSON. What an element does not have is null where the design lists it for
// all, and left out otherwise.
#include "graph/model/json.h"

#include <fmt/format.h>

#include <cmath>
#include <string_view>

#include "graph/export/attributes.h"
#include "graph/export/formats.h"

namespace demarche {
namespace {

using json::Writer;

constexpr double two_decimals = 100.0;

void write_position(Writer& out, const Span& span) {
  json::member(out, "field", name(span.field));
  out.Key("start");
  out.Uint64(span.start);
  out.Key("end");
  out.Uint64(span.end);
}

void write_mentions(Writer& out, const std::vector<NodeMention>& mentions) {
  out.Key("mentions");
  out.StartArray();
  for (const auto& mention : mentions) {
    out.StartObject();
    json::member(out, "document", mention.document);
    write_position(out, mention.span);
    json::member(out, "text", mention.span.text);
    out.EndObject();
  }
  out.EndArray();
}

void write_entry(Writer& out, const NetworkNode& node) {
  const bool is_document = node.label == NetworkNode::Label::Document;
  out.StartObject();
  json::member(out, "id", node.id);
  out.Key("labels");
  out.StartArray();
  json::write(out, name(node.label));
  out.EndArray();
  json::member(out, "name", node.name);
  json::optional_member(out, "kind", is_document ? std::nullopt : std::optional(node.kind));
  out.Key("points");
  node.points ? static_cast<void>(out.Int(*node.points)) : static_cast<void>(out.Null());
  if (is_document) {
    json::optional_member(out, "date", iso(node.date));
    json::optional_member(out, "source", node.source);
    json::optional_member(out, "url", node.url);
  }
  write_mentions(out, node.mentions);
  out.EndObject();
}

void write_finding(Writer& out, const NetworkEdge& edge) {
  json::member(out, "modality", name(edge.modality));
  json::member(out, "extent", name(edge.extent));
  json::optional_member(out, "date", iso(edge.date));
  json::optional_member(out, "speaker", edge.speaker);
  json::member(out, "rule", edge.rule);
  out.Key("confidence");
  out.Double(std::round(edge.confidence * two_decimals) / two_decimals);
}

void write_link(Writer& out, const std::vector<NetworkNode>& nodes, const NetworkEdge& edge) {
  out.StartObject();
  json::member(out, "source", nodes[edge.from].id);
  json::member(out, "target", nodes[edge.to].id);
  json::member(out, "type", edge.type);
  json::member(out, "id", edge.id);
  if (edge.relation) write_finding(out, edge);
  if (edge.document) json::member(out, "document", *edge.document);
  if (edge.quote) {
    json::member(out, "quote", edge.quote->text);
    write_position(out, *edge.quote);
  }
  if (edge.since) json::member(out, "from", edge.since->iso());
  if (edge.until) json::member(out, "until", edge.until->iso());
  out.EndObject();
}

template <class Items, class Write>
std::string lines_of(const Items& items, Write write) {
  std::string lines;
  for (const auto& item : items) {
    rapidjson::StringBuffer buffer;
    Writer out(buffer);
    write(out, item);
    lines += lines.empty() ? "\n" : ",\n";
    lines += json::text_of(buffer);
  }
  return lines;
}

}  // namespace

std::string write_json(const network::PropertyGraph& graph) {
  const auto nodes = nodes_of(graph);
  const auto links =
      lines_of(edges_of(graph), [&](Writer& out, const NetworkEdge& edge) { write_link(out, nodes, edge); });
  return fmt::format("{{\"nodes\":[{}],\n\"links\":[{}]}}\n", lines_of(nodes, write_entry), links);
}

}  // namespace demarche
