// The proposals of one document: where each is named, and which places name the same one.
// Tested by tests/ingest/stances/proposals_test.cpp over tests/cases/stances/chains.txt, and by
// tests/ingest/pipeline_test.cpp.
#pragma once

#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ingest/actors/cast.h"
#include "ingest/stances/coreference_features.h"
#include "ingest/stances/proposal_chain.h"
#include "ingest/stances/proposal_reader.h"

namespace demarche {

// A link that the rules would make, as the model that judges it sees it.
struct LinkLook {
  ProposalMention mention;
  std::vector<ProposalMention> chain;
  Features features;
};

// Who judges the links that the rules would make.
struct LinkJudge {
  const LinearModel* model = nullptr;      // nobody, where null: the likest is taken
  std::vector<LinkLook>* looks = nullptr;  // where every link that could be made is noted down; may be null
};

class Proposals {
 public:
  Proposals(const std::vector<Shallow>& texts, const std::vector<Clauses>& clauses, Cast& cast,
            const ProposalWords& words, const ActorWords& actor_words, const LinkJudge& judge = {});

  // Also those that no act has made one yet (not `live`): they are not part of what was found.
  [[nodiscard]] const std::vector<FoundProposal>& all() const { return found_; }

  // What a group of nouns names or stands for ("it", "the document"), where it is a proposal by itself; -1
  // otherwise.
  [[nodiscard]] int at(int line, int chunk) const;

  // The proposal named last before this word: in its sentence, else in one of the two before, there what a
  // verb acts on or has for its subject rather than what stands behind a preposition; -1 for none.
  [[nodiscard]] int before(int line, int word) const;

  // The proposal of which most has been said before this line, and not long ago; -1 for none.
  [[nodiscard]] int matter_before(int line) const;

  // As `at`, and takes in whatever it names where it is none: an act made it one.
  int accept(int line, int chunk);

  // The clause from word `first` to `last` as a proposal: "to cancel the debt"; `verb` made
  // it one: "offer"; empty where nothing takes it up.
  int accept_clause(int line, int first, int last, const std::string& verb);

  // What was named as `from` turns out to be `into`.
  void join(int from, int into);

  // The noun that decides what kind of proposal a group is; nullptr for none.
  [[nodiscard]] const ProposalNoun* noun_at(int line, int chunk) const {
    return reader_.noun_at(line, chunk);
  }

  // Whether the group is a name that was given to a proposal: "called *the Twin Socket*".
  [[nodiscard]] bool bears_name(int line, int chunk) const {
    return known_at(line, chunk) >= 0 && !noun_at(line, chunk);
  }

  // Whether a line before tells of somebody who put forward what the group names.
  [[nodiscard]] bool was_put_forward(int line, int chunk) const;

  // "proposed a floor price … opposes *the floor price*": whether an act has made a proposal of what the
  // group names again.
  [[nodiscard]] bool names_thing_again(int line, int chunk) const;

  // The proposal that begins at this word and sums up the clause before: "agreed to merge, *a deal* that …";
  // -1 for none.
  [[nodiscard]] int summing_up(int line, int word) const;

  // Whether it is called a proposal: "the *planned* tax".
  [[nodiscard]] bool is_called_proposed(int line, int chunk) const {
    return reader_.is_called_proposed(line, chunk);
  }

  // Whether "for" stands behind it: "a claim *for* 9 percent".
  [[nodiscard]] bool is_for_something(int line, int chunk) const {
    return reader_.is_for_something(line, chunk);
  }

  // The proposal whose clausal mention holds this word: "*to send observers to the border*"; -1 for none.
  [[nodiscard]] int clause_over(int line, int word) const;

  // "urged Norway to withdraw *its* plan": whose the mention on this line is, by what is done to it.
  void reown(int proposal, int line, const std::vector<int>& owners);

  // Whether two members of the cast may speak as one another.
  [[nodiscard]] bool are_kin(int a, int b) const { return kin_.are(a, b); }
  [[nodiscard]] bool are_any_kin(const std::vector<int>& these, const std::vector<int>& those) const {
    return kin_.are_any(these, those);
  }

  // Whether only a part of it is meant here: "some US proposals".
  [[nodiscard]] bool is_partial(int line, int chunk) const { return reader_.is_partial(line, chunk); }

  // Whether the group is a pronoun that can stand for a proposal.
  [[nodiscard]] bool is_pronoun(int line, int chunk) const;

 private:
  [[nodiscard]] bool is_new_one(int line, int chunk) const;
  [[nodiscard]] int renewed_before(int line) const;
  [[nodiscard]] const FoundProposal& found(int p) const { return found_[static_cast<std::size_t>(p)]; }
  [[nodiscard]] bool is_in_name(int line, int chunk) const;
  [[nodiscard]] bool is_no_text(int line, int chunk, const ProposalNoun& noun) const;
  void collect(int line);
  [[nodiscard]] int effected_by(int line, int chunk) const;
  [[nodiscard]] int bringing_about(const ProposalMention& mention) const;
  [[nodiscard]] int known_at(int line, int chunk) const;
  [[nodiscard]] int oldest_remembered() const;
  [[nodiscard]] int whole_of_points(const ProposalMention& mention) const;
  [[nodiscard]] int match(const ProposalMention& mention) const;
  [[nodiscard]] std::vector<Liked> liked_for(const ProposalMention& mention) const;
  [[nodiscard]] Features look_at(const ProposalMention& mention, const Liked& liked,
                                 const std::vector<Liked>& all) const;
  [[nodiscard]] bool is_believed(const ProposalMention& mention, const Liked& liked,
                                 const std::vector<Liked>& all) const;
  [[nodiscard]] int thing_of_head(int line, int head) const;
  [[nodiscard]] int named_alike(const ProposalMention& mention) const;
  [[nodiscard]] bool is_inside_another(const ProposalMention& mention) const;
  [[nodiscard]] int resumed_clause(const ProposalMention& mention) const;
  [[nodiscard]] int taken_up_below(const ProposalMention& clause) const;
  void drop_sought_owner(ProposalMention& mention) const;
  [[nodiscard]] int meant_by_subject(int line, int chunk) const;
  void take_name(int line, int chunk);
  [[nodiscard]] int called_so(int line, int chunk) const;
  int put_forward_before(int line, int chunk);
  [[nodiscard]] int named_the_same(const ProposalMention& mention) const;
  int place(ProposalMention mention, int chunk);
  void put(ProposalMention mention, int chunk, int p);

  const std::vector<Shallow>& texts_;
  const Cast& cast_;
  Kin kin_;
  ProposalReader reader_;
  const LinkJudge judge_;
  std::vector<FoundProposal> found_;
  std::vector<std::unordered_map<int, int>> by_chunk_;  // of each line, chunk to proposal
  std::map<std::pair<int, int>, int> called_;           // line and group of a name that is given to it
  std::unordered_map<std::string, int> given_names_;    // "Twin Socket" to the proposal so called
};

}  // namespace demarche
