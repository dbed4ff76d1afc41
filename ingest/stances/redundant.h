// Stances that say no more than others of their document: they are left out. Tested by
// tests/ingest/pipeline_test.cpp over tests/cases/pipeline/judgments.txt.
#pragma once

#include <vector>

#include "ingest/actors/actor_words.h"
#include "ingest/stances/stances.h"

namespace demarche {

// Takes out of `found` who owns what is yet to be proposed, the praise by who proposed it, a headline's
// shorter name for who acts in the text, and a company's own plans that nobody else takes a stand on.
void drop_redundant(const ReadDocument& doc, const ActorWords& words, std::vector<Stance>& found);

}  // namespace demarche
