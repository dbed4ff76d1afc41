// The best tree over the words of a sentence, by the scores of all possible arcs (Chu and Liu 1965, Edmonds
// 1967). Tested by tests/ingest/language/arborescence_test.cpp, against trying every tree.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace demarche {

// Room for `best_tree`; grows to the longest sentence seen and is then reused.
struct TreeRoom {
  // A circle as one node. The nodes outside it come first, then the circle.
  struct Contraction {
    std::vector<std::size_t> heads;      // before it
    std::vector<std::size_t> outside;    // the old numbers of the nodes that stay
    std::vector<std::size_t> leaves_at;  // for a node outside: its best head in the circle
    std::vector<std::size_t> enters_at;  // for a head outside: the node of the circle it takes over
  };

  std::vector<std::int64_t> scores, contracted;
  std::vector<Contraction> contractions;  // one after the other, and the tree of what is left
  std::vector<std::size_t> circle, seen_from;
  std::vector<char> inside;
};

// Fills heads[d], for d from 1, with the head of node d in the tree of highest total score among those in
// which node 0 has no head and exactly one child. `scores` is n x n, row d column h the score of h as head of
// d; row 0 and the diagonal are not looked at. Of equally good heads, one with a lower number is taken where
// nothing else decides. REQUIRES: n = heads.size() >= 2, scores.size() == n * n, every |score| < 2^40
void best_tree(std::span<const std::int64_t> scores, std::span<int> heads, TreeRoom& room);

}  // namespace demarche
