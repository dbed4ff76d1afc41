// Whose a noun is: "*Norway's* plan", "*their* rejection", "the *EU* offer", "*government* plans", "a
// proposal *by X and Y*". Tested by tests/ingest/pipeline_test.cpp over tests/cases/pipeline/stances.txt.
#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "ingest/actors/cast.h"
#include "ingest/stances/clauses.h"
#include "ingest/stances/proposal_words.h"

namespace demarche {

enum class Reach { Next, Far };

struct Owners {
  std::vector<int> members;  // of the cast
  bool possessive = true;    // by 's or "its"; not by a name that merely stands before the noun
};

class OwnerFinder {
 public:
  // All of it must outlive the finder. An owner that only its place tells for an actor is added to `cast`.
  OwnerFinder(const std::vector<Shallow>& texts, const std::vector<Clauses>& clauses, Cast& cast,
              const ActorWords& words)
      : texts_(texts), clauses_(clauses), cast_(cast), words_(words) {}

  // Members of the cast that stand before `head` in its group, which begins at `first` (words); of a name
  // without possessive only where `ownership` allows it.
  [[nodiscard]] Owners before(int line, int first, int head, Ownership ownership);

  // Those behind one of the prepositions that follow the group; "from" often says something else where it
  // stands farther off.
  [[nodiscard]] std::vector<int> behind(int line, int chunk,
                                        std::initializer_list<std::string_view> prepositions,
                                        Reach reach = Reach::Next) const;

 private:
  [[nodiscard]] std::vector<int> bidders(int line, int chunk) const;
  [[nodiscard]] int mark_before_brackets(int line, int first) const;
  [[nodiscard]] int end_of_whole(int line, int owner) const;
  [[nodiscard]] std::vector<int> owners_of_whole(int line, int last);
  [[nodiscard]] std::vector<int> possessor(int line, int first, int mark);
  template <class Counts>
  [[nodiscard]] int name_before(int line, int first, int head, Counts counts) const;
  [[nodiscard]] std::vector<int> modifier(int line, int first, int head);
  [[nodiscard]] std::vector<int> adjective(int line, int first, int head) const;
  [[nodiscard]] std::vector<int> common_noun(int line, int first, int head);
  [[nodiscard]] bool is_told_of(const std::string& people) const;
  [[nodiscard]] bool acts_as_group(const std::string& word, const std::string& noun) const;
  [[nodiscard]] bool can_own(const Mention& mention, int member) const;

  const std::vector<Shallow>& texts_;
  const std::vector<Clauses>& clauses_;
  Cast& cast_;
  const ActorWords& words_;
};

}  // namespace demarche
