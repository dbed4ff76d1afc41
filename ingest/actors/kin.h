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
  Kin(const Cast& cast, const std::vector<ActorLink>& links);

  // A member is its own kin.
  [[nodiscard]] bool are(int a, int b) const { return a == b || pairs_.contains(std::minmax(a, b)); }

  // Whether one of these is kin of one of those.
  [[nodiscard]] bool are_any(const std::vector<int>& these, const std::vector<int>& those) const;

 private:
  void join(int a, int b) { pairs_.insert(std::minmax(a, b)); }
  void by_entries(const Cast& cast);
  void by_nesting(const Cast& cast);

  std::set<std::pair<int, int>> pairs_;
};

}  // namespace demarche
