// Which proposals are versions of each other: joined by `revises`, directly or through others, in what is
// known at a day. Tested by tests/graph/answers/knowledge_test.cpp and tests/cases/answers/status.txt.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <vector>

#include "graph/answers/knowledge.h"

namespace demarche {

class Versions {
 public:
  // Links and documents dated after `as_of` do not count.
  explicit Versions(const Knowledge& knowledge, const std::optional<Date>& as_of = std::nullopt);

  // A number that all versions of one proposal share, and nothing else; the proposal itself where it has no
  // other.
  [[nodiscard]] std::size_t family(std::size_t entity) const { return family_[entity]; }

  // The proposals of a family, by index. REQUIRES: `entity` is a proposal
  [[nodiscard]] std::vector<std::size_t> all_of(std::size_t entity) const;

  // How many revisions led to this version: 0 for the first.
  [[nodiscard]] std::size_t depth(std::size_t entity) const { return depth_[entity]; }

  // The first day on which a document tells of it; nothing where none with a date does.
  [[nodiscard]] std::optional<std::chrono::sys_days> first_told(std::size_t entity) const {
    return first_told_[entity];
  }

 private:
  std::vector<std::size_t> family_, depth_;  // one an entity
  std::vector<std::size_t> by_family_;       // the entities, those of one family together
  std::vector<std::optional<std::chrono::sys_days>> first_told_;
};

// The proposal that this one revises; of several the one whose id sorts first.
[[nodiscard]] std::optional<std::size_t> revised_by(const Knowledge& knowledge, std::size_t entity);

}  // namespace demarche
