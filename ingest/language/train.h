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
  bool from_checkpoint = false;  // make the model of the checkpoint as it is
  bool resume = false;           // go on training behind the checkpoint's last epoch
  std::size_t epochs = 35;
  std::size_t settle = 3;  // how many of them, the last, read the first treebank only
  std::size_t hidden = 256;
};

using Progress = std::function<void(const std::string& line)>;

// Takes the network so far behind each epoch (counted from one), and its mean loss. An error ends training.
using AfterEpoch = std::function<Result<void>(const Checkpoint& network, std::size_t epoch, double loss)>;

// All that is learnt from, the sentences of the first treebank in front.
struct Lessons {
  std::span<const Sentence> sentences;
  std::size_t in_first_treebank = 0;
};

// Trains a network on sentences, from the beginning or from where `start` (may be null) was kept:
// trainer/train_network.h, which only programs that are built with the trainer have.
using Learner = std::function<Result<Checkpoint>(const TrainOptions& options, const Lessons& lessons,
                                                 const Checkpoint* start, const AfterEpoch& after_epoch)>;

// Trains a network (unless from a checkpoint), makes the model of it, measures it on `dev` and writes it. The
// same input gives the same bytes on the same machine. Behind each epoch the network is kept in the
// checkpoint, behind some the model is written and measured too. Errors: those of reading; Unsupported where
// this program was built without the trainer and no checkpoint is given.
[[nodiscard]] Result<void> train(const TrainOptions& options, const Learner& learner,
                                 const Progress& progress);

}  // namespace demarche
