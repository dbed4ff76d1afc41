// Boards are laid out before they come here: Graphviz ("nop2", neato -n2) takes every position as it is.
#include <fmt/format.h>
#include <libxml/entities.h>
#include <libxml/xmlmemory.h>

#include <array>
#include <cmath>
#include <vector>

#include "graph/export/cgraph.h"
#include "graph/model/unicode.h"

namespace demarche {
namespace {

constexpr double points_an_inch = 72;
constexpr double arrow_length = 8, bar_length = 2;  // in points
constexpr double frame_letter = 6.6;                // of a frame's heading

std::string at(BoardPoint point) {
  return fmt::format("{:.1f},{:.1f}", point.x, -point.y);  // Graphviz counts upwards
}

std::string corners(const BoardBox& box) {
  return fmt::format("{:.1f},{:.1f},{:.1f},{:.1f}", box.x, -box.bottom(), box.right(), -box.y);
}

void set_board_defaults(Agraph_t* graph, const Palette& colours) {
  using Default = std::pair<const char*, const char*>;
  const std::array<Default, 4> of_graph{{{"pad", "0.3"},
                                         {"bgcolor", colours.paper},
                                         {"outputorder", "edgesfirst"},
                                         {"fontname", picture_face}}};
  const std::array<Default, 6> of_nodes{{{"label", "\\N"},
                                         {"fontname", picture_face},
                                         {"fontsize", "11"},
                                         {"fontcolor", colours.ink},
                                         {"fixedsize", "shape"},
                                         {"margin", "0.08,0.05"}}};
  for (const auto& [key, value] : of_graph) set_default(graph, AGRAPH, key, value);
  for (const auto& [key, value] : of_nodes) set_default(graph, AGNODE, key, value);
  set_default(graph, AGEDGE, "arrowsize", "0.8");
}

// Text inside Graphviz's markup.
std::string markup_text(std::string_view text) {
  std::string kept;
  for (const char c : text) {
    if (c == '\\') kept += c;  // or it would begin an escape, as in any label
    if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) kept += c;
  }
  xmlChar* escaped = xmlEncodeSpecialChars(nullptr, reinterpret_cast<const xmlChar*>(kept.c_str()));
  std::string result(reinterpret_cast<const char*>(escaped));
  xmlFree(escaped);
  return result;
}

std::string markup_lines(std::string_view text, const std::string& opened, const std::string& closed,
                         std::string_view line_end) {
  std::string markup;
  for (std::size_t start = 0; start < text.size();) {
    const auto end = std::min(text.find('\n', start), text.size());
    const auto line = markup_text(text.substr(start, end - start));
    if (!line.empty()) markup += opened + line + closed + std::string(line_end);
    start = end + 1;
  }
  return markup;
}

bool is_framed(const BoardCard& card) {
  using Kind = BoardCard::Kind;
  return card.kind == Kind::Actor || card.kind == Kind::Proposal || card.kind == Kind::Rest;
}

// The title in bold above the note in small print.
std::string markup_of(const BoardCard& card, const Palette& colours) {
  const bool is_heading = card.kind == BoardCard::Kind::Heading;
  const bool is_left = is_heading || card.kind == BoardCard::Kind::Note;
  const auto line_end = is_left ? R"(<BR ALIGN="LEFT"/>)" : "<BR/>";
  const auto opened = fmt::format(R"(<FONT POINT-SIZE="{}"><B>)", is_heading ? 18 : 11);
  const auto small = fmt::format(R"(<FONT POINT-SIZE="9" COLOR="{}">)",
                                 card.note_colour.empty() ? colours.ink : card.note_colour.c_str());
  auto markup = markup_lines(card.title, opened, "</B></FONT>", line_end) +
                markup_lines(card.note, small, "</FONT>", line_end);
  if (markup.empty()) return " ";
  if (is_left)
    return fmt::format(R"(<TABLE BORDER="0" CELLPADDING="0" CELLSPACING="0"><TR><TD WIDTH="{:.0f}" )"
                       R"(ALIGN="LEFT" BALIGN="LEFT">{}</TD></TR></TABLE>)",
                       card.box.width, markup);
  markup.resize(markup.size() - std::string_view(line_end).size());
  return markup;
}

void set_look(Agnode_t* node, const BoardCard& card, const Palette& colours) {
  set_attribute(node, "shape", is_framed(card) ? "box" : "plain");
  if (card.kind == BoardCard::Kind::Mark) set_attribute(node, "shape", "box");
  const bool is_dashed = card.stroke == Stroke::Dashed || card.kind == BoardCard::Kind::Rest;
  const bool is_round = card.kind == BoardCard::Kind::Actor;
  set_attribute(node, "style",
                fmt::format("filled{}{}", is_round ? ",rounded" : "", is_dashed ? ",dashed" : ""));
  set_attribute(node, "penwidth", "1.6");
  switch (card.kind) {
    case BoardCard::Kind::Actor:
      set_attribute(node, "fillcolor", colours.actor);
      break;
    case BoardCard::Kind::Proposal:
      set_attribute(node, "fillcolor", colours.proposal);
      break;
    case BoardCard::Kind::Rest:
    case BoardCard::Kind::Mark:
    case BoardCard::Kind::Note:
    case BoardCard::Kind::Heading:
      set_attribute(node, "fillcolor", colours.paper);
      break;
  }
  if (is_framed(card))
    set_attribute(node, "color", card.rim.empty() ? colours.rim : card.rim);
  else
    set_attribute(node, "color", colours.paper);
}

Agnode_t* add_card(Agraph_t* graph, const std::string& key, const BoardCard& card, const Palette& colours) {
  auto* node = agnode(graph, mutable_text(key.c_str()), 1);
  set_markup(graph, node, "label", markup_of(card, colours));
  set_look(node, card, colours);
  set_attribute(node, "tooltip",
                label_value(card.tooltip.empty() ? card.title : card.tooltip, LabelLines::Centred));
  if (!card.url.empty()) {
    set_attribute(node, "URL", label_value(card.url, LabelLines::Centred));
    set_attribute(node, "target", "_blank");
  }
  set_attribute(node, "pos", at(card.box.middle()));
  set_attribute(node, "width", fmt::format("{:.3f}", card.box.width / points_an_inch));
  set_attribute(node, "height", fmt::format("{:.3f}", card.box.height / points_an_inch));
  return node;
}

// The curve ends where its arrow head begins.
std::string course_of(const BoardLine& line) {
  if (line.head == ArrowHead::None)
    return fmt::format("{} {} {} {}", at(line.start), at(line.first_bend), at(line.second_bend),
                       at(line.end));
  const double x = line.end.x - line.second_bend.x, y = line.end.y - line.second_bend.y;
  const double length = std::hypot(x, y);
  const double head = line.head == ArrowHead::Bar ? bar_length : arrow_length;
  const double share = length > 0 ? std::min(1.0, head / length) : 0;
  const BoardPoint tip = line.end, base{tip.x - x * share, tip.y - y * share};
  return fmt::format("e,{} {} {} {} {}", at(tip), at(line.start), at(line.first_bend), at(line.second_bend),
                     at(base));
}

void add_line(Agraph_t* graph, Agnode_t* from, Agnode_t* to, const BoardLine& line) {
  auto* edge = agedge(graph, from, to, nullptr, 1);
  set_attribute(edge, "pos", course_of(line));
  set_attribute(edge, "tooltip", label_value(line.tooltip, LabelLines::Centred));
  if (!line.url.empty()) {
    set_attribute(edge, "URL", label_value(line.url, LabelLines::Centred));
    set_attribute(edge, "target", "_blank");
  }
  set_attribute(edge, "color", line.colour);
  set_attribute(edge, "style", stroke_value(line.stroke));
  set_attribute(edge, "arrowhead", arrow_value(line.head));
  set_attribute(edge, "penwidth", fmt::format("{:.1f}", line.width));
}

void add_frame(Agraph_t* graph, std::size_t number, const BoardFrame& frame, const Palette& colours) {
  auto* cluster = agsubg(graph, mutable_text(fmt::format("cluster_{}", number).c_str()), 1);
  set_attribute(cluster, "label", label_value(frame.title, LabelLines::Centred));
  set_attribute(cluster, "fontsize", "11");
  set_attribute(cluster, "fontcolor", colours.faint);
  set_attribute(cluster, "color", colours.frame);
  set_attribute(cluster, "style", "rounded");
  set_attribute(cluster, "bb", corners(frame.box));
  const double half = frame_letter * static_cast<double>(display_width(frame.title)) / 2;
  set_attribute(cluster, "lp", at({frame.box.x + frame_margin + half, frame.box.y + frame_heading / 2}));
}

}  // namespace

Result<std::string> draw(const Board& board, Theme theme, PictureFormat format) {
  const auto turn = graphviz_turn();
  const auto graph = open_graphviz();
  const auto& colours = palette_of(theme);
  set_board_defaults(graph.get(), colours);
  for (std::size_t i = 0; i < board.frames.size(); ++i)
    add_frame(graph.get(), i + 1, board.frames[i], colours);
  std::vector<Agnode_t*> nodes;
  for (const auto& card : board.cards)
    nodes.push_back(add_card(graph.get(), fmt::format("n{}", nodes.size() + 1), card, colours));
  for (const auto& line : board.lines) add_line(graph.get(), nodes[line.from], nodes[line.to], line);
  return rendered(graph.get(), "nop2", format);
}

}  // namespace demarche
