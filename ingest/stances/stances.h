// Who took which act towards which proposal: the acts of the lexicon found in the clauses of a document, with
// modality, extent, speaker and date. See README.md beside this file. Tested by
// tests/ingest/stances/stances_test.cpp over tests/cases/stances/stances.txt.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/model/date.h"
#include "graph/model/vocabulary.h"
#include "ingest/actors/cast.h"
#include "ingest/stances/acts.h"
#include "ingest/stances/clauses.h"
#include "ingest/stances/exclusions.h"
#include "ingest/stances/proposals.h"
#include "ingest/stances/trace.h"

namespace demarche {

// One act of one actor in one sentence.
struct Stance {
  int actor = -1;     // a member of the cast
  int proposal = -1;  // a number in Proposals::all()
  Relation relation = Relation::Proposed;
  Modality modality = Modality::Actual;
  Extent extent = Extent::Full;
  int speaker = -1;  // a member of the cast; -1 for none
  std::optional<Date> date;
  int line = 0;
  int trigger_first = 0;  // words of the line, both inside
  int trigger_last = 0;
  std::string rule;         // "verb:accept/active"
  double confidence = 1.0;  // how likely it is right; given by whoever judges it
};

// The lists that the reading of stances rests on.
struct StanceLists {
  ActorWords actor_words;
  Grammar grammar;
  Controls controls;
  Acts acts;
  ProposalWords proposals;
  Exclusions exclusions;
};

// A document as far as it is understood before stances are sought in it. All of it must outlive the reading;
// proposals that only an act makes one are added to `proposals`, actors that only an act makes one to `cast`.
struct ReadDocument {
  const std::vector<Shallow>& texts;
  const std::vector<Clauses>& clauses;
  Cast& cast;
  Proposals& proposals;
  std::optional<Date> date;
  Trace* trace = nullptr;  // where what came to nothing is noted down; null where nobody asks
};

// Whether a line of the document is its headline.
[[nodiscard]] inline bool is_title(const ReadDocument& doc, int line) {
  return doc.texts[static_cast<std::size_t>(line)].line->sentence->field == Field::Title;
}

// Whether it only tells whose the proposal is: "the minister's plan".
[[nodiscard]] inline bool is_owner_rule(const Stance& stance) {
  return stance.rule.ends_with("/owner");
}

// In order of the text; the same act may be found more than once.
[[nodiscard]] std::vector<Stance> find_stances(ReadDocument doc, const StanceLists& lists);

}  // namespace demarche
