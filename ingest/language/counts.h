// How often each value was seen, and which most often. Tested by tests/ingest/language/lemmatizer_test.cpp.
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <numeric>
#include <string>

namespace demarche {

using Counts = std::map<std::string, std::size_t>;

// The first in order among equals. REQUIRES: some value
[[nodiscard]] inline const std::string& most_frequent(const Counts& counts) {
  return std::ranges::max_element(counts, {}, [](const auto& count) { return count.second; })->first;
}

[[nodiscard]] inline std::size_t total(const Counts& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::size_t{0},
                         [](std::size_t sum, const auto& count) { return sum + count.second; });
}

}  // namespace demarche
