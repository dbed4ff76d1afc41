// What a picture of the network shows and how it looks, before anybody draws it: actors to the left,
// proposals to the right, an edge for every act, and the documents as numbered sources that the edges quote
// like footnotes, for edges to documents would hide all others. Tested by
// tests/graph/export/picture_test.cpp.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "graph/export/palette.h"
#include "graph/network/network.h"

namespace demarche {

// How wide lines are drawn, in points.
inline constexpr double full_width = 1.8;
inline constexpr double passing_width = 1.2;  // of acts that take no side
inline constexpr double partial_width = 0.8;
inline constexpr double link_width = 1.0;

struct PictureNode {
  enum class Shape { Actor, Proposal, Document };
  enum class Side { Free, Left, Right };
  Shape shape = Shape::Actor;
  std::string id;
  std::string label;  // wrapped; lines part at newlines
  std::string tooltip;
  std::string url;         // http or https; empty where there is none
  Side side = Side::Free;  // of the proposals; free: where its edges lead
};

enum class Stroke { Solid, Dashed, Dotted };

struct PictureEdge {
  std::string from, to;  // ids of nodes
  std::string label;
  std::string tooltip;  // quotation, speaker, source and date
  std::string url;
  std::string colour;       // of the line, "#rrggbb"
  std::string text_colour;  // of the label: the same hue, dark enough to read
  Stroke stroke = Stroke::Solid;
  ArrowHead head = ArrowHead::Arrow;
  double width = 1.0;           // points
  std::set<std::string> cited;  // ids of the sources that the label names
  enum class Flow {
    Forward,
    Backward,  // drawn with `to` on the left of `from`
    Beside,    // its ends stand in one column
  } flow = Flow::Forward;
};

struct Picture {
  Theme theme = Theme::Light;  // that the colours of edges are of
  std::string title;
  std::vector<PictureNode> nodes;    // actors and proposals, ordered by id
  std::vector<PictureNode> sources;  // documents in the order of their numbers: by date, then id
  std::size_t unlisted_sources = 0;  // that are none of these
  std::vector<PictureEdge> edges;    // ordered by ends, relation and modality
};

// Draws what acts, answers another proposal or versions it, and its sources; nodes without such edges are
// left out. Assertions of one actor, relation, proposal and modality are one edge, under the best evidence.
// `subject` begins the title.
[[nodiscard]] Picture picture_of(const network::PropertyGraph& graph, const std::string& subject,
                                 Theme theme = Theme::Light);

// What the shapes, strokes and notes of every picture mean, as a small picture.
[[nodiscard]] Picture legend(Theme theme);

// `text` with newlines between words so that no line is longer than `columns` code points where words allow
// it.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t columns);

// A web address as the standard has it, every other byte percent-encoded (Graphviz would let a quote mark
// through into SVG); empty for what is no web address.
[[nodiscard]] std::string web_address(const std::optional<std::string>& url);

// "and 3 more documents": those that nothing in a picture cites.
[[nodiscard]] std::string uncited_words(std::size_t documents);

// " (denied)"; empty for what is actual.
[[nodiscard]] std::string modality_words(Modality modality);

// What a tooltip tells of an act: quotation, speaker, title of the document, its source and date.
[[nodiscard]] std::string evidence_words(std::string_view quote, const std::optional<std::string>& speaker,
                                         std::string_view title, const std::optional<std::string>& source,
                                         const std::optional<Date>& date);

}  // namespace demarche
