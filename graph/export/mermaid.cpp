// A flowchart for Mermaid, which Markdown renderers draw: what the other pictures show, without their
// tooltips. Every character that could be syntax is written as Mermaid's entity code, "#35;".
#include <fmt/format.h>

#include <map>

#include "graph/export/formats.h"

namespace demarche {
namespace {

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_plain = byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || c == ' ' || c == ',' || c == '.' || c == '-';
    if (is_plain)
      result += c;
    else if (c == '\n')
      result += "<br/>";
    else if (byte >= 0x20)
      result += fmt::format("#{};", byte);
    else
      result += ' ';
  }
  return result;
}

const char* arrow(const PictureEdge& edge) {
  const bool is_solid = edge.stroke == Stroke::Solid;
  switch (edge.head) {
    case ArrowHead::Bar:
      return is_solid ? "--x" : "-.-x";
    case ArrowHead::Arrow:
      return is_solid ? "-->" : "-.->";
    case ArrowHead::Open:
      return is_solid ? "--o" : "-.-o";
    case ArrowHead::None:
      return is_solid ? "---" : "-.-";
  }
  return "-->";
}

}  // namespace

std::string write_mermaid(const Picture& picture) {
  std::string chart = "flowchart LR\n";
  std::map<std::string_view, std::size_t> number;
  for (const auto& node : picture.nodes) {
    const auto n = number.emplace(node.id, number.size()).first->second;
    const bool is_actor = node.shape == PictureNode::Shape::Actor;
    chart += fmt::format("  n{}{}\"{}\"{}\n", n, is_actor ? "([" : "[", escaped(node.label),
                         is_actor ? "])" : "]");
  }
  std::string styles;
  std::size_t count = 0;
  for (const auto& edge : picture.edges) {
    chart += fmt::format("  n{} {}|\"{}\"| n{}\n", number.at(edge.from), arrow(edge), escaped(edge.label),
                         number.at(edge.to));
    styles += fmt::format("  linkStyle {} stroke:{}\n", count++, edge.colour);
  }
  return chart + styles;
}

}  // namespace demarche
