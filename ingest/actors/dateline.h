// The place and agency that open a report, "BEIRUT (Reuters) -" or "MOSCOW:", made a sentence of their own:
// they are no part of what the first sentence says, and a parser takes them for its subject. Tested by
// tests/ingest/actors/dateline_test.cpp.
#pragma once

#include <vector>

#include "ingest/language/sentence.h"

namespace demarche {

// Splits the first sentence of the text where it begins with a dateline, mark included; else leaves all as it
// is.
void split_dateline(std::vector<Sentence>& sentences);

}  // namespace demarche
