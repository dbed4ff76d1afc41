// The graph as tables: one flat table for spreadsheets, two for `neo4j-admin database import`.
#include "graph/export/csv.h"

#include <fmt/format.h>

#include "graph/export/attributes.h"
#include "graph/export/formats.h"

namespace demarche {
namespace {

using Fields = std::vector<std::optional<std::string>>;

constexpr const char* array_delimiter = "\x1F";  // occurs in no text that anybody writes

const char* neo4j_type(AttributeType type) {
  switch (type) {
    case AttributeType::Text:
    case AttributeType::Day:  // some are known to the month only, which neo4j has no type for
      return "string";
    case AttributeType::Whole:
      return "long";
    case AttributeType::Real:
      return "double";
  }
  return "string";
}

std::string neo4j_header(const std::vector<Attribute>& attributes) {
  std::string columns;
  for (const auto& attribute : attributes)
    if (attribute.name != "label" && attribute.name != "aliases")
      columns += fmt::format(",{}:{}", attribute.name, neo4j_type(attribute.type));
  return columns;
}

void append_values(Fields& fields, const std::vector<Attribute>& attributes) {
  for (const auto& attribute : attributes)
    if (attribute.name != "label" && attribute.name != "aliases") fields.push_back(attribute.value);
}

std::string neo4j_nodes(const Records& records) {
  std::string lines = "id:ID,:LABEL" + neo4j_header(attributes_of(NetworkNode{})) + ",aliases:string[]\n";
  for (const auto& node : records.nodes) {
    Fields fields{node.id, std::string(name(node.label))};
    append_values(fields, attributes_of(node));
    fields.push_back(node.aliases.empty()
                         ? std::nullopt
                         : std::optional(fmt::format("{}", fmt::join(node.aliases, array_delimiter))));
    lines += csv_line(fields);
  }
  return lines;
}

std::string neo4j_relationships(const Records& records) {
  std::string lines = ":START_ID,:END_ID,:TYPE,id:string" + neo4j_header(attributes_of(NetworkEdge{})) + "\n";
  for (const auto& edge : records.edges) {
    Fields fields{records.nodes[edge.from].id, records.nodes[edge.to].id, edge.type, edge.id};
    append_values(fields, attributes_of(edge));
    lines += csv_line(fields);
  }
  return lines;
}

constexpr const char* neo4j_readme =
    "Import into an empty database, from this folder:\n\n"
    "  neo4j-admin database import full --nodes=nodes.csv --relationships=relationships.csv \\\n"
    "    --multiline-fields=true --array-delimiter=U+001F --id-type=string neo4j\n";

}  // namespace

std::string csv_quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string csv_line(const Fields& fields, char separator) {
  std::string line;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) line += separator;
    if (fields[i]) line += csv_quoted(*fields[i]);
  }
  return line + "\n";
}

std::string no_formula(std::string_view text) {
  const bool is_risky =
      !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
  return (is_risky ? "'" : "") + std::string(text);
}

std::string write_csv(const network::PropertyGraph& graph) {
  const Records records(graph);
  std::string lines =
      "id,actor,actor_id,actor_kind,relation,modality,extent,proposal,proposal_id,points,date,speaker,quote,"
      "title,source,document_date,url,document,field,start,end,rule,confidence\n";
  for (const auto& edge : records.edges) {
    if (!edge.relation) continue;
    const auto& actor = records.nodes[edge.from];
    const auto& proposal = records.nodes[edge.to];
    const auto* document = document_of(records, edge);
    const auto span = edge.quote.value_or(Span{});
    const auto iso = [](const std::optional<Date>& date) { return date ? date->iso() : std::string(); };
    Fields fields{edge.id,
                  actor.name,
                  actor.id,
                  actor.kind,
                  std::string(name(*edge.relation)),
                  std::string(name(edge.modality)),
                  std::string(name(edge.extent)),
                  proposal.name,
                  proposal.id,
                  proposal.points ? std::to_string(*proposal.points) : "",
                  iso(edge.date),
                  edge.speaker.value_or(""),
                  span.text,
                  document ? document->name : "",
                  document ? document->source.value_or("") : "",
                  document ? iso(document->date) : "",
                  document ? document->url.value_or("") : "",
                  edge.document.value_or(""),
                  std::string(name(span.field)),
                  std::to_string(span.start),
                  std::to_string(span.end),
                  edge.rule,
                  fmt::format("{:.2f}", edge.confidence)};
    for (auto& field : fields) field = no_formula(*field);
    lines += csv_line(fields);
  }
  return lines;
}

std::vector<ExportedFile> write_neo4j(const network::PropertyGraph& graph) {
  const Records records(graph);
  return {{"nodes.csv", neo4j_nodes(records)},
          {"relationships.csv", neo4j_relationships(records)},
          {"README.txt", neo4j_readme}};
}

}  // namespace demarche
