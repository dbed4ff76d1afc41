// Small graphs by hand, and random ones against lists of what was put in.
#include "graph/network/property_graph.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <set>
#include <tuple>

namespace demarche::network {
namespace {

using Properties = PropertyGraph::Builder::Properties;

PropertyGraph four_edges() {
  PropertyGraph::Builder builder;
  const auto russia = builder.add_node({"Actor", "State"}, {{"name", "Russia"}, {"id", 1}});
  const auto ukraine = builder.add_node({"Actor"}, {{"name", "Ukraine"}, {"id", 2}});
  const auto plan = builder.add_node({"Proposal"}, {{"name", "28-point plan"}, {"points", 28}});
  builder.add_edge(ukraine, "REJECTED", plan, {{"day", Day{20}}, {"sure", 0.5}});
  builder.add_edge(russia, "ACCEPTED", plan, {{"day", Day{10}}});
  builder.add_edge(ukraine, "ACCEPTED", plan, {{"quote", "yes"}});
  builder.add_edge(ukraine, "ACCEPTED", plan, {{"quote", "again"}});
  return std::move(builder).build();
}

TEST_CASE("an empty graph has nothing and answers every question") {
  const PropertyGraph graph;
  CHECK(graph.node_count() == 0);
  CHECK(graph.edge_count() == 0);
  CHECK(graph.text_count() == 0);
  CHECK(graph.labels().empty());
  CHECK_FALSE(graph.label_id("Actor"));
  CHECK_FALSE(graph.text_id("Russia"));
}

TEST_CASE("nodes are found by label, and have the labels they were given") {
  const auto graph = four_edges();
  const auto actor = graph.label_id("Actor").value(), state = graph.label_id("State").value();
  CHECK(std::vector<NodeId>(graph.nodes_with(actor).begin(), graph.nodes_with(actor).end()) ==
        std::vector<NodeId>{0, 1});
  CHECK(graph.nodes_with(state).size() == 1);
  CHECK(graph.has_label(0, state));
  CHECK_FALSE(graph.has_label(1, state));
  CHECK(graph.labels_of(0).size() == 2);
}

TEST_CASE("edges stand in the order of source, type and target, and equal ones in that of their adding") {
  const auto graph = four_edges();
  const auto accepted = graph.type_id("ACCEPTED").value(), rejected = graph.type_id("REJECTED").value();
  const auto quote = graph.key_id("quote").value();
  REQUIRE(graph.out_edges(1) == std::pair<EdgeId, EdgeId>(1, 4));
  const auto [first, last] = graph.out_edges(1, accepted);
  REQUIRE(last - first == 2);
  CHECK(graph.edge_property(first, quote) == PropertyValue("yes"));
  CHECK(graph.edge_property(first + 1, quote) == PropertyValue("again"));
  CHECK(graph.in_edges(2).size() == 4);
  CHECK(graph.in_sources(2, rejected).front() == 1);
  CHECK(graph.in_edges(2, accepted).size() == 3);
  CHECK(graph.degree(2, Direction::In) == 4);
  CHECK(graph.degree(2, Direction::Out) == 0);
}

TEST_CASE("statistics count what is there") {
  const auto graph = four_edges();
  const auto accepted = graph.type_id("ACCEPTED").value();
  CHECK(graph.edges_of_type(accepted) == 3);
  CHECK(graph.edges_from(graph.label_id("Actor").value(), accepted) == 3);
  CHECK(graph.edges_from(graph.label_id("State").value(), accepted) == 1);
  CHECK(graph.edges_to(accepted, graph.label_id("Proposal").value()) == 3);
  CHECK(graph.edges_to(accepted, graph.label_id("Actor").value()) == 0);
  CHECK(graph.distinct_values(graph.key_id("name").value()) == 3);
  CHECK(graph.distinct_values(graph.key_id("points").value()) == 1);
}

TEST_CASE("properties come back as they were given, and only where they were") {
  const auto graph = four_edges();
  const auto day = graph.key_id("day").value(), points = graph.key_id("points").value();
  CHECK(graph.node_property(2, points) == PropertyValue(28));
  CHECK(graph.node_property(0, points).is_null());
  CHECK(graph.edge_property(0, day) == PropertyValue(Day{10}));
  CHECK(graph.edge_column(day).type == ColumnType::Day);
  CHECK(graph.edge_column(day).count == 2);
  CHECK(graph.node_column(day).type == ColumnType::None);
  CHECK(graph.keys_of_node(2) == std::vector<KeyId>{graph.key_id("name").value(), points});
}

TEST_CASE("a column takes each type, and values of several types stay what they are") {
  const std::vector<PropertyValue> values{
      true,
      std::int64_t{5},
      std::int64_t{1} << 40,
      2.5,
      "Ωmega",
      "",
      Day{-3},
      LocalTime{7},
      ZonedTime{7, 3600},
      LocalDateTime{-1, 5},
      ZonedDateTime{12, 5, 3600, "Europe/Stockholm"},
      Duration{1, -2, 3, 4},
      PropertyList{1, 2},
      PropertyList{},
      PropertyList{"a", PropertyValue(2.5)},
  };
  for (const auto& value : values) {
    PropertyGraph::Builder builder;
    builder.add_node({}, {{"alone", value}});
    builder.add_node({}, {{"nothing", PropertyValue{}}});
    const auto graph = std::move(builder).build();
    CHECK(graph.node_property(0, graph.key_id("alone").value()) == value);
    CHECK(graph.node_property(1, graph.key_id("alone").value()).is_null());
    CHECK(graph.node_property(1, graph.key_id("nothing").value()).is_null());
  }
  PropertyGraph::Builder builder;
  for (const auto& value : values) builder.add_node({}, {{"all", value}});
  const auto graph = std::move(builder).build();
  CHECK(graph.node_column(0).type == ColumnType::Mixed);
  for (NodeId node = 0; node < values.size(); ++node) CHECK(graph.node_property(node, 0) == values[node]);
}

TEST_CASE("a key set twice keeps the later value") {
  PropertyGraph::Builder builder;
  builder.add_node({}, {{"a", 1}, {"a", 2}, {"b", 1}, {"b", "two"}});
  const auto graph = std::move(builder).build();
  CHECK(graph.node_property(0, 0) == PropertyValue(2));
  CHECK(graph.node_property(0, 1) == PropertyValue("two"));
  CHECK(graph.node_column(0).count == 1);
}

TEST_CASE("large integers take eight bytes, small ones four") {
  PropertyGraph::Builder builder;
  builder.add_node({}, {{"small", -2147483648LL}, {"large", 2147483648LL}});
  const auto graph = std::move(builder).build();
  CHECK(graph.node_column(0).small_ints.size() == 1);
  CHECK(graph.node_column(0).integer(0) == -2147483648LL);
  CHECK(graph.node_column(1).ints.size() == 1);
  CHECK(graph.node_column(1).integer(0) == 2147483648LL);
}

TEST_CASE("small integers that every edge has are kept in the order of arriving edges too") {
  PropertyGraph::Builder builder;
  for (int node = 0; node < 3; ++node) builder.add_node({});
  builder.add_edge(2, "B", 0, {{"day", 1}, {"rare", 1}});
  builder.add_edge(0, "A", 1, {{"day", 2}});
  builder.add_edge(1, "A", 0, {{"day", 3}});
  builder.add_edge(1, "B", 0, {{"day", 4}});
  const auto graph = std::move(builder).build();
  const auto& days = graph.edge_column(graph.key_id("day").value());
  for (NodeId node = 0; node < 3; ++node)
    for (TypeId type = 0; type < 2; ++type) {
      const auto edges = graph.in_edges(node, type);
      const auto [first, last] = graph.in_places(node, type);
      REQUIRE(last - first == edges.size());
      for (std::size_t i = 0; i < edges.size(); ++i)
        CHECK(days.arriving[first + i] == days.integer(edges[i]));
    }
  CHECK(graph.edge_column(graph.key_id("rare").value()).arriving.empty());
}

TEST_CASE("texts are numbered in the order of their bytes") {
  PropertyGraph::Builder builder;
  const std::vector<std::string> names{"b", "", "a", "aardvark-2", "aardvark-10", "é", "a"};
  for (const auto& name : names) builder.add_node({}, {{"name", name}});
  const auto graph = std::move(builder).build();
  REQUIRE(graph.text_count() == 6);
  for (TextId text = 1; text < graph.text_count(); ++text) CHECK(graph.text(text - 1) < graph.text(text));
  for (const auto& name : names) CHECK(graph.text(graph.text_id(name).value()) == name);
  CHECK_FALSE(graph.text_id("aardvark"));
}

TEST_CASE("nodes are found by value, and by no value of another type") {
  PropertyGraph::Builder builder;
  for (const int points : {28, 19, 28, 20})
    builder.add_node({}, {{"points", points}, {"name", std::to_string(points)}, {"sure", 0.5}});
  builder.add_node({}, {{"flag", true}, {"day", Day{3}}, {"sure", "very"}});
  const auto graph = std::move(builder).build();
  const auto found = [&](const char* key, const PropertyValue& value) {
    const auto nodes = graph.nodes_where(graph.key_id(key).value(), value).value();
    return std::vector<NodeId>(nodes.begin(), nodes.end());
  };
  using Nodes = std::vector<NodeId>;
  CHECK(found("points", 28) == Nodes{0, 2});
  CHECK(found("points", 28.0) == Nodes{0, 2});
  CHECK(found("points", 28.5) == Nodes{});
  CHECK(found("points", 1e300) == Nodes{});
  CHECK(found("points", "28") == Nodes{});
  CHECK(found("points", PropertyValue{}) == Nodes{});
  CHECK(found("name", "19") == Nodes{1});
  CHECK(found("name", "27") == Nodes{});
  CHECK(found("flag", true) == Nodes{4});
  CHECK(found("flag", false) == Nodes{});
  CHECK(found("day", Day{3}) == Nodes{4});
  CHECK_FALSE(graph.nodes_where(graph.key_id("sure").value(), 0.5));
}

// Edges as they were put in.
struct Listed {
  NodeId source, target;
  std::string type;
  std::int64_t number;
};

// One type a node and more, so that the starts of types would outweigh the edges.
std::vector<Listed> random_edges(std::mt19937& random, std::size_t nodes, std::size_t types,
                                 std::size_t count) {
  std::vector<Listed> edges;
  for (std::size_t i = 0; i < count; ++i)
    edges.push_back({static_cast<NodeId>(random() % nodes), static_cast<NodeId>(random() % nodes),
                     "T" + std::to_string(random() % types), static_cast<std::int64_t>(i)});
  return edges;
}

PropertyGraph graph_of(std::size_t nodes, const std::vector<Listed>& edges) {
  PropertyGraph::Builder builder;
  for (std::size_t i = 0; i < nodes; ++i) builder.add_node({"N"});
  for (const auto& edge : edges)
    builder.add_edge(edge.source, edge.type, edge.target, {{"number", edge.number}});
  return std::move(builder).build();
}

void check_against_list(const PropertyGraph& graph, const std::vector<Listed>& edges) {
  using Numbers = std::multiset<std::int64_t>;
  const auto number = graph.key_id("number").value();
  const auto of = [&](EdgeId edge) { return graph.edge_column(number).integer(edge); };
  for (NodeId node = 0; node < graph.node_count(); ++node)
    for (TypeId type = 0; type < graph.types().size(); ++type) {
      Numbers out, in, expected_out, expected_in;
      const auto [first, last] = graph.out_edges(node, type);
      for (auto edge = first; edge < last; ++edge) out.insert(of(edge));
      const auto arriving = graph.in_edges(node, type);
      const auto sources = graph.in_sources(node, type);
      for (std::size_t i = 0; i < arriving.size(); ++i) {
        in.insert(of(arriving[i]));
        REQUIRE(graph.source(arriving[i]) == sources[i]);
        REQUIRE(graph.target(arriving[i]) == node);
        REQUIRE(graph.type(arriving[i]) == type);
      }
      for (const auto& edge : edges) {
        if (edge.type != graph.types()[type]) continue;
        if (edge.source == node) expected_out.insert(edge.number);
        if (edge.target == node) expected_in.insert(edge.number);
      }
      REQUIRE(out == expected_out);
      REQUIRE(in == expected_in);
    }
}

TEST_CASE("random graphs hold the edges that were put in, both ways and by type") {
  std::mt19937 random(7);
  for (int round = 0; round < 40; ++round) {
    const auto nodes = 1 + random() % 12, types = 1 + random() % 5;
    const auto edges = random_edges(random, nodes, types, 1 + random() % 40);
    check_against_list(graph_of(nodes, edges), edges);
  }
}

TEST_CASE("a graph of very many types finds a node's edges of one") {
  std::mt19937 random(7);
  const auto edges = random_edges(random, 60, 40, 50);
  const auto graph = graph_of(60, edges);
  REQUIRE(graph.arrays().stride == 1);
  check_against_list(graph, edges);
}

TEST_CASE("edges are in order whichever way they were added") {
  std::mt19937 random(11);
  const auto graph = graph_of(9, random_edges(random, 9, 3, 100));
  const auto key = [&](EdgeId edge) {
    return std::tuple(graph.source(edge), graph.type(edge), graph.target(edge));
  };
  for (EdgeId edge = 1; edge < graph.edge_count(); ++edge) REQUIRE(key(edge - 1) <= key(edge));
  for (NodeId node = 0; node < graph.node_count(); ++node) {
    const auto arriving = graph.in_edges(node);
    const auto before = [&](EdgeId a, EdgeId b) {
      return std::pair(graph.type(a), graph.source(a)) < std::pair(graph.type(b), graph.source(b));
    };
    REQUIRE(std::is_sorted(arriving.begin(), arriving.end(), before));
  }
}

}  // namespace
}  // namespace demarche::network
