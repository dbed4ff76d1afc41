#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "graph/answers/names.h"
#include "graph/answers/stances.h"
#include "graph/answers/versions.h"
#include "graph/answers/who.h"
#include "graph/export/sides.h"
#include "graph/export/views.h"

namespace demarche {
namespace {

constexpr std::size_t most_owners = 6, most_versions = 8, most_counters = 6;

std::string party_name(const StatusRow& row) {
  if (row.evidence.empty() || row.evidence.front().via.empty()) return row.actor.name;
  return fmt::format("{} for {}", row.actor.name, row.evidence.front().via.back().to.name);
}

class StancesView {
 public:
  StancesView(const Knowledge& knowledge, const Filter& filter, const ViewOptions& options,
              const std::vector<std::size_t>& asked, std::vector<StatusRow> rows, std::vector<Row> proposed)
      : knowledge_(knowledge),
        filter_(filter),
        options_(options),
        versions_(knowledge, filter.as_of),
        rows_(std::move(rows)),
        proposed_(std::move(proposed)),
        footnotes_(knowledge, quoted()) {
    choose_versions(asked);
    choose_counters();
  }

  Board board(const std::string& about) {
    SidesBoard sides;
    sides.title = "Who stands where: " + about;
    sides.middle = {{"Put forward by", owner_cards()},
                    {versions_shown_.size() > 1 ? "Versions" : "The proposal", version_cards()},
                    {"Answered by", counter_cards()}};
    add_middle_lines(sides);
    add_side(sides, Standpoint::For);
    add_side(sides, Standpoint::Against);
    sides.below = {{"Reports disagree", below(Standpoint::Disputed)},
                   {"Asked, and silent", below(Standpoint::Silent)}};
    sides.sources = footnotes_.notes(options_.detail);
    sides.subtitle = subtitle();
    return laid_out(std::move(sides), options_.theme);
  }

 private:
  [[nodiscard]] std::vector<Row> quoted() const {
    auto rows = proposed_;
    for (const auto& row : rows_) rows.insert(rows.end(), row.evidence.begin(), row.evidence.end());
    return rows;
  }

  [[nodiscard]] bool folds() const { return options_.detail == Detail::Readable; }

  // Those asked about and all of their families that documents tell of, the first version first.
  void choose_versions(const std::vector<std::size_t>& asked) {
    std::set<std::size_t> family;
    for (const auto proposal : asked)
      for (const auto version : versions_.all_of(proposal))
        if (!filter_.as_of || versions_.first_told(version)) family.insert(version);
    family.insert(asked.begin(), asked.end());
    versions_shown_.assign(family.begin(), family.end());
    std::stable_sort(versions_shown_.begin(), versions_shown_.end(), [&](std::size_t a, std::size_t b) {
      return std::tuple(versions_.depth(a), versions_.first_told(a)) <
             std::tuple(versions_.depth(b), versions_.first_told(b));
    });
    if (!folds() || versions_shown_.size() <= most_versions) return;
    std::set<std::string> spoken_of;
    for (const auto& row : rows_) spoken_of.insert(row.proposal.id);
    const auto before = versions_shown_.size();
    for (auto i = versions_shown_.size(); i-- > 0 && versions_shown_.size() > most_versions;)
      if (!spoken_of.contains(knowledge_.entity(versions_shown_[i]).id))
        versions_shown_.erase(versions_shown_.begin() + static_cast<std::ptrdiff_t>(i));
    versions_left_out_ = before - versions_shown_.size();
  }

  [[nodiscard]] bool is_known(const EntityLink& link) const {
    return !link.document || known_by(knowledge_.documents[*link.document], filter_.as_of);
  }

  void choose_counters() {
    for (const auto& link : knowledge_.links) {
      if (link.relation != LinkKind::Counters || !is_known(link)) continue;
      const auto target = place_of_version(link.to);
      if (target && !place_of_version(link.from)) counters_.emplace(link.from, std::pair(*target, &link));
    }
    while (folds() && counters_.size() > most_counters) {
      counters_.erase(std::prev(counters_.end()));
      ++counters_left_out_;
    }
  }

