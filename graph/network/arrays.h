// What a property graph is made of: arrays, either owned or looked into in a mapped snapshot, for they have
// the same form in memory and on disk. The numbering is explained in property_graph.h, which is what others
// read a graph by. Invariant: every span is kept alive by `owners`.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace demarche::network {

using NodeId = std::uint32_t;
using EdgeId = std::uint32_t;
using LabelId = std::uint16_t;
using TypeId = std::uint16_t;
using KeyId = std::uint16_t;
using TextId = std::uint32_t;

// How the values of one key are laid out; a key with values of several types, or of a type without a layout
// of its own (times, durations, lists), is Mixed. Written to snapshots: never renumber.
enum class ColumnType : std::uint8_t {
  None = 0,
  Bool = 1,
  Int = 2,
  Float = 3,
  String = 4,
  Day = 5,
  Mixed = 6
};

// Typed look into the values of one key over all nodes, or over all edges. One of the spans below is filled,
// as long as there are rows; rows without a value hold 0, and `has` tells them apart.
class ColumnView {
 public:
  ColumnType type = ColumnType::None;
  std::size_t count = 0;                     // rows with a value
  std::span<const std::uint64_t> present;    // a bit a row; empty where every row has a value
  std::span<const std::int64_t> ints;        // Int, Day (days since 1970-01-01)
  std::span<const std::int32_t> small_ints;  // Int, Day: instead of `ints` where all values fit
  // Of edges that all have a value: the small integers once more, in the order of `in_edges`, so that edges
  // are tested one beside the other in either direction.
  std::span<const std::int32_t> arriving;
  std::span<const double> floats;
  std::span<const std::uint8_t> bools;
  std::span<const TextId> strings;  // String: numbers of texts; Mixed: of the encoded values (value_code.h)

  [[nodiscard]] bool has(std::size_t row) const {
    return type != ColumnType::None && (present.empty() || (present[row / 64] >> (row % 64) & 1));
  }
  // REQUIRES: an Int or Day column
  [[nodiscard]] std::int64_t integer(std::size_t row) const {
    return small_ints.empty() ? ints[row] : small_ints[row];
  }
};

struct Arrays {
  std::vector<std::string> labels, types, keys;

  // Nodes. Nodes with the same labels share a label set.
  std::span<const std::uint32_t> set_of_node;  // a node's label set
  std::span<const std::uint32_t>
      set_starts;                       // where a set's labels begin in `set_labels`; one more than sets
  std::span<const LabelId> set_labels;  // ascending inside a set
  std::span<const std::uint32_t>
      label_starts;                  // where a label's nodes begin in `labelled`; one more than labels
  std::span<const NodeId> labelled;  // ascending inside a label

  // Edges in (source, type, target) order, and numbers of edges in (target, type, source) order.
  std::span<const NodeId> sources, targets;
  std::span<const TypeId> edge_types;
  std::span<const EdgeId> in_edges;
  std::span<const NodeId> in_sources;
  // Where the edges of a node, or of a node and a type, begin in either order: `stride` places a node, and
  // one more at the end. The stride is the number of types, or 1 where so many places would outweigh the
  // edges.
  std::size_t stride = 1;
  std::span<const std::uint32_t> out_starts, in_starts;
  // Edges of a type whose source, or target, has a label: place type * labels + label.
  std::span<const std::uint64_t> from_counts, to_counts;
  std::span<const std::uint64_t> type_counts;

  // Texts, each once, in the order of their bytes.
  std::span<const std::uint64_t> text_starts;  // one more than texts
  std::span<const char> text_bytes;

  std::vector<ColumnView> node_columns, edge_columns;  // by KeyId

  std::vector<std::shared_ptr<const void>> owners;

  template <class T>
  std::span<const T> own(std::vector<T> values) {
    const auto owner = std::make_shared<const std::vector<T>>(std::move(values));
    owners.push_back(owner);
    return *owner;
  }
};

}  // namespace demarche::network
