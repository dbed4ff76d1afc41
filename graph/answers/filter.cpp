#include "graph/answers/filter.h"

#include "graph/answers/names.h"
#include "graph/answers/stances.h"
#include "graph/model/unicode.h"

namespace demarche {
namespace {

bool is_first_hand(const Act& act) {
  return !act.speaker || *act.speaker == act.actor;
}

// A filter with its NAMES resolved.
class Sieve {
 public:
  Sieve(const Filter& filter, const Knowledge& knowledge, const std::set<Modality>& otherwise)
      : filter_(filter), knowledge_(knowledge), modalities_(filter.modalities.value_or(otherwise)) {
    if (filter.source) source_ = fold(*filter.source);
    if (filter.in_force) in_force_ = in_force(knowledge, filter.as_of, filter.stop);
  }

  Result<void> resolve_speaker() {
    if (!filter_.speaker) return {};
    auto named = resolve_actor(knowledge_, *filter_.speaker, filter_.as_of);
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
  return act.finding.modality == Modality::Actual && side_of(act.finding.relation) != Side::Neither;
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
  for (std::size_t i = 0; i < knowledge.acts.size() && !filter.stop.stop_requested(); ++i) {
    if (sieve.passes(i)) outcome.acts.push_back(i);
    if (sieve.lacks_date(knowledge.acts[i])) undated.insert(knowledge.acts[i].document);
  }
  outcome.undated_left_out = undated.size();
  return outcome;
}

std::vector<bool> in_force(const Knowledge& knowledge, const std::optional<Date>& as_of,
                           const std::stop_token& stop) {
  std::vector<std::size_t> known;
  for (std::size_t i = 0; i < knowledge.acts.size(); ++i)
    if (known_by(knowledge.documents[knowledge.acts[i].document], as_of)) known.push_back(i);
  std::vector<bool> flags(knowledge.acts.size());
  const Versions versions(knowledge, as_of);
  const Representation offices(knowledge, as_of);
  for (const auto& history : histories_of(knowledge, known, versions, offices, RollUp::Together, stop))
    for (std::size_t i : history.stances.back().acts) flags[i] = true;
  return flags;
}

}  // namespace demarche
