#include "graph/answers/filter.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <tuple>

#include "graph/answers/names.h"
#include "graph/answers/versions.h"
#include "graph/model/unicode.h"

namespace demarche {
namespace {

using Day = std::chrono::sys_days;

bool takes_sides(Relation relation) {
  switch (relation) {
    case Relation::Proposed:
    case Relation::Accepted:
    case Relation::Rejected:
    case Relation::Supported:
    case Relation::Opposed:
    case Relation::Withdrew:
      return true;
    case Relation::Amended:
    case Relation::Received:
    case Relation::Discussed:
      return false;
  }
  return false;
}

// Undated acts come before all others.
Day day_or_first(const Act& act, const Knowledge& knowledge) {
  const auto day = day_of(act, knowledge);
  return day ? day->first_day() : Day::min();
}

bool is_first_hand(const Act& act) {
  return !act.speaker || *act.speaker == act.actor;
}

// A filter with its NAMES resolved.
class Sieve {
 public:
  Sieve(const Filter& filter, const Knowledge& knowledge, const std::set<Modality>& otherwise)
      : filter_(filter), knowledge_(knowledge), modalities_(filter.modalities.value_or(otherwise)) {
    if (filter.source) source_ = fold(*filter.source);
    if (filter.in_force) in_force_ = in_force(knowledge, filter.as_of);
  }

  Result<void> resolve_speaker() {
    if (!filter_.speaker) return {};
    auto named = resolve_actor(knowledge_, *filter_.speaker);
    if (!named) return tl::make_unexpected(std::move(named.error()));
    speakers_.insert(named->begin(), named->end());
    return {};
  }

  [[nodiscard]] bool passes(std::size_t index) const {
    const auto& act = knowledge_.acts[index];
    const auto& finding = act.finding;
    const auto& doc = knowledge_.documents[act.document];
    return modalities_.contains(finding.modality) &&
           (filter_.relations.empty() || filter_.relations.contains(finding.relation)) &&
           finding.confidence >= filter_.min_confidence && (!filter_.first_hand || is_first_hand(act)) &&
           (!filter_.speaker || (act.speaker && speakers_.contains(*act.speaker))) &&
           (!filter_.source || (doc.source && fold(*doc.source) == source_)) &&
           known_by(doc, filter_.as_of) && inside_dates(act) && (!filter_.in_force || in_force_[index]);
  }

  // Whether a date filter leaves the act out for want of a date.
  [[nodiscard]] bool lacks_date(const Act& act) const {
    if (filter_.as_of && !knowledge_.documents[act.document].date) return true;
    return (filter_.from || filter_.to) && !day_of(act, knowledge_);
  }

 private:
  [[nodiscard]] bool inside_dates(const Act& act) const {
    if (!filter_.from && !filter_.to) return true;
    const auto day = day_of(act, knowledge_);
    return day && (!filter_.from || day->first_day() >= filter_.from->first_day()) &&
           (!filter_.to || day->first_day() <= filter_.to->last_day());
  }

  const Filter& filter_;
  const Knowledge& knowledge_;
  std::set<Modality> modalities_;
  std::set<std::size_t> speakers_;
  std::string source_;  // folded
  std::vector<bool> in_force_;
};

}  // namespace

bool is_stance(const Act& act) {
  return act.finding.modality == Modality::Actual && takes_sides(act.finding.relation);
}

bool chooses_acts(const Filter& filter) {
  return filter.from || filter.to || filter.modalities || !filter.relations.empty() || filter.speaker ||
         filter.source || filter.first_hand || filter.min_confidence > 0.0 || filter.in_force;
}

bool known_by(const Document& doc, const std::optional<Date>& as_of) {
  return !as_of || (doc.date && doc.date->first_day() <= as_of->last_day());
}

std::optional<Date> day_of(const Act& act, const Knowledge& knowledge) {
  return act.finding.date ? act.finding.date : knowledge.documents[act.document].date;
}

Result<FilterOutcome> apply(const Filter& filter, const Knowledge& knowledge,
                            const std::set<Modality>& otherwise) {
  Sieve sieve(filter, knowledge, otherwise);
  if (auto ok = sieve.resolve_speaker(); !ok) return tl::make_unexpected(std::move(ok.error()));

  FilterOutcome outcome;
  std::set<std::size_t> undated;
  for (std::size_t i = 0; i < knowledge.acts.size(); ++i) {
    if (sieve.passes(i)) outcome.acts.push_back(i);
    if (sieve.lacks_date(knowledge.acts[i])) undated.insert(knowledge.acts[i].document);
  }
  outcome.undated_left_out = undated.size();
  return outcome;
}

std::vector<bool> in_force(const Knowledge& knowledge, const std::optional<Date>& as_of) {
  using Stance = std::tuple<std::size_t, std::size_t, Relation>;  // actor, proposal, relation
  std::map<Stance, Day> day_of_stance;
  const auto counts = [&](const Act& act) {
    return is_stance(act) && known_by(knowledge.documents[act.document], as_of);
  };
  for (const auto& act : knowledge.acts) {
    if (!counts(act)) continue;
    const auto day = day_or_first(act, knowledge);
    const auto [stance, is_new] =
        day_of_stance.emplace(Stance{act.actor, act.proposal, act.finding.relation}, day);
    if (is_new) continue;
    stance->second = act.finding.relation == Relation::Proposed ? std::min(stance->second, day)
                                                                : std::max(stance->second, day);
  }

  const Versions versions(knowledge);
  std::map<std::pair<std::size_t, std::size_t>, Day> latest;  // by actor and family of versions
  for (const auto& [stance, day] : day_of_stance) {
    const auto [known, is_new] =
        latest.emplace(std::pair(std::get<0>(stance), versions.family(std::get<1>(stance))), day);
    if (!is_new) known->second = std::max(known->second, day);
  }

  std::vector<bool> flags;
  for (const auto& act : knowledge.acts)
    flags.push_back(counts(act) && day_of_stance.at({act.actor, act.proposal, act.finding.relation}) ==
                                       latest.at({act.actor, versions.family(act.proposal)}));
  return flags;
}

}  // namespace demarche
