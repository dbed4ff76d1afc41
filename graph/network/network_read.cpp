// A graph read back as records: each key is looked up once, then come node after node and edge after edge.
#include <algorithm>
#include <array>
#include <chrono>

#include "graph/network/network.h"

namespace demarche {
namespace {

using network::EdgeId;
using network::NodeId;
using network::PropertyGraph;
using network::PropertyList;
using network::PropertyValue;

constexpr std::array all_labels{NetworkNode::Label::Actor, NetworkNode::Label::Proposal,
                                NetworkNode::Label::Document};

// One key of the nodes, or of the edges; a key that the graph does not have reads as null everywhere.
template <PropertyValue (PropertyGraph::*property)(std::uint32_t, network::KeyId) const>
class Reader {
 public:
  Reader(const PropertyGraph& graph, std::string_view key) : graph_(graph), key_(graph.key_id(key)) {}

  [[nodiscard]] PropertyValue at(std::uint32_t row) const {
    return key_ ? (graph_.*property)(row, *key_) : PropertyValue{};
  }
  template <class T>
  [[nodiscard]] std::optional<T> optional(std::uint32_t row) const {
    auto value = at(row);
    auto* held = std::get_if<T>(&value);
    return held ? std::optional(std::move(*held)) : std::nullopt;
  }
  template <class T>
  [[nodiscard]] T get(std::uint32_t row) const {
    return optional<T>(row).value_or(T{});
  }

 private:
  const PropertyGraph& graph_;
  std::optional<network::KeyId> key_;
};
using OfNodes = Reader<&PropertyGraph::node_property>;
using OfEdges = Reader<&PropertyGraph::edge_property>;

template <class Of>
class DateReader {
 public:
  DateReader(const PropertyGraph& graph, const std::string& key)
      : day_(graph, key), precision_(graph, key + "_precision") {}

  [[nodiscard]] std::optional<Date> at(std::uint32_t row) const {
    const auto day = day_.template optional<network::Day>(row);
    if (!day) return std::nullopt;
    auto date = Date::of(std::chrono::sys_days(std::chrono::days(day->days)));
    const auto precision = precision_.template get<std::string>(row);
    if (!precision.empty()) date.day = 0;
    if (precision == "year") date.month = 0;
    return date;
  }

 private:
  Of day_, precision_;
};

Field field_of(std::string_view word) {
  return word == name(Field::Title) ? Field::Title : Field::Text;
}

std::size_t place(std::int64_t number) {
  return static_cast<std::size_t>(number);
}

class NodeReader {
 public:
  explicit NodeReader(const PropertyGraph& graph)
      : graph_(graph),
        id_(graph, "id"),
        name_(graph, "name"),
        kind_(graph, "kind"),
        points_(graph, "points"),
        aliases_(graph, "aliases"),
        source_(graph, "source"),
        url_(graph, "url"),
        mentions_(graph, "mentions"),
        mention_documents_(graph, "mention_documents"),
        mention_fields_(graph, "mention_fields"),
        mention_starts_(graph, "mention_starts"),
        mention_ends_(graph, "mention_ends"),
        date_(graph, "date") {}

  [[nodiscard]] NetworkNode node(NodeId row) const {
    NetworkNode node;
    for (const auto label : all_labels)
      if (const auto known = graph_.label_id(name(label)); known && graph_.has_label(row, *known))
        node.label = label;
    node.id = id_.get<std::string>(row);
    node.name = name_.get<std::string>(row);
    node.kind = kind_.get<std::string>(row);
    if (const auto points = points_.optional<std::int64_t>(row)) node.points = static_cast<int>(*points);
    for (const auto& alias : aliases_.get<PropertyList>(row))
      node.aliases.push_back(std::get<std::string>(alias));
    node.date = date_.at(row);
    node.source = source_.optional<std::string>(row);
    node.url = url_.optional<std::string>(row);
    node.mentions = mentions(row);
    return node;
  }

