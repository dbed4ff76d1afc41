#include "graph/network/agreement.h"

#include <catch2/catch.hpp>

namespace demarche::network {
namespace {

// Two friends, their opponent, and one who takes no side that they do.
const std::vector<Sides> talks{{{0, true}, {1, true}, {2, false}},
                               {{0, true}, {1, true}},
                               {{0, false}, {1, false}, {2, false}, {3, true}},
                               {{9, true}}};

double weight(Measure measure, Normalisation normalisation, std::size_t a, std::size_t b) {
  for (const auto& tie : ties_between(talks, measure, normalisation))
    if (tie.a == a && tie.b == b) return tie.weight;
  return -99;
}

TEST_CASE("two actors agree where they stand on one side, and are in conflict where on two") {
  CHECK(weight(Measure::Congruence, Normalisation::None, 0, 1) == 2);
  CHECK(weight(Measure::Congruence, Normalisation::None, 0, 2) == 1);
  CHECK(weight(Measure::Conflict, Normalisation::None, 0, 2) == 2);
  CHECK(weight(Measure::Subtract, Normalisation::None, 0, 2) == -1);
  CHECK(weight(Measure::Subtract, Normalisation::None, 0, 3) == -99);
}

TEST_CASE("weights are set against how much the two say") {
  CHECK(weight(Measure::Congruence, Normalisation::AverageActivity, 0, 1) == Approx(2 / 2.5));
  CHECK(weight(Measure::Congruence, Normalisation::Jaccard, 0, 1) == Approx(2.0 / 3));
  CHECK(weight(Measure::Congruence, Normalisation::Cosine, 0, 1) == Approx(2 / 2.449489743));
  CHECK(weight(Measure::Conflict, Normalisation::Jaccard, 0, 2) == Approx(2.0 / 4));
}

TEST_CASE("friends are one bloc, opponents and strangers are not") {
  using Blocs = std::vector<std::vector<std::size_t>>;
  const auto ties = ties_between(talks, Measure::Subtract, Normalisation::None);
  CHECK(blocs_among(4, ties) == Blocs{{0, 1}, {2}, {3}});
  CHECK(blocs_among(0, {}).empty());
}

TEST_CASE("a friend of two enemies goes with the nearer") {
  using Blocs = std::vector<std::vector<std::size_t>>;
  CHECK(blocs_among(3, {{0, 1, 1, 1, 0}, {0, 2, -3, 0, 3}, {1, 2, 2, 2, 0}}) == Blocs{{1, 2}, {0}});
}

}  // namespace
}  // namespace demarche::network
