// Functions of nodes, relationships, paths and maps.
#include "graph/cypher/functions.h"

namespace demarche::cypher {
namespace {

List names_as_list(const std::vector<std::string>& names) {
  List list;
  for (const std::string& name : names) list.emplace_back(name);
  return list;
}

Map properties_of(const GraphView& graph, const Value& value) {
  if (value.node()) return graph.properties(*value.node());
  return value.edge() ? graph.properties(*value.edge()) : *value.map();
}

Value keys(CallContext& context, Arguments args) {
  List list;
  for (const auto& [key, value] : properties_of(context.graph, args[0])) list.emplace_back(key);
  return list;
}

Value id(CallContext&, Arguments args) {
  return std::int64_t{args[0].node() ? args[0].node()->id : args[0].edge()->id};
}

Value nodes(CallContext&, Arguments args) {
  return List(args[0].path()->nodes.begin(), args[0].path()->nodes.end());
}
Value relationships(CallContext&, Arguments args) {
  return List(args[0].path()->edges.begin(), args[0].path()->edges.end());
}

}  // namespace

std::vector<Function> graph_functions() {
  using namespace types;
  return {
      {"labels",
       {node},
       1,
       false,
       list,
       Nulls::Propagate,
       [](CallContext& c, Arguments a) -> Value { return names_as_list(c.graph.labels(*a[0].node())); }},
      {"type",
       {edge},
       1,
       false,
       string,
       Nulls::Propagate,
       [](CallContext& c, Arguments a) -> Value { return c.graph.type(*a[0].edge()); }},
      {"properties",
       {node | edge | map},
       1,
       false,
       map,
       Nulls::Propagate,
       [](CallContext& c, Arguments a) -> Value { return properties_of(c.graph, a[0]); }},
      {"keys", {node | edge | map}, 1, false, list, Nulls::Propagate, keys},
      {"id", {node | edge}, 1, false, integer, Nulls::Propagate, id},
      {"elementId",
       {node | edge},
       1,
       false,
       string,
       Nulls::Propagate,
       [](CallContext& c, Arguments a) -> Value { return std::to_string(*id(c, a).integer()); }},
      {"startNode",
       {edge},
       1,
       false,
       node,
       Nulls::Propagate,
       [](CallContext& c, Arguments a) -> Value { return c.graph.source(*a[0].edge()); }},
      {"endNode",
       {edge},
       1,
       false,
       node,
       Nulls::Propagate,
       [](CallContext& c, Arguments a) -> Value { return c.graph.target(*a[0].edge()); }},
      {"nodes", {path}, 1, false, list, Nulls::Propagate, nodes},
      {"relationships", {path}, 1, false, list, Nulls::Propagate, relationships},
      {"rels", {path}, 1, false, list, Nulls::Propagate, relationships},
      {"length",
       {path},
       1,
       false,
       integer,
       Nulls::Propagate,
       [](CallContext&, Arguments a) -> Value {
         return static_cast<std::int64_t>(a[0].path()->edges.size());
       }},
      {"exists",
       {any},
       1,
       false,
       boolean,
       Nulls::Pass,
       [](CallContext&, Arguments a) -> Value { return !a[0].is_null(); }},
  };
}

}  // namespace demarche::cypher
