// Which members of a cast may speak as one another: a state, its government and its leader, a company and its
// chairman. Where both put forward a plan, it can be the same plan. Tested by
// tests/ingest/stances/proposals_test.cpp over tests/cases/stances/chains.txt.
#pragma once

#include <set>
#include <utility>

#include "ingest/actors/affiliations.h"
#include "ingest/actors/cast.h"

namespace demarche {

class Kin {
 public:
  // By what the text says (`links`), by the gazetteer, and by names inside names ("*Norway*'s cabinet").
  Kin(const Cast& cast, const std::vector<Shallow>& texts, const std::vector<ActorLink>& links,
      const ActorWords& words);

  // A member is its own kin.
  [[nodiscard]] bool are(int a, int b) const { return a == b || pairs_.contains(std::minmax(a, b)); }

  // Whether one of these is kin of one of those.
  [[nodiscard]] bool are_any(const std::vector<int>& these, const std::vector<int>& those) const;

  // Whether one of these is only called by what one person of a matter is ("the arbitrator"), and one of
  // those is a person with a name, or the other way round: they may be one.
  [[nodiscard]] bool may_be_any(const std::vector<int>& these, const std::vector<int>& those) const;

 private:
  void by_role(const Cast& cast, const std::vector<Shallow>& texts, const ActorWords& words);
  void join(int a, int b) { pairs_.insert(std::minmax(a, b)); }
  void by_entries(const Cast& cast);
  void by_nesting(const Cast& cast);

  std::set<std::pair<int, int>> pairs_;
  std::set<int> in_a_role_, named_;  // persons
};

}  // namespace demarche
