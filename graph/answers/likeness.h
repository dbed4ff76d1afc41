// How alike two names are, as people write and mistype them.
// Tested by tests/graph/answers/likeness_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "graph/identity/identity.h"

namespace demarche {

// The number of letters to change, leave out, add or swap with their neighbour to make `b` of `a`; counts
// bytes.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

// Whether one folded word may be a slip of the pen for the other: the same, or one letter off in words of
// four letters and more, two in words of seven and more.
[[nodiscard]] bool is_slip(std::string_view a, std::string_view b);

// 0 for a name that the entity goes by, 1 for one that shares nothing with it.
[[nodiscard]] double distance_to(const Entity& entity, std::string_view name);

// The number of points that a typed name asks for: "28-point plan", "twenty-eight points", and a number at
// the end, "set of 28"; no amount of money, no percentage, no year.
[[nodiscard]] std::optional<int> points_in(std::string_view name);

// Whether a word is the number of a year: "2027".
[[nodiscard]] bool is_year(std::string_view word);

}  // namespace demarche
