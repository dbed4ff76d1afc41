// What a picture of the network shows and how it looks, before anybody draws it: actors to the left,
// proposals to the right, an edge for every act, and the documents as numbered sources that the edges quote
// like footnotes, for edges to documents would hide all others. Tested by
// tests/graph/export/picture_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/network/network.h"

namespace demarche {

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
  enum class Head { Arrow, Bar, Open } head = Head::Arrow;
  double width = 1.0;  // points
  enum class Flow {
    Forward,
    Backward,  // drawn with `to` on the left of `from`
    Beside,    // its ends stand in one column
  } flow = Flow::Forward;
};

struct Picture {
  std::string title;
  std::vector<PictureNode> nodes;    // actors and proposals, ordered by id
  std::vector<PictureNode> sources;  // documents in the order of their numbers: by date, then id
  std::vector<PictureEdge> edges;    // ordered by ends, relation and modality
};

// Draws what acts, answers another proposal or versions it, and its sources; nodes without such edges are
// left out. Assertions of one actor, relation, proposal and modality are one edge, under the best evidence.
// `subject` begins the title.
[[nodiscard]] Picture picture_of(const network::PropertyGraph& graph, const std::string& subject);

// What the shapes, strokes and notes of every picture mean, as a small picture.
[[nodiscard]] Picture legend();

// `text` with newlines between words so that no line is longer than `columns` code points where words allow
// it.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t columns);

}  // namespace demarche
