// For every party and proposal the last of its stances decides, unless a dispute about that version is as
// young as the stance. Parties without a stance that were given the proposal, or urged to say something of
// it, are silent.
#include "graph/answers/status.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "graph/answers/conflicts.h"
#include "graph/answers/names.h"
#include "graph/answers/stances.h"

namespace demarche {
namespace {

using std::chrono::sys_days;

PartyStatus standing_of(const Assertion& finding) {
  const bool is_partial = finding.extent == Extent::Partial;
  switch (finding.relation) {
    case Relation::Accepted:
      return is_partial ? PartyStatus::Partial : PartyStatus::Accepted;
    case Relation::Rejected:
      return is_partial ? PartyStatus::Partial : PartyStatus::Rejected;
    case Relation::Supported:
      return PartyStatus::Supported;
    case Relation::Opposed:
      return PartyStatus::Opposed;
    case Relation::Withdrew:
      return PartyStatus::Withdrawn;
    case Relation::Proposed:
    case Relation::Amended:
    case Relation::Received:
    case Relation::Discussed:
      return PartyStatus::Proposed;
  }
  return PartyStatus::Proposed;
}

std::optional<Date> date_of(sys_days day) {
  return day == sys_days::min() ? std::nullopt : std::optional(Date::of(day));
}

// What somebody urged to `relation` a proposal is urged to do.
std::string_view infinitive(Relation relation) {
  switch (relation) {
    case Relation::Accepted:
      return "accept it";
    case Relation::Rejected:
      return "reject it";
    case Relation::Supported:
      return "support it";
    case Relation::Opposed:
      return "oppose it";
    case Relation::Withdrew:
      return "withdraw it";
    case Relation::Proposed:
    case Relation::Amended:
    case Relation::Received:
    case Relation::Discussed:
      return "propose it";
  }
  return "";
}

std::string on_day(const std::optional<Date>& date) {
  return date ? " on " + date->iso() : "";
}

class Standings {
 public:
  Standings(const Knowledge& knowledge, const Filter& filter, RollUp roll_up, std::vector<std::size_t> acts)
      : knowledge_(knowledge),
        roll_up_(roll_up),
        acts_(std::move(acts)),
        versions_(knowledge, filter.as_of),
        offices_(knowledge, filter.as_of),
        flags_(in_force(knowledge, filter.as_of, filter.stop)),
        disputes_(disputes_in(knowledge, acts_, offices_, roll_up, filter.stop)),
        today_(today(filter.as_of)),
        stop_(filter.stop) {}

  // `asked`: the versions that the rows may be about; none for all.
  std::vector<StatusRow> rows(const std::optional<std::set<std::size_t>>& asked) {
    auto about = acts_;
    if (asked)
      std::erase_if(about, [&](std::size_t i) { return !asked->contains(knowledge_.acts[i].proposal); });
    const auto told = [&](const std::vector<std::size_t>& acts) {
      return histories_of(knowledge_, acts, versions_, offices_, roll_up_, stop_);
    };
    const auto histories = told(about);
    std::set<Party> spoken;
    for (const auto& history : asked ? told(acts_) : histories) spoken.emplace(history.party, history.family);
    std::vector<Placed> rows;
    for (const auto& history : histories)
      if (!stop_.stop_requested()) rows.push_back({history.family, row_of(history)});
    for (const auto& [party, asking] : questions(about))
      if (!stop_.stop_requested() && !spoken.contains(party))
        rows.push_back({party.second, silent_row(asking)});
    return ordered(std::move(rows));
  }

 private:
  using Party = std::pair<std::size_t, std::size_t>;  // and the family of the proposal

  struct Placed {
    std::size_t family = 0;
    StatusRow row;
    std::optional<Date> latest = {};  // news of the family
  };

  // The day of the newest document, where no other is asked about.
  [[nodiscard]] sys_days today(const std::optional<Date>& as_of) const {
    if (as_of) return as_of->last_day();
    auto newest = sys_days::min();
    for (const auto& doc : knowledge_.documents)
      if (doc.date) newest = std::max(newest, doc.date->first_day());
    return newest;
  }

  [[nodiscard]] std::size_t party_of(const Act& act) const {
    return roll_up_ == RollUp::Alone ? act.actor : offices_.party(act.actor, day_of(act, knowledge_));
  }