 private:
  [[nodiscard]] std::vector<NodeMention> mentions(NodeId row) const {
    const auto texts = mentions_.get<PropertyList>(row),
               documents = mention_documents_.get<PropertyList>(row),
               fields = mention_fields_.get<PropertyList>(row),
               starts = mention_starts_.get<PropertyList>(row), ends = mention_ends_.get<PropertyList>(row);
    std::vector<NodeMention> mentions;
    for (std::size_t i = 0; i < texts.size(); ++i)
      mentions.push_back(
          {std::get<std::string>(documents[i]),
           {field_of(std::get<std::string>(fields[i])), place(std::get<std::int64_t>(starts[i])),
            place(std::get<std::int64_t>(ends[i])), std::get<std::string>(texts[i])}});
    return mentions;
  }

  const PropertyGraph& graph_;
  OfNodes id_, name_, kind_, points_, aliases_, source_, url_, mentions_, mention_documents_, mention_fields_,
      mention_starts_, mention_ends_;
  DateReader<OfNodes> date_;
};

class EdgeReader {
 public:
  explicit EdgeReader(const PropertyGraph& graph)
      : graph_(graph),
        id_(graph, "id"),
        modality_(graph, "modality"),
        extent_(graph, "extent"),
        speaker_(graph, "speaker"),
        document_(graph, "document"),
        quote_(graph, "quote"),
        field_(graph, "field"),
        start_(graph, "start"),
        end_(graph, "end"),
        rule_(graph, "rule"),
        confidence_(graph, "confidence"),
        date_(graph, "date"),
        since_(graph, "from"),
        until_(graph, "until") {
    for (const auto& type : graph.types()) {
      std::optional<Relation> relation;
      for (const auto each : all_relations)
        if (type_of(each) == type) relation = each;
      relations_.push_back(relation);
    }
  }

  [[nodiscard]] NetworkEdge edge(EdgeId row) const {
    NetworkEdge edge;
    edge.from = graph_.source(row);
    edge.to = graph_.target(row);
    edge.type = graph_.types()[graph_.type(row)];
    edge.id = id_.get<std::string>(row);
    edge.relation = relations_[graph_.type(row)];
    edge.modality = modality_named(modality_.get<std::string>(row)).value_or(Modality::Actual);
    edge.extent = extent_named(extent_.get<std::string>(row)).value_or(Extent::Full);
    edge.date = date_.at(row);
    edge.speaker = speaker_.optional<std::string>(row);
    edge.document = document_.optional<std::string>(row);
    if (auto quote = quote_.optional<std::string>(row))
      edge.quote = Span{field_of(field_.get<std::string>(row)), place(start_.get<std::int64_t>(row)),
                        place(end_.get<std::int64_t>(row)), std::move(*quote)};
    edge.rule = rule_.get<std::string>(row);
    edge.confidence = confidence_.optional<double>(row).value_or(1.0);
    edge.since = since_.at(row);
    edge.until = until_.at(row);
    return edge;
  }

 private:
  const PropertyGraph& graph_;
  OfEdges id_, modality_, extent_, speaker_, document_, quote_, field_, start_, end_, rule_, confidence_;
  DateReader<OfEdges> date_, since_, until_;
  std::vector<std::optional<Relation>> relations_;  // by type
};

}  // namespace

std::vector<NetworkNode> nodes_of(const PropertyGraph& graph) {
  const NodeReader reader(graph);
  std::vector<NetworkNode> nodes;
  for (NodeId node = 0; node < graph.node_count(); ++node) nodes.push_back(reader.node(node));
  return nodes;
}

std::vector<NetworkEdge> edges_of(const PropertyGraph& graph) {
  const EdgeReader reader(graph);
  std::vector<NetworkEdge> edges;
  for (EdgeId edge = 0; edge < graph.edge_count(); ++edge) edges.push_back(reader.edge(edge));
  std::stable_sort(edges.begin(), edges.end(),
                   [](const NetworkEdge& a, const NetworkEdge& b) { return a.id < b.id; });
  return edges;
}

}  // namespace demarche
