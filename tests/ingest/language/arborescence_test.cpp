#include "ingest/language/arborescence.h"

#include <catch2/catch.hpp>
#include <vector>

namespace demarche {
namespace {

bool is_tree(const std::vector<int>& heads) {
  int roots = 0;
  for (std::size_t d = 1; d < heads.size(); ++d) {
    roots += heads[d] == 0;
    std::size_t steps = 0;
    for (auto at = static_cast<int>(d); at != 0; at = heads[static_cast<std::size_t>(at)])
      if (++steps > heads.size()) return false;
  }
  return roots == 1;
}

std::int64_t total(const std::vector<std::int64_t>& scores, const std::vector<int>& heads) {
  std::int64_t sum = 0;
  for (std::size_t d = 1; d < heads.size(); ++d)
    sum += scores[d * heads.size() + static_cast<std::size_t>(heads[d])];
  return sum;
}

// Tries every way to give every node a head.
std::int64_t best_total(const std::vector<std::int64_t>& scores, std::vector<int>& heads, std::size_t d) {
  if (d == heads.size()) return is_tree(heads) ? total(scores, heads) : INT64_MIN;
  std::int64_t best = INT64_MIN;
  for (std::size_t h = 0; h < heads.size(); ++h) {
    if (h == d) continue;
    heads[d] = static_cast<int>(h);
    best = std::max(best, best_total(scores, heads, d + 1));
  }
  return best;
}

}  // namespace

TEST_CASE("the tree is as good as the best of all trees, whatever the scores") {
  std::uint32_t state = 7;
  TreeRoom room;
  for (std::size_t n = 2; n <= 6; ++n)
    for (int round = 0; round < (n < 6 ? 300 : 40); ++round) {
      std::vector<std::int64_t> scores(n * n);
      for (auto& score : scores) {
        state = state * 1664525 + 1013904223;
        score = static_cast<std::int64_t>(state >> 24) - 128;  // small, so that there are ties and circles
      }
      std::vector<int> heads(n);
      best_tree(scores, heads, room);
      CHECK(heads[0] == -1);
      CHECK(is_tree(heads));
      std::vector<int> tried(n);
      CHECK(total(scores, heads) == best_total(scores, tried, 1));
    }
}

TEST_CASE("the tree is the best for every way to score small sentences with two scores") {
  TreeRoom room;
  for (std::size_t n = 2; n <= 5; ++n) {
    const std::size_t arcs = (n - 1) * (n - 1);  // a word is not its own head
    for (std::uint32_t ways = 0; ways < 1u << arcs; ++ways) {
      std::vector<std::int64_t> scores(n * n, 0);
      std::uint32_t left = ways;
      for (std::size_t d = 1; d < n; ++d)
        for (std::size_t h = 0; h < n; ++h)
          if (h != d) scores[d * n + h] = left & 1, left >>= 1;
      std::vector<int> heads(n), tried(n);
      best_tree(scores, heads, room);
      if (!is_tree(heads) || total(scores, heads) != best_total(scores, tried, 1)) FAIL("scores " << ways);
    }
  }
}

TEST_CASE("a long sentence in which every word prefers its neighbour, all in circles, still gives a tree") {
  const std::size_t n = 251;
  std::vector<std::int64_t> scores(n * n, 0);
  for (std::size_t d = 1; d < n; ++d) scores[d * n + (d % 2 == 1 && d + 1 < n ? d + 1 : d - 1)] = 1000;
  std::vector<int> heads(n);
  TreeRoom room;
  best_tree(scores, heads, room);
  CHECK(is_tree(heads));
}

}  // namespace demarche
