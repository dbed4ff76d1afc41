// Logistic regression over features that are there or not, kept small by L2. Deterministic: fixed order, no
// draw. Coordinate descent with the bound of a quarter on the curvature (Boehning 1992), so that no step goes
// astray. Tested by tests/ingest/stances/learn_test.cpp.
#pragma once

#include <cstddef>
#include <vector>

namespace demarche {

struct Example {
  std::vector<std::size_t> features;  // numbers below the count of features, each once
  bool right = false;
  double weight = 1.0;
};

struct LogisticWeights {
  double bias = 0.0;
  std::vector<double> features;

  // The log-odds that an example with these features is right.
  [[nodiscard]] double score(const std::vector<std::size_t>& of) const;
};

// `strength` is that of the penalty on the weights' squares, above 0; the bias has none.
[[nodiscard]] LogisticWeights fit_logistic(const std::vector<Example>& examples, std::size_t features,
                                           double strength);

// Platt's line from scores to log-odds, for scores of examples that were not learnt from.
struct CalibrationLine {
  double slope = 1.0;
  double offset = 0.0;
};

struct Scored {
  double score = 0.0;
  bool right = false;
};

[[nodiscard]] CalibrationLine fit_line(const std::vector<Scored>& scored);

[[nodiscard]] double logistic(double score);

}  // namespace demarche
