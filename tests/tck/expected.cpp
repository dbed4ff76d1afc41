// A reader by recursive descent for the kit's notation, and a writer for values; both write the same form.
#include "tests/tck/expected.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <vector>

#include "graph/cypher/temporal.h"
#include "graph/cypher/value_text.h"

namespace demarche::tck {
namespace {

using cypher::Value;

std::string list_text(std::vector<std::string> items, ListOrder order) {
  if (order == ListOrder::Ignored) std::sort(items.begin(), items.end());
  std::string text = "[";
  for (const std::string& item : items) text += (text.size() > 1 ? ", " : "") + item;
  return text + "]";
}

std::string map_text(const std::map<std::string, std::string>& items) {
  std::string text = "{";
  for (const auto& [key, item] : items) text += (text.size() > 1 ? ", " : "") + key + ": " + item;
  return text + "}";
}

std::string node_text(std::vector<std::string> labels, const std::string& properties) {
  std::sort(labels.begin(), labels.end());
  std::string text = "(";
  for (const std::string& label : labels) text += ":" + label;
  return text + properties + ")";
}

// Zero has no sign, for the kit compares numbers.
std::string number_text(double number) {
  return cypher::float_text(number == 0 ? 0.0 : number);
}

struct Unreadable {};

class CellReader {
 public:
  CellReader(std::string_view text, ListOrder order) : text_(text), order_(order) {}

  std::string whole() {
    std::string result = value();
    blanks();
    if (!text_.empty()) throw Unreadable();
    return result;
  }

 private:
  void blanks() {
    while (!text_.empty() && text_[0] == ' ') text_.remove_prefix(1);
  }
  bool take(char wanted) {
    blanks();
    if (text_.empty() || text_[0] != wanted) return false;
    text_.remove_prefix(1);
    return true;
  }
  void want(char wanted) {
    if (!take(wanted)) throw Unreadable();
  }
  char ahead() {
    blanks();
    return text_.empty() ? '\0' : text_[0];
  }

  std::string value() {
    switch (ahead()) {
      case '\'':
        return string();
      case '[':
        return list_or_edge();
      case '{':
        return map();
      case '(':
        return node();
      case '<':
        return path();
      default:
        return word();
    }
  }

  std::string string() {
    want('\'');
    std::string result;
    while (!text_.empty() && text_[0] != '\'') {
      if (text_[0] == '\\' && text_.size() > 1 && (text_[1] == '\'' || text_[1] == '\\'))
        text_.remove_prefix(1);
      result += text_[0];
      text_.remove_prefix(1);
    }
    want('\'');
    return cypher::quoted(result);
  }

  std::string name() {
    blanks();
    if (take('`')) {
      const std::size_t end = text_.find('`');
      if (end == std::string_view::npos) throw Unreadable();
      std::string result(text_.substr(0, end));
      text_.remove_prefix(end + 1);
      return result;
    }
    const std::size_t end = std::min(text_.find_first_of(":,{}[]()<>- "), text_.size());
    std::string result(text_.substr(0, end));
    text_.remove_prefix(end);
    return result;
  }

  std::string word() {
    const std::size_t end = std::min(text_.find_first_of(",{}[]()<> "), text_.size());
    std::string result(text_.substr(0, end));
    text_.remove_prefix(end);
    if (result == "true" || result == "false" || result == "null" || result == "NaN") return result;
    if (result == "Inf" || result == "-Inf") return result == "Inf" ? "Infinity" : "-Infinity";
    double real = 0;
    const auto [last, error] = std::from_chars(result.data(), result.data() + result.size(), real);
    if (error != std::errc{} || last != result.data() + result.size()) throw Unreadable();
    const bool whole = result.find_first_of(".eE") == std::string::npos;
    return whole ? result : number_text(real);
  }

  std::string list_or_edge() {
    want('[');
    if (ahead() == ':') {
      std::string result = edge_inside();
      want(']');
      return result;
    }
    std::vector<std::string> items;
    while (ahead() != ']') {
      items.push_back(value());
      if (!take(',')) break;
    }
    want(']');
    return list_text(std::move(items), order_);
  }

  std::string edge_inside() {
    want(':');
    const std::string type = name();
    return "[:" + type + (ahead() == '{' ? map() : "") + "]";
  }

  std::string map() {
    want('{');
    std::map<std::string, std::string> items;
    while (ahead() != '}') {
      const std::string key = name();
      want(':');
      items[key] = value();
      if (!take(',')) break;
    }
    want('}');
    return map_text(items);
  }

  std::string node() {
    want('(');
    std::vector<std::string> labels;
    while (take(':')) labels.push_back(name());
    const std::string properties = ahead() == '{' ? map() : "";
    want(')');
    return node_text(std::move(labels), properties);
  }

  std::string path() {
    want('<');
    std::string result = "<" + node();
    while (ahead() != '>') {
      const bool backward = take('<');
      want('-');
      want('[');
      const std::string edge = edge_inside();
      want(']');
      want('-');
      const bool forward = take('>');
      if (backward == forward) throw Unreadable();
      result += (backward ? "<-" : "-") + edge + (backward ? "-" : "->") + node();
    }
    want('>');
    return result + ">";
  }

  std::string_view text_;
  ListOrder order_;
};

class Writer {
 public:
  Writer(const cypher::GraphView& view, ListOrder order) : view_(view), order_(order) {}

  std::string text(const Value& value) const {
    if (value.list()) return list(*value.list());
    if (value.map()) return map(*value.map());
    if (value.node()) return node(*value.node());
    if (value.edge()) return edge(*value.edge());
    if (value.path()) return path(*value.path());
    if (value.duration() || cypher::is_instant(value)) return cypher::quoted(cypher::temporal_text(value));
    return value.real() ? number_text(*value.real()) : cypher::value_text(value, nullptr);
  }

 private:
  std::string list(const cypher::List& items) const {
    std::vector<std::string> texts;
    for (const Value& item : items) texts.push_back(text(item));
    return list_text(std::move(texts), order_);
  }
  std::string map(const cypher::Map& items) const {
    std::map<std::string, std::string> texts;
    for (const auto& [key, item] : items) texts[key] = text(item);
    return map_text(texts);
  }
  std::string properties(const cypher::Map& items) const { return items.empty() ? "" : map(items); }
  std::string node(cypher::NodeRef node) const {
    return node_text(view_.labels(node), properties(view_.properties(node)));
  }
  std::string edge(cypher::EdgeRef edge) const {
    return "[:" + view_.type(edge) + properties(view_.properties(edge)) + "]";
  }
  std::string path(const cypher::Path& path) const {
    std::string result = "<" + node(path.nodes[0]);
    for (std::size_t i = 0; i < path.edges.size(); ++i) {
      const bool forward = view_.source(path.edges[i]) == path.nodes[i];
      result +=
          (forward ? "-" : "<-") + edge(path.edges[i]) + (forward ? "->" : "-") + node(path.nodes[i + 1]);
    }
    return result + ">";
  }

  const cypher::GraphView& view_;
  ListOrder order_;
};

}  // namespace

std::string canonical(std::string_view cell, ListOrder order) {
  try {
    return CellReader(cell, order).whole();
  } catch (const Unreadable&) {
    return std::string(cell);
  }
}

std::string canonical(const Value& value, const cypher::GraphView& view, ListOrder order) {
  return Writer(view, order).text(value);
}

}  // namespace demarche::tck
