// Word classes of a parsed sentence, from the parser's tags; what the word lists know for sure outranks it.
// Tested by tests/ingest/stances/clauses_test.cpp over tests/cases/stances/clauses.txt.
#pragma once

#include <vector>

#include "ingest/actors/tags.h"
#include "ingest/actors/tree.h"

namespace demarche {

// One a word.
[[nodiscard]] std::vector<Tagged> tags_of_tree(const Line& line, const Tree& tree, const Grammar& grammar);

}  // namespace demarche
