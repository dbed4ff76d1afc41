// Values as text. Floats are the shortest that read back alike, in the notation of Java's Double.toString.
#include "graph/cypher/value_text.h"

#include <fmt/format.h>

#include <cmath>

#include "graph/cypher/graph_view.h"
#include "graph/cypher/temporal.h"

namespace demarche::cypher {
namespace {

std::string key_text(const std::string& key) {
  const bool plain =
      !key.empty() &&
      key.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") ==
          std::string::npos &&
      (key[0] < '0' || key[0] > '9');
  return plain ? key : "`" + key + "`";
}

std::string list_text(const List& list, const GraphView* graph) {
  std::string text = "[";
  for (const Value& item : list) text += (text.size() > 1 ? ", " : "") + value_text(item, graph);
  return text + "]";
}

std::string map_text(const Map& map, const GraphView* graph) {
  std::string text = "{";
  for (const auto& [key, item] : map)
    text += fmt::format("{}{}: {}", text.size() > 1 ? ", " : "", key_text(key), value_text(item, graph));
  return text + "}";
}

std::string node_text(NodeRef node, const GraphView* graph) {
  if (!graph) return fmt::format("(#{})", node.id);
  std::string text = "(";
  for (const std::string& label : graph->labels(node)) text += ":" + key_text(label);
  const Map properties = graph->properties(node);
  if (!properties.empty()) text += (text.size() > 1 ? " " : "") + map_text(properties, graph);
  return text + ")";
}

std::string edge_text(EdgeRef edge, const GraphView* graph) {
  if (!graph) return fmt::format("[#{}]", edge.id);
  const Map properties = graph->properties(edge);
  return fmt::format("[:{}{}{}]", key_text(graph->type(edge)), properties.empty() ? "" : " ",
                     properties.empty() ? "" : map_text(properties, graph));
}

std::string path_text(const Path& path, const GraphView* graph) {
  std::string text = "<" + node_text(path.nodes[0], graph);
  for (std::size_t i = 0; i < path.edges.size(); ++i) {
    const bool forward = !graph || graph->source(path.edges[i]) == path.nodes[i];
    text += fmt::format("{}-{}-{}{}", forward ? "" : "<", edge_text(path.edges[i], graph), forward ? ">" : "",
                        node_text(path.nodes[i + 1], graph));
  }
  return text + ">";
}

}  // namespace

std::string float_text(double value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value < 0 ? "-Infinity" : "Infinity";
  const double size = std::fabs(value);
  if (size == 0 || (size >= 1e-3 && size < 1e7)) {
    std::string text = fmt::format("{}", value);
    return text.find('.') == std::string::npos ? text + ".0" : text;
  }
  std::string text = fmt::format("{:e}", value);
  for (int digits = 0; digits < 18; ++digits) {  // the fewest digits that read back alike
    text = fmt::format("{:.{}e}", value, digits);
    if (std::stod(text) == value) break;
  }
  const std::size_t e = text.find('e');
  std::string mantissa = text.substr(0, e);
  if (mantissa.find('.') == std::string::npos) mantissa += ".0";
  return fmt::format("{}E{}", mantissa, std::stoi(text.substr(e + 1)));
}

std::string quoted(const std::string& text) {
  std::string result = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') result += '\\';
    if (c == '\n')
      result += "\\n";
    else
      result += c;
  }
  return result + "'";
}

std::string value_text(const Value& value, const GraphView* graph) {
  if (value.is_null()) return "null";
  if (value.boolean()) return *value.boolean() ? "true" : "false";
  if (value.integer()) return std::to_string(*value.integer());
  if (value.real()) return float_text(*value.real());
  if (value.string()) return quoted(*value.string());
  if (value.list()) return list_text(*value.list(), graph);
  if (value.map()) return map_text(*value.map(), graph);
  if (value.node()) return node_text(*value.node(), graph);
  if (value.edge()) return edge_text(*value.edge(), graph);
  if (value.path()) return path_text(*value.path(), graph);
  return temporal_text(value);
}

}  // namespace demarche::cypher
