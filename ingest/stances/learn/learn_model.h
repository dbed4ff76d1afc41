// Learns a linear model from what rules found in annotated documents and whether it is right: fits a logistic
// regression over its features, chooses its strength and calibrates it on documents held out in turn, and
// chooses the threshold. The same input gives the same bytes. Tested by
// tests/ingest/stances/learn_test.cpp.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "graph/model/error.h"
#include "ingest/pipeline.h"
#include "ingest/stances/learn/gold.h"
#include "ingest/stances/linear_model.h"

namespace demarche {

// Something that the rules found in an annotated document.
struct Candidate {
  std::size_t document = 0;  // a number
  bool right = false;
  std::vector<Features> looks;  // at least one; the likeliest counts
};

struct Candidates {
  std::vector<Candidate> all;
  std::size_t documents = 0;
  std::size_t gold = 0;  // how many there are to find, found or not
};

struct Learning {
  ModelKind kind = stance_model;
  std::size_t least = 40;                            // features of fewer candidates are left out
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
[[nodiscard]] Result<Learnt> learn_model(const Candidates& to_learn, const Candidates& to_choose,
                                         const Learning& learning);

// Adds the candidates of one document, annotated so.
using AddDocument = std::function<void(const Document&, const Extraction&, const Explanation&,
                                       const GoldDocument&, Candidates&)>;

// What `pipeline` finds in the Documents of a JSON Lines file, as far as it is annotated in `gold`. Errors:
// those of reading.
[[nodiscard]] Result<void> add_documents(const Pipeline& pipeline, const std::string& documents,
                                         const Gold& gold, const AddDocument& add, Candidates& to);

// The assertions, each right or wrong as the gold says; left out where it leaves them open.
void add_stances(const Document& doc, const Extraction& found, const Explanation& why,
                 const GoldDocument& gold, Candidates& to);

// The links between mentions of proposals that the rules would make: right where the gold gives a phrase of
// the chain to the same proposal as the mention; left out where it gives the mention to none, or to several.
void add_links(const Document& doc, const Extraction& found, const Explanation& why, const GoldDocument& gold,
               Candidates& to);

}  // namespace demarche
