// Treebanks as the numbers a network learns from: which strings get vectors of their own, and sentences in
// batches. Tested by tests/trainer/trainer_test.cpp.
#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "graph/model/error.h"
#include "ingest/language/checkpoint.h"
#include "ingest/language/sentence.h"
#include "ingest/language/train.h"
#include "ingest/language/word_shape.h"

namespace demarche {

// Word vectors learnt elsewhere, from a text file: a word and 100 numbers a line, frequent words first.
struct OutsideVectors {
  std::vector<std::string> words;
  std::vector<float>
      numbers;  // 100 a word, scaled to a standard deviation of one over the most frequent words

  // Reads the words that are in `wanted`, and the most frequent `most` ones. An empty path gives none.
  [[nodiscard]] static Result<OutsideVectors> read(const std::string& file,
                                                   const std::vector<std::string>& wanted, std::size_t most);
};

// A sentence with the artificial root in front.
struct EncodedSentence {
  std::vector<std::int64_t> words, outside;  // row of each word in its table
  std::vector<std::int64_t> affixes;         // feature_count a word
  std::vector<std::int64_t> heads, labels, xpos, upos;
  [[nodiscard]] std::size_t size() const { return words.size(); }
};

// A batch, laid out as encoder.h says: step by step, sentences longest first.
struct Batch {
  std::int64_t sentences = 0;
  std::int64_t steps = 0;
  torch::Tensor words, outside, affixes;  // inputs, a row a word
  torch::Tensor starts;                   // steps + 1: the first row of each step
  torch::Tensor sentence;                 // of each row
  torch::Tensor padded_rows;  // sentences x steps: the row of each word; row 0 where there is none
  torch::Tensor no_arc;       // sentences x steps (dependent) x steps (head): arcs that cannot be
  torch::Tensor heads;  // sentences x steps: the step of the head; -1 for the root and where there is no word
  torch::Tensor head_rows;           // of each row
  torch::Tensor buckets;             // steps x steps: of the distance between dependent and head
  torch::Tensor arc_buckets;         // of each row's arc
  torch::Tensor labels, xpos, upos;  // of each row; -1 for the root
};

enum class From { All, FirstTreebank };

class TrainingData {
 public:
  // Chooses the strings, by how often sentences have them, and encodes all sentences of at most 150 words.
  TrainingData(const Lessons& lessons, const OutsideVectors& vectors);

  [[nodiscard]] const std::map<std::string, std::vector<std::string>>& lists() const { return lists_; }
  [[nodiscard]] std::size_t affix_rows() const { return affix_rows_; }
  [[nodiscard]] const torch::Tensor& outside() const {
    return outside_;
  }  // 101 numbers a form; row 0 for the root

  // Sentences, each once, in batches of about `words` words of sentences of similar length, in an order drawn
  // from `random`.
  [[nodiscard]] std::vector<std::vector<std::size_t>> shuffled(std::size_t words, From from,
                                                               std::mt19937_64& random) const;

  [[nodiscard]] Batch batch(std::vector<std::size_t> sentences) const;

 private:
  void choose_strings(std::span<const Sentence> sentences);
  void encode(const Lessons& lessons, const OutsideVectors& vectors);

  std::map<std::string, std::vector<std::string>> lists_;
  std::size_t affix_rows_ = 0;
  torch::Tensor outside_;
  std::vector<EncodedSentence> sentences_;
  std::size_t in_first_treebank_ = 0;  // of the sentences, in front
};

}  // namespace demarche
