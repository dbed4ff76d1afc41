// Shares of right assertions by class of rule, as measured on the development gold; the table stands in
// README.md.
#include "ingest/stances/confidence.h"

#include <string_view>

namespace demarche {
namespace {

double share_of_verb(const Stance& stance) {
  const bool passive = stance.rule.ends_with("/passive");
  switch (stance.relation) {
    case Relation::Accepted:
      return passive ? 0.80 : 0.94;
    case Relation::Rejected:
      return passive ? 0.80 : 0.89;
    case Relation::Proposed:
      return 0.92;
    case Relation::Opposed:
      return 0.83;
    case Relation::Received:
      return 0.80;
    case Relation::Supported:
      return 0.70;
    case Relation::Amended:
    case Relation::Withdrew:
      return 0.60;
    case Relation::Discussed:
      return 0.50;
  }
  return 0.50;
}

}  // namespace

double confidence_of(const Stance& stance) {
  constexpr double less_when_not_actual = 0.15;
  const std::string_view rule = stance.rule;
  double share = 0.80;  // adjectives
  if (rule.ends_with("/owner"))
    share = 0.79;
  else if (rule.ends_with("/urging"))
    share = 0.60;
  else if (rule.starts_with("compound:"))
    share = 0.95;
  else if (rule.starts_with("noun:"))
    share = 0.75;
  else if (rule.starts_with("verb:"))
    share = share_of_verb(stance);
  return stance.modality == Modality::Actual ? share : share - less_when_not_actual;
}

}  // namespace demarche
