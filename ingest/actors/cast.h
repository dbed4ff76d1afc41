// Who is who inside one document: the mentions that name one actor brought together, and the words that stand
// for one
// ("the company", "he", "both sides") traced back to it.
// Tested by tests/ingest/actors/cast_test.cpp over tests/cases/actors/cast.txt.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "ingest/actors/mentions.h"

namespace demarche {

struct CastMember {
  std::string name;  // the fullest, without title; a gazetteer entry's own
  ActorKind kind = ActorKind::Unknown;
  Gender gender = Gender::Unknown;
  const GazetteerEntry* entry = nullptr;
  std::vector<int> mentions;  // numbers in Cast::mentions(), in order

  // What the gazetteer ties to a state or to a body above it: no company.
  [[nodiscard]] bool is_official() const { return entry && !entry->affiliations.empty(); }
};

class Cast {
 public:
  // `texts` are the document's sentences, the title's first; they and what the finder holds must outlive the
  // cast.
  Cast(const std::vector<Shallow>& texts, const MentionFinder& finder);

  [[nodiscard]] const std::vector<Mention>& mentions() const { return mentions_; }
  [[nodiscard]] const std::vector<CastMember>& members() const { return members_; }
  [[nodiscard]] int member_of(int mention) const { return member_of_[static_cast<std::size_t>(mention)]; }

  // The mention whose head is this word; -1 for none.
  [[nodiscard]] int mention_at(int line, int word) const;

  // The mentions of a line, from left to right.
  [[nodiscard]] const std::vector<int>& mentions_in(int line) const {
    return by_line_[static_cast<std::size_t>(line)];
  }

  // Whom a group of nouns names, by its head: one member, several where it stands for them together, none
  // where it names nobody.
  [[nodiscard]] std::vector<int> members_at(int line, int chunk) const;

  // The members that own by the possessive pronoun at this word: "its", "their".
  [[nodiscard]] std::vector<int> owners_meant(int line, int word) const;

  // Takes in words that act though nothing told them for an actor ("government" of "government plans"): the
  // member of that description, else a new one.
  int adopt(int line, int first, int last);

  // Whether "the company" may mean it: no union, ministry or council is one.
  [[nodiscard]] bool may_be_firm(int member) const;

  // A description that turns out to mean a member too: "his country".
  void add_mention(int mention, int member);

 private:
  // What names and descriptions have come to mean so far. Of two bearers of a name the first keeps it; of two
  // bodies that "the company" may mean, the last is meant.
  struct Index {
    std::unordered_map<const GazetteerEntry*, int> entries;
    std::unordered_map<std::string, int> names;  // whole names, and initials of bodies
    std::unordered_map<std::string, int> surnames;
    std::unordered_map<std::string, int> family_first;  // "roh" of "roh tae-woo"
    std::unordered_map<std::string, int> last_words;    // of names that may be a person's
    std::unordered_map<std::string, int>
        beginnings;  // the first words of a body's name: "emery" of "emery air freight"
    std::unordered_map<std::string, int> descriptions;
    std::unordered_map<std::string, int> offices;  // "harbour minister", who is so called beside his name
    std::unordered_map<std::string, int> heads;    // "government", and "president" for who bears the title
    int body = -1;
    int company = -1;
  };

  void collect(const MentionFinder& finder);
  void find_in_titles(const MentionFinder& finder);
  void find_office_holders();
  void find_adjectives();
  void take_mention(int line, Mention mention);
  void settle();
  [[nodiscard]] int named_already(const Mention& mention) const;
  [[nodiscard]] int called_by_name(const Mention& found) const;
  [[nodiscard]] int described_already(const Mention& mention) const;
  [[nodiscard]] int named_below(const std::string& key) const;
  [[nodiscard]] int named_with_title(const Mention& name) const;
  [[nodiscard]] bool is_paper(int member) const;
  [[nodiscard]] bool may_be_short_for_body(int member, const std::string& key) const;
  [[nodiscard]] bool is_told_as_thing(const Mention& name) const;
  [[nodiscard]] bool is_bare_name(const Mention& name) const;
  [[nodiscard]] bool acts(const Mention& name) const;
  [[nodiscard]] bool names_actor_inside(const Mention& found) const;
  [[nodiscard]] bool is_spoken_for(const Mention& name) const;
  [[nodiscard]] bool is_lone_opening(int mention) const;
  [[nodiscard]] int body_acting_before(const Mention& found) const;
  [[nodiscard]] int firm_acting_before(const Mention& found) const;
  [[nodiscard]] int joined_before(int mention, const Chunk& group) const;
  [[nodiscard]] int word_in_name(const Mention& found) const;
  [[nodiscard]] int only_firm_before(const Mention& found) const;
  [[nodiscard]] int named_beside(const Mention& found) const;
  [[nodiscard]] int named_behind(const Mention& office) const;
  [[nodiscard]] bool names_body(const Mention& described, const Mention& named) const;
  [[nodiscard]] int apposed(const Mention& found) const;
  [[nodiscard]] bool says_no_more(const Mention& less, const Mention& more) const;
  [[nodiscard]] int told_below(const Mention& found) const;
  [[nodiscard]] int named_within(const Mention& found) const;
  [[nodiscard]] bool is_government_told_of(const Mention& found) const;
  [[nodiscard]] int more_fully_before(const Mention& found) const;
  [[nodiscard]] bool bears_other_title(int member, const Mention& found) const;
  [[nodiscard]] int office_holder(const Mention& found) const;
  void learn_name(const Mention& mention, int member);
  [[nodiscard]] int acronym_behind(const Mention& name) const;
  void learn_description(const Mention& mention, int member);
  [[nodiscard]] std::string office_of(const Mention& person) const;
  void join(int mention, int member);
  int enlist(int mention);
  void name_members();
  void name_by_mentions(CastMember& member);

  [[nodiscard]] const Shallow& text(int line) const { return texts_[static_cast<std::size_t>(line)]; }
  [[nodiscard]] const Mention& mention(int m) const { return mentions_[static_cast<std::size_t>(m)]; }

  const std::vector<Shallow>& texts_;
  const ActorWords& words_;
  std::vector<Mention> mentions_;
  std::vector<std::vector<int>> by_line_;
  std::vector<int> member_of_;
  std::vector<CastMember> members_;
  Index index_;
};

}  // namespace demarche
