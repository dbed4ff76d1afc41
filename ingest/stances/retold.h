// Chains of one proposal that were cut, as the stances taken towards them tell. Tested by
// tests/ingest/pipeline_test.cpp over tests/cases/pipeline/retold.txt.
#pragma once

#include <vector>

#include "ingest/stances/stances.h"

namespace demarche {

// Joins what a headline calls otherwise than its text ("TURNS DOWN MOVE" above "rejected the plan") and what
// somebody proposed in a clause with what is then called his ("proposed ending the quotas … his plan").
void join_retold(ReadDocument& doc, std::vector<Stance>& found);

}  // namespace demarche
