// What a person types to search, as a query of SQLite's FTS5. Every word is quoted, so that nothing in it can
// be taken for FTS5's own syntax.
// Tested by tests/graph/store/search_test.cpp and tests/cases/store/search_queries.tsv.
#pragma once

#include <string>
#include <string_view>

namespace demarche {

// Words as they are written, "quoted phrases" as one, * behind either for beginnings; all of them must occur.
// Empty where there is no word.
[[nodiscard]] std::string search_query(std::string_view words);

}  // namespace demarche
