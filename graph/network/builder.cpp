// Edges are sorted by counting: by target, by type, then by source, each pass keeping the order of the one
// before. That takes time in proportion to the edges, where comparing would take twenty times as many steps
// for some millions.
#include <algorithm>
#include <map>
#include <numeric>

#include "graph/network/pending_column.h"
#include "graph/network/property_graph.h"
#include "graph/network/text_pool.h"

namespace demarche::network {
namespace {

// Names in the order of their first use.
class Names {
 public:
  std::uint16_t number(std::string_view name) {
    const auto known = numbers_.find(name);
    if (known != numbers_.end()) return known->second;
    const auto number = static_cast<std::uint16_t>(names.size());
    numbers_.emplace(name, number);
    names.emplace_back(name);
    return number;
  }

  std::vector<std::string> names;

 private:
  std::map<std::string, std::uint16_t, std::less<>> numbers_;
};

std::vector<std::uint32_t> numbers_up_to(std::size_t count) {
  std::vector<std::uint32_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), 0);
  return numbers;
}

// For each of `places` buckets how many keys fall into lower ones; one more at the end.
template <class Keys>
std::vector<std::uint32_t> starts_of(std::size_t places, std::size_t count, const Keys& key_of) {
  std::vector<std::uint32_t> starts(places + 1);
  for (std::size_t i = 0; i < count; ++i) ++starts[key_of(i) + 1];
  std::partial_sum(starts.begin(), starts.end(), starts.begin());
  return starts;
}

// `order` sorted by the keys of what it numbers, equal keys in their order.
template <class Key>
std::vector<std::uint32_t> sorted_by(std::span<const Key> keys, std::size_t places,
                                     const std::vector<std::uint32_t>& order) {
  auto next = starts_of(places, order.size(), [&](std::size_t i) { return keys[order[i]]; });
  std::vector<std::uint32_t> sorted(order.size());
  for (const auto item : order) sorted[next[keys[item]]++] = item;
  return sorted;
}

template <class T>
std::vector<T> picked(std::span<const T> values, std::span<const std::uint32_t> order) {
  std::vector<T> result;
  result.reserve(order.size());
  for (const auto i : order) result.push_back(values[i]);
  return result;
}

}  // namespace

struct PropertyGraph::Builder::Parts {
  Names labels, types, keys;
  std::map<std::vector<LabelId>, std::uint32_t> sets;
  std::vector<std::uint32_t> set_of_node;
  std::vector<NodeId> sources, targets;
  std::vector<TypeId> edge_types;
  std::vector<PendingColumn> node_columns, edge_columns;  // by KeyId; may be shorter than `keys`
  TextPool texts;

  static PendingColumn& column(std::vector<PendingColumn>& columns, KeyId key) {
    if (key >= columns.size()) columns.resize(key + std::size_t{1});
    return columns[key];
  }
  std::uint32_t set_number(std::vector<LabelId> own) {
    std::sort(own.begin(), own.end());
    own.erase(std::unique(own.begin(), own.end()), own.end());
    return sets.emplace(std::move(own), static_cast<std::uint32_t>(sets.size())).first->second;
  }

  void lay_out_labels(Arrays& arrays);
  std::vector<EdgeId> lay_out_edges(Arrays& arrays);  // the final number of each edge
  void lay_out_starts(Arrays& arrays) const;
  static void count_ends(Arrays& arrays);
  void lay_out_columns(Arrays& arrays, const std::vector<EdgeId>& place) const;
};

void PropertyGraph::Builder::Parts::lay_out_labels(Arrays& arrays) {
  std::vector<std::vector<LabelId>> by_number(sets.size());
  for (const auto& [own, number] : sets) by_number[number] = own;
  std::vector<std::uint32_t> set_starts{0};
  std::vector<LabelId> set_labels;
  for (const auto& own : by_number) {
    set_labels.insert(set_labels.end(), own.begin(), own.end());
    set_starts.push_back(static_cast<std::uint32_t>(set_labels.size()));
  }

  std::vector<std::vector<NodeId>> nodes_of(labels.names.size());
  for (NodeId node = 0; node < set_of_node.size(); ++node)
    for (const auto label : by_number[set_of_node[node]]) nodes_of[label].push_back(node);
  std::vector<std::uint32_t> label_starts{0};
  std::vector<NodeId> labelled;
  for (const auto& nodes : nodes_of) {
    labelled.insert(labelled.end(), nodes.begin(), nodes.end());
    label_starts.push_back(static_cast<std::uint32_t>(labelled.size()));
  }
  arrays.set_starts = arrays.own(std::move(set_starts));
  arrays.set_labels = arrays.own(std::move(set_labels));
  arrays.set_of_node = arrays.own(std::move(set_of_node));
  arrays.label_starts = arrays.own(std::move(label_starts));
  arrays.labelled = arrays.own(std::move(labelled));
}

