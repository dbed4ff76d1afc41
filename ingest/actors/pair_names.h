// Names of firms that are two surnames: "Alder Motors and *Pine and Holm*", "<Pine and Holm>". Two names are
// one where a list would otherwise have an "and" too many, or brackets hold them together, and the document
// never names one of them without the other. Tested by tests/ingest/actors/cast_test.cpp over
// tests/cases/actors/cast.txt.
#pragma once

#include <vector>

#include "ingest/actors/mentions.h"

namespace demarche {

// `by_line`: the mentions of each sentence, from left to right. Pairs that are one name become one mention.
void join_pair_names(const std::vector<Shallow>& texts, std::vector<std::vector<Mention>>& by_line);

}  // namespace demarche
