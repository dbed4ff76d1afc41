// An Extraction as rows of the graph file, and back: what is loaded equals what was kept, order included.
// All throw SQLite::Exception; loading throws Damage at a stored value that is none that we write.
// Tested by tests/graph/store/store_test.cpp.
#pragma once

#include <cstdint>
#include <optional>

#include "graph/model/extraction.h"
#include "graph/store/database.h"

namespace demarche {

// Inserts the document, under its old number where it had one, and all that was found in it.
void insert_extraction(Database& db, const Extraction& found, std::optional<std::int64_t> number);

// The number of the document with this id.
[[nodiscard]] std::optional<std::int64_t> document_number(Database& db, std::string_view id);

// REQUIRES: a document of this number is there
[[nodiscard]] Extraction load_extraction(Database& db, std::int64_t number, WithText with_text);

}  // namespace demarche
