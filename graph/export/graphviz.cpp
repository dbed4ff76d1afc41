// Every string reaches Graphviz as an attribute's value, never as DOT source, so quoting is its own affair;
// what is left to us are the escapes that labels know (a backslash, an ampersand) and that a value must not
// be taken for HTML, which agxset never does.
#include "graph/export/graphviz.h"

#include <fmt/format.h>
#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>

namespace demarche {
namespace {

// Graphviz keeps its state in globals.
std::mutex& graphviz_turn() {
  static std::mutex turn;
  return turn;
}

struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
using Graph = std::unique_ptr<Agraph_t, CloseGraph>;

struct FreeMemory {
  void operator()(char* memory) const { std::free(memory); }
};

constexpr std::size_t sources_in_a_row = 3;
constexpr int edges_without_room = 2;
constexpr double inches_per_edge = 0.24;

// Names of the objects of one graph, numbered in the order they come. Graphviz's own numbers are the
// addresses of the names, and it goes through subgraphs by number, so that a picture would change from run to
// run.
class NumberedNames {
 public:
  static void* open(Agraph_t*, Agdisc_t*) { return new NumberedNames; }
  static void close(void* state) { delete static_cast<NumberedNames*>(state); }

  // Named objects have even numbers, nameless ones odd.
  static long map(void* state, int, char* name, IDTYPE* number, int create) {
    auto& names = *static_cast<NumberedNames*>(state);
    if (!name) {
      *number = 2 * names.nameless_++ + 1;
      return 1;
    }
    const auto known = names.numbers_.find(name);
    if (known == names.numbers_.end() && !create) return 0;
    if (known == names.numbers_.end()) {
      names.names_.push_back(std::string(room_before, '\0') + name);
      names.numbers_.emplace(name, 2 * names.names_.size());
    }
    *number = names.numbers_.at(name);
    return 1;
  }

  static char* print(void* state, int, IDTYPE number) {
    auto& names = static_cast<NumberedNames*>(state)->names_;
    const bool is_named = number % 2 == 0 && number > 0 && number / 2 <= names.size();
    return is_named ? names[number / 2 - 1].data() + room_before : nullptr;
  }

  static long take(void*, int, IDTYPE) { return 0; }  // numbers are given, never chosen
  static void release(void*, int, IDTYPE) {}
  static void enter(void*, int, void*) {}

 private:
  // Graphviz looks before a name for its count of uses, where it also marks markup (refstr_t of its cgraph):
  // there must be zeros.
  static constexpr std::size_t room_before = 64;

