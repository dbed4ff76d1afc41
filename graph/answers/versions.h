// Which proposals are versions of each other: joined by `revises`, directly or through others.
// Tested by tests/graph/answers/knowledge_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "graph/answers/knowledge.h"

namespace demarche {

class Versions {
 public:
  explicit Versions(const Knowledge& knowledge);

  // A number that all versions of one proposal share, and nothing else; the proposal itself where it has no
  // other.
  [[nodiscard]] std::size_t family(std::size_t entity) const { return family_[entity]; }

  // The proposals of a family, by index. REQUIRES: `entity` is a proposal
  [[nodiscard]] std::vector<std::size_t> all_of(std::size_t entity) const;

 private:
  std::vector<std::size_t> family_;  // one an entity
};

// The proposal that this one revises; of several the one whose id sorts first.
[[nodiscard]] std::optional<std::size_t> revised_by(const Knowledge& knowledge, std::size_t entity);

}  // namespace demarche
