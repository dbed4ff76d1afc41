// The vector of a word, from its form alone: a learnt vector where training knew the word, its GloVe vector
// projected, and learnt vectors of its beginnings, endings and shape. Read from a model file, which must stay
// open. Tested by tests/ingest/language/parser_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "graph/model/error.h"
#include "ingest/language/matrix.h"
#include "ingest/language/model_file.h"
#include "ingest/language/string_table.h"
#include "ingest/language/word_shape.h"

namespace demarche {

inline constexpr std::size_t glove_size = 100;

class WordVectors {
 public:
  // Errors: Malformed where a section is missing or its size does not fit the others.
  [[nodiscard]] static Result<WordVectors> load(const ModelFile& file);

  [[nodiscard]] std::size_t size() const { return word_size_ + affix_size_; }

  // Writes the vector of `form`, `size()` activations. Never fails: an unknown word has a vector too.
  void write(std::string_view form, std::int16_t* out) const;

  // Writes the vector of the artificial word in front of every sentence.
  void write_root(std::int16_t* out) const;

 private:
  void add_glove(std::string_view normalised_form, std::int32_t* sums) const;

  std::size_t word_size_ = 0;   // learnt and GloVe
  std::size_t affix_size_ = 0;  // spelling
  StringTable words_;
  std::span<const std::int16_t> word_vectors_;  // row 0 for unknown words, then as in `words_`
  StringTable glove_;
  std::span<const std::int8_t> glove_vectors_;
  std::span<const std::uint8_t> glove_shifts_;  // of each row: the number of binary places
  Matrix projection_;                           // of a GloVe vector and a one where there is none
  std::array<StringTable, feature_count> affixes_;
  std::array<std::size_t, feature_count> affix_starts_{};  // the row for unknown strings; the others follow
  std::span<const std::int16_t> affix_vectors_;
  std::span<const std::int16_t> root_;
};

}  // namespace demarche
