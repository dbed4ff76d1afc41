#include "ingest/stances/stance_places.h"

#include <cstdlib>

namespace demarche {

const Mention* member_near(const Stance& stance, int member, const Cast& cast) {
  if (member < 0) return nullptr;
  const Mention* best = nullptr;
  const auto distance = [&stance](const Mention& mention) {
    return std::abs(mention.last - stance.trigger_first);
  };
  for (int m : cast.mentions_in(stance.line)) {
    const Mention& mention = cast.mentions()[static_cast<std::size_t>(m)];
    if (cast.member_of(m) == member && (!best || distance(mention) < distance(*best))) best = &mention;
  }
  return best;
}

const ProposalMention* proposal_near(const Stance& stance, const Proposals& proposals) {
  const ProposalMention* best = nullptr;
  const auto distance = [&stance](const ProposalMention& mention) {
    return std::abs(mention.head - stance.trigger_first);
  };
  for (const ProposalMention& mention : proposals.all()[static_cast<std::size_t>(stance.proposal)].mentions)
    if (mention.line == stance.line && (!best || distance(mention) < distance(*best))) best = &mention;
  return best;
}

}  // namespace demarche
