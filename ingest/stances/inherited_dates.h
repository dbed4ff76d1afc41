// Days that a sentence leaves to its neighbours: a headline's are in the text's opening, and what somebody
// "also" did he did when he did the rest. Tested by tests/ingest/pipeline_test.cpp over
// tests/cases/pipeline/days.txt.
#pragma once

#include <vector>

#include "ingest/stances/stances.h"

namespace demarche {

// Gives a day to those stances of a document that have none; `found` in order of the text's lines.
void inherit_dates(const ReadDocument& doc, std::vector<Stance>& found);

}  // namespace demarche