  [[nodiscard]] std::optional<std::size_t> place_of_version(std::size_t entity) const {
    const auto found = std::find(versions_shown_.begin(), versions_shown_.end(), entity);
    if (found == versions_shown_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - versions_shown_.begin());
  }

  [[nodiscard]] std::size_t place_of(const std::string& id) const {
    for (std::size_t i = 0; i < versions_shown_.size(); ++i)
      if (knowledge_.entity(versions_shown_[i]).id == id) return i;
    return 0;  // a version that was left out stands behind the first
  }

  // Who proposed what is shown, each once per version.
  std::vector<BoardCard> owner_cards() {
    std::vector<BoardCard> cards;
    for (const auto& row : proposed_) {
      if (folds() && cards.size() == most_owners) {
        ++owners_left_out_;
        continue;
      }
      const auto look = look_of(Relation::Proposed, options_.theme);
      BoardCard card{BoardCard::Kind::Actor, row.actor.name, "proposed"};
      if (row.first_date) card.note += ", " + row.first_date->iso();
      card.note += footnotes_.numbers({row});
      if (versions_shown_.size() > 1) card.note += "\n" + row.proposal.name;
      card.tooltip = fmt::format("{}: {}\n{}", row.actor.name, row.proposal.name, told_by(row));
      card.url = footnotes_.url(row);
      card.rim = look.colour;
      card.note_colour = look.text_colour;
      cards.push_back(std::move(card));
    }
    owners_ = cards.size();
    return cards;
  }

  [[nodiscard]] BoardCard proposal_card(std::size_t entity) const {
    const auto& proposal = knowledge_.entity(entity);
    BoardCard card{BoardCard::Kind::Proposal, proposal.name};
    card.note_colour = palette_of(options_.theme).faint;
    card.tooltip = proposal.name;
    if (const auto told = versions_.first_told(entity)) card.note = "known from " + Date::of(*told).iso();
    return card;
  }

  [[nodiscard]] std::vector<BoardCard> version_cards() const {
    std::vector<BoardCard> cards;
    for (const auto version : versions_shown_) cards.push_back(proposal_card(version));
    return cards;
  }

  [[nodiscard]] std::vector<BoardCard> counter_cards() const {
    std::vector<BoardCard> cards;
    for (const auto& [counter, target] : counters_) {
      auto card = proposal_card(counter);
      if (target.second->evidence) card.tooltip += fmt::format("\n“{}”", target.second->evidence->text);
      cards.push_back(std::move(card));
    }
    return cards;
  }

  // From the last owner's card to the first version, from version to version, from answers to what they
  // answer.
  void add_middle_lines(SidesBoard& sides) const {
    const auto add = [&](std::size_t from, std::size_t to, BoardLine line) {
      line.width = line.width == 0 ? link_width : line.width;
      sides.middle_lines.push_back({{from, to}, std::move(line)});
    };
    BoardLine link;
    link.colour = palette_of(options_.theme).link;
    link.stroke = Stroke::Dotted;
    link.head = ArrowHead::Open;
    const auto first = owners_, end = owners_ + versions_shown_.size();
    for (auto i = first; i + 1 < end; ++i) {
      link.tooltip = "a later version";
      add(i, i + 1, link);
    }
    std::size_t counter = end;
    for (const auto& [entity, target] : counters_) {
      if (target.first + 1 != versions_shown_.size() || counter != end) {
        ++counter;  // others would run behind cards: their tooltips tell
        continue;
      }
      link.tooltip = "counters";
      add(counter++, owners_ + target.first, link);
    }
    if (owners_ == 0) return;
    BoardLine line;
    line.colour = look_of(Relation::Proposed, options_.theme).colour;
    line.tooltip = "proposed";
    line.width = 2 * link_width;
    add(owners_ - 1, first, line);
  }

