// Markdown (GitHub's dialect) to a Document: its words without its marks. Headings and paragraphs stand
// apart, items of a list on a line each; links keep their words; code, raw HTML and pictures are left out.
// The title is that of the front matter, else the first heading of the first level, else as in plain text.
// Tested by tests/ingest/read/documents_test.cpp over tests/cases/read/documents/*.md.
#pragma once

#include <string_view>

#include "graph/model/document.h"
#include "graph/model/error.h"

namespace demarche {

[[nodiscard]] Result<Document> read_markdown(std::string_view bytes);

}  // namespace demarche
