// Whom a word stands for that names nobody: "he", "its", "who", "both sides". Tested by
// tests/ingest/actors/antecedents_test.cpp over tests/cases/actors/antecedents.txt.
#pragma once

#include <vector>

#include "ingest/actors/cast.h"

namespace demarche {

class Antecedents {
 public:
  // `texts` and `cast` must outlive it.
  Antecedents(const std::vector<Shallow>& texts, const Cast& cast) : texts_(texts), cast_(cast) {}

  // The members meant by the pronoun at this word, or by "his" or "its"; none for another word, and where
  // nobody fits.
  [[nodiscard]] std::vector<int> of_pronoun(int line, int word) const;

  // The members meant by a group such as "both countries" or "the two sides"; none for another.
  [[nodiscard]] std::vector<int> of_group(int line, const Chunk& group) const;

 private:
  enum class Kind : std::uint8_t { Man, Woman, Person, Thing };

  [[nodiscard]] int subject_of_owner(int line, int word) const;
  [[nodiscard]] int glossed(int line, int word) const;
  [[nodiscard]] bool is_subject_over(const Mention& candidate, int owner) const;
  [[nodiscard]] int subject_ahead(int line, int word, Kind kind) const;

  [[nodiscard]] const Shallow& text(int line) const { return texts_[static_cast<std::size_t>(line)]; }
  [[nodiscard]] const Mention& mention(int m) const { return cast_.mentions()[static_cast<std::size_t>(m)]; }
  [[nodiscard]] const CastMember& member(int m) const {
    return cast_.members()[static_cast<std::size_t>(cast_.member_of(m))];
  }

  [[nodiscard]] bool reports_behind(int line, int word) const;
  [[nodiscard]] std::vector<int> best(int line, int word, Kind kind) const;
  [[nodiscard]] std::vector<int> meant_by_mention(int m) const;
  [[nodiscard]] bool acts_on(const Mention& candidate, int line, int word) const;
  [[nodiscard]] bool answers(const Mention& candidate, int line, int owner) const;
  [[nodiscard]] bool disposes(const Mention& candidate, int line, int owner) const;
  [[nodiscard]] bool fits(int m, Kind kind) const;
  [[nodiscard]] int weight(int m, int line, int word) const;
  [[nodiscard]] bool is_subject(const Mention& candidate) const;
  [[nodiscard]] bool is_owner(const Mention& candidate) const;
  [[nodiscard]] bool is_governed(const Mention& candidate) const;
  [[nodiscard]] std::vector<int> together_before(int line, int word) const;
  [[nodiscard]] std::vector<int> two_called_before(int line, const Chunk& group) const;
  [[nodiscard]] std::vector<int> two_before(int line, int word, ActorKind kind) const;

  const std::vector<Shallow>& texts_;
  const Cast& cast_;
};

}  // namespace demarche