  std::vector<StatusRow> rows_at(Standpoint standpoint) const {
    std::vector<StatusRow> rows;
    for (const auto& row : rows_)
      if (standpoint_of(row) == standpoint) rows.push_back(row);
    return rows;
  }

  void add_side(SidesBoard& sides, Standpoint standpoint) {
    auto rows = rows_at(standpoint);
    const auto count = rows.size();
    auto folded = folded_rows(std::move(rows), most_on_a_side, options_.detail, party_name);
    auto& side = standpoint == Standpoint::For ? sides.left : sides.right;
    for (const auto& row : folded.kept) {
      auto card = status_card(row, BoardCard::Kind::Actor, party_name(row), footnotes_, options_.theme);
      auto line = status_line(row, card, options_.theme);
      side.push_back({std::move(card), owners_ + place_of(row.proposal.id), std::move(line)});
    }
    for (auto& rest : folded.rest) {
      BoardLine line;
      line.colour = palette_of(options_.theme).link;
      line.stroke = Stroke::Dashed;
      line.tooltip = rest.tooltip;
      side.push_back({std::move(rest), owners_, std::move(line)});
    }
    (standpoint == Standpoint::For ? sides.left_title : sides.right_title) =
        fmt::format("{} · {}", standpoint == Standpoint::For ? "For it" : "Against it", count);
  }

  std::vector<BoardCard> below(Standpoint standpoint) const {
    auto folded = folded_rows(rows_at(standpoint), most_below, options_.detail, party_name);
    std::vector<BoardCard> cards;
    for (const auto& row : folded.kept)
      cards.push_back(status_card(row, BoardCard::Kind::Actor, party_name(row), footnotes_, options_.theme));
    for (auto& rest : folded.rest) cards.push_back(std::move(rest));
    return cards;
  }

  [[nodiscard]] std::string subtitle() const {
    std::string text = footnotes_.extent();
    if (filter_.as_of) text = "as of " + filter_.as_of->iso() + "; " + text;
    const auto add = [&](std::size_t count, const char* what) {
      if (count > 0) text += fmt::format("; left out: {} {}", count, what);
    };
    add(owners_left_out_, "more who put it forward");
    add(versions_left_out_, "versions without a stance");
    add(counters_left_out_, "answers");
    return text;
  }

  const Knowledge& knowledge_;
  const Filter& filter_;
  const ViewOptions& options_;
  Versions versions_;
  std::vector<StatusRow> rows_;
  std::vector<Row> proposed_;
  Footnotes footnotes_;
  std::vector<std::size_t> versions_shown_;
  std::map<std::size_t, std::pair<std::size_t, const EntityLink*>> counters_;  // by entity: what they answer
  std::size_t owners_ = 0;
  std::size_t owners_left_out_ = 0, versions_left_out_ = 0, counters_left_out_ = 0;
};

}  // namespace

Result<Board> stances_board(const Knowledge& knowledge, const std::string& proposal, const Filter& filter,
                            const ViewOptions& options) {
  auto found = status(knowledge, {proposal}, filter);
  if (!found) return tl::make_unexpected(std::move(found.error()));
  auto proposed = who(knowledge, {{Relation::Proposed}, proposal}, filter);
  if (!proposed) return tl::make_unexpected(std::move(proposed.error()));
  const auto asked = resolve_proposal(knowledge, proposal, filter.as_of);
  if (!asked) return tl::make_unexpected(asked.error());
  std::reverse(proposed->rows.begin(), proposed->rows.end());  // the first to propose it first
  return StancesView(knowledge, filter, options, *asked, std::move(found->rows), std::move(proposed->rows))
      .board(knowledge.entity(asked->front()).id == proposal ? knowledge.entity(asked->front()).name
                                                             : proposal);
}

}  // namespace demarche
