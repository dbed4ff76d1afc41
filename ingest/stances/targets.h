// What stands as the proposal of an act in one sentence: the groups of nouns and the clauses in the roles
// that the act's entry names, as far as they are of the sort that it takes. Tested by
// tests/ingest/pipeline_test.cpp over tests/cases/pipeline/stances.txt.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ingest/actors/cast.h"
#include "ingest/stances/acts.h"
#include "ingest/stances/clauses.h"
#include "ingest/stances/exclusions.h"
#include "ingest/stances/proposals.h"

namespace demarche {

struct Target {
  int proposal = -1;  // a number in Proposals::all()
  bool partial = false;
};

class TargetFinder {
 public:
  // All of it must outlive the finder. What only an act makes a proposal is added to `proposals`.
  TargetFinder(const Shallow& text, int line, const Clauses& clauses, const Cast& cast, Proposals& proposals,
               const Acts& acts, const Exclusions& exclusions)
      : text_(text),
        line_(line),
        clauses_(clauses),
        cast_(cast),
        proposals_(proposals),
        acts_(acts),
        exclusions_(exclusions) {}

  // Whether the act's own particle or noun stands with the verb; `objects` are what is left to be acted on.
  [[nodiscard]] bool matches_words(const Predicate& predicate, const ActEntry& act,
                                   std::vector<int>& objects) const;

  // The proposals of this act of this predicate; none where nothing fits.
  [[nodiscard]] std::vector<Target> of(int predicate, const ActEntry& act, const std::vector<int>& objects);

  // Why `of` found nothing, for people: "'claim' stands in data/exclusions.txt".
  [[nodiscard]] std::string missing(const Predicate& predicate, const ActEntry& act,
                                    const std::vector<int>& objects) const;

  // Likewise of an adjective: "opposed *to the plan*", "willing *to cut prices*".
  [[nodiscard]] std::vector<Target> of_adjective(int predicate, const ActEntry& act);

  // The clause behind a noun: "talks *on setting up a court*", "refusal *to allow unions*".
  [[nodiscard]] std::optional<Target> clause_behind(int chunk, const ActEntry& act);

  // Those among these groups of nouns that the act takes.
  [[nodiscard]] std::vector<Target> in(const std::vector<int>& chunks, const ActEntry& act);

  // As `in`; where something is called so also "it", whatever that stands for.
  [[nodiscard]] std::vector<Target> called(const std::vector<int>& chunks, const ActEntry& act);

  [[nodiscard]] std::optional<Target> at(int chunk, const ActEntry& act);

  // What a clause that "is" joins to its subject would do: "is against *raising taxes*"; nothing for others.
  [[nodiscard]] std::optional<Target> predicate_clause(int predicate, const ActEntry& act);

  // The groups of nouns in this role.
  [[nodiscard]] std::vector<int> in_role(const Predicate& predicate, const Role& role,
                                         const std::vector<int>& objects) const;

  // "an offer for the rest of X, which is being *considered*": the proposal that holds the noun which the
  // tree hangs the relative clause on.
  [[nodiscard]] std::vector<Target> above_antecedent(int predicate, const ActEntry& act);

  // The proposal spoken of last before the predicate; none where there is none.
  [[nodiscard]] std::vector<Target> spoken_of_before(const Predicate& predicate) const;

 private:
  [[nodiscard]] bool governs_clause(int p, const ActEntry& act) const;
  [[nodiscard]] bool goes_on(int chunk) const;
  [[nodiscard]] std::optional<Target> over_matter(const Predicate& predicate, int matter,
                                                  const ActEntry& act);
  [[nodiscard]] std::optional<Target> before_relative(const Predicate& predicate, const ActEntry& act);
  [[nodiscard]] std::vector<Target> left_out(const Predicate& predicate, const ActEntry& act) const;
  [[nodiscard]] bool is_of_object(const Predicate& predicate, const ActEntry& act) const;
  [[nodiscard]] std::optional<Target> clausal_target(int predicate, const ActEntry& act);
  [[nodiscard]] std::optional<Target> infinitive_target(int inner, const ActEntry& act);
  [[nodiscard]] bool is_said_together(int predicate, const Predicate& inner) const;
  [[nodiscard]] std::optional<Target> that_clause_target(int predicate, const ActEntry& act);
  [[nodiscard]] std::optional<Target> clause_after(int predicate, const Role& role, const ActEntry& act);
  [[nodiscard]] bool answers_proposal(const Predicate& predicate) const;
  [[nodiscard]] bool acts_on_proposal(const ActEntry& act, const Predicate& predicate, bool any_noun) const;
  [[nodiscard]] bool says_what_shall_be(const Predicate& clause) const;
  [[nodiscard]] bool is_subjunctive(const Predicate& clause) const;
  [[nodiscard]] bool suggests_fact(int chunk) const;
  [[nodiscard]] bool takes(const ActEntry& act, int chunk) const;
  [[nodiscard]] bool is_put_forward_before(int chunk) const;
  [[nodiscard]] bool is_own_scheme(const ActEntry& act, int chunk) const;
  [[nodiscard]] bool is_body_proposed(const ActEntry& act, int chunk) const;
  [[nodiscard]] bool has_points(int chunk) const;
  [[nodiscard]] bool is_new_text(int chunk) const;
  [[nodiscard]] bool is_sum(int chunk) const;
  [[nodiscard]] std::string why_not(const ActEntry& act, int chunk) const;
  [[nodiscard]] bool is_of_another(int noun) const;
  [[nodiscard]] bool is_strong_proposal(int proposal) const;
  [[nodiscard]] bool takes_up_demand(int chunk) const;
  [[nodiscard]] int told_behind_colon(int chunk) const;
  [[nodiscard]] bool takes_up_strong(const ActEntry& act, int chunk) const;
  [[nodiscard]] bool takes_thing_again(const ActEntry& act, int chunk) const;
  [[nodiscard]] bool takes_back_pronoun(const ActEntry& act, int chunk) const;
  [[nodiscard]] bool takes_pronoun(const ActEntry& act, int proposal) const;
  [[nodiscard]] bool is_described_so(int noun, const std::string& adjective) const;
  [[nodiscard]] bool has_particle(const Predicate& predicate, const std::string& particle) const;
  [[nodiscard]] int light_noun(const Predicate& predicate, const std::string& noun) const;
  [[nodiscard]] std::vector<int> in_condition(const Predicate& predicate) const;
  [[nodiscard]] std::vector<int> behind(int word, const std::string& preposition) const;
  [[nodiscard]] bool is_object(const Predicate& predicate, int word) const;
  [[nodiscard]] bool has_owner_word(int word) const;
  [[nodiscard]] bool leaves_to(const ActEntry& governing, int predicate) const;
  [[nodiscard]] int clause_end(const Predicate& clause) const;

  const Shallow& text_;
  int line_;
  const Clauses& clauses_;
  const Cast& cast_;
  Proposals& proposals_;
  const Acts& acts_;
  const Exclusions& exclusions_;
};

}  // namespace demarche
