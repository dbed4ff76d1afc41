// How the actors of one document hang together by what its text says: whom a person leads or speaks for by
// the title before his name or the office beside it, which body is part of another, which city is whose
// capital. What the gazetteer knows besides is not repeated here. Tested by
// tests/ingest/actors/affiliations_test.cpp over tests/cases/actors/affiliations.txt.
#pragma once

#include <vector>

#include "graph/model/vocabulary.h"
#include "ingest/actors/cast.h"

namespace demarche {

// Members of the cast; the words of `line` that say so, both inside.
struct ActorLink {
  int from = 0;
  LinkKind relation = LinkKind::SpeaksFor;
  int to = 0;
  int line = 0;
  int first = 0;
  int last = 0;
};

// In order of the text; each link once.
[[nodiscard]] std::vector<ActorLink> find_affiliations(const std::vector<Shallow>& texts, const Cast& cast,
                                                       const ActorWords& words);

}  // namespace demarche
