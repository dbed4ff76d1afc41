// What an analyst corrected, as the graph file keeps it: apart from what was found, with author and time,
// never touched by ingestion. A correction speaks of document ids and quoted words, so that it outlives every
// new reading of the documents; where these words are gone it lies dormant. Tested by
// tests/graph/store/corrections_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/document.h"
#include "graph/model/error.h"
#include "graph/model/vocabulary.h"

namespace demarche {

// The words of a document that stand for an actor, a proposal or an assertion.
struct CorrectionAnchor {
  enum class Kind { Actor, Proposal, Assertion };
  Kind kind = Kind::Actor;
  std::string key;       // of the gazetteer; then nothing else is given but its name, in `quote`
  std::string document;  // id
  Span quote;            // the mention; of an assertion the words that name the act, else the sentence
  std::optional<Relation> relation;  // of an assertion, as are all below
  std::optional<Modality> modality;
  std::string actor, proposal;  // their names in that document

  friend bool operator==(const CorrectionAnchor&, const CorrectionAnchor&) = default;
};

struct Correction {
  enum class Kind {
    Same,      // two anchors: one actor, or one proposal
    Distinct,  // two anchors: two, for ever
    Rename,    // one anchor, and a name
    Retract,   // one anchor: the assertion is wrong
  };
  std::int64_t number = 0;  // of the graph file, from 1 on; 0 before it is kept
  std::string at;           // "2025-12-03T14:00:00Z"
  std::string author;
  Kind kind = Kind::Same;
  std::vector<CorrectionAnchor> anchors;
  std::string name;  // of a Rename
  bool is_undone = false;
};

[[nodiscard]] std::string_view name(Correction::Kind kind);
[[nodiscard]] std::string_view name(CorrectionAnchor::Kind kind);

// Whether both say the same of the same words; who said so, when, and under which number does not count.
[[nodiscard]] bool says_the_same(const Correction& a, const Correction& b);

// One line of JSON, without newline, and back. Unknown fields are passed over.
// Errors: Malformed with the reason; `what` is left empty for the caller to fill.
[[nodiscard]] std::string to_json(const Correction& correction);
[[nodiscard]] Result<Correction> correction_from_json(std::string_view line);

}  // namespace demarche
