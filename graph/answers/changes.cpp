// A stance is new where no document of before tells of it; the histories of stances.h say what the party, or
// the actor for itself, thought before.
#include "graph/answers/changes.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "graph/answers/stances.h"

namespace demarche {
namespace {

using Acts = std::vector<std::size_t>;  // indices into Knowledge::acts

class Comparison {
 public:
  Comparison(const Knowledge& knowledge, const ChangesQuestion& question, const Filter& filter,
             const Acts& acts)
      : knowledge_(knowledge),
        question_(question),
        acts_(acts),
        versions_(knowledge, filter.as_of),
        offices_(knowledge, filter.as_of),
        flags_(in_force(knowledge, filter.as_of, filter.stop)),
        stop_(filter.stop) {}

  std::vector<Change> run() {
    add_stances();
    add_other_acts();
    add_versions();
    add_echoes();
    std::stable_sort(changes_.begin(), changes_.end(),
                     [](const Change& a, const Change& b) { return day_of(a) > day_of(b); });
    return std::move(changes_);
  }

 private:
  static std::optional<Date> day_of(const Change& change) {
    return change.after.act ? change.after.act->date : std::nullopt;
  }

  [[nodiscard]] bool is_new(std::size_t document) const {
    const auto& date = knowledge_.documents[document].date;
    return date && date->first_day() >= question_.since.first_day();
  }

  [[nodiscard]] bool are_new(const Acts& acts) const {
    return std::all_of(acts.begin(), acts.end(),
                       [&](std::size_t i) { return is_new(knowledge_.acts[i].document); });
  }

  [[nodiscard]] Change::Side side(const Acts& acts) const {
    auto row = rows_of(knowledge_, acts, flags_).front();
    return {row.proposal, std::move(row)};
  }

  [[nodiscard]] const Act& first_act(const Position& stance) const {
    return knowledge_.acts[stance.acts.front()];
  }

  // As the first of those who took the stance did.
  [[nodiscard]] Change::Side side_of_first(const Position& stance) const {
    Acts own = stance.acts;
    std::erase_if(own, [&](std::size_t i) { return knowledge_.acts[i].actor != first_act(stance).actor; });
    return side(own);
  }

  // What the actor itself thought of the proposal before, in whatever office; else what its party did.
  [[nodiscard]] const Position* before(const std::vector<History>& histories, const History& history,
                                       std::size_t place) const {
    const auto& stance = history.stances[place];
    const Position* latest = nullptr;
    for (const auto& other : histories) {
      if (other.family != history.family) continue;
      for (const auto& earlier : other.stances)
        if (first_act(earlier).actor == first_act(stance).actor && earlier.day < stance.day &&
            (!latest || latest->day < earlier.day))
          latest = &earlier;
    }
    return latest || place == 0 ? latest : &history.stances[place - 1];
  }

  void add_stances() {
    const auto histories = histories_of(knowledge_, acts_, versions_, offices_, question_.roll_up, stop_);
    for (const auto& history : histories)
      for (std::size_t i = 0; i < history.stances.size() && !stop_.stop_requested(); ++i) {
        const auto& stance = history.stances[i];
        if (!are_new(stance.acts)) continue;
        const auto* earlier = before(histories, history, i);
        const bool is_flip = earlier && side_of(first_act(*earlier).finding.relation) !=
                                            side_of(first_act(stance).finding.relation);
        changes_.push_back({is_flip ? Change::Kind::Flip : Change::Kind::New,
                            earlier ? std::optional(side_of_first(*earlier)) : std::nullopt,
                            side_of_first(stance)});
      }
  }

  // What is no stance: a text received or amended, and what other modalities the filter lets through.
  void add_other_acts() {
    std::map<std::tuple<std::size_t, Relation, std::size_t, Modality>, Acts> same;
    for (std::size_t i : acts_) {
      const auto& act = knowledge_.acts[i];
      if (!is_stance(act))
        same[{act.actor, act.finding.relation, act.proposal, act.finding.modality}].push_back(i);
    }
    for (const auto& [key, acts] : same)
      if (!stop_.stop_requested() && are_new(acts))
        changes_.push_back({Change::Kind::New, std::nullopt, side(acts)});
  }

  // A text as its proposal shows it, else as the first act about it does.
  [[nodiscard]] Change::Side text_of(std::size_t proposal) const {
    Acts about, proposing;
    for (std::size_t i : acts_) {
      if (knowledge_.acts[i].proposal != proposal) continue;
      about.push_back(i);
      if (knowledge_.acts[i].finding.relation == Relation::Proposed) proposing.push_back(i);
    }
    if (about.empty()) return {proposal_ref(knowledge_, proposal), std::nullopt};
    const auto earliest = std::min_element(about.begin(), about.end(), [&](std::size_t a, std::size_t b) {
      return day_or_first(knowledge_.acts[a], knowledge_) < day_or_first(knowledge_.acts[b], knowledge_);
    });
    return side(proposing.empty() ? Acts{*earliest} : proposing);
  }

  void add_versions() {
    std::set<std::size_t> told;
    for (const auto& link : knowledge_.links) {
      const bool is_known = versions_.family(link.from) == versions_.family(link.to);
      if (link.relation != LinkKind::Revises || !is_known || stop_.stop_requested()) continue;
      const auto first = versions_.first_told(link.from);
      if (first && *first >= question_.since.first_day() && told.insert(link.from).second)
        changes_.push_back({Change::Kind::Version, text_of(link.to), text_of(link.from)});
    }
  }

  void add_echoes() {
    std::map<std::tuple<std::size_t, Relation, std::size_t, Modality, std::size_t>, std::pair<Acts, Acts>>
        copies;
    for (std::size_t i : acts_) {
      const auto& act = knowledge_.acts[i];
      auto& [old, repeated] = copies[{act.actor, act.finding.relation, act.proposal, act.finding.modality,
                                      knowledge_.stories[act.document]}];
      (is_new(act.document) ? repeated : old).push_back(i);
    }
    for (const auto& [key, acts] : copies)
      if (!stop_.stop_requested() && !acts.first.empty() && !acts.second.empty())
        changes_.push_back({Change::Kind::Echo, side(acts.first), side(acts.second)});
  }

  const Knowledge& knowledge_;
  const ChangesQuestion& question_;
  const Acts& acts_;
  Versions versions_;
  Representation offices_;
  std::vector<bool> flags_;
  std::stop_token stop_;
  std::vector<Change> changes_;
};

}  // namespace

std::string_view name(Change::Kind kind) {
  switch (kind) {
    case Change::Kind::New:
      return "new";
    case Change::Kind::Flip:
      return "flip";
    case Change::Kind::Version:
      return "version";
    case Change::Kind::Echo:
      return "echo";
  }
  return "";
}

Result<Changes> changes(const Knowledge& knowledge, const ChangesQuestion& question, const Filter& filter) {
  const auto outcome = apply(filter, knowledge, {Modality::Actual});
  if (!outcome) return tl::make_unexpected(outcome.error());
  return Changes{Comparison(knowledge, question, filter, outcome->acts).run(), outcome->undated_left_out};
}

}  // namespace demarche
