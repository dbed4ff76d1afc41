// Pictures through Graphviz's own libraries: the graph is built in memory, DOT is written and pictures are
// rendered by them, with no shell and no other program. Safe from several threads, which take turns. Tested
// by tests/graph/export/graphviz_test.cpp.
#pragma once

#include <string>

#include "graph/export/board.h"
#include "graph/export/picture.h"
#include "graph/model/error.h"

namespace demarche {

enum class PictureFormat { Dot, Svg, Png, Pdf };

// The whole file. DOT is the graph before layout. Errors: Internal, Unsupported where Graphviz lacks the
// format.
[[nodiscard]] Result<std::string> draw(const Picture& picture, PictureFormat format);
[[nodiscard]] Result<std::string> draw(const Board& board, Theme theme, PictureFormat format);

}  // namespace demarche
