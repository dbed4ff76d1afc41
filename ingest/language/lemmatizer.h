// The dictionary form of a word, from its spelling and its tag.
// Tested by tests/ingest/language/lemmatizer_test.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "graph/model/error.h"
#include "ingest/language/model_file.h"
#include "ingest/language/sentence.h"
#include "ingest/language/string_table.h"

namespace demarche {

class Lemmatizer {
 public:
  // Errors: Malformed where a section is missing or sizes do not fit. The file must stay open while this
  // lives.
  [[nodiscard]] static Result<Lemmatizer> load(const ModelFile& file);

  // Writes the lemma of `form` to `lemma`. Never fails: an unknown word is its own lemma where no rule knows
  // better.
  void lemmatize(std::string_view form, std::string_view xpos, std::string& lemma) const;

  // Fills the lemma of every token. REQUIRES: tokens are tagged
  void lemmatize(Sentence& sent) const;

 private:
  StringTable keys_;  // tag, case and ending of a word
  std::span<const std::uint16_t> rule_of_key_;
  StringTable rules_;  // how the lemma is made
  StringTable seen_;   // the lemmas of the training treebank
};

// Learns rules from the lemmas of `sentences` and adds the sections that `Lemmatizer::load` reads.
void add_lemmatizer(std::span<const Sentence> sentences, ModelWriter& out);

}  // namespace demarche
