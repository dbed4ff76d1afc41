// The page: one HTML file that shows a graph in any browser and loads nothing from elsewhere. It is stitched
// together from the files of data/page and the graph as `write_json` writes it. A Content-Security-Policy in
// it lets run only the scripts that it was made with, by their SHA-256; the graph lies in a block of data in
// which nothing can end the block. Tested by tests/graph/export/page_test.cpp and, in a browser, by
// tests/page/page_test.py.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "graph/model/error.h"

namespace demarche {

// `folder` is data/page; `graph_json` the graph, or empty for a page that asks the server it came from for
// it. Errors: Unreadable, where a file is missing; Malformed, where one could not stand inside a page.
[[nodiscard]] Result<std::string> write_page(const std::filesystem::path& folder,
                                             std::string_view graph_json);

}  // namespace demarche
