// A PDF to a Document, by poppler's `pdftotext` where it is installed.
// Tested by tests/ingest/read/pdf_test.cpp, and documents_test.cpp over tests/cases/read/documents/*.pdf.
#pragma once

#include <string_view>

#include "graph/model/document.h"
#include "graph/model/error.h"

namespace demarche {

// Errors: Unsupported where poppler-utils is not installed, the file is locked or takes too long; Malformed
// for a damaged file.
[[nodiscard]] Result<Document> read_pdf(std::string_view bytes);

// What `pdftotext -bbox-layout` writes, as a Document: the lines of a block are one paragraph, words that
// were parted at a line's end are whole again, page numbers are left out, and a paragraph that runs over a
// page's end is in one piece. The date is that of a dateline, else the file's day of creation, which may be
// that of a mere copy.
[[nodiscard]] Document document_of_layout(std::string_view layout);

}  // namespace demarche
