// The likely meaning of a mistyped word.
// Tested by tests/cli/nearest_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

// The candidate that `typed` was most likely meant to be: the fewest letters to insert, delete, change or
// swap with their neighbour, at most a third of its length; the first of several. Nothing where none is near.
[[nodiscard]] std::optional<std::string> nearest(std::string_view typed,
                                                 const std::vector<std::string>& candidates);

}  // namespace demarche
