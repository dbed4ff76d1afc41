// Trains the network of parser.h on a treebank. The same input gives the same numbers on the same machine,
// in one go or with a stop behind any epoch. Tested by tests/trainer/trainer_test.cpp.
#pragma once

#include "graph/model/error.h"
#include "ingest/language/checkpoint.h"
#include "ingest/language/train.h"

namespace demarche {

// A Learner, see train.h. Its networks hold, beside what the model needs, the tensors "optimiser" and
// "epoch".
[[nodiscard]] Result<Checkpoint> train_network(const TrainOptions& options, const Lessons& lessons,
                                               const Checkpoint* start, const AfterEpoch& after_epoch);

}  // namespace demarche
