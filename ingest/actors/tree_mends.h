// Arcs of lists that the parser misplaces in a way that its own tree, the capitals and the commas give away,
// put right before anybody reads them: which names are joined, and what merely describes one. Tested by
// tests/ingest/pipeline_test.cpp over tests/cases/pipeline/wordings.txt.
#pragma once

#include "ingest/actors/actor_words.h"
#include "ingest/actors/words.h"
#include "ingest/language/sentence.h"

namespace demarche {

// `line` holds the words of the sentence, which has been parsed.
void mend_tree(Sentence& sentence, const Line& line, const ActorWords& words);

}  // namespace demarche
