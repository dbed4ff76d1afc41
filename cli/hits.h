// Documents found by their words, as `search --json` and the server write them.
// Tested by tests/cases/cli/answers.txt.
#pragma once

#include <string>
#include <vector>

#include "graph/store/store.h"

namespace demarche {

[[nodiscard]] std::string hits_json(const std::vector<Hit>& hits);

}  // namespace demarche
