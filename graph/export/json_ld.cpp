// JSON-LD 1.1 with the W3C's provenance ontology (PROV-O): an assertion is an entity quoted from a document
// and attributed to whoever said so; its quotation is a selector of the Web Annotation model, positions in
// code points. The context lies in the file, so that a reader needs no network.
#include <fmt/format.h>

#include "graph/export/attributes.h"
#include "graph/export/formats.h"
#include "graph/model/json.h"

namespace demarche {
namespace {

using json::Writer;

constexpr std::string_view vocabulary = R"({"@version":1.1,
"prov":"http://www.w3.org/ns/prov#","oa":"http://www.w3.org/ns/oa#","dcterms":"http://purl.org/dc/terms/",
"xsd":"http://www.w3.org/2001/XMLSchema#","d":"urn:demarche:term:","id":"@id","type":"@type",
"Actor":"d:Actor","Proposal":"d:Proposal","Assertion":"d:Assertion","Link":"d:Link","Agent":"prov:Agent",
"Entity":"prov:Entity","Document":"d:Document","TextPositionSelector":"oa:TextPositionSelector",
"name":"http://www.w3.org/2000/01/rdf-schema#label","alias":"http://www.w3.org/2004/02/skos/core#altLabel",
"kind":"d:kind","points":"d:points","title":"dcterms:title","publisher":"dcterms:publisher",
"date":"d:date","issued":"dcterms:issued","page":{"@id":"http://xmlns.com/foaf/0.1/page"},
"actor":{"@id":"d:actor","@type":"@id"},"proposal":{"@id":"d:proposal","@type":"@id"},
"from":{"@id":"d:from","@type":"@id"},"to":{"@id":"d:to","@type":"@id"},
"relation":"d:relation","modality":"d:modality","extent":"d:extent","speaker":"d:speaker","rule":"d:rule",
"confidence":{"@id":"d:confidence","@type":"xsd:decimal"},"since":"d:since","until":"d:until",
"quotedFrom":{"@id":"prov:wasQuotedFrom","@type":"@id"},"mentions":{"@id":"d:mentions","@type":"@id"},
"selector":"oa:hasSelector","exact":"oa:exact","start":"oa:start","end":"oa:end","field":"d:field"})";

// An id as part of a URN: everything but letters, digits and a few marks percent-encoded.
std::string urn(std::string_view id) {
  std::string result = "urn:demarche:";
  for (const char c : id) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                          c == '-' || c == '.' || c == '_' || c == ':';
    result += is_plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return result;
}

void member_if(Writer& out, const char* key, const std::optional<std::string>& value) {
  if (value && !value->empty()) json::member(out, key, *value);
}

void start_node(Writer& out, std::string_view id, std::initializer_list<std::string_view> types) {
  out.StartObject();
  json::member(out, "id", urn(id));
  out.Key("type");
  out.StartArray();
  for (const auto type : types) json::write(out, type);
  out.EndArray();
}

void write_resource(Writer& out, const NetworkNode& node) {
  const bool is_document = node.label == NetworkNode::Label::Document;
  start_node(out, node.id, {name(node.label), node.label == NetworkNode::Label::Actor ? "Agent" : "Entity"});
  json::member(out, is_document ? "title" : "name", node.name);
  member_if(out, "kind", node.kind);
  if (node.points) {
    out.Key("points");
    out.Int(*node.points);
  }
  member_if(out, "publisher", node.source);
  member_if(out, "issued", iso(node.date));
  member_if(out, "page", node.url);
  if (!node.aliases.empty()) {
    out.Key("alias");
    out.StartArray();
    for (const auto& alias : node.aliases) json::write(out, alias);
    out.EndArray();
  }
  out.EndObject();
}

void write_quotation(Writer& out, const Span& quote) {
  out.Key("selector");
  out.StartObject();
  json::member(out, "type", "TextPositionSelector");
  json::member(out, "exact", quote.text);
  json::member(out, "field", name(quote.field));
  out.Key("start");
  out.Uint64(quote.start);
  out.Key("end");
  out.Uint64(quote.end);
  out.EndObject();
}

void write_edge(Writer& out, const Records& records, const NetworkEdge& edge) {
  const bool is_act = edge.relation.has_value();
  start_node(out, edge.id, {is_act ? "Assertion" : "Link", "Entity"});
  json::member(out, is_act ? "actor" : "from", urn(records.nodes[edge.from].id));
  json::member(out, "relation", edge.type);
  json::member(out, is_act ? "proposal" : "to", urn(records.nodes[edge.to].id));
  if (is_act) {
    json::member(out, "modality", name(edge.modality));
    json::member(out, "extent", name(edge.extent));
    json::member(out, "confidence", fmt::format("{:.2f}", edge.confidence));
  }
  member_if(out, "date", iso(edge.date));
  member_if(out, "speaker", edge.speaker);
  member_if(out, "rule", edge.rule);
  member_if(out, "since", iso(edge.since));
  member_if(out, "until", iso(edge.until));
  if (const auto* document = document_of(records, edge)) json::member(out, "quotedFrom", urn(document->id));
  if (edge.quote) write_quotation(out, *edge.quote);
  out.EndObject();
}

template <class Write>
void add_line(std::string& lines, Write write) {
  rapidjson::StringBuffer buffer;
  Writer out(buffer);
  write(out);
  lines += (lines.empty() ? "\n" : ",\n") + json::text_of(buffer);
}

}  // namespace

std::string write_json_ld(const network::PropertyGraph& graph) {
  const Records records(graph);
  std::string lines;
  for (const auto& node : records.nodes) add_line(lines, [&](Writer& out) { write_resource(out, node); });
  for (const auto& edge : records.edges)
    add_line(lines, [&](Writer& out) { write_edge(out, records, edge); });
  return fmt::format("{{\"@context\":{},\n\"@graph\":[{}]}}\n", vocabulary, lines);
}

}  // namespace demarche
