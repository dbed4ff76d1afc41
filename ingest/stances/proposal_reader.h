// One place that names a proposal, read by itself: how far its words reach, what they count, whose it is,
// what it is about. Which places name the same one is not asked here (proposal_chain.h). Tested by
// tests/ingest/stances/proposals_test.cpp over tests/cases/stances/points.txt.
#pragma once

#include <optional>
#include <string>
#include <utility>
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
  int verb = -1;       // whose subject or object it is; -1 for none, or where there is no tree
  int called = -1;     // the group of the name that is given to it: "called | *the Twin Socket*"
  int describes = -1;  // the noun that this verb describes: "a *resolution* endorsing the plan"
  const ProposalNoun* noun = nullptr;  // nullptr for a clause, or a noun that only an act makes a proposal
  bool is_clause = false;
  bool in_title = false;
  bool definite = false;  // also where it is owned: "its plan"
  bool open = false;      // "any plan": nothing spoken of before
  bool partial = false;   // "some of", "the first phase of"
  bool apart = false;     // "a rival plan"
  bool original = false;  // "the first draft"
  bool counters = false;  // named as an answer: "the counter-proposal"
  bool past = false;      // "an earlier plan"
  bool own = false;       // "its *own* plan"
  bool renewed = false;   // "a revised plan"
  bool compared = false;  // "the *higher* bid": another version, later or not
  bool renewing = false;  // "raised its bid": what was acted on so will be called "the raised bid"
  std::string renewal;    // the word that says so: "revised"
  std::string acted_on;   // the lemma of the verb that acts on it: "revise"
  bool proposed = false;  // "the planned tax"
  bool drafted = false;   // called a draft
  bool named = false;     // by a proper name: "the Treaty of Rome"
  bool inside = false;    // the words of another proposal's name: "a vote on *the plan*"
  bool joint = false;     // what several parties hold together: a deal
  std::optional<int> points;
  std::vector<int> owners;           // members of the cast
  std::vector<int> sought;           // likewise: what an offer is for
  std::vector<int> makers;           // likewise: who puts it forward here: "X made an offer"
  std::vector<int> submitters;       // who put it forward: "the plan that X submitted"
  std::vector<int> put_to;           // likewise: who is to answer: "a request to X"
  bool surely_owned = true;          // not by a name that merely stands before it
  std::vector<std::string> numbers;  // sorted, each with its unit: "46 share", "3.16 billion"
  std::vector<std::string> topic;    // sorted, singular: what it is about by its head and the words before it
  std::vector<std::string> behind;   // likewise by the words behind its head
  bool measured = true;              // no word before its head tells more than a number: "the ten-week bill"
  std::string beside;                // the word right before its head, singular: "tax" of "a farm tax plan"
  std::vector<int> actors;           // sorted: members of the cast that it names

  // "its planned merger": of two, whoever mentions it.
  [[nodiscard]] bool joint_offer() const {
    return noun->sense == "merger" || noun->noun == "acquisition" || noun->noun == "takeover";
  }

  // "the cabinet's *proposed* cuts", "a *draft* truce by X": a proposal though its noun may be none, or what
  // is held together.
  [[nodiscard]] bool is_put_forward() const {
    return proposed && (surely_owned || drafted) && !owners.empty() && noun &&
           (noun->family != Family::Deal || drafted) && !joint_offer();
  }
};

class ProposalReader {
 public:
  // All of it must outlive the reader.
  ProposalReader(const std::vector<Shallow>& texts, const std::vector<Clauses>& clauses, Cast& cast,
                 const ProposalWords& words, const ActorWords& actor_words)
      : texts_(texts),
        clauses_(clauses),
        cast_(cast),
        words_(words),
        actor_words_(actor_words),
        owners_(texts, clauses, cast, actor_words) {}

  // The group at this chunk of nouns. An owner that only its place tells for an actor is added to the cast.
  [[nodiscard]] ProposalMention read(int line, int chunk);

  // The words `first` to `last` as a clause: "to cancel the debt".
  [[nodiscard]] ProposalMention read_clause(int line, int first, int last) const;

  // The chunk that names it: behind "of" where the first only holds it ("a set | of | 28 proposals").
  [[nodiscard]] int core_chunk(int line, int chunk) const;

  // The noun that decides what kind of proposal a group is: that of "terms of a deal" is "deal"; nullptr for
  // none.
  [[nodiscard]] const ProposalNoun* noun_at(int line, int chunk) const;

  // Whether it is called a proposal: "the *planned* tax".
  [[nodiscard]] bool is_called_proposed(int line, int chunk) const;
  [[nodiscard]] bool is_proposed_behind(int line, int chunk) const;
  [[nodiscard]] Ownership ownership_of(int line, int core_first, const ProposalMention& mention) const;

  // Whether "for" stands behind it: "a claim *for* 9 percent".
  [[nodiscard]] bool is_for_something(int line, int chunk) const;

  // "revised", "amended".
  [[nodiscard]] bool is_renewing_word(const std::string& key) const { return words_.word(key).renewed; }

  // Whether only a part of it is meant here: "some US proposals".
  [[nodiscard]] bool is_partial(int line, int chunk) const;

  // The group that a verb of this sentence puts forward for the first time: "unveiled *a second cable*"; -1
  // for none.
  [[nodiscard]] int put_forward_in(int line) const;

  // What acts on this group, as its object: "*renewed* its offer"; nullptr for none.
  [[nodiscard]] const Predicate* predicate_over(int line, int chunk) const;

 private:
  [[nodiscard]] bool holds_next(int line, int chunk) const;
  [[nodiscard]] int name_given(const ProposalMention& mention) const;
  [[nodiscard]] bool is_of_market(const ProposalMention& mention) const;
  void drop_land_of_budget(ProposalMention& mention) const;
  [[nodiscard]] static bool is_put_by_somebody(const ProposalMention& mention);
  [[nodiscard]] const Shallow& text(int line) const { return texts_[static_cast<std::size_t>(line)]; }
  [[nodiscard]] bool is_on_telephone(int line, const Chunk& group) const;
  [[nodiscard]] bool is_attempt(int line, const Chunk& group) const;
  [[nodiscard]] bool is_verb_form(int line, const Chunk& group) const;
  [[nodiscard]] std::vector<int> own_makers(int line, int chunk) const;
  [[nodiscard]] bool answers_with(int line, int chunk, int preposition) const;
  [[nodiscard]] bool is_recipient(int line, int chunk, int preposition) const;
  [[nodiscard]] int extent_end(int line, int chunk) const;
  [[nodiscard]] std::vector<int> sought_by_offer(const ProposalMention& mention) const;
  [[nodiscard]] std::vector<int> subjects_over(int line, int chunk) const;
  [[nodiscard]] std::vector<int> subjects_of_relative(int line, int head) const;
  [[nodiscard]] bool is_made_here(int line, int chunk) const;
  void part_owner_from_sought(ProposalMention& mention, int chunk) const;
  void describe_by_name(ProposalMention& mention) const;
  void describe(ProposalMention& mention) const;
  void count(ProposalMention& mention) const;
  [[nodiscard]] bool is_price(const ProposalMention& mention, int number) const;
  [[nodiscard]] std::string unit_behind(const ProposalMention& mention, int number) const;

  const std::vector<Shallow>& texts_;
  const std::vector<Clauses>& clauses_;
  Cast& cast_;
  const ProposalWords& words_;
  const ActorWords& actor_words_;
  OwnerFinder owners_;
};

}  // namespace demarche
