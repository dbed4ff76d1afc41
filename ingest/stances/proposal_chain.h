// Whether a place that names a proposal means one that was named before it. Tested by
// tests/ingest/stances/proposals_test.cpp over tests/cases/stances/chains.txt.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ingest/actors/kin.h"
#include "ingest/stances/proposal_reader.h"

namespace demarche {

// One proposal: where it is named, and what these places tell together.
struct FoundProposal {
  std::vector<ProposalMention> mentions;
  std::optional<int> points;
  bool live = false;  // named by a noun that is a proposal by itself, or made one by an act
  bool only_in_title = true;
  bool only_inside = true;  // the names of others
  bool announced = false;   // by the headline
  bool proposed = false;
  bool counters = false;  // named as an answer to another
  bool apart = false;
  bool past = false;
  bool compared = false;
  bool renewed = false;
  std::vector<const ProposalNoun*> nouns;
  std::vector<int> owners;
  bool surely_owned = false;
  std::vector<int> sought;  // sorted, as in the mentions
  std::vector<int> makers;  // likewise
  std::vector<std::string> numbers;
  std::vector<std::string> topic;   // sorted, as in the mentions
  std::vector<std::string> behind;  // likewise
  std::vector<int> actors;          // sorted

  // What `mention` adds. The name that merely stands before an offer in a headline ("PORTCO OFFER") turns out
  // to be no owner where the text gives another.
  void take(ProposalMention mention);
};

// Whether both count the same and the counts differ.
[[nodiscard]] bool counts_differ(const FoundProposal& a, const FoundProposal& b);

// How well `mention` fits what is known of `known`, more being better; nothing where it means another.
[[nodiscard]] std::optional<int> likeness(const ProposalMention& mention, const FoundProposal& known,
                                          const Kin& kin);

}  // namespace demarche
