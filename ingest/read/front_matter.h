// The YAML block between two lines of "---" at the head of a text, as blogs and note-takers write it.
// Tested by tests/ingest/read/front_matter_test.cpp.
#pragma once

#include <string_view>

#include "graph/model/document.h"
#include "graph/model/error.h"

namespace demarche {

// Takes the block off `text`, if there is one, and gives what it says as a Document without text: id, title,
// date, source (or publisher, outlet, site) and url (or link); other keys are passed over. Errors: Malformed,
// with the line, for YAML that does not parse and a date that is no day.
[[nodiscard]] Result<Document> take_front_matter(std::string_view& text);

}  // namespace demarche
