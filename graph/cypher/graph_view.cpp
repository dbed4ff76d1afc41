// Looking things up, and copying a graph with what was added to it.
#include "graph/cypher/graph_view.h"

#include <fmt/format.h>

#include "graph/cypher/failure.h"

namespace demarche::cypher {
namespace {

using network::KeyId;
using network::PropertyGraph;
using network::PropertyValue;

network::PropertyGraph::Builder::Properties to_properties(const Map& map) {
  network::PropertyGraph::Builder::Properties properties;
  for (const auto& [key, value] : map) {
    if (!value.is_null()) properties.emplace_back(key, to_property(value));
  }
  return properties;
}

template <class T>
Value found(const Map& map, const T& key) {
  const auto at = map.find(key);
  return at == map.end() ? Value() : at->second;
}

}  // namespace

Value to_value(const PropertyValue& value) {
  return std::visit(
      [](const auto& held) -> Value {
        using T = std::decay_t<decltype(held)>;
        if constexpr (std::is_same_v<T, std::monostate>)
          return {};
        else if constexpr (std::is_same_v<T, network::PropertyList>) {
          List list;
          for (const PropertyValue& item : held) list.push_back(to_value(item));
          return list;
        } else
          return held;
      },
      static_cast<const PropertyValue::variant&>(value));
}

PropertyValue to_property(const Value& value) {
  if (value.boolean()) return *value.boolean();
  if (value.integer()) return *value.integer();
  if (value.real()) return *value.real();
  if (value.string()) return *value.string();
  if (value.day()) return *value.day();
  if (value.local_time()) return *value.local_time();
  if (value.zoned_time()) return *value.zoned_time();
  if (value.local_date_time()) return *value.local_date_time();
  if (value.zoned_date_time()) return *value.zoned_date_time();
  if (value.duration()) return *value.duration();
  if (value.is_null()) return {};
  if (!value.list())
    fail_runtime(FailureType::TypeError, "InvalidPropertyType",
                 fmt::format("a property cannot be a {}", type_name(value)));
  network::PropertyList list;
  for (const Value& item : *value.list()) {
    if (item.is_null() || item.list())
      fail_runtime(FailureType::TypeError, "InvalidPropertyType", "a list in a property cannot hold that");
    list.push_back(to_property(item));
  }
  return list;
}

const AddedNode* GraphView::added(NodeRef node) const {
  return node.id < graph_.node_count() ? nullptr : &additions_->nodes[node.id - graph_.node_count()];
}

const AddedEdge* GraphView::added(EdgeRef edge) const {
  return edge.id < graph_.edge_count() ? nullptr : &additions_->edges[edge.id - graph_.edge_count()];
}

std::vector<std::string> GraphView::labels(NodeRef node) const {
  if (const AddedNode* own = added(node)) return own->labels;
  std::vector<std::string> names;
  for (const network::LabelId label : graph_.labels_of(node.id)) names.push_back(graph_.labels()[label]);
  return names;
}

bool GraphView::has_label(NodeRef node, std::string_view label) const {
  if (const AddedNode* own = added(node))
    return std::find(own->labels.begin(), own->labels.end(), label) != own->labels.end();
  const auto id = graph_.label_id(label);
  return id && graph_.has_label(node.id, *id);
}

const std::string& GraphView::type(EdgeRef edge) const {
  const AddedEdge* own = added(edge);
  return own ? own->type : graph_.types()[graph_.type(edge.id)];
}

NodeRef GraphView::source(EdgeRef edge) const {
  const AddedEdge* own = added(edge);
  return own ? own->source : NodeRef{graph_.source(edge.id)};
}

NodeRef GraphView::target(EdgeRef edge) const {
  const AddedEdge* own = added(edge);
  return own ? own->target : NodeRef{graph_.target(edge.id)};
}

Value GraphView::property(NodeRef node, std::string_view key) const {
  if (const AddedNode* own = added(node)) return found(own->properties, key);
  const auto id = graph_.key_id(key);
  return id ? to_value(graph_.node_property(node.id, *id)) : Value();
}

Value GraphView::property(EdgeRef edge, std::string_view key) const {
  if (const AddedEdge* own = added(edge)) return found(own->properties, key);
  const auto id = graph_.key_id(key);
  return id ? to_value(graph_.edge_property(edge.id, *id)) : Value();
}

Map GraphView::properties(NodeRef node) const {
  if (const AddedNode* own = added(node)) return own->properties;
  Map map;
  for (const KeyId key : graph_.keys_of_node(node.id))
    map[graph_.keys()[key]] = to_value(graph_.node_property(node.id, key));
  return map;
}

Map GraphView::properties(EdgeRef edge) const {
  if (const AddedEdge* own = added(edge)) return own->properties;
  Map map;
  for (const KeyId key : graph_.keys_of_edge(edge.id))
    map[graph_.keys()[key]] = to_value(graph_.edge_property(edge.id, key));
  return map;
}

PropertyGraph merged(const PropertyGraph& graph, const Additions& additions) {
  const GraphView view(graph);
  PropertyGraph::Builder builder;
  for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
    builder.add_node(view.labels(NodeRef{node}), to_properties(view.properties(NodeRef{node})));
  }
  for (const AddedNode& node : additions.nodes) builder.add_node(node.labels, to_properties(node.properties));
  for (std::uint32_t edge = 0; edge < graph.edge_count(); ++edge) {
    builder.add_edge(graph.source(edge), view.type(EdgeRef{edge}), graph.target(edge),
                     to_properties(view.properties(EdgeRef{edge})));
  }
  for (const AddedEdge& edge : additions.edges)
    builder.add_edge(edge.source.id, edge.type, edge.target.id, to_properties(edge.properties));
  return std::move(builder).build();
}

}  // namespace demarche::cypher
