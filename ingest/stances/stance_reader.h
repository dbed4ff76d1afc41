// Reads the stances of one sentence: for each word that is an act, its roles are looked up in the clauses
// (verbs), or beside it (nouns, adjectives, compounds); a stance stands where an actor and a proposal are
// found in them. Verbs are read in verb_acts.cpp, adjectives and prepositions in adjective_acts.cpp, nouns
// and compounds in noun_acts.cpp, what a record notes in few words in verdicts.cpp, "so did X" in
// likewise.cpp. Tested by tests/ingest/pipeline_test.cpp over tests/cases/pipeline.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "ingest/stances/act_dates.h"
#include "ingest/stances/agents.h"
#include "ingest/stances/issuer.h"
#include "ingest/stances/modality.h"
#include "ingest/stances/speakers.h"
#include "ingest/stances/stances.h"
#include "ingest/stances/targets.h"

namespace demarche {

class StanceReader {
 public:
  StanceReader(ReadDocument& doc, const StanceLists& lists, int line, int quoted, Issuer issuer,
               std::vector<Stance>& out)
      : doc_(doc),
        lists_(lists),
        line_(line),
        text_(doc.texts[static_cast<std::size_t>(line)]),
        clauses_(doc.clauses[static_cast<std::size_t>(line)]),
        modality_(text_, clauses_, lists.controls),
        speakers_(text_, line, clauses_, doc.cast, quoted),
        owners_(doc.texts, doc.clauses, doc.cast, lists.actor_words),
        agents_(text_, line, clauses_, doc.cast, doc.proposals, owners_, speakers_, issuer),
        targets_(text_, line, clauses_, doc.cast, doc.proposals, lists.acts, lists.exclusions),
        issuer_(issuer),
        out_(out) {}

  void run() {
    for (int p = 0; p < static_cast<int>(clauses_.predicates().size()); ++p) verb_acts(p);
    for (int p = 0; p < static_cast<int>(clauses_.predicates().size()); ++p) adjective_acts(p);
    for (int p = 0; p < static_cast<int>(clauses_.predicates().size()); ++p) preposition_acts(p);
    for (int c = 0; c < text_.size(); ++c)
      if (text_.is(c, ChunkKind::Nouns)) {
        noun_acts(c);
        compound_acts(c);
      }
    likewise_acts();
    if ((issuer_.is_record || issuer_.states) && !is_title(doc_, line_)) verdicts();
  }

