// The proposals of one document: where each is named, and which places name the same one.
// Tested by tests/ingest/pipeline_test.cpp over tests/cases/pipeline/stances.txt.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "ingest/actors/cast.h"
#include "ingest/stances/owners.h"
#include "ingest/stances/proposal_words.h"

namespace demarche {

struct ProposalMention {
  int line = 0;
  int first = 0;  // words of the line, both inside
  int last = 0;
  int core_first = 0;  // of the group that names it: "some of | the proposals"
  int core_last = 0;   // without what follows the head: "a plan | to cut debt"
  int head = 0;
  const ProposalNoun* noun = nullptr;  // nullptr for a clause, or a noun that only an act makes a proposal
  bool is_clause = false;
  bool definite = false;
  bool partial = false;  // "some of", "the first phase of"
  std::optional<int> points;
  std::vector<int> owners;  // members of the cast
  bool joint = false;       // what several parties hold together: a deal
  std::vector<std::string> numbers;
  std::vector<std::string> content;  // sorted keys of the words that describe it, before its head
};

struct FoundProposal {
  std::vector<ProposalMention> mentions;
  std::optional<int> points;
};

class Proposals {
 public:
  Proposals(const std::vector<Shallow>& texts, const std::vector<Clauses>& clauses, Cast& cast,
            const ProposalWords& words, const ActorWords& actor_words);

  [[nodiscard]] const std::vector<FoundProposal>& all() const { return found_; }

  // What a group of nouns names or stands for ("it", "the document"), where it is a proposal by itself; -1
  // otherwise.
  [[nodiscard]] int at(int line, int chunk) const;

  // The proposal named last before this word: in its sentence, else in one of the two before; -1 for none.
  [[nodiscard]] int before(int line, int word) const;

  // As `at`, and takes in whatever it names where it is none: an act made it one.
  int accept(int line, int chunk);

  // The clause from word `first` to `last` as a proposal: "to cancel the debt".
  int accept_clause(int line, int first, int last);

  // The noun that decides what kind of proposal a group is: that of "terms of a deal" is "deal"; nullptr for
  // none.
  [[nodiscard]] const ProposalNoun* noun_at(int line, int chunk) const;

  // Whether only a part of it is meant here: "some US proposals".
  [[nodiscard]] bool is_partial(int line, int chunk) const;

  // Whether the group is a pronoun that can stand for a proposal.
  [[nodiscard]] bool is_pronoun(int line, int chunk) const;

 private:
  enum class Likeness : std::uint8_t { None, Family, SameNoun };

  [[nodiscard]] ProposalMention read(int line, int chunk);
  [[nodiscard]] int core_chunk(int line, int chunk) const;
  [[nodiscard]] int extent_end(int line, int chunk) const;
  [[nodiscard]] int oldest_remembered() const;
  [[nodiscard]] int match(const ProposalMention& mention) const;
  [[nodiscard]] Likeness compare(const ProposalMention& mention, const FoundProposal& known) const;
  int place(ProposalMention mention, int chunk);

  const std::vector<Shallow>& texts_;
  const std::vector<Clauses>& clauses_;
  const ProposalWords& words_;
  OwnerFinder owners_;
  std::vector<FoundProposal> found_;
  std::vector<std::unordered_map<int, int>> by_chunk_;  // of each line, chunk to proposal
};

}  // namespace demarche
