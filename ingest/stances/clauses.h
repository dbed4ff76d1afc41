// Who does what to whom in one sentence, from its tree: for each verb its subjects, objects and prepositional
// groups, and the verb it hangs on. The roles bear the names of Universal Dependencies. What grammar leaves
// unsaid is filled in: relative pronouns are their antecedents, and verbs that are joined, controlled or
// reduced have the subjects and objects that they share. Tested by tests/ingest/stances/clauses_test.cpp over
// tests/cases/stances/clauses.txt.
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "ingest/actors/chunks.h"
#include "ingest/stances/controls.h"

namespace demarche {

enum class Hangs : std::uint8_t {
  Free,        // a main clause, or nothing is known
  Complement,  // "agreed *to cancel*", "considers *accepting*"
  Reported,    // "said that it *rejected*", "proposed that Kyiv *withdraw*"
  OfNoun,      // "a plan *to cancel*"
  Relative,    // "which *rejected*", "backed by"
  Adverbial,   // ", *accepting*", "after *rejecting*", "in order to"
};

struct Oblique {
  int preposition = 0;  // a word
  int chunk = 0;        // its group of nouns
};

struct Predicate {
  int chunk = 0;  // of verbs, or of adjectives that have no verb: "investors *likely* to bid"
  int root = 0;   // the word that heads its clause in the tree: the verb, or what "be" says of a subject
  std::vector<int> subjects;  // chunks of nouns; of a passive, what is acted on
  std::vector<int> objects;
  std::vector<Oblique> obliques;
  Hangs hangs = Hangs::Free;
  int governor = -1;       // the predicate whose complement this is
  int governor_noun = -1;  // the chunk of nouns it completes
  int subordinator = -1;   // the word "if", "after", … that opens its clause
  int adjective = -1;      // the word that completes a form of "be": "ready"
  bool passive = false;
  bool finite = false;

  [[nodiscard]] bool has_object(int group) const {
    return std::find(objects.begin(), objects.end(), group) != objects.end();
  }

  // Whether something is done to this chunk: the object, of a passive the subject.
  [[nodiscard]] bool acts_on(int group) const {
    return passive ? std::find(subjects.begin(), subjects.end(), group) != subjects.end() : has_object(group);
  }
};

class Clauses {
 public:
  // Of a sentence without a tree there are none. `text` and `controls` must outlive them.
  Clauses(const Shallow& text, const Controls& controls);

  // "X accepts it, its spokesman, Y, *told* Reuters": a verb of saying that the tree joins to what is said.
  [[nodiscard]] bool is_report_aside(const Predicate& predicate) const;

  // In the order of the sentence.
  [[nodiscard]] const std::vector<Predicate>& predicates() const { return predicates_; }
  [[nodiscard]] const Predicate& at(int predicate) const {
    return predicates_[static_cast<std::size_t>(predicate)];
  }

  // The predicate of a chunk; -1 where it is none.
  [[nodiscard]] int predicate_of(int chunk) const { return of_chunk_[static_cast<std::size_t>(chunk)]; }

  // The predicate whose clause this word heads; -1 for none.
  [[nodiscard]] int predicate_at(int word) const {
    return word < 0 ? -1 : of_root_[static_cast<std::size_t>(word)];
  }

  // Who does what a verb governs: its object where it has one.
  [[nodiscard]] Controller controller(const Predicate& governor) const {
    return tree().dependent(governor.root, "obj") >= 0 ? Controller::Object : Controller::Subject;
  }

  // What a word makes of the act that it governs, whose clause `root` heads; nothing where it is not listed.
  // A phrase counts as one word: "*ruled out* accepting", "*stopped short of* accepting".
  [[nodiscard]] bool took_time(const Predicate& governor) const;
  [[nodiscard]] std::optional<Control> control_of(const Predicate& governor, int root) const;

  // "*gave* the rebels until Friday to accept it", "*gave* its partners a week to": who is given time is
  // urged.
  [[nodiscard]] bool sets_deadline(const Predicate& governor) const;

  // The prepositional groups behind a group of nouns: "a proposal | by X | to Y".
  [[nodiscard]] std::vector<Oblique> modifiers(int chunk) const;

  // Whether what stands behind "by" is how a vote went, and no agent: "611", "85 percent", "a majority".
  [[nodiscard]] bool counts_votes(int agent) const;

  // "described it *as unfair*".
  [[nodiscard]] bool is_said_as(int word) const;

  // The word of the preposition right before a group of nouns; -1 for none.
  [[nodiscard]] int preposition_before(int chunk) const;