  std::deque<std::string> names_;  // that stay where they are, each behind its room
  std::map<std::string, IDTYPE, std::less<>> numbers_;
  IDTYPE nameless_ = 0;
};

Agraph_t* open_graph() {
  static Agiddisc_t names{NumberedNames::open,    NumberedNames::map,   NumberedNames::take,
                          NumberedNames::release, NumberedNames::print, NumberedNames::close,
                          NumberedNames::enter};
  static Agdisc_t disciplines{nullptr, &names, nullptr};  // the others are Graphviz's own
  return agopen(const_cast<char*>("demarche"), Agdirected, &disciplines);
}

enum class Lines { Centred, LeftAligned };

// Text as the value of a label or tooltip: newlines part lines, all else stands for itself. Control
// characters go.
std::string escaped(std::string_view text, Lines lines) {
  const std::string_view line_end = lines == Lines::Centred ? "\\n" : "\\l";
  std::string value;
  for (char c : text) {
    if (c == '\\')
      value += "\\\\";
    else if (c == '&')
      value += "&amp;";
    else if (c == '\n')
      value += line_end;
    else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F)
      value += c;
  }
  if (lines == Lines::LeftAligned) value += line_end;
  return value;
}

// cgraph takes its arguments as char* and copies them.
char* mutable_text(const char* text) {
  return const_cast<char*>(text);
}

void set(void* object, const char* attribute, const std::string& value) {
  agsafeset(object, mutable_text(attribute), mutable_text(value.c_str()), mutable_text(""));
}

void set_defaults(Agraph_t* graph) {
  using Default = std::pair<const char*, const char*>;
  const std::array<Default, 10> of_graph{{{"rankdir", "LR"},
                                          {"labelloc", "t"},
                                          {"labeljust", "l"},
                                          {"fontname", "Helvetica,Arial,sans-serif"},
                                          {"fontsize", "18"},
                                          {"nodesep", "0.22"},
                                          {"ranksep", "0.5"},
                                          {"pad", "0.3"},
                                          {"bgcolor", "white"},
                                          {"outputorder", "edgesfirst"}}};
  // "\\N" is what rendering any picture makes the default of all graphs to come, so it is said here always.
  const std::array<Default, 7> of_nodes{{{"label", "\\N"},
                                         {"fontname", "Helvetica,Arial,sans-serif"},
                                         {"fontsize", "12"},
                                         {"style", "filled"},
                                         {"color", "#444444"},
                                         {"fillcolor", "white"},
                                         {"margin", "0.12,0.06"}}};
  const std::array<Default, 3> of_edges{
      {{"fontname", "Helvetica,Arial,sans-serif"}, {"fontsize", "10"}, {"arrowsize", "0.9"}}};
  for (const auto& [key, value] : of_graph) agattr(graph, AGRAPH, mutable_text(key), mutable_text(value));
  for (const auto& [key, value] : of_nodes) agattr(graph, AGNODE, mutable_text(key), mutable_text(value));
  for (const auto& [key, value] : of_edges) agattr(graph, AGEDGE, mutable_text(key), mutable_text(value));
}

// Names inside the graph are numbered, so that no id can clash with another or with the legend's.
Agnode_t* add_node(Agraph_t* graph, const std::string& key, const PictureNode& drawn) {
  auto* node = agnode(graph, mutable_text(key.c_str()), 1);
  const bool is_document = drawn.shape == PictureNode::Shape::Document;
  set(node, "label", escaped(drawn.label, is_document ? Lines::LeftAligned : Lines::Centred));
  set(node, "tooltip", escaped(drawn.tooltip, Lines::Centred));
  if (!drawn.url.empty()) {
    set(node, "URL", escaped(drawn.url, Lines::Centred));
    set(node, "target", "_blank");
  }
  switch (drawn.shape) {
    case PictureNode::Shape::Actor:
      set(node, "shape", "ellipse");
      set(node, "fillcolor", "#E8F1F8");
      break;
    case PictureNode::Shape::Proposal:
      set(node, "shape", "box");
      set(node, "style", "filled,rounded");
      set(node, "fillcolor", "#FFF4D6");
      break;
    case PictureNode::Shape::Document:
      set(node, "shape", "note");
      set(node, "fontsize", "9");
      set(node, "width", "2.9");
      set(node, "color", "#888888");
      break;
  }
  return node;
}

std::string style(Stroke stroke) {
  switch (stroke) {
    case Stroke::Solid:
      return "solid";
    case Stroke::Dashed:
      return "dashed";
    case Stroke::Dotted:
      return "dotted";
  }
  return "";
}

std::string arrow(PictureEdge::Head head) {
  switch (head) {
    case PictureEdge::Head::Arrow:
      return "normal";
    case PictureEdge::Head::Bar:
      return "tee";
    case PictureEdge::Head::Open:
      return "vee";
  }
  return "";
}

void add_edge(Agraph_t* graph, Agnode_t* from, Agnode_t* to, const PictureEdge& drawn) {
  const bool is_backward = drawn.flow == PictureEdge::Flow::Backward;
  const bool is_beside = drawn.flow == PictureEdge::Flow::Beside;
  auto* edge = is_backward ? agedge(graph, to, from, nullptr, 1) : agedge(graph, from, to, nullptr, 1);
  if (is_backward) set(edge, "dir", "back");
  if (is_beside) set(edge, "constraint", "false");
  // An edge inside a column gets its label beside it: Graphviz 2.43 frees a rank twice for one that it must
  // make room for.
  set(edge, is_beside ? "xlabel" : "label", escaped(drawn.label, Lines::Centred));
  const auto tooltip = escaped(drawn.tooltip.empty() ? drawn.label : drawn.tooltip, Lines::Centred);
  set(edge, "tooltip", tooltip);
  set(edge, "labeltooltip", tooltip);
  if (!drawn.url.empty()) {
    set(edge, "URL", escaped(drawn.url, Lines::Centred));
    set(edge, "target", "_blank");
  }
  set(edge, "color", drawn.colour);
  set(edge, "fontcolor", drawn.text_colour);
  set(edge, "style", style(drawn.stroke));
  set(edge, is_backward ? "arrowtail" : "arrowhead", arrow(drawn.head));
  set(edge, "penwidth", fmt::format("{:.1f}", drawn.width));
}

// A frame around nodes; its label stands above them.
Agraph_t* add_frame(Agraph_t* graph, const std::string& name, const std::string& label) {
  auto* frame = agsubg(graph, mutable_text(("cluster_" + name).c_str()), 1);
  set(frame, "label", label);
  set(frame, "fontsize", "10");
  set(frame, "color", "#CCCCCC");
  set(frame, "style", "rounded");
  set(frame, "margin", "10");
  return frame;
}

// An edge that only keeps its ends in this order.
void keep_in_order(Agraph_t* graph, Agnode_t* left, Agnode_t* right) {
  auto* edge = agedge(graph, left, right, nullptr, 1);
  set(edge, "style", "invis");
}

// A proposal is as tall as its edges need to come in beside each other.
void give_room(Agraph_t* graph, Agnode_t* proposal) {
  const int edges = agdegree(graph, proposal, 1, 0);
  if (edges > edges_without_room) set(proposal, "height", fmt::format("{:.2f}", inches_per_edge * edges));
}

void add_sources(Agraph_t* graph, const std::vector<PictureNode>& sources) {
  if (sources.empty()) return;
  auto* frame = add_frame(graph, "sources", "Sources");
  std::vector<Agnode_t*> nodes;
  for (const auto& drawn : sources)
    nodes.push_back(add_node(frame, fmt::format("d{}", nodes.size() + 1), drawn));
  const auto rows = (nodes.size() + sources_in_a_row - 1) / sources_in_a_row;
  for (std::size_t i = rows; i < nodes.size(); ++i) keep_in_order(graph, nodes[i - rows], nodes[i]);
}

bool is_spread(const Picture& picture) {
  return std::any_of(picture.nodes.begin(), picture.nodes.end(),
                     [](const PictureNode& node) { return node.side != PictureNode::Side::Free; });
}

// Adds nodes and edges under keys that begin with `prefix`; gives the nodes by id.
std::map<std::string_view, Agnode_t*> add_content(Agraph_t* graph, const Picture& picture, char prefix) {
  std::map<std::string_view, Agnode_t*> nodes;
  for (const auto& drawn : picture.nodes)
    nodes[drawn.id] = add_node(graph, fmt::format("{}{}", prefix, nodes.size() + 1), drawn);
  for (const auto& drawn : picture.edges) add_edge(graph, nodes.at(drawn.from), nodes.at(drawn.to), drawn);
  if (is_spread(picture)) return nodes;
  for (const auto& drawn : picture.nodes)
    if (drawn.shape == PictureNode::Shape::Proposal) give_room(graph, nodes.at(drawn.id));
  return nodes;
}

// The actors of either side in one column, close above each other.
void hold_sides(Agraph_t* graph, const Picture& picture, const std::map<std::string_view, Agnode_t*>& nodes) {
  set(graph, "nodesep", "0.1");
  for (const auto side : {PictureNode::Side::Left, PictureNode::Side::Right}) {
    auto* column = agsubg(graph, nullptr, 1);
    set(column, "rank", "same");
    for (const auto& drawn : picture.nodes)
      if (drawn.side == side) agsubnode(column, nodes.at(drawn.id), 1);
  }
}

void add_legend(Agraph_t* graph) {
  const auto picture = legend();
  auto* frame = add_frame(graph, "legend", picture.title);
  const auto nodes = add_content(frame, picture, 'k');
  keep_in_order(graph, nodes.at("proposal"), add_node(frame, "k0", picture.sources.front()));
}

// Frames that come first end up below.
Graph graph_of(const Picture& picture) {
  Graph graph(open_graph());
  set_defaults(graph.get());
  set(graph.get(), "label", escaped(picture.title, Lines::LeftAligned));
  add_legend(graph.get());
  add_sources(graph.get(), picture.sources);
  const auto nodes = add_content(graph.get(), picture, 'n');
  if (is_spread(picture)) hold_sides(graph.get(), picture, nodes);
  return graph;
}

Result<std::string> write_dot(Agraph_t* graph) {
  char* bytes = nullptr;
  std::size_t size = 0;
  std::FILE* memory = open_memstream(&bytes, &size);
  if (!memory) return fail(ErrorKind::Internal, "", "no memory to write DOT into");
  const int failed = agwrite(graph, memory);
  std::fclose(memory);
  const std::unique_ptr<char, FreeMemory> owner(bytes);
  if (failed) return fail(ErrorKind::Internal, "", "Graphviz could not write DOT");
  return std::string(bytes, size);
}

// One for the life of the program: Graphviz remembers a font's name by its address, also after the context
// that it came from is gone.
GVC_t* context() {
  static GVC_t* const only = gvContext();
  return only;
}

Result<std::string> render(Agraph_t* graph, const char* format) {
  if (gvLayout(context(), graph, "dot") != 0)
    return fail(ErrorKind::Internal, "", "Graphviz could not lay the picture out");
  char* bytes = nullptr;
  unsigned size = 0;
  const int failed = gvRenderData(context(), graph, format, &bytes, &size);
  std::string picture;
  if (!failed && bytes) picture.assign(bytes, size);
  if (bytes) gvFreeRenderData(bytes);
  gvFreeLayout(context(), graph);
  if (failed) return fail(ErrorKind::Unsupported, format, "Graphviz cannot render this format here");
  return picture;
}

}  // namespace

Result<std::string> draw(const Picture& picture, PictureFormat format) {
  const std::lock_guard lock(graphviz_turn());
  const auto graph = graph_of(picture);
  switch (format) {
    case PictureFormat::Dot:
      return write_dot(graph.get());
    case PictureFormat::Svg:
      return render(graph.get(), "svg");
    case PictureFormat::Png:
      return render(graph.get(), "png");
    case PictureFormat::Pdf:
      return render(graph.get(), "pdf");
  }
  return fail(ErrorKind::Internal, "", "no such picture format");
}

}  // namespace demarche