  [[nodiscard]] const Dispute* dispute_about(std::size_t party, const Position& stance) const {
    const auto place = [](const Dispute& dispute) { return std::pair(dispute.party, dispute.proposal); };
    for (const auto& dispute :
         std::ranges::equal_range(disputes_, std::pair(party, stance.proposal), {}, place))
      if (dispute.last >= stance.day) return &dispute;
    return nullptr;
  }

  // The day on which the stance was taken once more, too long after the dispute to be told of in it.
  [[nodiscard]] std::optional<sys_days> settled_on(const Dispute& dispute, const Position& stance) const {
    std::optional<sys_days> first;
    for (std::size_t i : stance.acts) {
      const auto day = day_or_first(knowledge_.acts[i], knowledge_);
      if (day > dispute.last + denied_within && (!first || day < *first)) first = day;
    }
    return first;
  }

  // Whether another version was first told of after the stance was taken.
  [[nodiscard]] bool is_stale(const Position& stance) const {
    if (stance.day == sys_days::min()) return false;
    const auto versions = versions_.all_of(stance.proposal);
    return std::any_of(versions.begin(), versions.end(), [&](std::size_t other) {
      const auto told = versions_.first_told(other);
      return versions_.depth(other) > versions_.depth(stance.proposal) && told && *told > stance.day;
    });
  }

  [[nodiscard]] std::vector<Row> evidence(const std::vector<std::size_t>& acts) const {
    auto rows = rows_of(knowledge_, acts, flags_);
    for (auto& row : rows) add_way(row, acts);
    return rows;
  }

  // For whom the actor of a row acts.
  void add_way(Row& row, const std::vector<std::size_t>& acts) const {
    if (roll_up_ == RollUp::Alone) return;
    const auto act = std::find_if(acts.begin(), acts.end(),
                                  [&](std::size_t i) { return knowledge_.acts[i].id == row.id; });
    for (std::size_t link : offices_.way_up(knowledge_.acts[*act].actor, row.date))
      row.via.push_back(link_ref(knowledge_, knowledge_.links[link]));
  }

  StatusRow row_of(const History& history) const {
    const auto& stance = history.stances.back();
    const auto& act = knowledge_.acts[stance.acts.front()];
    StatusRow row{actor_ref(knowledge_, act.actor),
                  proposal_ref(knowledge_, stance.proposal),
                  {},
                  {},
                  {},
                  {},
                  false,
                  {}};
    const auto* dispute = dispute_about(history.party, stance);
    const auto settled = dispute ? settled_on(*dispute, stance) : std::nullopt;
    row.since = date_of(settled.value_or(stance.day));
    row.stale = is_stale(stance);
    if (dispute && !settled) {
      row.status = PartyStatus::Disputed;
      row.rule = dispute->kind == Dispute::Kind::Denied
                     ? fmt::format("reported to have {}, which is denied within {} days",
                                   name(knowledge_.acts[dispute->said.front()].finding.relation),
                                   denied_within.count())
                     : fmt::format("reports within {} days of each other disagree", same_days.count());
      row.evidence = evidence(dispute->said);
      for (auto& other : evidence(dispute->contradicted)) row.evidence.push_back(std::move(other));
    } else {
      row.status = standing_of(act.finding);
      row.rule = rule_of(history, row);
      row.evidence = evidence(stance.acts);
    }
    return row;
  }

  std::string rule_of(const History& history, const StatusRow& row) const {
    const auto& finding = knowledge_.acts[history.stances.back().acts.front()].finding;
    std::string rule = fmt::format("latest actual stance: {}{}{}", name(finding.relation),
                                   finding.extent == Extent::Partial ? " in part" : "", on_day(row.since));
    if (history.stances.size() > 1) {
      const auto& before = history.stances[history.stances.size() - 2];
      rule += fmt::format(", after {}{}", name(knowledge_.acts[before.acts.front()].finding.relation),
                          on_day(date_of(before.day)));
    }
    if (row.stale) rule += "; the text has changed since";
    return rule;
  }

