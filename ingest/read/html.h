// A saved web page to a Document: what its metadata says (html_metadata.h) and the text of its article
// (html_body.h). Tested by tests/ingest/read/documents_test.cpp over tests/cases/read/documents/*.html.
#pragma once

#include <string_view>

#include "graph/model/document.h"
#include "graph/model/error.h"

namespace demarche {

[[nodiscard]] Result<Document> read_html(std::string_view bytes);

}  // namespace demarche
