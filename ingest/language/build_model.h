// From a trained network and treebanks to the model file.
// Tested by tests/ingest/language/language_model_test.cpp.
#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "graph/model/error.h"
#include "ingest/language/checkpoint.h"
#include "ingest/language/sentence.h"

namespace demarche {

// Writes the model: `network` in integers, and what is learnt by counting over `training`: lemmas, and how
// words are cased. `provenance`, one JSON object, says where it all comes from.
[[nodiscard]] Result<void> build_model(const Checkpoint& network, std::span<const Sentence> training,
                                       const std::string& provenance, const std::filesystem::path& file);

}  // namespace demarche
