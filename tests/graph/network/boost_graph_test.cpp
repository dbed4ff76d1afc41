// Boost's concept checks, and its algorithms on small random graphs against plain loops.
#include "graph/network/boost_graph.h"

#include <algorithm>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/range/iterator_range.hpp>
#include <catch2/catch.hpp>
#include <limits>
#include <random>

#include "graph/network/undirected.h"

namespace demarche::network {
namespace {

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<PropertyGraph>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<PropertyGraph>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<PropertyGraph>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<PropertyGraph>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<PropertyGraph, NodeId, boost::vertex_index_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<PropertyGraph, EdgeId, boost::edge_index_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyMapConcept<ColumnMap, EdgeId>));
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<Undirected>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<Undirected>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<Undirected>));

constexpr double far = std::numeric_limits<double>::max();
using Matrix = std::vector<std::vector<double>>;

PropertyGraph random_graph(std::mt19937& random) {
  PropertyGraph::Builder builder;
  const NodeId nodes = 1 + random() % 9;
  for (NodeId node = 0; node < nodes; ++node) builder.add_node({"N"});
  for (auto left = random() % 20; left > 0; --left)
    builder.add_edge(random() % nodes, random() % 3 ? "KNOWS" : "MENTIONS", random() % nodes,
                     {{"days", 1 + static_cast<int>(random() % 9)}});
  return std::move(builder).build();
}

// Floyd and Warshall: the length of the shortest path between any two nodes.
template <class Graph, class Weight>
Matrix lengths(const Graph& graph, Weight weight_of) {
  const auto nodes = num_vertices(graph);
  Matrix length(nodes, std::vector<double>(nodes, far));
  for (NodeId node = 0; node < nodes; ++node) {
    length[node][node] = 0;
    for (const auto edge : boost::make_iterator_range(out_edges(node, graph))) {
      auto& direct = length[node][target(edge, graph)];
      direct = std::min(direct, static_cast<double>(weight_of(edge)));
    }
  }
  for (NodeId via = 0; via < nodes; ++via)
    for (NodeId from = 0; from < nodes; ++from)
      for (NodeId to = 0; to < nodes; ++to)
        if (length[from][via] < far && length[via][to] < far)
          length[from][to] = std::min(length[from][to], length[from][via] + length[via][to]);
  return length;
}

constexpr auto one = [](const auto&) { return 1.0; };

TEST_CASE("breadth-first search finds the distances") {
  std::mt19937 random(3);
  for (int round = 0; round < 50; ++round) {
    const auto graph = random_graph(random);
    std::vector<double> distance(graph.node_count(), far);
    distance[0] = 0;
    boost::breadth_first_search(graph, NodeId{0},
                                boost::visitor(boost::make_bfs_visitor(
                                    boost::record_distances(distance.data(), boost::on_tree_edge()))));
    REQUIRE(distance == lengths(graph, one)[0]);
  }
}

TEST_CASE("shortest paths are weighed by a column") {
  std::mt19937 random(5);
  for (int round = 0; round < 50; ++round) {
    const auto graph = random_graph(random);
    const auto key = graph.key_id("days");
    if (!key) continue;
    const ColumnMap weights(graph.edge_column(*key), 1.0);
    std::vector<double> distance(graph.node_count());
    boost::dijkstra_shortest_paths(graph, NodeId{0},
                                   boost::weight_map(weights).distance_map(boost::make_iterator_property_map(
                                       distance.begin(), get(boost::vertex_index, graph))));
    REQUIRE(distance == lengths(graph, [&](EdgeId edge) { return get(weights, edge); })[0]);
  }
}

TEST_CASE("components are those whose nodes reach one another") {
  std::mt19937 random(8);
  for (int round = 0; round < 50; ++round) {
    const auto graph = random_graph(random);
    std::vector<int> strong(graph.node_count()), joined(graph.node_count());
    const auto map = [&](std::vector<int>& values) {
      return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, graph));
    };
    boost::strong_components(graph, map(strong));
    const Undirected undirected(graph, types_without(graph, "MENTIONS"));
    boost::connected_components(undirected, map(joined));
    const auto directed_length = lengths(graph, one), undirected_length = lengths(undirected, one);
    for (NodeId a = 0; a < graph.node_count(); ++a)
      for (NodeId b = 0; b < graph.node_count(); ++b) {
        REQUIRE((strong[a] == strong[b]) == (directed_length[a][b] < far && directed_length[b][a] < far));
        REQUIRE((joined[a] == joined[b]) == (undirected_length[a][b] < far));
      }
  }
}

TEST_CASE("the middle of a star is between all others, and has the core number of its leaves") {
  PropertyGraph::Builder builder;
  for (int node = 0; node < 5; ++node) builder.add_node({});
  for (NodeId leaf = 1; leaf < 5; ++leaf) builder.add_edge(leaf, "KNOWS", 0);
  builder.add_edge(0, "KNOWS", 1);  // parallel to another
  builder.add_edge(2, "KNOWS", 2);
  const auto graph = std::move(builder).build();
  const Undirected simple(graph, types_without(graph, ""), Undirected::Keep::Simple);
  CHECK(num_edges(simple) == 4);
  const Undirected parallel(graph, types_without(graph, ""));
  CHECK(num_edges(parallel) == 6);
  CHECK(out_degree(0, parallel) == 5);
  CHECK(out_degree(2, parallel) == 3);

  std::vector<double> between(5);
  boost::brandes_betweenness_centrality(
      simple, boost::make_iterator_property_map(between.begin(), get(boost::vertex_index, simple)));
  CHECK(between == std::vector<double>{6, 0, 0, 0, 0});  // of six pairs of leaves
  std::vector<std::size_t> core(5);
  boost::core_numbers(simple,
                      boost::make_iterator_property_map(core.begin(), get(boost::vertex_index, simple)));
  CHECK(core == std::vector<std::size_t>{1, 1, 1, 1, 1});
}

TEST_CASE("betweenness and core numbers run on the directed graph as it is") {
  PropertyGraph::Builder builder;
  for (int node = 0; node < 3; ++node) builder.add_node({});
  for (NodeId node = 0; node < 3; ++node) builder.add_edge(node, "KNOWS", (node + 1) % 3);
  const auto graph = std::move(builder).build();
  std::vector<double> between(3);
  boost::brandes_betweenness_centrality(
      graph, boost::make_iterator_property_map(between.begin(), get(boost::vertex_index, graph)));
  CHECK(between == std::vector<double>{1, 1, 1});
  std::vector<std::size_t> core(3);
  boost::core_numbers(graph,
                      boost::make_iterator_property_map(core.begin(), get(boost::vertex_index, graph)));
  CHECK(core == std::vector<std::size_t>{1, 1, 1});
}

TEST_CASE("a column reads as weights, with a value for rows that have none") {
  PropertyGraph::Builder builder;
  builder.add_node({}, {{"sure", 0.5}, {"text", "x"}});
  builder.add_node({}, {});
  const auto graph = std::move(builder).build();
  CHECK(get(ColumnMap(graph.node_column(0), 1.0), 0) == 0.5);
  CHECK(get(ColumnMap(graph.node_column(0), 1.0), 1) == 1.0);
  CHECK(get(ColumnMap(graph.node_column(1), 1.0), 0) == 1.0);
}

}  // namespace
}  // namespace demarche::network
