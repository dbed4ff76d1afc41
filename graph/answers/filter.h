// The filters that every answer, query and export takes, and the acts that pass them.
// Tested by tests/graph/answers/who_test.cpp over tests/cases/answers/*.txt.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

#include "graph/answers/knowledge.h"

namespace demarche {

struct Filter {
  std::optional<Date> as_of;     // documents dated up to that day; undated ones are left out
  std::optional<Date> from, to;  // the day of the act inside these; an act without a day is left out
  std::optional<std::set<Modality>> modalities;  // none given: actual for answers, every one for exports
  std::set<Relation> relations;                  // empty: all
  std::optional<std::string> speaker;            // a NAME: only what is attributed to it
  std::optional<std::string> source;             // a publisher, compared folded
  bool first_hand = false;                       // only what is attributed to nobody but the actor itself
  double min_confidence = 0.0;                   // 0 to 1
  bool in_force = false;                         // only the party's latest actual stance on each proposal
  std::stop_token stop = {};  // asked to stop, an answer comes to its end soon, and is worth nothing
};

struct FilterOutcome {
  std::vector<std::size_t> acts;     // indices into Knowledge::acts, in their order
  std::size_t undated_left_out = 0;  // documents that a filter by date could not place
};

// The acts that pass every filter; `otherwise` are the modalities where the filter names none.
// Errors: NotFound or Ambiguous for the speaker's NAME.
[[nodiscard]] Result<FilterOutcome> apply(const Filter& filter, const Knowledge& knowledge,
                                          const std::set<Modality>& otherwise);

// Whether the filter chooses among acts; one by date of knowledge alone does not.
[[nodiscard]] bool chooses_acts(const Filter& filter);

// Whether the filter by `as_of` lets this document count.
[[nodiscard]] bool known_by(const Document& doc, const std::optional<Date>& as_of);

// The day of an act: its own date, else its document's.
[[nodiscard]] std::optional<Date> day_of(const Act& act, const Knowledge& knowledge);

// Whether an act is actual and takes sides; what was amended, received or discussed takes none.
[[nodiscard]] bool is_stance(const Act& act);

// For every act, whether it is in force among the documents known at `as_of`: it tells of the latest stance
// that its actor's party took on that proposal or a version of it (see stances.h).
[[nodiscard]] std::vector<bool> in_force(const Knowledge& knowledge, const std::optional<Date>& as_of,
                                         const std::stop_token& stop = {});

}  // namespace demarche
