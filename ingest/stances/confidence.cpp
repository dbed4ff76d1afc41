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
      return passive ? 0.86 : 0.96;
    case Relation::Rejected:
      return passive ? 0.85 : 0.96;
    case Relation::Proposed:
      return 0.94;
    case Relation::Opposed:
    case Relation::Supported:
      return 0.90;
    case Relation::Received:
    case Relation::Amended:
    case Relation::Withdrew:
      return 0.80;
    case Relation::Discussed:
      return 0.55;
  }
  return 0.50;
}

// How much less a stance of this relation is worth that is not stated as a fact.
double less_when_not_actual(Relation relation) {
  if (relation == Relation::Discussed) return 0.0;
  return relation == Relation::Supported || relation == Relation::Opposed ? 0.30 : 0.12;
}

}  // namespace

double confidence_of(const Stance& stance) {
  const std::string_view rule = stance.rule;
  double share = 0.80;  // adjectives and prepositions
  if (rule.ends_with("/owner"))
    share = 0.86;
  else if (rule.ends_with("/urging"))
    share = 0.50;
  else if (rule.ends_with("/speaker"))
    share = 0.85;
  else if (rule.starts_with("compound:"))
    share = 0.95;
  else if (rule.starts_with("noun:"))
    share = 0.78;
  else if (rule.starts_with("verb:"))
    share = share_of_verb(stance);
  return stance.modality == Modality::Actual ? share : share - less_when_not_actual(stance.relation);
}

}  // namespace demarche
