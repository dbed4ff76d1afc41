// Whom a sentence attributes its words to: "Peskov said …", "…, the Kremlin said", "according to CNBC".
// Tested by tests/ingest/pipeline_test.cpp over tests/cases/pipeline/stances.txt.
#pragma once

#include "ingest/actors/cast.h"
#include "ingest/stances/clauses.h"

namespace demarche {

class SpeakerReader {
 public:
  SpeakerReader(const Shallow& text, int line, const Clauses& clauses, const Cast& cast,
                const Grammar& grammar)
      : text_(text), line_(line), clauses_(clauses), cast_(cast), grammar_(grammar) {}

  // The member that says what stands at this chunk; -1 where nobody named does.
  [[nodiscard]] int of(int chunk) const;

 private:
  [[nodiscard]] int before(int chunk) const;
  [[nodiscard]] int behind(int chunk) const;
  [[nodiscard]] int according() const;
  [[nodiscard]] int named(const std::vector<int>& groups) const;
  [[nodiscard]] bool reports(int predicate) const;

  const Shallow& text_;
  int line_;
  const Clauses& clauses_;
  const Cast& cast_;
  const Grammar& grammar_;
};

}  // namespace demarche
