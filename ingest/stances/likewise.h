// The words that say that somebody does as was just told: "*so did* Norland", "Norland followed *suit*",
// "took a *similar line*". Tested by tests/ingest/pipeline_test.cpp over tests/cases/pipeline/stances.txt.
#pragma once

#include "ingest/actors/words.h"

namespace demarche {

// The first such word of a sentence; -1 for none.
[[nodiscard]] int likewise_at(const Line& line);

}  // namespace demarche
