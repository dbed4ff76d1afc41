// Acts are taken together by party and version. Of each such pile every pair is looked at; piles are small.
#include "graph/answers/conflicts.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "graph/answers/stances.h"

namespace demarche {
namespace {

using std::chrono::sys_days;

std::optional<sys_days> day_told(const Act& act, const Knowledge& knowledge) {
  const auto& date = knowledge.documents[act.document].date;
  return date ? std::optional(date->first_day()) : std::nullopt;
}

bool is_full(const Act& act) {
  return act.finding.extent == Extent::Full;
}

bool is_near(sys_days a, sys_days b) {
  return a - b <= same_days && b - a <= same_days;
}

// One outlet that tells the one after the other tells of a change.
bool are_of_two_outlets(const Act& a, const Act& b, const Knowledge& knowledge) {
  if (knowledge.stories[a.document] == knowledge.stories[b.document]) return false;
  const auto& first = knowledge.documents[a.document].source;
  const auto& second = knowledge.documents[b.document].source;
  return !first || !second || *first != *second;
}

bool takes_a_side(const Act& act) {
  const auto relation = act.finding.relation;
  return relation != Relation::Proposed && relation != Relation::Withdrew &&
         side_of(relation) != Side::Neither;
}

// Whether `denial` denies what `act` says: in the same text, or soon after it.
bool is_denied(const Act& act, const Act& denial, const Knowledge& knowledge) {
  if (act.finding.modality != Modality::Actual || denial.finding.modality != Modality::Denied) return false;
  if (act.finding.relation != denial.finding.relation || side_of(act.finding.relation) == Side::Neither)
    return false;
  if (act.finding.extent != denial.finding.extent) return false;
  const auto said = day_told(act, knowledge), denied = day_told(denial, knowledge);
  return said && denied && *denied >= *said && *denied - *said <= denied_within;
}

// Whether both report a stance of the same days, on opposite sides.
bool are_opposite(const Act& a, const Act& b, const Knowledge& knowledge) {
  if (a.finding.modality != Modality::Actual || b.finding.modality != Modality::Actual) return false;
  if (!takes_a_side(a) || !takes_a_side(b) || !is_full(a) || !is_full(b)) return false;
  if (side_of(a.finding.relation) == side_of(b.finding.relation)) return false;
  const auto told = day_told(a, knowledge), told_too = day_told(b, knowledge);
  return told && told_too && is_near(*told, *told_too) && are_of_two_outlets(a, b, knowledge) &&
         is_near(day_or_first(a, knowledge), day_or_first(b, knowledge));
}

using Pile = std::vector<std::size_t>;

// Gathers the pairs for which `contradicts(first, second)` holds into one dispute.
template <class Contradicts>
std::optional<Dispute> dispute_of(const Knowledge& knowledge, const Pile& pile, Dispute::Kind kind,
                                  const Contradicts& contradicts) {
  std::set<std::size_t> said, contradicted;
  sys_days last = sys_days::min();
  for (std::size_t a : pile)
    for (std::size_t b : pile) {
      if (contradicted.contains(a) || said.contains(b) || !contradicts(knowledge.acts[a], knowledge.acts[b]))
        continue;
      said.insert(a);
      contradicted.insert(b);
      last =
          std::max({last, *day_told(knowledge.acts[a], knowledge), *day_told(knowledge.acts[b], knowledge)});
    }
  if (said.empty()) return std::nullopt;
  Dispute dispute{kind, 0, 0, {}, {}, last};
  for (std::size_t i : pile) {
    if (said.contains(i)) dispute.said.push_back(i);
    if (contradicted.contains(i)) dispute.contradicted.push_back(i);
  }
  return dispute;
}

std::vector<Dispute> disputes_of(const Knowledge& knowledge, const Pile& pile) {
  std::vector<Dispute> disputes;
  for (const Relation relation : all_relations)
    if (auto denied = dispute_of(knowledge, pile, Dispute::Kind::Denied, [&](const Act& a, const Act& b) {
          return a.finding.relation == relation && is_denied(a, b, knowledge);
        }))
      disputes.push_back(std::move(*denied));
  if (auto opposite = dispute_of(knowledge, pile, Dispute::Kind::Opposite,
                                 [&](const Act& a, const Act& b) { return are_opposite(a, b, knowledge); }))
    disputes.push_back(std::move(*opposite));
  return disputes;
}

}  // namespace

std::vector<Dispute> disputes_in(const Knowledge& knowledge, const std::vector<std::size_t>& acts,
                                 const Representation& offices, RollUp roll_up, const std::stop_token& stop) {
  std::map<std::pair<std::size_t, std::size_t>, Pile> piles;  // by party and proposal
  for (std::size_t i : acts) {
    const auto& act = knowledge.acts[i];
    const auto party =
        roll_up == RollUp::Alone ? act.actor : offices.party(act.actor, day_of(act, knowledge));
    piles[{party, act.proposal}].push_back(i);
  }
  std::vector<Dispute> found;
  for (auto& [key, pile] : piles) {
    if (stop.stop_requested()) return {};
    std::sort(pile.begin(), pile.end(), [&](std::size_t a, std::size_t b) {
      return std::tuple(day_told(knowledge.acts[a], knowledge), a) <
             std::tuple(day_told(knowledge.acts[b], knowledge), b);
    });
    for (auto& dispute : disputes_of(knowledge, pile)) {
      std::tie(dispute.party, dispute.proposal) = key;
      found.push_back(std::move(dispute));
    }
  }
  return found;
}

Result<Conflicts> conflicts(const Knowledge& knowledge, const Filter& filter, RollUp roll_up) {
  const auto outcome = apply(filter, knowledge, {all_modalities.begin(), all_modalities.end()});
  if (!outcome) return tl::make_unexpected(outcome.error());
  const auto flags = in_force(knowledge, filter.as_of, filter.stop);
  auto disputes =
      disputes_in(knowledge, outcome->acts, Representation(knowledge, filter.as_of), roll_up, filter.stop);
  std::stable_sort(disputes.begin(), disputes.end(),
                   [](const Dispute& a, const Dispute& b) { return a.last > b.last; });
  Conflicts answer{{}, outcome->undated_left_out};
  for (const auto& dispute : disputes) {
    if (filter.stop.stop_requested()) break;
    answer.conflicts.push_back(
        {actor_ref(knowledge, knowledge.acts[dispute.said.front()].actor),
         proposal_ref(knowledge, dispute.proposal),
         {rows_of(knowledge, dispute.said, flags), rows_of(knowledge, dispute.contradicted, flags)}});
  }
  return answer;
}

}  // namespace demarche
