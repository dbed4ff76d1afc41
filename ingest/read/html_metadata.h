// What a page says about itself, to machines first: JSON-LD, then OpenGraph and other meta elements, then
// what readers see. Tested by tests/ingest/read/documents_test.cpp over tests/cases/read/documents/*.html.
#pragma once

#include "graph/model/document.h"
#include "ingest/read/markup.h"

namespace demarche {

// Title, date, source and url, each empty where the page does not say it; no text. What is malformed counts
// as not said.
[[nodiscard]] Document html_metadata(const xmlNode& page);

}  // namespace demarche