std::vector<EdgeId> PropertyGraph::Builder::Parts::lay_out_edges(Arrays& arrays) {
  const auto nodes = arrays.set_of_node.size();
  const auto count_types = std::max<std::size_t>(types.names.size(), 1);
  const std::span<const NodeId> from(sources), to(targets);
  const std::span<const TypeId> type(edge_types);
  auto order = sorted_by(to, nodes, numbers_up_to(sources.size()));
  order = sorted_by(type, count_types, order);
  order = sorted_by(from, nodes, order);

  arrays.sources = arrays.own(picked(from, order));
  arrays.targets = arrays.own(picked(to, order));
  arrays.edge_types = arrays.own(picked(type, order));
  auto incoming = sorted_by(arrays.edge_types, count_types, numbers_up_to(order.size()));
  incoming = sorted_by(arrays.targets, nodes, incoming);
  arrays.in_sources = arrays.own(picked(arrays.sources, incoming));
  arrays.in_edges = arrays.own(std::move(incoming));

  std::vector<EdgeId> place(order.size());
  for (EdgeId edge = 0; edge < order.size(); ++edge) place[order[edge]] = edge;
  return place;
}

void PropertyGraph::Builder::Parts::lay_out_starts(Arrays& arrays) const {
  constexpr std::size_t starts_per_edge = 2;  // at most, in one direction
  constexpr std::size_t always = 1024;        // places, however few edges there are
  const auto nodes = arrays.set_of_node.size(), edges = sources.size();
  const bool is_typed = nodes * types.names.size() <= starts_per_edge * edges + always;
  arrays.stride = is_typed ? std::max<std::size_t>(types.names.size(), 1) : 1;
  const auto starts = [&](std::span<const NodeId> ends) {
    return arrays.own(starts_of(nodes * arrays.stride, edges, [&](std::size_t edge) {
      return ends[edge] * arrays.stride + (arrays.stride == 1 ? 0 : arrays.edge_types[edge]);
    }));
  };
  arrays.out_starts = starts(arrays.sources);
  arrays.in_starts = starts(arrays.targets);
}

void PropertyGraph::Builder::Parts::count_ends(Arrays& arrays) {
  const auto labels = arrays.labels.size();
  const auto count = [&](std::span<const NodeId> ends) {
    std::vector<std::uint64_t> counts(arrays.types.size() * labels);
    for (std::size_t edge = 0; edge < ends.size(); ++edge) {
      const auto set = arrays.set_of_node[ends[edge]];
      for (auto i = arrays.set_starts[set]; i < arrays.set_starts[set + 1]; ++i)
        ++counts[arrays.edge_types[edge] * labels + arrays.set_labels[i]];
    }
    return arrays.own(std::move(counts));
  };
  arrays.from_counts = count(arrays.sources);
  arrays.to_counts = count(arrays.targets);
  std::vector<std::uint64_t> of_type(arrays.types.size());
  for (const auto type : arrays.edge_types) ++of_type[type];
  arrays.type_counts = arrays.own(std::move(of_type));
}

