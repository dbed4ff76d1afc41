// The planned matcher against a slow, obvious one, on thousands of small random graphs and patterns. The twin
// tries every node for every node variable and every edge for every edge, and keeps what fits.
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "graph/cypher/engine.h"

using namespace demarche;

namespace {

struct WantedEdge {
  std::size_t from = 0, to = 0;  // node variables
  int type = -1;                 // any where negative
  int towards = 0;               // 1 right, -1 left, 0 either
};

// Node variables n0, n1 …, each with a label or none, and a value of `v` or none; edges between them, in one
// MATCH.
struct RandomPattern {
  std::vector<int> labels, values;
  std::vector<WantedEdge> edges;
};

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  int upto(int last) { return static_cast<int>(engine_() % static_cast<unsigned>(last + 1)); }

 private:
  std::minstd_rand engine_;
};

network::PropertyGraph random_graph(Random& random) {
  network::PropertyGraph::Builder builder;
  const int nodes = 1 + random.upto(5);
  for (int i = 0; i < nodes; ++i) {
    std::vector<std::string> labels;
    for (int label = 0; label < 2; ++label) {
      if (random.upto(1)) labels.push_back("L" + std::to_string(label));
    }
    builder.add_node(labels, {{"v", std::int64_t{random.upto(2)}}});
  }
  const int edges = random.upto(9);
  for (int i = 0; i < edges; ++i) {
    builder.add_edge(static_cast<network::NodeId>(random.upto(nodes - 1)),
                     "T" + std::to_string(random.upto(1)),
                     static_cast<network::NodeId>(random.upto(nodes - 1)), {});
  }
  return std::move(builder).build();
}

RandomPattern random_pattern(Random& random) {
  RandomPattern pattern;
  const int nodes = 1 + random.upto(3);
  for (int i = 0; i < nodes; ++i) {
    pattern.labels.push_back(random.upto(3) - 2);
    pattern.values.push_back(random.upto(5) - 3);
  }
  const int edges = random.upto(3);
  for (int i = 0; i < edges; ++i) {
    pattern.edges.push_back({static_cast<std::size_t>(random.upto(nodes - 1)),
                             static_cast<std::size_t>(random.upto(nodes - 1)), random.upto(2) - 1,
                             random.upto(2) - 1});
  }
  return pattern;
}

std::string text_of(const RandomPattern& pattern) {
  std::string text = "MATCH ";
  for (std::size_t i = 0; i < pattern.labels.size(); ++i) {
    text += (i ? ", (n" : "(n") + std::to_string(i);
    if (pattern.labels[i] >= 0) text += ":L" + std::to_string(pattern.labels[i]);
    if (pattern.values[i] >= 0) text += " {v: " + std::to_string(pattern.values[i]) + "}";
    text += ")";
  }
  for (std::size_t i = 0; i < pattern.edges.size(); ++i) {
    const WantedEdge& edge = pattern.edges[i];
    text += ", (n" + std::to_string(edge.from) + (edge.towards < 0 ? ")<-[r" : ")-[r") + std::to_string(i);
    if (edge.type >= 0) text += ":T" + std::to_string(edge.type);
    text += (edge.towards > 0 ? "]->(n" : "]-(n") + std::to_string(edge.to) + ")";
  }
  return text;
}

class Twin {
 public:
  Twin(const network::PropertyGraph& graph, const RandomPattern& pattern)
      : graph_(graph), pattern_(pattern) {}

  std::vector<std::vector<std::uint32_t>> run() {
    choose_node();
    std::sort(rows_.begin(), rows_.end());
    return std::move(rows_);
  }

 private:
  void choose_node() {
    if (nodes_.size() == pattern_.labels.size()) return choose_edge();
    for (std::uint32_t node = 0; node < graph_.node_count(); ++node) {
      if (!fits(node, nodes_.size())) continue;
      nodes_.push_back(node);
      choose_node();
      nodes_.pop_back();
    }
  }

  bool fits(std::uint32_t node, std::size_t variable) const {
    const int label = pattern_.labels[variable], value = pattern_.values[variable];
    const cypher::GraphView view(graph_);
    if (label >= 0 && !view.has_label(cypher::NodeRef{node}, "L" + std::to_string(label))) return false;
    return value < 0 || *view.property(cypher::NodeRef{node}, "v").integer() == value;
  }

  void choose_edge() {
    if (edges_.size() == pattern_.edges.size()) {
      rows_.push_back(nodes_);
      rows_.back().insert(rows_.back().end(), edges_.begin(), edges_.end());
      return;
    }
    const WantedEdge& wanted = pattern_.edges[edges_.size()];
    for (std::uint32_t edge = 0; edge < graph_.edge_count(); ++edge) {
      if (std::find(edges_.begin(), edges_.end(), edge) != edges_.end() || !joins(edge, wanted)) continue;
      edges_.push_back(edge);
      choose_edge();
      edges_.pop_back();
    }
  }

  bool joins(std::uint32_t edge, const WantedEdge& wanted) const {
    if (wanted.type >= 0 && graph_.types()[graph_.type(edge)] != "T" + std::to_string(wanted.type))
      return false;
    const bool right = graph_.source(edge) == nodes_[wanted.from] && graph_.target(edge) == nodes_[wanted.to];
    const bool left = graph_.source(edge) == nodes_[wanted.to] && graph_.target(edge) == nodes_[wanted.from];
    return wanted.towards > 0 ? right : wanted.towards < 0 ? left : right || left;
  }

  const network::PropertyGraph& graph_;
  const RandomPattern& pattern_;
  std::vector<std::uint32_t> nodes_, edges_;
  std::vector<std::vector<std::uint32_t>> rows_;
};

std::vector<std::vector<std::uint32_t>> planned(const network::PropertyGraph& graph,
                                                const RandomPattern& pattern) {
  std::string query = text_of(pattern) + " RETURN ";
  for (std::size_t i = 0; i < pattern.labels.size(); ++i) query += (i ? ", n" : "n") + std::to_string(i);
  for (std::size_t i = 0; i < pattern.edges.size(); ++i) query += ", r" + std::to_string(i);
  const auto prepared = cypher::prepare(query);
  REQUIRE(prepared);
  const auto table = cypher::run(*prepared, graph);
  REQUIRE(table);
  std::vector<std::vector<std::uint32_t>> rows;
  for (const cypher::List& row : table->rows) {
    rows.emplace_back();
    for (const cypher::Value& value : row)
      rows.back().push_back(value.node() ? value.node()->id : value.edge()->id);
  }
  std::sort(rows.begin(), rows.end());
  return rows;
}

std::int64_t counted(const network::PropertyGraph& graph, const RandomPattern& pattern) {
  const auto prepared = cypher::prepare(text_of(pattern) + " RETURN count(*) AS n");
  REQUIRE(prepared);
  const auto table = cypher::run(*prepared, graph);
  REQUIRE(table);
  return *table->rows.at(0).at(0).integer();
}

}  // namespace

TEST_CASE("The planned matcher finds what the obvious one finds", "[cypher]") {
  std::size_t found = 0;
  for (unsigned seed = 1; seed <= 3000; ++seed) {
    Random random(seed);
    const network::PropertyGraph graph = random_graph(random);
    const RandomPattern pattern = random_pattern(random);
    INFO("seed " << seed << ": " << text_of(pattern));
    const auto rows = Twin(graph, pattern).run();
    REQUIRE(planned(graph, pattern) == rows);
    REQUIRE(counted(graph, pattern) == static_cast<std::int64_t>(rows.size()));
    found += rows.size();
  }
  CHECK(found > 1000);
}
