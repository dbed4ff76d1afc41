// Whom a sentence attributes its words to: "Peskov said …", "…, the Kremlin said", "according to CNBC".
// Tested by tests/ingest/pipeline_test.cpp over tests/cases/pipeline/stances.txt.
#pragma once

#include <vector>

#include "ingest/actors/cast.h"
#include "ingest/stances/clauses.h"

namespace demarche {

class SpeakerReader {
 public:
  // `quoted` is who speaks where the sentence goes on with a quotation and names nobody; -1 for nobody.
  SpeakerReader(const Shallow& text, int line, const Clauses& clauses, const Cast& cast, int quoted)
      : text_(text), line_(line), clauses_(clauses), cast_(cast), quoted_(quoted) {}

  // The members that say what this word is part of, the innermost first; none where nobody named does.
  [[nodiscard]] std::vector<int> of(int word) const;

  // The innermost of them, with all who say it together: "X *and Y* said".
  [[nodiscard]] std::vector<int> innermost(int word) const;

  // Who says it in the very word: "X *announced* a deal with Y".
  [[nodiscard]] std::vector<int> by_word(int word) const;

  // Who speaks in this sentence as a whole; -1 where nobody named does.
  [[nodiscard]] int of_sentence() const;

  // Whether a predicate is a verb of saying in the active.
  [[nodiscard]] bool reports(int predicate) const;

 private:
  [[nodiscard]] std::vector<int> reporters(int word) const;
  [[nodiscard]] int reporter_above(int word) const;
  [[nodiscard]] int reporter_beside(int word) const;
  [[nodiscard]] int according() const;
  [[nodiscard]] int named(const std::vector<int>& groups) const;
  [[nodiscard]] int writer_of(int chunk) const;
  [[nodiscard]] bool is_nameless(int member, const Chunk& said) const;

  const Shallow& text_;
  int line_;
  const Clauses& clauses_;
  const Cast& cast_;
  int quoted_;
};

// For each sentence, who goes on speaking in it: the speaker of the one before, where it begins inside
// quotation marks or with them; -1 where nobody does.
[[nodiscard]] std::vector<int> quoted_speakers(const std::vector<Shallow>& texts,
                                               const std::vector<Clauses>& clauses, const Cast& cast);

}  // namespace demarche
