// What is shared by those who draw through Graphviz: graphs in memory, values of attributes, layout and
// rendering. Only sources include this. Tested by tests/graph/export/graphviz_test.cpp.
#pragma once

#include <graphviz/cgraph.h>

#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "graph/export/graphviz.h"
#include "graph/model/error.h"

namespace demarche {

struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
using GraphvizGraph = std::unique_ptr<Agraph_t, CloseGraph>;

// Held while anything of Graphviz is used, which keeps its state in globals.
[[nodiscard]] std::unique_lock<std::mutex> graphviz_turn();

[[nodiscard]] GraphvizGraph open_graphviz();

enum class LabelLines { Centred, LeftAligned };

// Text as the value of a label or tooltip: newlines part lines, all else stands for itself. Control
// characters go.
[[nodiscard]] std::string label_value(std::string_view text, LabelLines lines);

// cgraph takes its arguments as char* and copies them.
[[nodiscard]] char* mutable_text(const char* text);

void set_attribute(void* object, const char* attribute, const std::string& value);

// As `set_attribute`, of a label in Graphviz's own markup.
void set_markup(Agraph_t* graph, void* object, const char* attribute, const std::string& markup);

// The default of an attribute of graphs, nodes or edges (AGRAPH, AGNODE, AGEDGE).
void set_default(Agraph_t* graph, int kind, const char* attribute, const std::string& value);

// As Graphviz names them, in "style" and "arrowhead".
[[nodiscard]] const char* stroke_value(Stroke stroke);
[[nodiscard]] const char* arrow_value(ArrowHead head);

inline constexpr const char* picture_face = "Helvetica,Arial,sans-serif";

// Lays out with `engine` and renders. DOT is the graph before layout. Errors: Internal, Unsupported where
// Graphviz lacks the format.
[[nodiscard]] Result<std::string> rendered(Agraph_t* graph, const char* engine, PictureFormat format);

}  // namespace demarche