 private:
  [[nodiscard]] bool wants_done(const Predicate& predicate, const std::vector<int>& objects) const;
  [[nodiscard]] bool is_no_verb(const Predicate& predicate) const;
  void verb_acts(int p);
  [[nodiscard]] bool is_as_opposed_to(int word) const;
  [[nodiscard]] const Stance* answer_told_before(int word) const;
  void likewise_acts();
  void adjective_acts(int p);
  [[nodiscard]] bool names_another(int first, int last) const;
  bool adjective_act(int p, int word);
  void preposition_acts(int p);
  void noun_acts(int c);
  void called_by_adjective(int c);
  void compound_acts(int c);
  void verdicts();
  bool try_verdict(int first, int word, const ActEntry& act);
  void add_voters(int label, const ActEntry& act);
  [[nodiscard]] bool opens_resolution(int first, int word);
  [[nodiscard]] int opening_of_resolution(int word) const;
  [[nodiscard]] std::vector<int> named_between(int from, int to, bool seconding) const;
  [[nodiscard]] std::vector<int> acting_before(int word);
  bool try_statement(int word, const ActEntry& act);
  std::optional<std::pair<Relation, int>> answer_resolved(int opening, int last);
  bool try_resolution(int word, const ActEntry& act);
  [[nodiscard]] bool ends_verdict(int word) const;
  [[nodiscard]] int end_of_verdict(int word, const ActEntry& act) const;
  [[nodiscard]] int matter_of_verdict(int first, int word, bool noted);
  int actor_in_compound(int word);
  [[nodiscard]] std::vector<int> who_do_likewise(const Predicate& predicate);
  [[nodiscard]] std::vector<int> who_acts(int p, const ActEntry& act, const std::vector<Target>& targets);
  [[nodiscard]] bool is_surely_anothers(const std::vector<Target>& targets) const;
  void answer_of_others(const Standing& standing, const std::vector<int>& who,
                        const std::vector<Target>& targets, Stance& stance) const;
  [[nodiscard]] bool does_with_own(const Predicate& predicate, const ActEntry& act) const;
  [[nodiscard]] bool is_set_ahead(const Predicate& predicate) const;
  void date_act(int p, Stance& stance) const;
  [[nodiscard]] std::vector<int> body_voting(const Predicate& predicate) const;
  [[nodiscard]] int advice_above(const Predicate& predicate) const;
  std::vector<int> advising_by(int noun);
  bool advise(const Predicate& predicate, Stance stance, std::vector<Target> targets);
  void add_recommended(const Predicate& predicate, Stance stance);
  [[nodiscard]] std::vector<int> met_with(const Predicate& predicate);
  [[nodiscard]] bool is_moved(const Predicate& predicate) const;
  [[nodiscard]] bool is_refused_in_record(const Predicate& predicate, const Standing& standing,
                                          const std::vector<int>& who, const Stance& stance) const;
  void add_seconders(const Predicate& predicate, Stance stance, const std::vector<Target>& targets);
  bool try_act(int p, const ActEntry& act);
  bool is_met(const Predicate& predicate, const ActEntry& act, std::vector<int>& objects) const;
  [[nodiscard]] bool is_for_members(const Predicate& predicate) const;
  [[nodiscard]] bool acts_on_none(const Predicate& predicate) const;
  [[nodiscard]] bool holds_to_be_so(const Predicate& predicate) const;
  [[nodiscard]] bool is_sought_together(const Standing& standing, const ActEntry& act) const;
  [[nodiscard]] bool resists(const Predicate& predicate, const Standing& standing, const ActEntry& act) const;
  [[nodiscard]] bool weighs_own(const Predicate& predicate, const ActEntry& act,
                                const std::vector<Target>& targets, const std::vector<int>& who) const;
  void turn_unsettled(const Predicate& predicate, const ActEntry& act, const std::vector<Target>& targets,
                      const std::vector<int>& who, Stance& stance) const;
  [[nodiscard]] bool is_unfinished(const Predicate& predicate, Relation relation) const;
  [[nodiscard]] bool is_means_only(const Predicate& predicate, const Standing& standing,
                                   const ActEntry& act) const;
  [[nodiscard]] std::vector<int> owners_of(const std::vector<Target>& targets) const;
  [[nodiscard]] bool is_of_a_kind(const Predicate& predicate) const;
  [[nodiscard]] bool speaks_of_clause(const std::vector<Target>& targets) const;
  [[nodiscard]] std::vector<int> submitted_to(const ProposalMention& mention) const;
  [[nodiscard]] std::vector<int> parties_of(const std::vector<Target>& targets) const;
  [[nodiscard]] std::vector<int> addressees_of(const std::vector<Target>& targets) const;
  [[nodiscard]] bool decides(int member) const;
  [[nodiscard]] bool is_brought_about(const Predicate& predicate) const;
  [[nodiscard]] bool is_no_comment(int p, const ActEntry& act);
  [[nodiscard]] bool counts_votes(const Predicate& predicate) const;
  [[nodiscard]] int body_of_members(int member) const;
  void count_votes(const Predicate& predicate, std::vector<int>& who, Stance& stance) const;
  void turn(const Predicate& predicate, const Standing& standing, const ActEntry& act, Stance& stance) const;
  bool try_called(int p, int word, const ActEntry& act);
  bool judge_clause(const Predicate& predicate, const ActEntry& act, const std::vector<Target>& targets);
  [[nodiscard]] bool names(int p) const;
  [[nodiscard]] bool rejects(int p) const;
  [[nodiscard]] int predicate_holding(int p) const;
  [[nodiscard]] bool is_said_by_verb_above(const Predicate& predicate) const;
  [[nodiscard]] const std::vector<ActEntry>& acts_named(ActKind kind, int word) const;
  void drop_places(int c, std::vector<int>& who) const;
  bool try_noun(int c, const ActEntry& act);
  [[nodiscard]] bool is_owned(int c) const;
  [[nodiscard]] bool is_of_light_verb(int c, const ActEntry& noun) const;
  [[nodiscard]] bool is_given_up(int c) const;
  [[nodiscard]] int giving_up(int c) const;
  [[nodiscard]] bool is_kept(int giving_up) const;
  [[nodiscard]] bool has_none(int c) const;
  [[nodiscard]] std::optional<Modality> lacking(int c) const;
  std::vector<Target> acted_on_in(const Predicate& predicate, const ActEntry& act);
  [[nodiscard]] std::vector<Target> meant_by_predicate(int c, const ActEntry& act);
  [[nodiscard]] std::vector<Target> meant_by_coming(int c) const;
  std::vector<Target> done_despite(int c, const ActEntry& act);
  std::vector<int> giving_voice_to(int c);
  [[nodiscard]] bool is_met_with(int c) const;
  [[nodiscard]] bool is_acted_on(int c) const;
  [[nodiscard]] bool is_awaited(int c) const;
  [[nodiscard]] int predicate_awaiting(int c) const;
  [[nodiscard]] bool is_said_to_await(int c) const;
  [[nodiscard]] int predicate_calling(int noun) const;
  [[nodiscard]] std::vector<int> named_by(int calling, int name) const;
  std::vector<Target> targets_of_noun(int c, const ActEntry& act);
  std::vector<Target> left_out(int p, const ActEntry& act, const std::vector<int>& who) const;
  void note(int word, const ActEntry& act, const std::vector<Role>& roles, const std::string& missing) const;
  [[nodiscard]] int purpose_of(const Predicate& predicate) const;
  [[nodiscard]] std::optional<Modality> gathering_for(const Predicate& predicate, Relation relation) const;
  [[nodiscard]] bool is_foretold(const Predicate& predicate, Relation relation) const;
  void judge(int p, Stance stance, const std::vector<int>& who, const std::vector<Target>& targets);
  void add_backing(Stance backing, Modality modality, const std::vector<int>& who,
                   const std::vector<Target>& targets);
  [[nodiscard]] bool is_not_urged(const Standing& standing) const;
  [[nodiscard]] bool is_of_any(const Predicate& predicate) const;
  void add_demanding(const std::vector<int>& who, const Stance& stance, const std::vector<Target>& targets);
  void add_urging(const Standing& standing, Stance& stance, const std::vector<Target>& targets);
  void colour_by_governor(int chunk, Stance& stance);
  std::optional<Date> date_near(int p, Modality modality, SaidWhen said) const;
  [[nodiscard]] bool is_ahead(const std::optional<Date>& date) const;
  bool is_partial_act(const Predicate& predicate) const;
  [[nodiscard]] bool is_presupposed(int word) const;
  [[nodiscard]] bool is_firm(int member) const;
  [[nodiscard]] bool speaks_for(int speaker, int actor) const;
  void add(Stance stance, const std::vector<int>& actors, const std::vector<Target>& targets);

  ReadDocument& doc_;
  const StanceLists& lists_;
  int line_;
  const Shallow& text_;
  const Clauses& clauses_;
  ModalityReader modality_;
  SpeakerReader speakers_;
  OwnerFinder owners_;
  AgentFinder agents_;
  TargetFinder targets_;
  Issuer issuer_;
  std::vector<Stance>& out_;
};

// Whether the entry is a judgment, passed by whoever says it.
inline bool is_judgment(const ActEntry& act) {
  return !act.actor.empty() && act.actor.front().kind == RoleKind::Speaker;
}

}  // namespace demarche
