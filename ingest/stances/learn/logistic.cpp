#include "ingest/stances/learn/logistic.h"

#include <algorithm>
#include <cmath>

namespace demarche {
namespace {

constexpr std::size_t most_sweeps = 400;
constexpr double settled = 1e-4;    // the largest step of a sweep that is none
constexpr double curvature = 0.25;  // of the logistic loss, at most
constexpr double little_ridge = 1e-6;

class Descent {
 public:
  Descent(const std::vector<Example>& examples, std::size_t features, double strength)
      : examples_(examples), strength_(strength), having_(features), scores_(examples.size(), 0.0) {
    for (std::size_t i = 0; i < examples.size(); ++i) {
      everything_.push_back(i);
      for (const std::size_t feature : examples[i].features) having_[feature].push_back(i);
    }
  }

  LogisticWeights run() {
    LogisticWeights weights{0.0, std::vector<double>(having_.size(), 0.0)};
    for (std::size_t sweep = 0; sweep < most_sweeps; ++sweep) {
      double largest = std::abs(step(everything_, weights.bias, little_ridge));
      for (std::size_t j = 0; j < having_.size(); ++j)
        largest = std::max(largest, std::abs(step(having_[j], weights.features[j], strength_)));
      if (largest < settled) break;
    }
    return weights;
  }

 private:
  // Moves one weight down the loss of the examples that have it.
  double step(const std::vector<std::size_t>& having, double& weight, double strength) {
    double slope = strength * weight, bend = strength;
    for (const std::size_t i : having) {
      const double expected = logistic(scores_[i]);
      slope += examples_[i].weight * (expected - (examples_[i].right ? 1.0 : 0.0));
      bend += examples_[i].weight * curvature;
    }
    const double move = -slope / bend;
    weight += move;
    for (const std::size_t i : having) scores_[i] += move;
    return move;
  }

  const std::vector<Example>& examples_;
  double strength_;
  std::vector<std::vector<std::size_t>> having_;
  std::vector<std::size_t> everything_;
  std::vector<double> scores_;
};

}  // namespace

double logistic(double score) {
  return 1.0 / (1.0 + std::exp(-score));
}

double LogisticWeights::score(const std::vector<std::size_t>& of) const {
  double sum = bias;
  for (const std::size_t feature : of) sum += features[feature];
  return sum;
}

LogisticWeights fit_logistic(const std::vector<Example>& examples, std::size_t features, double strength) {
  return Descent(examples, features, strength).run();
}

CalibrationLine fit_line(const std::vector<Scored>& scored) {
  CalibrationLine line{0.0, 0.0};  // from further off a step of Newton can go astray
  for (int round = 0; round < 50; ++round) {
    double by_slope = 0.0, by_offset = 0.0, ss = little_ridge, so = 0.0, oo = little_ridge;
    for (const Scored& one : scored) {
      const double expected = logistic(line.slope * one.score + line.offset);
      const double off = expected - (one.right ? 1.0 : 0.0), bend = expected * (1.0 - expected);
      by_slope += off * one.score;
      by_offset += off;
      ss += bend * one.score * one.score;
      so += bend * one.score;
      oo += bend;
    }
    const double determinant = ss * oo - so * so;
    if (determinant <= 0.0) break;
    line.slope -= (oo * by_slope - so * by_offset) / determinant;
    line.offset -= (ss * by_offset - so * by_slope) / determinant;
  }
  return line;
}

}  // namespace demarche
