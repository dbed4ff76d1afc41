// Learns data/stance.model from annotated documents: runs the rules without a model, calls each assertion
// right, wrong or open, fits a logistic regression over the features of its stances, chooses its strength and
// calibrates it on documents held out in turn, and chooses the threshold. The same input gives the same
// bytes. Tested by tests/ingest/stances/learn_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "graph/model/error.h"
#include "ingest/pipeline.h"
#include "ingest/stances/learn/gold.h"
#include "ingest/stances/stance_model.h"

namespace demarche {

// One assertion that the rules gave for an annotated document.
struct Candidate {
  std::size_t document = 0;  // a number
  Relation relation = Relation::Proposed;
  bool right = false;
  std::vector<Features> stances;  // at least one
};

struct Candidates {
  std::vector<Candidate> all;
  std::size_t documents = 0;
  std::size_t gold = 0;  // stances that the gold has, found or not
};

// Adds what `pipeline`, which judges by nobody, finds in the Documents of a JSON Lines file, as far as it is
// annotated in `gold` and not open. Errors: those of reading.
[[nodiscard]] Result<void> add_candidates(const Pipeline& pipeline, const std::string& documents,
                                          const Gold& gold, Candidates& to);

struct Learning {
  std::size_t least = 40;                            // features of fewer assertions are left out
  std::vector<double> strengths = {1, 2, 4, 8, 16};  // of which the best held-out likelihood chooses
  std::size_t folds = 10;
  std::vector<std::string> provenance;  // lines for the head of the model
};

struct Learnt {
  std::string model;   // the file's bytes
  std::string report;  // what was chosen, and tables of reliability and threshold, for people
};

// `to_choose` may be empty; it is not learnt from, but counts for calibration and threshold.
// Errors: Unsupported where there is nothing right or nothing wrong to learn from.
[[nodiscard]] Result<Learnt> learn_stances(const Candidates& to_learn, const Candidates& to_choose,
                                           const Learning& learning);

}  // namespace demarche
