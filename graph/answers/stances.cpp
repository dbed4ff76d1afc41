#include "graph/answers/stances.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "graph/answers/filter.h"

namespace demarche {
namespace {

using std::chrono::sys_days;

// So long after it was taken a stance is not merely said again, but has become weaker.
constexpr std::chrono::days weaker_is_no_news{90};

// How much an act says: to accept is more than to support.
int strength(Relation relation) {
  switch (relation) {
    case Relation::Withdrew:
      return 3;
    case Relation::Accepted:
    case Relation::Rejected:
      return 2;
    case Relation::Supported:
    case Relation::Opposed:
      return 1;
    case Relation::Proposed:
    case Relation::Amended:
    case Relation::Received:
    case Relation::Discussed:
      return 0;
  }
  return 0;
}

// "The offer that it withdrew was Austral's": whose a proposal is, told without when it was made.
bool is_by_ownership(const Assertion& finding) {
  return finding.relation == Relation::Proposed && finding.rule.ends_with("/owner");
}

// Makes one history of its acts, which must be given in their order.
class Teller {
 public:
  Teller(const Knowledge& knowledge, const Versions& versions, std::size_t party)
      : knowledge_(knowledge), versions_(versions), party_(party) {}

  void add(std::size_t index) {
    const auto& act = knowledge_.acts[index];
    if (is_of_now(act)) return stances_.back().acts.push_back(index);
    if (is_no_news(act)) return;
    const auto day = day_or_first(act, knowledge_);
    if (!stances_.empty() && stances_.back().day == day && !is_older(now(), act)) stances_.pop_back();
    stances_.push_back({act.proposal, day, {index}});
    told_.emplace(act.proposal, act.finding.relation);
  }

  std::vector<Position> finished() {
    const auto is_surer = [&](std::size_t a, std::size_t b) {
      const auto& one = knowledge_.acts[a];
      const auto& other = knowledge_.acts[b];
      return std::tuple(is_by_ownership(other.finding), one.actor == party_, one.finding.confidence) >
             std::tuple(is_by_ownership(one.finding), other.actor == party_, other.finding.confidence);
    };
    for (auto& stance : stances_) std::stable_sort(stance.acts.begin(), stance.acts.end(), is_surer);
    return std::move(stances_);
  }

 private:
  [[nodiscard]] const Act& now() const { return knowledge_.acts[stances_.back().acts.front()]; }

  // "Which had refused the first draft": told on one day, and taken before the newer text was there.
  [[nodiscard]] bool is_older(const Act& before, const Act& act) const {
    return versions_.depth(before.proposal) < versions_.depth(act.proposal);
  }

  [[nodiscard]] bool is_of_now(const Act& act) const {
    return !stances_.empty() && now().proposal == act.proposal &&
           now().finding.relation == act.finding.relation && now().finding.extent == act.finding.extent;
  }

  [[nodiscard]] bool is_no_news(const Act& act) const {
    if (stances_.empty()) return false;
    const auto relation = act.finding.relation;
    const auto before = now().finding.relation;
    const bool was_told = told_.contains({act.proposal, relation});
    const bool is_older_text = versions_.depth(act.proposal) < versions_.depth(now().proposal);
    const bool is_newer_text = versions_.depth(act.proposal) > versions_.depth(now().proposal);
    if (was_told && (is_older_text || relation == Relation::Proposed)) return true;
    if (is_by_ownership(act.finding) && before == Relation::Withdrew && !is_newer_text) return true;
    if (relation == Relation::Supported && before == Relation::Proposed) return true;
    const bool is_same_side = side_of(relation) == side_of(before);
    const bool is_soon = day_or_first(act, knowledge_) - stances_.back().day <= weaker_is_no_news;
    return is_same_side && is_soon && !is_newer_text && strength(relation) < strength(before) &&
           act.finding.extent == now().finding.extent;
  }

  const Knowledge& knowledge_;
  const Versions& versions_;
  std::size_t party_;
  std::vector<Position> stances_;
  std::set<std::pair<std::size_t, Relation>> told_;  // by proposal
};

}  // namespace

Side side_of(Relation relation) {
  switch (relation) {
    case Relation::Proposed:
    case Relation::Accepted:
    case Relation::Supported:
      return Side::For;
    case Relation::Rejected:
    case Relation::Opposed:
    case Relation::Withdrew:
      return Side::Against;
    case Relation::Amended:
    case Relation::Received:
    case Relation::Discussed:
      return Side::Neither;
  }
  return Side::Neither;
}

sys_days day_or_first(const Act& act, const Knowledge& knowledge) {
  const auto day = day_of(act, knowledge);
  return day ? day->first_day() : sys_days::min();
}

std::vector<History> histories_of(const Knowledge& knowledge, const std::vector<std::size_t>& acts,
                                  const Versions& versions, const Representation& offices, RollUp roll_up,
                                  const std::stop_token& stop) {
  std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>> by_party;  // and family
  for (std::size_t i : acts) {
    if (stop.stop_requested()) return {};
    const auto& act = knowledge.acts[i];
    if (!is_stance(act)) continue;
    const auto party =
        roll_up == RollUp::Alone ? act.actor : offices.party(act.actor, day_of(act, knowledge));
    by_party[{party, versions.family(act.proposal)}].push_back(i);
  }
  const auto order = [&](std::size_t i) {
    const auto& act = knowledge.acts[i];
    return std::tuple(day_or_first(act, knowledge), versions.depth(act.proposal),
                      strength(act.finding.relation), act.finding.extent == Extent::Partial, i);
  };
  std::vector<History> histories;
  for (auto& [key, own] : by_party) {
    if (stop.stop_requested()) return {};
    std::sort(own.begin(), own.end(), [&](std::size_t a, std::size_t b) { return order(a) < order(b); });
    Teller teller(knowledge, versions, key.first);
    for (std::size_t i : own) teller.add(i);
    histories.push_back({key.first, key.second, teller.finished()});
  }
  return histories;
}

}  // namespace demarche
