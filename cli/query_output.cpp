// Values in three notations. A table and CSV show a node by its label, id and name; JSON has all of it.
#include "cli/query_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/json_rows.h"
#include "cli/table.h"
#include "graph/cypher/graph_view.h"
#include "graph/cypher/temporal.h"
#include "graph/cypher/value_text.h"

namespace demarche {
namespace {

using cypher::Value;

class CellWriter {
 public:
  explicit CellWriter(const network::PropertyGraph& graph) : view_(graph) {}

  // Texts as they are, null as nothing.
  [[nodiscard]] std::string cell(const Value& value) const {
    if (value.is_null()) return "";
    if (value.string()) return *value.string();
    return inner(value);
  }

 private:
  [[nodiscard]] std::string inner(const Value& value) const {
    if (value.node()) return node(*value.node());
    if (value.edge()) return edge(*value.edge());
    if (value.path()) return path(*value.path());
    if (value.list()) {
      std::string text = "[";
      for (const Value& item : *value.list()) text += (text.size() > 1 ? ", " : "") + inner(item);
      return text + "]";
    }
    if (value.map()) {
      std::string text = "{";
      for (const auto& [key, item] : *value.map())
        text += fmt::format("{}{}: {}", text.size() > 1 ? ", " : "", key, inner(item));
      return text + "}";
    }
    return cypher::value_text(value, &view_);
  }

  [[nodiscard]] std::string node(cypher::NodeRef node) const {
    std::string text = "(";
    for (const std::string& label : view_.labels(node)) text += ":" + label;
    for (const char* key : {"id", "name"}) {
      const Value value = view_.property(node, key);
      if (!value.is_null())
        text += fmt::format("{}{}: {}", text.ends_with("'") ? ", " : " {", key,
                            cypher::value_text(value, nullptr));
    }
    return text + (text.find('{') == std::string::npos ? ")" : "})");
  }

  [[nodiscard]] std::string edge(cypher::EdgeRef edge) const {
    const Value id = view_.property(edge, "id");
    return fmt::format("[:{}{}]", view_.type(edge),
                       id.is_null() ? "" : fmt::format(" {{id: {}}}", cypher::value_text(id, nullptr)));
  }

  [[nodiscard]] std::string path(const cypher::Path& path) const {
    std::string text = node(path.nodes[0]);
    for (std::size_t i = 0; i < path.edges.size(); ++i) {
      const bool forward = view_.source(path.edges[i]) == path.nodes[i];
      text += fmt::format("{}{}{}{}", forward ? "-" : "<-", edge(path.edges[i]), forward ? "->" : "-",
                          node(path.nodes[i + 1]));
    }
    return text;
  }

  cypher::GraphView view_;
};

class JsonWriter {
 public:
  JsonWriter(const network::PropertyGraph& graph, json::Writer& out) : view_(graph), out_(out) {}

  void value(const Value& value) {
    if (value.is_null())
      out_.Null();
    else if (value.boolean())
      out_.Bool(*value.boolean());
    else if (value.integer())
      out_.Int64(*value.integer());
    else if (value.real())
      real(*value.real());
    else if (value.string())
      json::write(out_, *value.string());
    else if (value.list())
      list(*value.list());
    else if (value.map())
      map(*value.map());
    else if (value.node())
      node(*value.node());
    else if (value.edge())
      edge(*value.edge());
    else if (value.path())
      path(*value.path());
    else
      json::write(out_, cypher::temporal_text(value));
  }

 private:
  void real(double number) {
    if (std::isfinite(number))
      out_.Double(number);
    else
      json::write(out_, cypher::float_text(number));
  }
  void list(const cypher::List& items) {
    out_.StartArray();
    for (const Value& item : items) value(item);
    out_.EndArray();
  }
  void map(const cypher::Map& items) {
    out_.StartObject();
    for (const auto& [key, item] : items) {
      out_.Key(key.c_str());
      value(item);
    }
    out_.EndObject();
  }
  // The id of the graph file, else the number in the graph.
  template <class Ref>
  void id(const char* key, Ref ref) {
    const Value own = view_.property(ref, "id");
    out_.Key(key);
    value(own.is_null() ? Value(std::int64_t{ref.id}) : own);
  }
  void node(cypher::NodeRef node) {
    out_.StartObject();
    id("id", node);
    out_.Key("labels");
    out_.StartArray();
    for (const std::string& label : view_.labels(node)) json::write(out_, label);
    out_.EndArray();
    out_.Key("properties");
    map(view_.properties(node));
    out_.EndObject();
  }
  void edge(cypher::EdgeRef edge) {
    out_.StartObject();
    id("id", edge);
    json::member(out_, "type", view_.type(edge));
    id("source", view_.source(edge));
    id("target", view_.target(edge));
    out_.Key("properties");
    map(view_.properties(edge));
    out_.EndObject();
  }
  void path(const cypher::Path& path) {
    out_.StartObject();
    out_.Key("nodes");
    list(cypher::List(path.nodes.begin(), path.nodes.end()));
    out_.Key("relationships");
    list(cypher::List(path.edges.begin(), path.edges.end()));
    out_.EndObject();
  }

  cypher::GraphView view_;
  json::Writer& out_;
};

bool is_numeric(const cypher::Table& rows, std::size_t column) {
  return std::all_of(rows.rows.begin(), rows.rows.end(), [&](const cypher::List& row) {
    return row[column].is_number() || row[column].is_null();
  });
}

std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + "\"";
}

std::string csv_line(const std::vector<std::string>& fields) {
  std::string line;
  for (std::size_t i = 0; i < fields.size(); ++i) line += (i ? "," : "") + csv_field(fields[i]);
  return line + "\r\n";
}

std::vector<std::string> cells_of(const cypher::List& row, const CellWriter& writer) {
  std::vector<std::string> cells;
  for (const Value& value : row) cells.push_back(writer.cell(value));
  return cells;
}

}  // namespace

std::string query_table(const cypher::Table& rows, const network::PropertyGraph& graph,
                        const Terminal& terminal) {
  std::vector<Column> columns;
  for (std::size_t i = 0; i < rows.columns.size(); ++i)
    columns.push_back(is_numeric(rows, i) ? number_column(rows.columns[i]) : Column{rows.columns[i]});
  Table table(std::move(columns));
  const CellWriter writer(graph);
  for (const cypher::List& row : rows.rows) table.add({cells_of(row, writer)});
  return table.text(terminal);
}

std::string query_json(const cypher::Table& rows, const network::PropertyGraph& graph) {
  return json_rows(rows.rows, [&](json::Writer& out, const cypher::List& row) {
    JsonWriter writer(graph, out);
    for (std::size_t i = 0; i < row.size(); ++i) {
      out.Key(rows.columns[i].c_str());
      writer.value(row[i]);
    }
  });
}

std::string query_csv(const cypher::Table& rows, const network::PropertyGraph& graph) {
  std::string text = csv_line(rows.columns);
  const CellWriter writer(graph);
  for (const cypher::List& row : rows.rows) text += csv_line(cells_of(row, writer));
  return text;
}

}  // namespace demarche