void PropertyGraph::Builder::Parts::lay_out_columns(Arrays& arrays, const std::vector<EdgeId>& place) const {
  auto sorted = texts.sorted();
  const auto nodes = arrays.set_of_node.size();
  for (const auto& column : node_columns)
    arrays.node_columns.push_back(column.laid_out(nodes, {}, sorted.rank, arrays));
  for (const auto& column : edge_columns)
    arrays.edge_columns.push_back(column.laid_out(place.size(), place, sorted.rank, arrays));
  for (auto& column : arrays.edge_columns)
    if (column.present.empty() && !column.small_ints.empty())
      column.arriving = arrays.own(picked(column.small_ints, arrays.in_edges));
  arrays.node_columns.resize(keys.names.size());
  arrays.edge_columns.resize(keys.names.size());
  arrays.text_starts = arrays.own(std::move(sorted.starts));
  arrays.text_bytes = arrays.own(std::move(sorted.bytes));
}

PropertyGraph::Builder::Builder() : parts_(std::make_unique<Parts>()) {}
PropertyGraph::Builder::Builder(Builder&&) noexcept = default;
PropertyGraph::Builder& PropertyGraph::Builder::operator=(Builder&&) noexcept = default;
PropertyGraph::Builder::~Builder() = default;

NodeId PropertyGraph::Builder::add_node(const std::vector<std::string>& labels,
                                        const Properties& properties) {
  std::vector<LabelId> own;
  for (const auto& name : labels) own.push_back(label(name));
  parts_->set_of_node.push_back(parts_->set_number(std::move(own)));
  const auto node = static_cast<NodeId>(parts_->set_of_node.size() - 1);
  for (const auto& [name, value] : properties) set_node(node, key(name), value);
  return node;
}

void PropertyGraph::Builder::add_edge(NodeId source, std::string_view name, NodeId target,
                                      const Properties& properties) {
  const auto edge = add_edge(source, type(name), target);
  for (const auto& [own, value] : properties) set_edge(edge, key(own), value);
}

LabelId PropertyGraph::Builder::label(std::string_view name) {
  return parts_->labels.number(name);
}
TypeId PropertyGraph::Builder::type(std::string_view name) {
  return parts_->types.number(name);
}
KeyId PropertyGraph::Builder::key(std::string_view name) {
  return parts_->keys.number(name);
}

NodeId PropertyGraph::Builder::add_node_with(LabelId label) {
  parts_->set_of_node.push_back(parts_->set_number({label}));
  return static_cast<NodeId>(parts_->set_of_node.size() - 1);
}

EdgeId PropertyGraph::Builder::add_edge(NodeId source, TypeId type, NodeId target) {
  parts_->sources.push_back(source);
  parts_->edge_types.push_back(type);
  parts_->targets.push_back(target);
  return static_cast<EdgeId>(parts_->sources.size() - 1);
}

void PropertyGraph::Builder::set_node(NodeId node, KeyId key, const PropertyValue& value) {
  Parts::column(parts_->node_columns, key).put(node, value, parts_->texts);
}
void PropertyGraph::Builder::set_node_int(NodeId node, KeyId key, std::int64_t value) {
  Parts::column(parts_->node_columns, key).put_int(node, value, parts_->texts);
}
void PropertyGraph::Builder::set_node_text(NodeId node, KeyId key, std::string_view text) {
  Parts::column(parts_->node_columns, key).put_text(node, text, parts_->texts);
}
void PropertyGraph::Builder::set_edge(EdgeId edge, KeyId key, const PropertyValue& value) {
  Parts::column(parts_->edge_columns, key).put(edge, value, parts_->texts);
}
void PropertyGraph::Builder::set_edge_int(EdgeId edge, KeyId key, std::int64_t value) {
  Parts::column(parts_->edge_columns, key).put_int(edge, value, parts_->texts);
}
void PropertyGraph::Builder::set_edge_text(EdgeId edge, KeyId key, std::string_view text) {
  Parts::column(parts_->edge_columns, key).put_text(edge, text, parts_->texts);
}

PropertyGraph PropertyGraph::Builder::build() && {
  auto arrays = std::make_shared<Arrays>();
  parts_->lay_out_labels(*arrays);
  const auto place = parts_->lay_out_edges(*arrays);
  arrays->labels = std::move(parts_->labels.names);
  arrays->types = parts_->types.names;
  parts_->lay_out_starts(*arrays);
  Parts::count_ends(*arrays);
  parts_->lay_out_columns(*arrays, place);
  arrays->keys = std::move(parts_->keys.names);
  return PropertyGraph(std::move(arrays));
}

}  // namespace demarche::network
