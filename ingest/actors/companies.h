// Which company of the document a description means that tells something of it: "the Norwegian group", "the
// Oslo-listed group", "the paper maker".
// Tested by tests/ingest/actors/cast_test.cpp over tests/cases/actors/cast.txt.
#pragma once

#include <vector>

#include "ingest/actors/cast.h"

namespace demarche {

// Its member; -1 where none or several fit, or the description tells nothing that ties it to one. The names
// of `cast` must be settled.
[[nodiscard]] int company_described(const std::vector<Shallow>& texts, const Cast& cast,
                                    const Mention& found);

}  // namespace demarche
