// How far an assertion can be relied on, from the rule that found it.
// Tested by tests/ingest/pipeline_test.cpp over tests/cases/pipeline/stances.txt.
#pragma once

#include "ingest/stances/stances.h"

namespace demarche {

// Between 0 and 1, two decimals.
[[nodiscard]] double confidence_of(const Stance& stance);

}  // namespace demarche