  // Who was given a proposal or urged to take a side, and by which acts.
  [[nodiscard]] std::map<Party, std::vector<std::size_t>> questions(
      const std::vector<std::size_t>& acts) const {
    std::map<Party, std::vector<std::size_t>> asked;
    for (std::size_t i : acts) {
      const auto& act = knowledge_.acts[i];
      const bool is_given =
          act.finding.modality == Modality::Actual && act.finding.relation == Relation::Received;
      const bool is_urged =
          act.finding.modality == Modality::Urged && side_of(act.finding.relation) != Side::Neither;
      if (is_given || is_urged) asked[{party_of(act), versions_.family(act.proposal)}].push_back(i);
    }
    return asked;
  }

  [[nodiscard]] StatusRow silent_row(std::vector<std::size_t> asking) const {
    std::stable_sort(asking.begin(), asking.end(), [&](std::size_t a, std::size_t b) {
      return day_or_first(knowledge_.acts[a], knowledge_) < day_or_first(knowledge_.acts[b], knowledge_);
    });
    const auto& act = knowledge_.acts[asking.front()];
    StatusRow row{actor_ref(knowledge_, act.actor),
                  proposal_ref(knowledge_, act.proposal),
                  PartyStatus::Silent,
                  {},
                  {},
                  {},
                  false,
                  {}};
    const auto day = day_or_first(act, knowledge_);
    row.since = date_of(day);
    const std::string asked = act.finding.modality == Modality::Urged
                                  ? fmt::format("urged to {}", infinitive(act.finding.relation))
                                  : "received it";
    row.rule = asked + on_day(row.since) + ", no stance known";
    if (row.since) {
      row.days = static_cast<int>((today_ - day).count());
      row.rule += fmt::format(" {} day{} later", *row.days, *row.days == 1 ? "" : "s");
    }
    row.evidence = evidence(asking);
    return row;
  }

  // Rows of one family together, the family with the latest news first.
  static std::vector<StatusRow> ordered(std::vector<Placed>&& placed) {
    std::map<std::size_t, std::optional<Date>> latest;
    for (const auto& [family, row, unknown] : placed) latest[family] = std::max(latest[family], row.since);
    for (auto& one : placed) one.latest = latest.at(one.family);
    std::sort(placed.begin(), placed.end(), [](const Placed& one, const Placed& other) {
      if (one.latest != other.latest) return one.latest > other.latest;
      const auto &a = one.row, &b = other.row;
      return std::tie(one.family, a.status, a.actor.name, a.actor.id, a.proposal.id) <
             std::tie(other.family, b.status, b.actor.name, b.actor.id, b.proposal.id);
    });
    std::vector<StatusRow> rows;
    for (auto& one : placed) rows.push_back(std::move(one.row));
    return rows;
  }

  const Knowledge& knowledge_;
  RollUp roll_up_;
  std::vector<std::size_t> acts_;
  Versions versions_;
  Representation offices_;
  std::vector<bool> flags_;
  std::vector<Dispute> disputes_;
  sys_days today_;
  std::stop_token stop_;
};

}  // namespace

std::string_view name(PartyStatus standing) {
  switch (standing) {
    case PartyStatus::Proposed:
      return "proposed";
    case PartyStatus::Accepted:
      return "accepted";
    case PartyStatus::Partial:
      return "partial";
    case PartyStatus::Supported:
      return "supported";
    case PartyStatus::Disputed:
      return "disputed";
    case PartyStatus::Silent:
      return "silent";
    case PartyStatus::Opposed:
      return "opposed";
    case PartyStatus::Rejected:
      return "rejected";
    case PartyStatus::Withdrawn:
      return "withdrawn";
  }
  return "";
}

Result<Status> status(const Knowledge& knowledge, const StatusQuestion& question, const Filter& filter) {
  auto outcome = apply(filter, knowledge, {all_modalities.begin(), all_modalities.end()});
  if (!outcome) return tl::make_unexpected(std::move(outcome.error()));
  std::optional<std::set<std::size_t>> asked;
  if (question.proposal) {
    const auto meant = resolve_proposal(knowledge, *question.proposal, filter.as_of, outcome->acts);
    if (!meant) return tl::make_unexpected(meant.error());
    asked.emplace(meant->begin(), meant->end());
  }
  Standings standings(knowledge, filter, question.roll_up, std::move(outcome->acts));
  return Status{standings.rows(asked), outcome->undated_left_out};
}

}  // namespace demarche
