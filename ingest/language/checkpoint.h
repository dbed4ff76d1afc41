// A trained network in real numbers, as training writes it, and its way into a model file of integers.
// Tested by tests/ingest/language/parser_test.cpp.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "graph/model/error.h"
#include "ingest/language/model_file.h"

namespace demarche {

// Sizes of the network; README.md explains each part.
struct NetworkSizes {
  std::size_t hidden = 224;  // units of the encoder, a layer and direction
  std::size_t layers = 2;
  std::size_t word = 128;   // of a word's learnt and projected vector
  std::size_t affix = 64;   // of the vector of its spelling
  std::size_t arc = 200;    // of a word's views as dependent and head
  std::size_t label = 128;  // of a word's views for labels
};

struct Checkpoint {
  NetworkSizes sizes;
  // The strings that have vectors or scores: "words", "affixes.0" to "affixes.9", "glove", "xpos", "upos",
  // "deprels".
  std::map<std::string, std::vector<std::string>> lists;
  // The parameters by name, row by row; `quantise` checks that all are there, of the size they must have.
  std::map<std::string, std::vector<float>> tensors;

  [[nodiscard]] static Result<Checkpoint> read(const std::filesystem::path& file);
  [[nodiscard]] Result<void> write(const std::filesystem::path& file) const;
};

// Adds the sections that `Parser::load` reads. Errors: Malformed where a tensor is missing or has another
// size.
[[nodiscard]] Result<void> quantise(const Checkpoint& network, ModelWriter& out);

}  // namespace demarche
