// Whose acts are found under whom: along speaks_for, seat_of and leads, a link only in its term, never along
// member_of or part_of. The gazetteer gives terms. Where only documents state a link, it holds from the first
// that does, and an office ends when a later document gives it to another, or its holder another one, or says
// that he had it ("former", "resigned").
// Tested by tests/graph/answers/who_test.cpp over tests/cases/answers/what.txt.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "graph/answers/knowledge.h"

namespace demarche {

// Whether an actor is asked about together with those who speak for it, lead it or are its seat.
enum class RollUp { Together, Alone };

class Representation {
 public:
  // Documents dated after `as_of` state nothing. `knowledge` must outlive this.
  explicit Representation(const Knowledge& knowledge, const std::optional<Date>& as_of = std::nullopt);

  // The links (indices into Knowledge::links) that lead from `actor` to one of `asked` on that day, the
  // shortest way; empty for one asked about itself; nothing where no way leads there. Without a day every
  // term counts.
  [[nodiscard]] std::optional<std::vector<std::size_t>> way(std::size_t actor,
                                                            const std::set<std::size_t>& asked,
                                                            const std::optional<Date>& day) const;

  // The links to whom `actor` acts for in the end on that day: Peskov for the Kremlin for Russia. Empty for
  // one that acts for itself.
  [[nodiscard]] std::vector<std::size_t> way_up(std::size_t actor, const std::optional<Date>& day) const;

  // Whether a way leads to a land from its government, which is no other than the land itself.
  [[nodiscard]] bool is_of_the_same(const std::vector<std::size_t>& way) const;

  // Where `way_up` ends.
  [[nodiscard]] std::size_t party(std::size_t actor, const std::optional<Date>& day) const;

 private:
  // A link, and on which days documents state it.
  struct Office {
    std::size_t link = 0;                              // the first of those that state it
    std::optional<std::chrono::sys_days> first, last;  // nothing: of old, or undated
  };

  // A day on which a text tells that somebody no longer has an office at a body.
  struct Ending {
    std::size_t body = 0;
    std::chrono::sys_days day;
  };

  void add(std::size_t link);
  void add_ending(const EntityLink& link);
  [[nodiscard]] bool holds(const Office& office, const std::optional<Date>& day) const;
  [[nodiscard]] bool has_ended(const Office& office, std::chrono::sys_days day) const;

  const Knowledge& knowledge_;
  std::map<std::size_t, std::vector<Office>> upwards_;            // by who holds them
  std::map<std::size_t, std::vector<Ending>> endings_;            // by who held it
  std::map<std::size_t, std::vector<const Office*>> leaders_of_;  // by what they lead
};

}  // namespace demarche
