// How far apart a dependent and its head are, in buckets, as parser and trainer count it.
// Tested by tests/ingest/language/parser_test.cpp.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace demarche {

// The distance at which each bucket begins; the last takes all that is farther. Heads behind the dependent
// have the second half of the buckets, node 0, the root, the one after.
inline constexpr std::array<std::size_t, 13> bucket_starts = {1, 2, 3, 4, 5, 6, 7, 9, 11, 14, 18, 25, 35};
inline constexpr std::size_t bucket_count = 2 * bucket_starts.size() + 1;

inline constexpr auto bucket_of_distance = [] {
  std::array<std::uint8_t, bucket_starts.back() + 1> buckets{};
  for (std::size_t distance = 1; distance < buckets.size(); ++distance)
    buckets[distance] = static_cast<std::uint8_t>(std::ranges::upper_bound(bucket_starts, distance) -
                                                  bucket_starts.begin() - 1);
  return buckets;
}();

// The bucket of nodes `dependent` and `head` of one sentence.
[[nodiscard]] constexpr std::size_t distance_bucket(std::size_t dependent, std::size_t head) {
  if (head == 0) return bucket_count - 1;
  const std::size_t distance = head > dependent ? head - dependent : dependent - head;
  return bucket_of_distance[std::min(distance, bucket_starts.back())] +
         (head > dependent ? bucket_starts.size() : 0);
}

}  // namespace demarche