  // Whether a group begins as one does that is spoken of: "*the* plan", "*its* plan", "*Norway's* plan".
  [[nodiscard]] bool is_determined(int chunk) const;

  // The groups joined to this one by "and": "the US | and | Ukraine", itself the first.
  [[nodiscard]] std::vector<int> joined(int chunk) const;

 private:
  [[nodiscard]] static bool is_linking(std::string_view lemma);
  [[nodiscard]] bool is_report(const Predicate& predicate) const;
  void list_predicates();
  void read(Predicate& predicate);
  void read_voice(Predicate& predicate) const;
  void read_words(Predicate& predicate) const;
  [[nodiscard]] int called_at_end(int root) const;
  void read_objects(Predicate& predicate) const;
  [[nodiscard]] int postponed_object(const Predicate& predicate) const;
  [[nodiscard]] int object_behind_indirect(int indirect) const;
  [[nodiscard]] int said_of_subject(int root) const;
  [[nodiscard]] std::vector<int> behind_worth(int noun) const;
  [[nodiscard]] bool is_anothers(int noun) const;
  [[nodiscard]] int staging_of(const Predicate& predicate) const;
  [[nodiscard]] int ruling_above(const Predicate& predicate) const;
  [[nodiscard]] bool is_said_of_it(const Predicate& predicate) const;
  void read_obliques(int word, Predicate& predicate) const;
  [[nodiscard]] int urging_above(const Predicate& predicate) const;
  [[nodiscard]] int urging_past_aside(const Predicate& predicate) const;
  [[nodiscard]] bool is_urging(int noun) const;
  [[nodiscard]] int pressure_before(const Predicate& predicate) const;
  void hang(Predicate& predicate) const;
  void hang_on_noun(Predicate& predicate) const;
  void hang_joined(Predicate& predicate) const;
  void read_subjects(Predicate& predicate) const;
  [[nodiscard]] std::vector<int> subjects_of_first(const Predicate& predicate) const;
  [[nodiscard]] int one_of(int noun) const;
  [[nodiscard]] std::vector<int> urged_by_noun(const Predicate& predicate) const;
  [[nodiscard]] std::vector<int> shared_subjects(const Predicate& predicate) const;
  [[nodiscard]] std::vector<int> controlled_subjects(const Predicate& predicate) const;
  [[nodiscard]] int gap_filler(int antecedent) const;
  void fill_relative_gap(Predicate& predicate) const;
  void share_objects(Predicate& predicate) const;
  void share_agents(Predicate& predicate) const;
  [[nodiscard]] int bearer_of(int noun) const;
  [[nodiscard]] int subject_behind_mark(const Predicate& predicate) const;
  [[nodiscard]] bool is_cleft(const Predicate& predicate) const;
  [[nodiscard]] bool is_accused(const Predicate& predicate) const;
  [[nodiscard]] bool is_controlled_adverbial(int root) const;
  [[nodiscard]] bool is_recipient_of_text(int noun) const;
  [[nodiscard]] int antecedent(int word) const;
  [[nodiscard]] int counted(int word) const;
  [[nodiscard]] std::vector<int> groups(int word) const;
  [[nodiscard]] bool is_left_out(int word) const;
  [[nodiscard]] int joined_past_owner(int word) const;
  [[nodiscard]] int first_of_list(int chunk) const;
  void add_groups(int word, std::vector<int>& out) const;
  [[nodiscard]] int group_of(int word) const;
  [[nodiscard]] int mark_of(int word) const;
  [[nodiscard]] bool is_marked_by(int noun, std::initializer_list<std::string_view> prepositions) const;
  [[nodiscard]] bool reports_behind_aside(const Predicate& predicate) const;
  [[nodiscard]] int noun_left_of(const Predicate& predicate) const;
  void add_subjects_elsewhere(Predicate& predicate) const;
  [[nodiscard]] bool completes_unmarked(const Predicate& predicate) const;
  [[nodiscard]] int advising_above(const Predicate& predicate) const;
  [[nodiscard]] int subject_of_infinitive(const Predicate& predicate) const;
  void keep_nearest_of_list(Predicate& predicate) const;
  void add_adjacent_subjects(Predicate& predicate) const;
  [[nodiscard]] std::vector<std::string> phrases_of(const Predicate& governor, int root) const;
  [[nodiscard]] int governor_of(int root) const;
  [[nodiscard]] int governor_past_circumstance(int root) const;

  [[nodiscard]] const Tree& tree() const { return *text_.tree; }

  const Shallow& text_;
  const Controls& controls_;
  std::vector<Predicate> predicates_;
  std::vector<int> of_chunk_;
  std::vector<int> of_root_;
};

}  // namespace demarche
