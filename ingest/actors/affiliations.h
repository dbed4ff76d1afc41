// How the actors of one document hang together: whom a person leads or speaks for by his title, and the
// gazetteer's standing facts between actors that are both named. Tested by
// tests/ingest/actors/affiliations_test.cpp over tests/cases/actors/affiliations.txt.
#pragma once

#include <optional>
#include <vector>

#include "graph/model/date.h"
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

// In order of the members; each link once. `date` is the document's: a fact that no longer or not yet holds
// then is left out.
[[nodiscard]] std::vector<ActorLink> find_affiliations(const std::vector<Shallow>& texts, const Cast& cast,
                                                       const ActorWords& words,
                                                       const std::optional<Date>& date);

}  // namespace demarche
