// Finds nodes by a property's value: for each key that was asked for, its nodes in the order of their values.
// Safe to ask from several threads. Tested by tests/graph/network/property_graph_test.cpp.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "graph/network/arrays.h"

namespace demarche::network {

class NodeIndexes {
 public:
  // REQUIRES: `arrays` lives as long
  explicit NodeIndexes(const Arrays& arrays) : arrays_(arrays), by_key_(arrays.keys.size()) {}

  // Whether the values of a key can be found: those that a number stands for.
  [[nodiscard]] static bool can_index(const ColumnView& column);

  // The nodes whose value is `number` (an integer, a day, a text's number, or 0 and 1), ascending.
  // REQUIRES: can_index(the column of `key`)
  [[nodiscard]] std::span<const NodeId> nodes(KeyId key, std::int64_t number);
  [[nodiscard]] std::size_t distinct(KeyId key);

 private:
  struct Index {
    std::vector<NodeId> nodes;  // by value, then number
    std::size_t distinct = 0;
  };
  const Index& index(KeyId key);

  const Arrays& arrays_;
  std::mutex turn_;
  std::vector<std::unique_ptr<const Index>> by_key_;
};

}  // namespace demarche::network
