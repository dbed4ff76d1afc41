// Corrections in the making: from the NAMES that an analyst types to anchors in documents. Author and time
// are left for the caller to fill. Tested by tests/graph/answers/corrections_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/answers/knowledge.h"
#include "graph/store/corrections.h"

namespace demarche {

// Errors of all: NotFound or Ambiguous for a NAME, Usage where a correction would say nothing or cannot be
// meant. `kept` are the corrections there are.

// Refuses what another correction keeps apart.
[[nodiscard]] Result<Correction> same(const Knowledge& knowledge, const std::vector<Correction>& kept,
                                      std::string_view one, std::string_view other);

// The two may be one now, each called by its own words in some document.
[[nodiscard]] Result<Correction> distinct(const Knowledge& knowledge, std::string_view one,
                                          std::string_view other);

[[nodiscard]] Result<Correction> rename(const Knowledge& knowledge, std::string_view name,
                                        std::string_view to);

// `assertion`: its id, "s:…".
[[nodiscard]] Result<Correction> retract(const Knowledge& knowledge, std::string_view assertion);

// What a correction says, for people: "Zelensky is Volodymyr Zelenskyy".
[[nodiscard]] std::string sentence_of(const Correction& correction);

}  // namespace demarche
