// Learning a model from treebanks, start to finish.
// Tested by tests/ingest/language/model_program_test.cpp.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "graph/model/error.h"
#include "ingest/language/checkpoint.h"
#include "ingest/language/sentence.h"

namespace demarche {

struct TrainOptions {
  std::vector<std::string> treebanks;
  std::string dev;         // may be empty
  std::string vectors;     // may be empty: words then have only what is learnt
  std::string checkpoint;  // empty: beside the model, with ".checkpoint"
  std::string provenance;  // may be empty
  std::string out;
  bool from_checkpoint = false;
  std::size_t epochs = 12;
  std::size_t hidden = 224;
};

using Progress = std::function<void(const std::string& line)>;

// Trains a network on sentences and keeps it in a checkpoint file meanwhile: trainer/train_network.h, which
// only programs that are built with the trainer have.
using Learner =
    std::function<Result<Checkpoint>(const TrainOptions& options, std::span<const Sentence> training,
                                     const std::string& checkpoint, const Progress& progress)>;

// Trains a network (unless from a checkpoint), makes the model of it, measures it on `dev` and writes it. The
// same input gives the same bytes on the same machine. Errors: those of reading; Unsupported where this
// program was built without the trainer and no checkpoint is given.
[[nodiscard]] Result<void> train(const TrainOptions& options, const Learner& learner,
                                 const Progress& progress);

}  // namespace demarche
