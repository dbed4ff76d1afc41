// Plain text to a Document, and the rule by which the first line of any text is its title.
// Tested by tests/ingest/read/text_test.cpp over tests/cases/read/titles.jsonl.
#pragma once

#include <string_view>

#include "graph/model/document.h"
#include "graph/model/error.h"

namespace demarche {

// In all readers of one format: takes the bytes of a whole file; gives what the document itself says, with
// `id`, `date` and the rest empty where it does not, and with a text that may be empty. Errors: Malformed or
// Unsupported; `what` is left empty for the caller to fill.

[[nodiscard]] Result<Document> read_text(std::string_view bytes);

// Moves the first line of the text to the title, where the document has none yet and the line has at most 120
// characters, no closing full stop and a blank line after it. A first line that says the title again is taken
// off in any case.
void take_title(Document& doc);

}  // namespace demarche
