// The best tree over the words of a sentence, by the scores of all possible arcs (Chu and Liu 1965, Edmonds
// 1967). Tested by tests/ingest/language/arborescence_test.cpp, against trying every tree.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace demarche {

// Fills heads[d], for d from 1, with the head of node d in the tree of highest total score among those in
// which node 0 has no head and exactly one child. `scores` is n x n, row d column h the score of h as head of
// d; row 0 and the diagonal are not looked at. Of equally good heads, one with a lower number is taken where
// nothing else decides. REQUIRES: n = heads.size() >= 2, scores.size() == n * n, every |score| < 2^40
void best_tree(std::span<const std::int64_t> scores, std::span<int> heads);

}  // namespace demarche
