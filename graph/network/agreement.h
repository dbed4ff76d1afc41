// Networks of agreement and conflict between actors, and the blocs in them, from the side that each takes on
// each proposal. Measures and normalisations are those of Discourse Network Analyzer (Leifeld, Gruber and
// Bossner 2019). Tested by tests/graph/network/agreement_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string_view>
#include <vector>

namespace demarche::network {

// By proposal: true for it, false against it.
using Sides = std::map<std::size_t, bool>;

enum class Measure {
  Congruence,  // on how many proposals two actors stand on one side
  Conflict,    // on how many they stand on opposite sides
  Subtract,    // congruence less conflict
};
inline constexpr std::array all_measures{Measure::Congruence, Measure::Conflict, Measure::Subtract};

enum class Normalisation {
  None,
  AverageActivity,  // divided by the mean of the numbers of proposals that the two take sides on
  Jaccard,          // divided by the number that either takes sides on
  Cosine,           // divided by the root of the product of the two numbers
};
inline constexpr std::array all_normalisations{Normalisation::None, Normalisation::AverageActivity,
                                               Normalisation::Jaccard, Normalisation::Cosine};

[[nodiscard]] std::string_view name(Measure measure);              // "congruence"
[[nodiscard]] std::string_view name(Normalisation normalisation);  // "average"

// Between two actors that took sides on the same proposal at least once. Invariant: a < b.
struct Tie {
  std::size_t a = 0, b = 0;
  double weight = 0;
  std::size_t agreed = 0, disagreed = 0;
};

// The ties between actors, numbered by place in `actors`; ordered by ends.
[[nodiscard]] std::vector<Tie> ties_between(const std::vector<Sides>& actors, Measure measure,
                                            Normalisation normalisation);

// Parts `count` actors so that agreement falls inside blocs and conflict between them: the two blocs with the
// greatest sum of weights between them are joined as long as that is positive (greedy additive edge
// contraction; Keuper et al. 2015). Largest first, then by lowest member; members ascending. Ties of
// `Subtract` make sense here.
[[nodiscard]] std::vector<std::vector<std::size_t>> blocs_among(std::size_t count,
                                                                const std::vector<Tie>& ties);

}  // namespace demarche::network
