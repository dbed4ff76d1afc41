// Which sentences can hold a stance, by their words alone: those with an act and something it can be done to,
// and those with a proposal that somebody may own. Only they are worth a parser's time. Tested by
// tests/ingest/stances/stance_words_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "ingest/actors/actor_words.h"
#include "ingest/actors/grammar.h"
#include "ingest/actors/words.h"
#include "ingest/stances/acts.h"
#include "ingest/stances/proposal_words.h"

namespace demarche {

class StanceWords {
 public:
  // All but the acts must outlive it.
  StanceWords(const Acts& acts, const ProposalWords& proposals, const Grammar& grammar,
              const ActorWords& actors);

  [[nodiscard]] bool may_hold(const Line& line) const;

  // One for each line: those that may hold a stance, and those before them that may say whose quotation they
  // go on with.
  [[nodiscard]] std::vector<bool> worth_parsing(const std::vector<Line>& lines) const;

 private:
  // What must stand in a sentence for one of its words to be an act there.
  struct Need {
    std::string companion;  // its particle, or the verb that a noun of an act goes with; empty for none
    std::uint8_t proposal = 0;
  };

  void add(const ActEntry& act);
  void add_forms(const ActEntry& act, const Need& need);
  [[nodiscard]] std::uint8_t needs_of(const std::vector<std::string>& keys) const;

  const ProposalWords& proposals_;
  const Grammar& grammar_;
  const ActorWords& actors_;
  std::unordered_map<std::string, std::vector<Need>> needs_;  // of words, and of verbs by their base form
};

}  // namespace demarche
