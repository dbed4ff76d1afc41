// A Word document (.docx, Office Open XML) to a Document: its paragraphs, with a blank line between them, and
// the title and day of creation of its properties; a dateline outranks the latter, for it may be the day of a
// mere copy. Deleted text, field codes, headers, footers and notes are left out. Tested by
// tests/ingest/read/docx_test.cpp and damage_test.cpp.
#pragma once

#include <string_view>

#include "graph/model/document.h"
#include "graph/model/error.h"

namespace demarche {

// Errors: Malformed for a cut or damaged archive; Unsupported for one that holds no Word document, or more
// than `largest_document` bytes of it.
[[nodiscard]] Result<Document> read_docx(std::string_view bytes);

}  // namespace demarche
