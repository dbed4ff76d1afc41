// Which actors of many documents are one: the gazetteer's entry first, else the same name, else its likeness,
// within one sort of actors. Tested by tests/graph/identity/identity_test.cpp over
// tests/cases/identity/actors.txt.
#pragma once

#include <string>
#include <vector>

#include "graph/model/extraction.h"
#include "graph/model/gazetteer.h"

namespace demarche {

// The id of the graph for every actor of every document, in the order given: a gazetteer key, else "a:" and
// 12 hex digits.
[[nodiscard]] std::vector<std::vector<std::string>> actor_ids(const std::vector<Extraction>& extractions,
                                                              const Gazetteer& gazetteer);

// The id that the government of a state has, where texts name one that the gazetteer does not hold.
[[nodiscard]] std::string government_id(const std::string& state);

// The keys of all entries that `keys` lead, speak for or are the seat of, directly or through another; `keys`
// included, sorted. Ids that are no keys are passed over.
[[nodiscard]] std::vector<std::string> with_those_above(std::vector<std::string> keys,
                                                        const Gazetteer& gazetteer);

// Whether acts are found under the one a link leads to as well: spokesmen, leaders and seats act for another,
// members and parts do not.
[[nodiscard]] bool rolls_up(LinkKind kind);

}  // namespace demarche
