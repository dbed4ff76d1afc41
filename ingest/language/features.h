// Morphological features: number, tense, voice, form of the verb and what else the treebank has. Read off the
// tag of a word, its place in the tree, the kinds of words that hang on it, and its form, by a table learnt
// from the treebank. Tested by tests/ingest/language/features_test.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "graph/model/error.h"
#include "ingest/language/model_file.h"
#include "ingest/language/sentence.h"
#include "ingest/language/string_table.h"

namespace demarche {

class FeatureTable {
 public:
  // Errors: Malformed where a section is missing or sizes do not fit. The file must stay open while this
  // lives.
  [[nodiscard]] static Result<FeatureTable> load(const ModelFile& file);

  // Fills the features of every token. REQUIRES: sent.is_parsed()
  void assign(Sentence& sent) const;

 private:
  StringTable keys_;  // what is known of a word
  StringTable values_;
  std::span<const std::uint16_t> value_of_key_;
};

// Learns from the features of `sentences` and adds the sections that `FeatureTable::load` reads.
void add_features(std::span<const Sentence> sentences, ModelWriter& out);

}  // namespace demarche
