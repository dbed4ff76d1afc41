// How surely an act is stated: the negations, modal words, conditions and governing verbs around its verb,
// read outwards. Tested by tests/ingest/stances/modality_test.cpp over tests/cases/stances/modality.txt.
#pragma once

#include <optional>

#include "graph/model/vocabulary.h"
#include "ingest/stances/clauses.h"

namespace demarche {

// What its surroundings make of an act.
struct Standing {
  Modality modality = Modality::Actual;
  bool refused = false;   // "refuses to accept", "will not accept": the opposite, as a fact
  bool averse = false;    // "is reluctant to accept": opposition
  bool favoured = false;  // "supports accepting": support
  bool agreed = false;    // "agreed to accept"
  bool sought = false;    // "seeks to block"
  bool due = false;       // "*should* accept"
  bool purpose = false;   // "met *to discuss*": meant, not said to have come about
  int urged_by = -1;      // the predicate that demands it, where one does
  int denied_by = -1;     // the predicate that answers no: "asked if … , he said that was *untrue*"
};

class ModalityReader {
 public:
  ModalityReader(const Shallow& text, const Clauses& clauses, const Controls& controls)
      : text_(text), clauses_(clauses), controls_(controls) {}

  [[nodiscard]] Standing of(int predicate) const;

 private:
  [[nodiscard]] bool is_present(const Predicate& predicate) const;
  [[nodiscard]] int urging_by(int noun) const;
  [[nodiscard]] const Chunk& bearer(const Predicate& predicate) const;
  [[nodiscard]] bool refuses_now(const Predicate& predicate) const;
  void read_own(const Predicate& predicate, Standing& standing) const;
  void read_clause(const Predicate& predicate, Standing& standing) const;
  [[nodiscard]] bool is_unable(int noun, const std::optional<Control>& control) const;
  void read_governor(const Predicate& predicate, Standing& standing) const;
  void read_after(const Predicate& predicate, Standing& standing) const;
  [[nodiscard]] int innermost_governed(int above) const;
  [[nodiscard]] bool is_called_for(const Predicate& governor) const;
  [[nodiscard]] bool is_condition(const Predicate& predicate) const;
  [[nodiscard]] bool is_completed(const Predicate& predicate) const;
  [[nodiscard]] bool waits_for(const Predicate& predicate) const;
  [[nodiscard]] bool is_unsure(int noun, const std::optional<Control>& control) const;
  [[nodiscard]] bool is_asked(const Predicate& predicate) const;
  [[nodiscard]] bool goes_on(const Predicate& predicate) const;
  void read_excess(const Predicate& predicate, Standing& standing) const;
  void read_before(const Predicate& predicate, Standing& standing) const;
  void read_answer(const Predicate& predicate, Standing& standing) const;
  void read_reported(const Predicate& predicate, Standing& standing) const;
  [[nodiscard]] std::optional<Control> control_of(const Predicate& governor, const Predicate& own) const;
  [[nodiscard]] bool says_untrue(const Predicate& predicate) const;
  [[nodiscard]] bool is_inverted(const Predicate& predicate, int subject) const;
  [[nodiscard]] bool is_neither(const Predicate& predicate) const;
  [[nodiscard]] bool lacks_verb_to_negate(const Predicate& predicate) const;
  [[nodiscard]] bool shares_condition(const Predicate& predicate) const;
  [[nodiscard]] bool has_negative_subject(const Predicate& predicate) const;
  [[nodiscard]] bool is_denied_report(int noun) const;
  [[nodiscard]] bool has_yet(int word) const;
  [[nodiscard]] bool awaits_others(const Predicate& predicate, std::string_view modal) const;
  [[nodiscard]] bool has_condition(int word) const;
  void apply(Effect effect, int governor, Standing& standing) const;

  const Shallow& text_;
  const Clauses& clauses_;
  const Controls& controls_;
};

}  // namespace demarche
