// The text files of the data folder: lines with their numbers, comments (#) and blank lines left out.
// Tested by tests/ingest/lists_test.cpp.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/error.h"

namespace demarche {

// Calls `take` with each line; what it refuses ends the reading, with file and line in the error.
// Errors: Unreadable; else the first that `take` gives.
[[nodiscard]] Result<void> read_lines(const std::filesystem::path& file,
                                      const std::function<Result<void>(std::string_view)>& take);

// The words of a line, at white space.
[[nodiscard]] std::vector<std::string> split_words(std::string_view line);

}  // namespace demarche
