// Whose acts are found under whom: along speaks_for, seat_of and leads, a link only in its term, never along
// member_of or part_of. Tested by tests/graph/answers/who_test.cpp over tests/cases/answers/what.txt.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "graph/answers/knowledge.h"

namespace demarche {

class Representation {
 public:
  // `asked`: the entities asked about. `knowledge` must outlive this.
  Representation(const Knowledge& knowledge, const std::vector<std::size_t>& asked);

  // The links (indices into Knowledge::links) that lead from `actor` to one asked about on that day, the
  // shortest way; empty for one asked about itself; nothing where no way leads there. Without a day every
  // term counts.
  [[nodiscard]] std::optional<std::vector<std::size_t>> way(std::size_t actor,
                                                            const std::optional<Date>& day) const;

 private:
  [[nodiscard]] bool holds(const EntityLink& link, const std::optional<Date>& day) const;

  const Knowledge& knowledge_;
  std::set<std::size_t> asked_;
  std::map<std::size_t, std::vector<std::size_t>> upwards_;  // an actor's links to those it acts for
};

}  // namespace demarche
