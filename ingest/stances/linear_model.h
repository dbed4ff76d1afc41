// How likely something that the rules found is right: a linear model over its features, learnt from annotated
// documents, kept as readable text in the data folder (format in data/README.md). Weights are whole
// thousandths, so that every machine adds them to the same sum. Tested by
// tests/ingest/stances/linear_model_test.cpp.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/model/error.h"

namespace demarche {

// "relation=accepted", "act=verb:sign accepted": each once.
using Features = std::vector<std::string>;

// What a model judges. The first line of its file is "demarche <name> model <version>".
struct ModelKind {
  std::string_view name;  // the file is data/<name>.model
  int version;            // of the features: raised when they change their meaning
  std::string_view made_by;
};

// The stances that the rules find (stance_features.h).
inline constexpr ModelKind stance_model{"stance", 1, "demarche-model train-stances"};

// What the rules take for mentions of one proposal (coreference_features.h).
inline constexpr ModelKind coreference_model{"coreference", 1, "demarche-model train-coreference"};

class LinearModel {
 public:
  // From `data`/<name>.model. Errors: NotFound, Unreadable; Malformed with file, line and reason for what is
  // no such model, has been cut short, or was written for other features than this program reads.
  [[nodiscard]] static Result<LinearModel> load(const std::filesystem::path& data, const ModelKind& kind);

  // As `load`, from the file's contents; `file` is for messages only.
  [[nodiscard]] static Result<LinearModel> parse(std::string_view contents, const std::string& file,
                                                 const ModelKind& kind);

  // The probability that what has these features is right, in hundredths, 1 to 99. A feature that was not
  // learnt counts nothing.
  [[nodiscard]] int percent(const Features& features) const;

  // From how many hundredths on it is believed.
  [[nodiscard]] int threshold() const { return threshold_; }

 private:
  int bias_ = 0;  // thousandths, as the weights
  int threshold_ = 0;
  std::unordered_map<std::string, int> weights_;
};

// What a model file holds, as the trainer knows it.
struct ModelText {
  std::vector<std::string> provenance;  // lines
  int threshold = 0;                    // hundredths
  int bias = 0;                         // thousandths
  std::vector<std::pair<std::string, int>> weights;
};

// The bytes of the file, weights sorted by feature.
[[nodiscard]] std::string model_file(ModelText model, const ModelKind& kind);

}  // namespace demarche
