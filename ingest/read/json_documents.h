// Documents in one JSON text. (JSON Lines are streamed by read.cpp, a line a Document.)
// Tested by tests/ingest/read/json_documents_test.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "graph/model/document.h"
#include "graph/model/error.h"

namespace demarche {

// The one Document; or all of an array, or of the array "documents" of an object, each by itself good or bad.
// Texts are kept as they are. Errors: Malformed for what is no JSON, or JSON of another shape.
[[nodiscard]] Result<std::vector<Result<Document>>> read_json(std::string_view bytes);

}  // namespace demarche
