// Trains the network of parser.h on a treebank. The same input gives the same numbers on the same machine.
// Tested by tests/trainer/trainer_test.cpp.
#pragma once

#include <span>
#include <string>

#include "graph/model/error.h"
#include "ingest/language/checkpoint.h"
#include "ingest/language/sentence.h"
#include "ingest/language/train.h"

namespace demarche {

// Reports each epoch and writes the network so far to the file `checkpoint` behind each.
[[nodiscard]] Result<Checkpoint> train_network(const TrainOptions& options,
                                               std::span<const Sentence> training,
                                               const std::string& checkpoint, const Progress& progress);

}  // namespace demarche
