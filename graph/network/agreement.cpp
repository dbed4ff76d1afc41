#include "graph/network/agreement.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace demarche::network {
namespace {

double divisor(Normalisation normalisation, double first, double second, double shared) {
  switch (normalisation) {
    case Normalisation::None:
      return 1.0;
    case Normalisation::AverageActivity:
      return (first + second) / 2.0;
    case Normalisation::Jaccard:
      return first + second - shared;
    case Normalisation::Cosine:
      return std::sqrt(first * second);
  }
  return 1.0;
}

double counted(Measure measure, double agreed, double disagreed) {
  switch (measure) {
    case Measure::Congruence:
      return agreed;
    case Measure::Conflict:
      return disagreed;
    case Measure::Subtract:
      return agreed - disagreed;
  }
  return 0.0;
}

Tie tie_between(const Sides& first, const Sides& second) {
  Tie tie;
  for (const auto& [proposal, side] : first)
    if (const auto other = second.find(proposal); other != second.end())
      ++(other->second == side ? tie.agreed : tie.disagreed);
  return tie;
}

// Sums of weights between blocs, by their numbers, kept both ways round.
using Weights = std::vector<std::map<std::size_t, double>>;

// The heaviest pair, of equal ones the first; nothing positive gives a weight of 0.
Tie heaviest(const Weights& weights) {
  Tie best;
  for (std::size_t a = 0; a < weights.size(); ++a)
    for (const auto& [b, weight] : weights[a])
      if (a < b && weight > best.weight) best = {a, b, weight, 0, 0};
  return best;
}

void join(Weights& weights, std::size_t a, std::size_t b) {
  weights[a].erase(b);
  for (const auto& [other, weight] : weights[b]) {
    weights[other].erase(b);
    if (other == a) continue;
    weights[a][other] += weight;
    weights[other][a] += weight;
  }
  weights[b].clear();
}

}  // namespace

std::string_view name(Measure measure) {
  switch (measure) {
    case Measure::Congruence:
      return "congruence";
    case Measure::Conflict:
      return "conflict";
    case Measure::Subtract:
      return "subtract";
  }
  return "";
}

std::string_view name(Normalisation normalisation) {
  switch (normalisation) {
    case Normalisation::None:
      return "none";
    case Normalisation::AverageActivity:
      return "average";
    case Normalisation::Jaccard:
      return "jaccard";
    case Normalisation::Cosine:
      return "cosine";
  }
  return "";
}

std::vector<Tie> ties_between(const std::vector<Sides>& actors, Measure measure,
                              Normalisation normalisation) {
  std::vector<Tie> ties;
  for (std::size_t a = 0; a < actors.size(); ++a)
    for (std::size_t b = a + 1; b < actors.size(); ++b) {
      auto tie = tie_between(actors[a], actors[b]);
      const auto agreed = static_cast<double>(tie.agreed), disagreed = static_cast<double>(tie.disagreed);
      if (tie.agreed + tie.disagreed == 0) continue;
      tie.a = a;
      tie.b = b;
      tie.weight = counted(measure, agreed, disagreed) /
                   divisor(normalisation, static_cast<double>(actors[a].size()),
                           static_cast<double>(actors[b].size()), agreed + disagreed);
      ties.push_back(tie);
    }
  return ties;
}

std::vector<std::vector<std::size_t>> blocs_among(std::size_t count, const std::vector<Tie>& ties) {
  Weights weights(count);
  for (const auto& tie : ties) weights[tie.a][tie.b] = weights[tie.b][tie.a] = tie.weight;
  std::vector<std::vector<std::size_t>> blocs(count);
  for (std::size_t actor = 0; actor < count; ++actor) blocs[actor] = {actor};
  for (auto best = heaviest(weights); best.weight > 0; best = heaviest(weights)) {
    join(weights, best.a, best.b);
    auto& kept = blocs[best.a];
    kept.insert(kept.end(), blocs[best.b].begin(), blocs[best.b].end());
    blocs[best.b].clear();
  }
  std::erase_if(blocs, [](const auto& bloc) { return bloc.empty(); });
  for (auto& bloc : blocs) std::sort(bloc.begin(), bloc.end());
  std::stable_sort(blocs.begin(), blocs.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return blocs;
}

}  // namespace demarche::network
