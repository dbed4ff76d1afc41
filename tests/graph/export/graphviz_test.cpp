#include "graph/export/graphviz.h"

#include <graphviz/cgraph.h>

#include <boost/property_tree/xml_parser.hpp>
#include <catch2/catch.hpp>
#include <sstream>

namespace demarche {
namespace {

// Names that break careless quoting.
const char* const hard_names[] = {"<b>bold</b>",
                                  "a \"quoted\" name",
                                  "ends in a backslash \\",
                                  "AT&T &amp; &lt;sons",
                                  "\\N \\G \\n",
                                  "graph",
                                  ".",
                                  "",
                                  "Zoë 😀 السلام",
                                  "tab\tand\x01 control",
                                  "-->"};

Picture picture_with(const std::string& name) {
  Picture picture;
  picture.title = name;
  picture.nodes = {{PictureNode::Shape::Actor, "a", name, name, ""},
                   {PictureNode::Shape::Proposal, "p", "plan", "plan", "https://news.example/?a=1&b=2"}};
  picture.sources = {{PictureNode::Shape::Document, "d", name, name, "https://news.example/"}};
  PictureEdge edge;
  edge.from = "a";
  edge.to = "p";
  edge.label = name;
  edge.tooltip = name + "\nsecond line";
  edge.colour = edge.text_colour = "#333333";
  picture.edges = {edge};
  return picture;
}

// The label of the first actor, as cgraph reads it back.
std::string label_in(const std::string& dot) {
  auto* graph = agmemread(dot.c_str());
  REQUIRE(graph);
  auto* node = agnode(graph, const_cast<char*>("n1"), 0);
  REQUIRE(node);
  std::string label = agget(node, const_cast<char*>("label"));
  agclose(graph);
  return label;
}

// All text between tags.
std::string text_of(const boost::property_tree::ptree& tree) {
  std::string text = tree.data();
  for (const auto& [tag, below] : tree)
    if (tag != "<xmlattr>") text += text_of(below);
  return text;
}

std::string svg_text(const std::string& svg) {
  std::istringstream in(svg);
  boost::property_tree::ptree tree;
  boost::property_tree::read_xml(in, tree);
  return text_of(tree);
}

TEST_CASE("every format is drawn and begins as its kind does") {
  const auto picture = picture_with("Ukraine");
  CHECK(draw(picture, PictureFormat::Dot).value().starts_with("digraph"));
  CHECK(draw(picture, PictureFormat::Svg).value().find("<svg") != std::string::npos);
  CHECK(draw(picture, PictureFormat::Png).value().starts_with("\x89PNG"));
  CHECK(draw(picture, PictureFormat::Pdf).value().starts_with("%PDF"));
}

TEST_CASE("a picture is drawn the same way every time") {
  const auto picture = picture_with("Ukraine");
  for (const auto format : {PictureFormat::Dot, PictureFormat::Svg, PictureFormat::Dot, PictureFormat::Png}) {
    const auto first = draw(picture, format).value();
    const std::vector<std::string> in_the_way(1000, "moves what is allocated next");
    CHECK((draw(picture, format).value() == first));
  }
}

// Graphviz 2.43 frees a rank twice where an edge inside it has a label of its own.
TEST_CASE("an edge between proposals of one column is drawn with its words") {
  using Side = PictureNode::Side;
  Picture picture = picture_with("plan");
  picture.nodes[0].side = Side::Left;
  picture.nodes.push_back({PictureNode::Shape::Proposal, "q", "answer", "answer", ""});
  picture.nodes.push_back({PictureNode::Shape::Actor, "b", "b", "b", "", Side::Right});
  auto edge = picture.edges[0];
  edge.from = "q";
  edge.label = "counters";
  edge.flow = PictureEdge::Flow::Beside;
  picture.edges.push_back(edge);
  edge.from = "b";
  edge.flow = PictureEdge::Flow::Backward;
  picture.edges.push_back(edge);
  CHECK(svg_text(draw(picture, PictureFormat::Svg).value()).find("counters") != std::string::npos);
}

TEST_CASE("hard names survive in DOT") {
  for (const std::string name : hard_names) {
    INFO(name);
    const auto label = label_in(draw(picture_with(name), PictureFormat::Dot).value());
    CHECK(label.starts_with('<') == name.starts_with('<'));
    CHECK((label.empty() || name.find('\\') != std::string::npos || label.find('\\') == std::string::npos));
  }
  CHECK(label_in(draw(picture_with("a \"b\" \\ <c>"), PictureFormat::Dot).value()) == "a \"b\" \\\\ <c>");
}

TEST_CASE("hard names are shown as they are in SVG that parses") {
  for (const std::string name : {"<b>bold</b>", "a \"quoted\" name", "ends in a backslash \\",
                                 "AT&T &amp; &lt;sons", "\\N \\G \\n", "Zoë 😀 السلام"}) {
    INFO(name);
    CHECK(svg_text(draw(picture_with(name), PictureFormat::Svg).value()).find(name) != std::string::npos);
  }
  for (const std::string name : hard_names)
    CHECK_NOTHROW(svg_text(draw(picture_with(name), PictureFormat::Svg).value()));
}

TEST_CASE("hard names are shown on cards as they are") {
  for (const std::string name : hard_names) {
    INFO(name);
    Board board;
    BoardCard card{BoardCard::Kind::Actor, name, name, name, "https://news.example/?a=1&b=2"};
    card.box = {0, 0, 2000, 60};
    board.cards = {card};
    const auto shown = svg_text(draw(board, Theme::Dark, PictureFormat::Svg).value());
    const bool has_control = name.find('\t') != std::string::npos;
    CHECK((has_control || shown.find(name) != std::string::npos));
  }
}

}  // namespace
}  // namespace demarche
