// The act lexicon, data/acts.jsonl: which words are an act towards a proposal, of which relation, and in
// which roles actor and proposal stand beside them. Roles bear the names of Universal Dependencies ("nsubj",
// "obl:to", "nmod:of"); the passive is not spelled out. Format in data/README.md. Tested by
// tests/ingest/stances/acts_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/error.h"
#include "graph/model/vocabulary.h"
#include "ingest/actors/word_table.h"

namespace demarche {

enum class RoleKind : std::uint8_t {
  Subject,         // nsubj
  PassiveSubject,  // nsubj:pass; as actor, the entry holds of passives only: "was handed the plan"
  Object,          // obj
  Indirect,        // iobj: "gave *the plan* its blessing"
  Oblique,         // obl:to
  Complement,      // xcomp
  Clause,          // ccomp
  Possessor,       // nmod:poss
  Modifier,        // nmod:of
  Speaker,         // whoever says it: "the plan would hurt farmers, *X* said"
  Itself,          // self: the noun of the entry is what is acted on: "an *agreement* between X and Y"
  Omitted,         // omitted: the proposal spoken of last: "voted *against*"
  Condition,       // advcl:if: what is acted on in a condition: "will retaliate *if the tax is passed*"
};

struct Role {
  RoleKind kind = RoleKind::Subject;
  std::string preposition;  // of an oblique or a modifier

  // "obl:to" and the like; an error names the word that is no role.
  [[nodiscard]] static Result<Role> parse(std::string_view word);

  [[nodiscard]] std::string word() const;  // "obl:to"
};

// What may stand in the place of the proposal.
enum class Takes : std::uint8_t {
  Listed,  // a noun of data/proposals.jsonl
  Strong,  // one of those that are proposals by themselves: "plan", "deal"; not "cut"
  Owned,   // one of those that are somebody's own: "plan", "offer"; not "deal", "cut"
  Any,     // whatever is there: what is rejected was put to somebody
  Deal,    // a noun of one family only
  Law,
  Demand,
  Offer,
  Sum,  // money or a rate: "offered *$40 a share* for it"
};

// Whether it asks for no family of nouns, and for no sum.
[[nodiscard]] constexpr bool is_of_any_family(Takes takes) {
  return takes == Takes::Listed || takes == Takes::Strong || takes == Takes::Owned || takes == Takes::Any;
}

[[nodiscard]] std::string_view word_of(Takes takes);  // "listed", as in the file

enum class ActKind : std::uint8_t {
  Verb,
  Noun,
  Adjective,
  Compound,     // the participle in "UN-backed"
  Preposition,  // of a predicate: "is *against* the plan"
  Verdict,      // in a body's record: "Amendment 4: *rejected*"
};

// Whether the act answers what another has put forward.
[[nodiscard]] constexpr bool is_answer(Relation relation) {
  return relation == Relation::Accepted || relation == Relation::Rejected ||
         relation == Relation::Supported || relation == Relation::Opposed;
}

// Whether it would have the proposal fail: who urges another to it is against it.
[[nodiscard]] constexpr bool is_against(Relation relation) {
  return relation == Relation::Rejected || relation == Relation::Opposed || relation == Relation::Withdrew;
}

struct ActEntry {
  ActKind kind = ActKind::Verb;
  std::string word;      // the base form: "turn", "rejection", "unacceptable", "backed"
  std::string particle;  // "down"; of a noun its preposition, "in" of "in favour"; empty where there is none
  std::string with;      // the noun of a light verb: "approval" of "give"; empty where there is none
  Relation relation = Relation::Proposed;
  std::vector<Role> actor;     // tried in order
  std::vector<Role> proposal;  // tried in order
  std::vector<Role> partners;  // who takes the same act with the actor: "a deal *with Y*"
  Takes takes = Takes::Listed;
  Modality modality = Modality::Actual;  // of the plain statement: "is willing to" is a plan
  bool only_refused = false;   // holds of refusals only: whatever one will *not* accept was put to one
  bool only_recorded = false;  // holds in the record of a body only: "Ms Ash *moved* to strike the clause"

  // Whether the act is in the noun that the word stands with: "give *approval*".
  [[nodiscard]] bool is_light() const { return !with.empty() && kind != ActKind::Verdict; }

  // "verb:turn down", "noun:rejection": the first part of an assertion's rule.
  [[nodiscard]] std::string name() const;
};

// Whether the noun of an act behind this verb (base form) is about the verb's subject: "the plan *won*
// support".
[[nodiscard]] bool gives_subject(std::string_view verb);

class Acts {
 public:
  // Errors: Unreadable, or Malformed with file and line.
  [[nodiscard]] static Result<Acts> load(const std::filesystem::path& data);

  // Those of this word, the ones with a particle or noun of their own first; none for another word.
  [[nodiscard]] const std::vector<ActEntry>& of(ActKind kind, const std::string& word) const;

  [[nodiscard]] const std::vector<ActEntry>& all() const { return all_; }

 private:
  std::vector<ActEntry> all_;  // in file order
  WordTable<std::vector<ActEntry>> by_word_[6];
};

}  // namespace demarche
