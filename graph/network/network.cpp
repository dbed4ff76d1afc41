#include "graph/network/network.h"

#include <string_view>

namespace demarche {
namespace {

using network::PropertyGraph;
using network::PropertyList;
using network::PropertyValue;

std::string capitals(std::string_view word) {
  std::string type(word);
  for (char& c : type)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return type;
}

PropertyValue text(std::string_view value) {
  return std::string(value);
}
PropertyValue number(std::size_t value) {
  return static_cast<std::int64_t>(value);
}
PropertyValue optional_text(const std::optional<std::string>& value) {
  return value ? text(*value) : PropertyValue{};
}

using Properties = PropertyGraph::Builder::Properties;

void add_date(Properties& properties, const std::string& key, const std::optional<Date>& date) {
  if (!date) return;
  properties.emplace_back(key, network::Day{date->first_day().time_since_epoch().count()});
  if (date->day == 0) properties.emplace_back(key + "_precision", text(date->month == 0 ? "year" : "month"));
}

template <class Items, class Value>
void add_list(Properties& properties, const char* key, const Items& items, Value value_of) {
  PropertyList list;
  for (const auto& item : items) list.push_back(value_of(item));
  if (!list.empty()) properties.emplace_back(key, std::move(list));
}

void add_mentions(Properties& properties, const std::vector<NodeMention>& mentions) {
  const auto add = [&](const char* key, auto value_of) { add_list(properties, key, mentions, value_of); };
  add("mentions", [](const NodeMention& mention) { return text(mention.span.text); });
  add("mention_documents", [](const NodeMention& mention) { return text(mention.document); });
  add("mention_fields", [](const NodeMention& mention) { return text(name(mention.span.field)); });
  add("mention_starts", [](const NodeMention& mention) { return number(mention.span.start); });
  add("mention_ends", [](const NodeMention& mention) { return number(mention.span.end); });
}

Properties properties_of(const NetworkNode& node) {
  Properties properties{{"id", node.id}, {"name", node.name}};
  if (node.label == NetworkNode::Label::Document) {
    properties.emplace_back("title", node.name);
    add_date(properties, "date", node.date);
    properties.emplace_back("source", optional_text(node.source));
    properties.emplace_back("url", optional_text(node.url));
    return properties;
  }
  properties.emplace_back("kind", node.kind);
  if (node.points) properties.emplace_back("points", *node.points);
  add_list(properties, "aliases", node.aliases, [](const std::string& alias) { return text(alias); });
  add_mentions(properties, node.mentions);
  return properties;
}

Properties properties_of(const NetworkEdge& edge) {
  Properties properties{{"id", edge.id}};
  if (edge.relation) {
    properties.emplace_back("modality", text(name(edge.modality)));
    properties.emplace_back("extent", text(name(edge.extent)));
    properties.emplace_back("rule", edge.rule);
    properties.emplace_back("confidence", edge.confidence);
  }
  add_date(properties, "date", edge.date);
  properties.emplace_back("speaker", optional_text(edge.speaker));
  properties.emplace_back("document", optional_text(edge.document));
  if (edge.quote) {
    properties.emplace_back("quote", edge.quote->text);
    properties.emplace_back("field", text(name(edge.quote->field)));
    properties.emplace_back("start", number(edge.quote->start));
    properties.emplace_back("end", number(edge.quote->end));
  }
  add_date(properties, "from", edge.since);
  add_date(properties, "until", edge.until);
  return properties;
}

}  // namespace

PropertyGraph graph_of(const std::vector<NetworkNode>& nodes, const std::vector<NetworkEdge>& edges) {
  PropertyGraph::Builder builder;
  for (const auto& node : nodes) builder.add_node({std::string(name(node.label))}, properties_of(node));
  for (const auto& edge : edges) builder.add_edge(edge.from, edge.type, edge.to, properties_of(edge));
  return std::move(builder).build();
}

std::string_view name(NetworkNode::Label label) {
  switch (label) {
    case NetworkNode::Label::Actor:
      return "Actor";
    case NetworkNode::Label::Proposal:
      return "Proposal";
    case NetworkNode::Label::Document:
      return "Document";
  }
  return "";
}

std::string type_of(Relation relation) {
  return capitals(name(relation));
}
std::string type_of(LinkKind kind) {
  return capitals(name(kind));
}

}  // namespace demarche
