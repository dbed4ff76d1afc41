#include "graph/export/crowd.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>
#include <map>
#include <set>
#include <string_view>

#include "graph/network/cut.h"

namespace demarche {
namespace {

using Numbers = std::map<std::string_view, std::size_t>;  // places in Picture::nodes, by id

Numbers numbers_of(const Picture& picture) {
  Numbers numbers;
  for (std::size_t i = 0; i < picture.nodes.size(); ++i) numbers.emplace(picture.nodes[i].id, i);
  return numbers;
}

bool is_actor(const PictureNode& node) {
  return node.shape == PictureNode::Shape::Actor;
}

// The groups of actors that act for one another, by the number of a member.
std::vector<int> groups_of(const Picture& picture, const Numbers& numbers) {
  boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS> links(picture.nodes.size());
  for (const auto& edge : picture.edges) {
    const auto from = numbers.at(edge.from), to = numbers.at(edge.to);
    if (is_actor(picture.nodes[from]) && is_actor(picture.nodes[to])) add_edge(from, to, links);
  }
  std::vector<int> groups(picture.nodes.size());
  if (!groups.empty()) boost::connected_components(links, groups.data());
  return groups;
}

// The greatest group first, each to the side that has less.
void choose_sides(Picture& picture, const Numbers& numbers) {
  const auto groups = groups_of(picture, numbers);
  std::map<int, std::size_t> edges_of_group;
  for (const auto& edge : picture.edges) ++edges_of_group[groups[numbers.at(edge.from)]];
  std::vector<std::pair<int, std::size_t>> by_size(edges_of_group.begin(), edges_of_group.end());
  std::stable_sort(by_size.begin(), by_size.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });

  std::size_t on_the_left = 0, on_the_right = 0;
  std::map<int, PictureNode::Side> sides;
  for (const auto& [group, edges] : by_size) {
    const bool goes_left = on_the_left <= on_the_right;
    sides[group] = goes_left ? PictureNode::Side::Left : PictureNode::Side::Right;
    (goes_left ? on_the_left : on_the_right) += edges;
  }
  for (std::size_t i = 0; i < picture.nodes.size(); ++i)
    if (is_actor(picture.nodes[i])) picture.nodes[i].side = sides[groups[i]];
}

// How many actors acted on each proposal that any did.
std::map<network::NodeId, std::size_t> actors_on(const network::PropertyGraph& graph) {
  std::map<network::NodeId, std::set<network::NodeId>> actors;
  for (const auto& edge : edges_of(graph))
    if (edge.relation) actors[edge.to].insert(edge.from);
  std::map<network::NodeId, std::size_t> counts;
  for (const auto& [proposal, by] : actors) counts[proposal] = by.size();
  return counts;
}

}  // namespace

bool is_crowded(const network::PropertyGraph& graph) {
  std::size_t acts = 0;
  for (const auto relation : all_relations)
    if (const auto type = graph.type_id(type_of(relation))) acts += graph.edges_of_type(*type);
  return acts > crowd;
}

bool is_crowded(const Picture& picture) {
  return picture.edges.size() > crowd;
}

Thinned without_lone_proposals(const network::PropertyGraph& graph) {
  const auto counts = actors_on(graph);
  std::vector<bool> keep(graph.node_count(), true);
  std::size_t left_out = 0;
  for (const auto& [proposal, actors] : counts) {
    keep[proposal] = actors > 1;
    left_out += keep[proposal] ? 0 : 1;
  }
  if (left_out == counts.size()) return {graph, 0};
  return {part_of(graph, keep), left_out};
}

Thinned with_busiest_proposals(const network::PropertyGraph& graph, std::size_t most) {
  const auto counts = actors_on(graph);
  std::vector<std::pair<network::NodeId, std::size_t>> by_actors(counts.begin(), counts.end());
  std::stable_sort(by_actors.begin(), by_actors.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::size_t kept = 0, actors = 0;
  while (kept < by_actors.size() && (kept == 0 || actors + by_actors[kept].second <= most))
    actors += by_actors[kept++].second;
  if (kept == by_actors.size()) return {graph, 0};

  std::vector<bool> keep;
  for (const auto& node : nodes_of(graph)) keep.push_back(node.label != NetworkNode::Label::Proposal);
  for (std::size_t i = 0; i < kept; ++i) keep[by_actors[i].first] = true;
  return {part_of(graph, keep), by_actors.size() - kept};
}

void spread(Picture& picture) {
  const auto numbers = numbers_of(picture);
  choose_sides(picture, numbers);
  std::vector<PictureEdge> kept;
  for (auto& edge : picture.edges) {
    auto& from = picture.nodes[numbers.at(edge.from)];
    const auto& to = picture.nodes[numbers.at(edge.to)];
    if (is_actor(from) && is_actor(to)) {
      from.tooltip += "\n" + edge.label + ": " + to.tooltip.substr(0, to.tooltip.find('\n'));
      continue;
    }
    if (!is_actor(from)) edge.flow = PictureEdge::Flow::Beside;
    if (from.side == PictureNode::Side::Right) edge.flow = PictureEdge::Flow::Backward;
    kept.push_back(std::move(edge));
  }
  picture.edges = std::move(kept);
}

void keep_cited_sources(Picture& picture) {
  std::set<std::string_view> cited;
  for (const auto& edge : picture.edges) cited.insert(edge.cited.begin(), edge.cited.end());
  picture.unlisted_sources +=
      std::erase_if(picture.sources, [&](const PictureNode& source) { return !cited.contains(source.id); });
}

}  // namespace demarche
