// Lines in capitals and in title case, as running text would write them: "TALKS ON U.S. PLAN FAIL" as "talks
// on U.S. plan fail". Headlines parse badly as they are, for the case of letters is much of what tells names
// from other words. Tested by tests/ingest/language/casing_test.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "graph/model/error.h"
#include "ingest/language/model_file.h"
#include "ingest/language/sentence.h"
#include "ingest/language/string_table.h"
#include "ingest/language/word_shape.h"

namespace demarche {

// How `form` is capitalised; AsWritten where it has no letters or mixes them ("McDonald").
[[nodiscard]] Casing casing_of(std::string_view form);

// `form` with that capitalisation.
[[nodiscard]] ShortText recased(std::string_view form, Casing casing);

// The form that tagger, parser and lemmatizer read.
[[nodiscard]] inline ShortText form_to_read(const Token& tok) {
  return recased(tok.form, tok.casing);
}

class Caser {
 public:
  // Errors: Malformed where a section is missing or sizes do not fit. The file must stay open while this
  // lives.
  [[nodiscard]] static Result<Caser> load(const ModelFile& file);

  // Sets the casing of every token that stands in a line of capitals or title case among the sentences of one
  // document: as the rest of the document writes the word, else as training text did, else as a name or,
  // where it cannot be said, an acronym.
  void recase(std::span<Sentence> document) const;

 private:
  [[nodiscard]] Casing usual_casing(std::string_view form,
                                    std::span<const Sentence* const> running_text) const;

  StringTable words_;                      // in small letters
  std::span<const std::uint8_t> casings_;  // how each is mostly written
};

// Learns how words are written inside sentences and adds the sections that `Caser::load` reads.
void add_caser(std::span<const Sentence> sentences, ModelWriter& out);

}  // namespace demarche
