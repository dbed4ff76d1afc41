// Which documents are copies of one text: a wire story that several outlets print, near enough word for word.
// Tested by tests/graph/identity/echoes_test.cpp.
#pragma once

#include <cstddef>
#include <vector>

#include "graph/model/extraction.h"

namespace demarche {

// One number a document: copies and near-copies bear the same, the index of the first of them. A document
// whose text is not there is a copy of nothing. A function of the set: another order gives the same groups.
[[nodiscard]] std::vector<std::size_t> group_copies(const std::vector<Extraction>& extractions);

}  // namespace demarche
