// The lines of a data file that say something: comments (#) and blank lines are left out. Tested by
// tests/ingest/lists_test.cpp and tests/graph/identity/naming_words_test.cpp.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "graph/model/error.h"

namespace demarche {

// Calls `take` with each line of `text`; what it refuses ends the reading, with `file` and the line's number
// in the error. Errors: the first that `take` gives.
[[nodiscard]] Result<void> take_data_lines(std::string_view text, const std::string& file,
                                           const std::function<Result<void>(std::string_view)>& take);

}  // namespace demarche
