// How a name is compared across documents: without what writers and outlets differ in, by how it sounds, and
// one slip of the pen apart. Tested by tests/graph/identity/spelling_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace demarche {

// Folded, without leading "the", points and apostrophes, hyphens as spaces, British endings as American ones:
// "The U.S. Defence Department" gives "us defense department".
[[nodiscard]] std::string plain_name(std::string_view name);

[[nodiscard]] constexpr bool is_one_word(std::string_view name) {
  return name.find(' ') == std::string_view::npos;
}

// ASCII only, as the next.
[[nodiscard]] constexpr bool is_capital_letter(char c) {
  return c >= 'A' && c <= 'Z';
}

[[nodiscard]] constexpr bool begins_with_capital(std::string_view text) {
  return !text.empty() && is_capital_letter(text.front());
}

// The pieces of a text between single spaces; they view it.
[[nodiscard]] std::vector<std::string_view> pieces_of(std::string_view text);

// What transliterations of one name have in common: "zelensky", "zelenskyy" and "zelenskiy" give one, so do
// "khan yunis" and "khan younis". Takes a plain name.
[[nodiscard]] std::string sound_of(std::string_view plain);

// Whether one letter changed, left out, added or swapped with its neighbour makes `b` of `a`; equal names are
// no slip. Counts bytes.
[[nodiscard]] bool is_one_slip(std::string_view a, std::string_view b);

}  // namespace demarche
