// The values of Cypher: null, booleans, numbers, texts, lists, maps, nodes, relationships, paths, and
// temporal values. Values are immutable and cheap to copy: large ones are shared. Nodes and relationships are
// numbers in the graph that the query runs over, and mean nothing without it. Tested by
// tests/graph/cypher/kit_test.cpp over tests/cases/cypher/values.feature.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "graph/network/temporal.h"

namespace demarche::cypher {

using network::Day;
using network::Duration;
using network::LocalDateTime;
using network::LocalTime;
using network::ZonedDateTime;
using network::ZonedTime;

struct NodeRef {
  std::uint32_t id = 0;
  friend bool operator==(NodeRef, NodeRef) = default;
};
struct EdgeRef {
  std::uint32_t id = 0;
  friend bool operator==(EdgeRef, EdgeRef) = default;
};

class Value;
using List = std::vector<Value>;
using Map = std::map<std::string, Value, std::less<>>;

// Nodes and edges in the order of the walk: nodes.size() == edges.size() + 1.
struct Path {
  std::vector<NodeRef> nodes;
  std::vector<EdgeRef> edges;
  friend bool operator==(const Path&, const Path&) = default;
};

template <class T>
using Shared = std::shared_ptr<const T>;

using ValueBase = std::variant<std::monostate, bool, std::int64_t, double, Shared<std::string>, Shared<List>,
                               Shared<Map>, NodeRef, EdgeRef, Shared<Path>, Day, LocalTime, ZonedTime,
                               LocalDateTime, Shared<ZonedDateTime>, Shared<Duration>>;

class Value : public ValueBase {
 public:
  Value() = default;
  Value(bool value) : ValueBase(value) {}
  Value(std::int64_t value) : ValueBase(value) {}
  Value(double value) : ValueBase(value) {}
  Value(std::string value) : ValueBase(std::make_shared<const std::string>(std::move(value))) {}
  Value(List value) : ValueBase(std::make_shared<const List>(std::move(value))) {}
  Value(Map value) : ValueBase(std::make_shared<const Map>(std::move(value))) {}
  Value(NodeRef value) : ValueBase(value) {}
  Value(EdgeRef value) : ValueBase(value) {}
  Value(Path value) : ValueBase(std::make_shared<const Path>(std::move(value))) {}
  Value(Day value) : ValueBase(value) {}
  Value(LocalTime value) : ValueBase(value) {}
  Value(ZonedTime value) : ValueBase(value) {}
  Value(LocalDateTime value) : ValueBase(value) {}
  Value(ZonedDateTime value) : ValueBase(std::make_shared<const ZonedDateTime>(std::move(value))) {}
  Value(Duration value) : ValueBase(std::make_shared<const Duration>(value)) {}
  static Value text(std::string_view value) { return {std::string(value)}; }

  [[nodiscard]] bool is_null() const { return index() == 0; }

  // The value as a T, or null where it is of another type. Lists, maps, texts and paths are looked into.
  [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(this); }
  [[nodiscard]] const std::int64_t* integer() const { return std::get_if<std::int64_t>(this); }
  [[nodiscard]] const double* real() const { return std::get_if<double>(this); }
  [[nodiscard]] const std::string* string() const { return shared<std::string>(); }
  [[nodiscard]] const List* list() const { return shared<List>(); }
  [[nodiscard]] const Map* map() const { return shared<Map>(); }
  [[nodiscard]] const NodeRef* node() const { return std::get_if<NodeRef>(this); }
  [[nodiscard]] const EdgeRef* edge() const { return std::get_if<EdgeRef>(this); }
  [[nodiscard]] const Path* path() const { return shared<Path>(); }
  [[nodiscard]] const Day* day() const { return std::get_if<Day>(this); }
  [[nodiscard]] const LocalTime* local_time() const { return std::get_if<LocalTime>(this); }
  [[nodiscard]] const ZonedTime* zoned_time() const { return std::get_if<ZonedTime>(this); }
  [[nodiscard]] const LocalDateTime* local_date_time() const { return std::get_if<LocalDateTime>(this); }
  [[nodiscard]] const ZonedDateTime* zoned_date_time() const { return shared<ZonedDateTime>(); }
  [[nodiscard]] const Duration* duration() const { return shared<Duration>(); }

  [[nodiscard]] bool is_number() const { return integer() || real(); }
  [[nodiscard]] double as_double() const {
    return integer() ? static_cast<double>(*integer()) : *real();
  }  // REQUIRES: is_number()

 private:
  template <class T>
  [[nodiscard]] const T* shared() const {
    const auto* found = std::get_if<Shared<T>>(this);
    return found ? found->get() : nullptr;
  }
};

// The type of a value as people say it: "Integer", "List", "Node".
[[nodiscard]] std::string_view type_name(const Value& value);

// Bytes that a value holds beyond its own, for budgets; shared parts count each time.
[[nodiscard]] std::size_t bytes_of(const Value& value);

}  // namespace demarche::cypher
