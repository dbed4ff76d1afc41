// Who acts: the members of the cast in the roles that an act's entry names for its actor. Pronouns in a
// clause that hangs on another mean who acts there. Tested by tests/ingest/pipeline_test.cpp over
// tests/cases/pipeline/stances.txt.
#pragma once

#include <vector>

#include "ingest/actors/cast.h"
#include "ingest/stances/acts.h"
#include "ingest/stances/clauses.h"
#include "ingest/stances/issuer.h"
#include "ingest/stances/owners.h"
#include "ingest/stances/proposals.h"
#include "ingest/stances/speakers.h"

namespace demarche {

class AgentFinder {
 public:
  // All of it must outlive the finder. In a headline, whoever acts is taken into the cast.
  AgentFinder(const Shallow& text, int line, const Clauses& clauses, Cast& cast, const Proposals& proposals,
              OwnerFinder& owners, const SpeakerReader& speakers, Issuer issuer)
      : text_(text),
        line_(line),
        clauses_(clauses),
        cast_(cast),
        proposals_(proposals),
        owners_(owners),
        speakers_(speakers),
        issuer_(issuer) {}

  // Those who act at a predicate; `objects` as in TargetFinder::matches_words.
  [[nodiscard]] std::vector<int> of_verb(int predicate, const ActEntry& act);

  // Those who act in a noun: "*Hezbollah's* rejection", "opposition *from the union*".
  [[nodiscard]] std::vector<int> of_noun(int chunk, const ActEntry& act);

  // The members that these groups of nouns name or stand for.
  [[nodiscard]] std::vector<int> named(const std::vector<int>& chunks);

 private:
  [[nodiscard]] std::vector<int> writers_of(int chunk);
  [[nodiscard]] std::vector<int> named_beside(int chunk);
  [[nodiscard]] bool says_what_completes(int chunk) const;
  [[nodiscard]] std::vector<int> joined_owners(int chunk) const;
  [[nodiscard]] std::vector<int> bodies_of_owners(int chunk);
  [[nodiscard]] std::vector<int> list_of_names(int chunk) const;
  [[nodiscard]] std::vector<int> listed_by_number(int chunk) const;
  [[nodiscard]] std::vector<int> whole_of(int chunk);
  [[nodiscard]] std::vector<int> body_in_session(const Predicate& predicate);
  [[nodiscard]] std::vector<int> body_by_vote(const Predicate& predicate);
  [[nodiscard]] bool is_put_to_vote(const Predicate& predicate) const;
  [[nodiscard]] std::vector<int> those_asked(int root) const;
  [[nodiscard]] int company_of(int person) const;
  [[nodiscard]] std::vector<int> named_behind(int chunk);
  [[nodiscard]] std::vector<int> body_spoken_for(int chunk) const;
  [[nodiscard]] std::vector<int> named_by_predicate(int chunk) const;
  [[nodiscard]] std::vector<int> meant_by_which(const Predicate& predicate,
                                                const std::vector<int>& chunks) const;
  [[nodiscard]] std::vector<int> members_by_name(const std::vector<int>& chunks) const;
  [[nodiscard]] std::vector<int> singled_out(int chunk) const;
  [[nodiscard]] bool names_issuer(int chunk) const;
  [[nodiscard]] bool counts_votes(const Predicate& predicate, const Oblique& by) const;
  [[nodiscard]] bool makes_inner(const Predicate& predicate, const Oblique& by) const;
  [[nodiscard]] std::vector<int> in_role(const Predicate& predicate, const Role& role) const;
  [[nodiscard]] bool is_party_to_matter(int chunk) const;
  [[nodiscard]] std::vector<int> owners_of(int chunk);
  [[nodiscard]] bool is_unnamed_spokesman(const std::vector<int>& subjects) const;
  [[nodiscard]] std::vector<int> spoken_for(const std::vector<int>& subjects) const;
  [[nodiscard]] std::vector<int> meant_by_clause(int chunk);
  [[nodiscard]] std::vector<int> who_speaks(int chunk) const;
  [[nodiscard]] std::vector<int> members_of_plural(int chunk);
  [[nodiscard]] std::vector<int> subjects_of_noun(int chunk, const ActEntry& act);
  [[nodiscard]] std::vector<int> with_partners(std::vector<int> who, int chunk, const ActEntry& act) const;
  [[nodiscard]] std::vector<int> beside_verb(int chunk, const std::string& preposition) const;
  [[nodiscard]] bool means_proposals(int chunk) const;
  [[nodiscard]] bool are_unnamed_sources(int chunk) const;
  [[nodiscard]] int name_borne(int chunk) const;
  [[nodiscard]] std::vector<int> holder_of_office(int chunk) const;
  [[nodiscard]] std::vector<int> holders_of_session(int chunk);
  [[nodiscard]] std::vector<int> body_of_board(int chunk);
  [[nodiscard]] int body_of_owner(int chunk);
  [[nodiscard]] int state_opening_before() const;
  [[nodiscard]] bool is_many(const std::vector<int>& chunks) const;

  const Shallow& text_;
  int line_;
  const Clauses& clauses_;
  Cast& cast_;
  const Proposals& proposals_;
  OwnerFinder& owners_;
  const SpeakerReader& speakers_;
  Issuer issuer_;
};

}  // namespace demarche
