// Who does what to whom in one sentence, from its chunks: for each verb its subjects, objects and
// prepositional groups, and the verb it hangs on. The roles bear the names of Universal Dependencies, so that
// the act entries need not know who found them. Tested by tests/ingest/stances/clauses_test.cpp over
// tests/cases/stances/clauses.txt.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ingest/actors/chunks.h"
#include "ingest/stances/controls.h"

namespace demarche {

enum class Hangs : std::uint8_t {
  Free,        // a main clause, or nothing is known
  Complement,  // "agreed *to cancel*", "considers *accepting*"
  OfNoun,      // "a plan *to cancel*"
  Relative,    // "which *rejected*", "backed by"
  Adverbial,   // ", *accepting*", "after *rejecting*", "in order to"
};

struct Oblique {
  int preposition = 0;  // a word
  int chunk = 0;        // its group of nouns
};

struct Predicate {
  int chunk = 0;
  std::vector<int> subjects;  // chunks of nouns; of a passive, what is acted on
  std::vector<int> objects;
  std::vector<Oblique> obliques;
  Hangs hangs = Hangs::Free;
  int governor = -1;       // the predicate whose complement this is
  int governor_noun = -1;  // the chunk of nouns it completes
  int subordinator = -1;   // the word "if", "after", … that opens its clause
  int adjective = -1;      // the word that completes a form of "be": "ready"
  bool passive = false;
  bool finite = false;
};

class Clauses {
 public:
  Clauses(const Shallow& text, const Grammar& grammar, const Controls& controls);

  [[nodiscard]] const std::vector<Predicate>& predicates() const { return predicates_; }
  [[nodiscard]] const Predicate& at(int predicate) const {
    return predicates_[static_cast<std::size_t>(predicate)];
  }

  // The predicate of a chunk of verbs; -1 for another chunk.
  [[nodiscard]] int predicate_of(int chunk) const { return of_chunk_[static_cast<std::size_t>(chunk)]; }

  // The prepositional groups behind a group of nouns: "a proposal | by X | to Y".
  [[nodiscard]] std::vector<Oblique> modifiers(int chunk) const;

  // The word of the preposition right before a group of nouns; -1 for none.
  [[nodiscard]] int preposition_before(int chunk) const;

  // The groups joined to this one by "and": "the US | and | Ukraine", itself the first.
  [[nodiscard]] std::vector<int> joined(int chunk) const;

 private:
  void read(int chunk);
  void read_right(Predicate& predicate);
  void decide_voice(Predicate& predicate);
  void hang_infinitive(Predicate& predicate);
  void hang_ing(Predicate& predicate);
  void hang_finite(Predicate& predicate);
  void share_missing_subjects();
  [[nodiscard]] std::vector<int> subjects_left_of(int chunk) const;
  [[nodiscard]] std::vector<int> joined_left(int chunk) const;
  [[nodiscard]] int before_aside(int comma) const;
  [[nodiscard]] int skip_light_left(int chunk) const;
  [[nodiscard]] int last_finite_before(int chunk) const;
  [[nodiscard]] bool belongs_to_noun(int chunk) const;
  [[nodiscard]] bool is_agent_mark(int chunk) const;
  [[nodiscard]] bool is_acted_on(int chunk) const;
  [[nodiscard]] bool is_reduced(int chunk) const;
  [[nodiscard]] bool begins_clause(int chunk) const;
  [[nodiscard]] int antecedent(int relative) const;
  [[nodiscard]] int described_by(int verbs) const;
  void give_relative_objects(Predicate& predicate);

  const Shallow& text_;
  const Grammar& grammar_;
  const Controls& controls_;
  std::vector<Predicate> predicates_;
  std::vector<int> of_chunk_;
};

}  // namespace demarche
