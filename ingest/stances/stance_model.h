// How likely a stance is right: a linear model over its features, learnt by `demarche-model train-stances`,
// kept as readable text in data/stance.model (format in data/README.md). Weights are whole thousandths, so
// that every machine adds them to the same sum. Tested by tests/ingest/stances/stance_model_test.cpp.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/model/error.h"
#include "ingest/stances/stance_features.h"

namespace demarche {

class StanceModel {
 public:
  // From `data`/stance.model. Errors: NotFound, Unreadable; Malformed with file, line and reason for what is
  // no such model, has been cut short, or was written for other features than this program reads.
  [[nodiscard]] static Result<StanceModel> load(const std::filesystem::path& data);

  // As `load`, from the file's contents; `file` is for messages only.
  [[nodiscard]] static Result<StanceModel> parse(std::string_view contents, const std::string& file);

  // The probability that the stance is right, in hundredths, 1 to 99. A feature that was not learnt counts
  // nothing.
  [[nodiscard]] int percent(const Features& features) const;

  // From how many hundredths on a stance is believed.
  [[nodiscard]] int threshold() const { return threshold_; }

 private:
  int bias_ = 0;  // thousandths, as the weights
  int threshold_ = 0;
  std::unordered_map<std::string, int> weights_;
};

// What a model file holds, as the trainer knows it.
struct StanceModelText {
  std::vector<std::string> provenance;  // lines
  int threshold = 0;                    // hundredths
  int bias = 0;                         // thousandths
  std::vector<std::pair<std::string, int>> weights;
};

// The bytes of the file, weights sorted by feature.
[[nodiscard]] std::string stance_model_file(StanceModelText model);

}  // namespace demarche
