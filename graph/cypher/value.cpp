// Names and sizes of values.
#include "graph/cypher/value.h"

#include <array>

namespace demarche::cypher {

std::string_view type_name(const Value& value) {
  static constexpr std::array<std::string_view, std::variant_size_v<ValueBase>> names{
      "Null",         "Boolean", "Integer", "Float",     "String", "List",          "Map",      "Node",
      "Relationship", "Path",    "Date",    "LocalTime", "Time",   "LocalDateTime", "DateTime", "Duration"};
  return names[value.index()];
}

std::size_t bytes_of(const Value& value) {
  static constexpr std::size_t block = 32;  // of a shared value's counters and heap bookkeeping
  if (const auto* text = value.string()) return block + text->size();
  if (const auto* list = value.list()) {
    std::size_t bytes = block + list->size() * sizeof(Value);
    for (const Value& item : *list) bytes += bytes_of(item);
    return bytes;
  }
  if (const auto* map = value.map()) {
    std::size_t bytes = block;
    for (const auto& [key, item] : *map) bytes += block + sizeof(Value) + key.size() + bytes_of(item);
    return bytes;
  }
  if (const auto* path = value.path()) return block + path->nodes.size() * 2 * sizeof(NodeRef);
  return value.duration() || value.zoned_date_time() ? block : 0;
}

}  // namespace demarche::cypher
