// Which sentences can hold a stance, by their words alone: those with an act and, where its entry looks for
// it, something it can be done to; and those with a proposal that somebody may own. Only they are worth a
// parser's time. Tested by tests/ingest/stances/stance_words_test.cpp.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "ingest/actors/actor_words.h"
#include "ingest/actors/grammar.h"
#include "ingest/actors/word_table.h"
#include "ingest/actors/words.h"
#include "ingest/stances/acts.h"
#include "ingest/stances/proposal_words.h"

namespace demarche {

class StanceWords {
 public:
  // All of these must outlive it.
  StanceWords(const Acts& acts, const ProposalWords& proposals, const Grammar& grammar,
              const ActorWords& actors);

  // `recorded`: the document records what a body resolved, so that entries for those count.
  [[nodiscard]] bool may_hold(const Line& line, bool recorded = false) const;

  // One for each line: those that may hold a stance, and those before them that may say whose quotation they
  // go on with.
  [[nodiscard]] std::vector<bool> worth_parsing(const std::vector<Line>& lines) const;

 private:
  class Scan;
  using Things = std::unordered_set<std::string>;

  // An entry of the act lexicon as a word of a sentence may be one. Words that must or may stand with it have
  // numbers; -1 is for none.
  struct PossibleAct {
    const ActEntry* entry = nullptr;
    int companion = -1;             // its particle, or the verb that its noun goes with
    std::vector<int> prepositions;  // of its roles for the proposal, in their order: see `word_of`
  };

  // What a word is among the others of a sentence.
  struct Entry {
    std::vector<PossibleAct> acts;
    int companion = -1;  // its number, where an act asks for it
  };

  [[nodiscard]] static Things name_of_thing(const Line& line);
  [[nodiscard]] bool may_be_record(const Line& title) const;
  void add(const ActEntry& act);
  void add_forms(const ActEntry& act, const PossibleAct& possible);
  [[nodiscard]] static std::string word_of(const Role& role, const ActEntry& act);
  int number_of(const std::string& companion);

  const ProposalWords& proposals_;
  const Grammar& grammar_;
  const ActorWords& actors_;
  WordTable<Entry> entries_;  // of words, and of verbs by their base form
  int companions_ = 0;
};

}  // namespace demarche
