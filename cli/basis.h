// What all that is derived from a graph file rests on besides what the file holds.
// Tested by tests/cases/cli/keeping.txt.
#pragma once

#include <string>

#include "cli/options.h"

namespace demarche {

// Names the rules of identity and the gazetteer: another text where either is another.
[[nodiscard]] std::string basis_of(const Options& options);

}  // namespace demarche
