// Every string reaches Graphviz as an attribute's value, never as DOT source, so quoting is its own affair;
// what is left to us are the escapes that labels know (a backslash, an ampersand) and that a value must not
// be taken for HTML, which agxset never does.
#include "graph/export/graphviz.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "graph/export/cgraph.h"

namespace demarche {
namespace {

constexpr std::size_t sources_in_a_row = 3;
constexpr int edges_without_room = 2;
constexpr double inches_per_edge = 0.24;

void set_defaults(Agraph_t* graph, const Palette& colours) {
  using Default = std::pair<const char*, const char*>;
  const std::array<Default, 11> of_graph{{{"rankdir", "LR"},
                                          {"labelloc", "t"},
                                          {"labeljust", "l"},
                                          {"fontname", picture_face},
                                          {"fontsize", "18"},
                                          {"fontcolor", colours.ink},
                                          {"nodesep", "0.22"},
                                          {"ranksep", "0.5"},
                                          {"pad", "0.3"},
                                          {"bgcolor", colours.paper},
                                          {"outputorder", "edgesfirst"}}};
  // "\\N" is what rendering any picture makes the default of all graphs to come, so it is said here always.
  const std::array<Default, 8> of_nodes{{{"label", "\\N"},
                                         {"fontname", picture_face},
                                         {"fontsize", "12"},
                                         {"fontcolor", colours.ink},
                                         {"style", "filled"},
                                         {"color", colours.rim},
                                         {"fillcolor", colours.document},
                                         {"margin", "0.12,0.06"}}};
  const std::array<Default, 3> of_edges{
      {{"fontname", picture_face}, {"fontsize", "10"}, {"arrowsize", "0.9"}}};
  for (const auto& [key, value] : of_graph) set_default(graph, AGRAPH, key, value);
  for (const auto& [key, value] : of_nodes) set_default(graph, AGNODE, key, value);
  for (const auto& [key, value] : of_edges) set_default(graph, AGEDGE, key, value);
}

// Names inside the graph are numbered, so that no id can clash with another or with the legend's.
Agnode_t* add_node(Agraph_t* graph, const std::string& key, const PictureNode& drawn,
                   const Palette& colours) {
  auto* node = agnode(graph, mutable_text(key.c_str()), 1);
  const bool is_document = drawn.shape == PictureNode::Shape::Document;
  const auto lines = is_document ? LabelLines::LeftAligned : LabelLines::Centred;
  set_attribute(node, "label", label_value(drawn.label, lines));
  set_attribute(node, "tooltip", label_value(drawn.tooltip, LabelLines::Centred));
  if (!drawn.url.empty()) {
    set_attribute(node, "URL", label_value(drawn.url, LabelLines::Centred));
    set_attribute(node, "target", "_blank");
  }
  switch (drawn.shape) {
    case PictureNode::Shape::Actor:
      set_attribute(node, "shape", "ellipse");
      set_attribute(node, "fillcolor", colours.actor);
      break;
    case PictureNode::Shape::Proposal:
      set_attribute(node, "shape", "box");
      set_attribute(node, "style", "filled,rounded");
      set_attribute(node, "fillcolor", colours.proposal);
      break;
    case PictureNode::Shape::Document:
      set_attribute(node, "shape", "note");
      set_attribute(node, "fontsize", "9");
      set_attribute(node, "width", "2.9");
      set_attribute(node, "color", colours.faint);
      break;
  }
  return node;
}

void add_edge(Agraph_t* graph, Agnode_t* from, Agnode_t* to, const PictureEdge& drawn) {
  const bool is_backward = drawn.flow == PictureEdge::Flow::Backward;
  const bool is_beside = drawn.flow == PictureEdge::Flow::Beside;
  auto* edge = is_backward ? agedge(graph, to, from, nullptr, 1) : agedge(graph, from, to, nullptr, 1);
  if (is_backward) set_attribute(edge, "dir", "back");
  if (is_beside) set_attribute(edge, "constraint", "false");
  // An edge inside a column gets its label beside it: Graphviz 2.43 frees a rank twice for one that it must
  // make room for.
  set_attribute(edge, is_beside ? "xlabel" : "label", label_value(drawn.label, LabelLines::Centred));
  const auto tooltip = label_value(drawn.tooltip.empty() ? drawn.label : drawn.tooltip, LabelLines::Centred);
  set_attribute(edge, "tooltip", tooltip);
  set_attribute(edge, "labeltooltip", tooltip);
  if (!drawn.url.empty()) {
    set_attribute(edge, "URL", label_value(drawn.url, LabelLines::Centred));
    set_attribute(edge, "target", "_blank");
  }
  set_attribute(edge, "color", drawn.colour);
  set_attribute(edge, "fontcolor", drawn.text_colour);
  set_attribute(edge, "style", stroke_value(drawn.stroke));
  set_attribute(edge, is_backward ? "arrowtail" : "arrowhead", arrow_value(drawn.head));
  set_attribute(edge, "penwidth", fmt::format("{:.1f}", drawn.width));
}

// A frame around nodes; its label stands above them.
Agraph_t* add_frame(Agraph_t* graph, const std::string& name, const std::string& label,
                    const Palette& colours) {
  auto* frame = agsubg(graph, mutable_text(("cluster_" + name).c_str()), 1);
  set_attribute(frame, "label", label);
  set_attribute(frame, "fontsize", "10");
  set_attribute(frame, "color", colours.frame);
  set_attribute(frame, "style", "rounded");
  set_attribute(frame, "margin", "10");
  return frame;
}

// An edge that only keeps its ends in this order.
void keep_in_order(Agraph_t* graph, Agnode_t* left, Agnode_t* right) {
  auto* edge = agedge(graph, left, right, nullptr, 1);
  set_attribute(edge, "style", "invis");
}

// A proposal is as tall as its edges need to come in beside each other.
void give_room(Agraph_t* graph, Agnode_t* proposal) {
  const int edges = agdegree(graph, proposal, 1, 0);
  if (edges > edges_without_room)
    set_attribute(proposal, "height", fmt::format("{:.2f}", inches_per_edge * edges));
}

void add_sources(Agraph_t* graph, const Picture& picture, const Palette& colours) {
  if (picture.sources.empty()) return;
  auto* frame = add_frame(graph, "sources", "Sources", colours);
  std::vector<Agnode_t*> nodes;
  const auto add = [&](const PictureNode& drawn) {
    nodes.push_back(add_node(frame, fmt::format("d{}", nodes.size() + 1), drawn, colours));
  };
  for (const auto& source : picture.sources) add(source);
  if (picture.unlisted_sources > 0) {
    const auto rest = uncited_words(picture.unlisted_sources);
    add({PictureNode::Shape::Document, "", rest, rest, ""});
  }
  const auto rows = (nodes.size() + sources_in_a_row - 1) / sources_in_a_row;
  for (std::size_t i = rows; i < nodes.size(); ++i) keep_in_order(graph, nodes[i - rows], nodes[i]);
}

bool is_spread(const Picture& picture) {
  return std::any_of(picture.nodes.begin(), picture.nodes.end(),
                     [](const PictureNode& node) { return node.side != PictureNode::Side::Free; });
}

// Adds nodes and edges under keys that begin with `prefix`; gives the nodes by id.
std::map<std::string_view, Agnode_t*> add_content(Agraph_t* graph, const Picture& picture, char prefix) {
  const auto& colours = palette_of(picture.theme);
  std::map<std::string_view, Agnode_t*> nodes;
  for (const auto& drawn : picture.nodes)
    nodes[drawn.id] = add_node(graph, fmt::format("{}{}", prefix, nodes.size() + 1), drawn, colours);
  for (const auto& drawn : picture.edges) add_edge(graph, nodes.at(drawn.from), nodes.at(drawn.to), drawn);
  if (is_spread(picture)) return nodes;
  for (const auto& drawn : picture.nodes)
    if (drawn.shape == PictureNode::Shape::Proposal) give_room(graph, nodes.at(drawn.id));
  return nodes;
}

// The actors of either side in one column, close above each other.
void hold_sides(Agraph_t* graph, const Picture& picture, const std::map<std::string_view, Agnode_t*>& nodes) {
  set_attribute(graph, "nodesep", "0.1");
  for (const auto side : {PictureNode::Side::Left, PictureNode::Side::Right}) {
    auto* column = agsubg(graph, nullptr, 1);
    set_attribute(column, "rank", "same");
    for (const auto& drawn : picture.nodes)
      if (drawn.side == side) agsubnode(column, nodes.at(drawn.id), 1);
  }
}

void add_legend(Agraph_t* graph, Theme theme) {
  const auto picture = legend(theme);
  const auto& colours = palette_of(theme);
  auto* frame = add_frame(graph, "legend", picture.title, colours);
  const auto nodes = add_content(frame, picture, 'k');
  keep_in_order(graph, nodes.at("proposal"), add_node(frame, "k0", picture.sources.front(), colours));
}

// Frames that come first end up below.
GraphvizGraph graph_of(const Picture& picture) {
  auto graph = open_graphviz();
  const auto& colours = palette_of(picture.theme);
  set_defaults(graph.get(), colours);
  set_attribute(graph.get(), "label", label_value(picture.title, LabelLines::LeftAligned));
  add_legend(graph.get(), picture.theme);
  add_sources(graph.get(), picture, colours);
  const auto nodes = add_content(graph.get(), picture, 'n');
  if (is_spread(picture)) hold_sides(graph.get(), picture, nodes);
  return graph;
}

}  // namespace

Result<std::string> draw(const Picture& picture, PictureFormat format) {
  const auto turn = graphviz_turn();
  const auto graph = graph_of(picture);
  return rendered(graph.get(), "dot", format);
}

}  // namespace demarche
