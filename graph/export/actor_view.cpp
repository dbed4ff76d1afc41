#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "graph/answers/names.h"
#include "graph/export/sides.h"
#include "graph/export/views.h"

namespace demarche {
namespace {

constexpr std::size_t most_proposed = 12, most_helpers = 8;

std::string proposal_name(const StatusRow& row) {
  return row.proposal.name;
}

class ActorView {
 public:
  ActorView(const Knowledge& knowledge, const ViewOptions& options, std::set<std::string> asked,
            std::vector<StatusRow> rows)
      : options_(options),
        asked_(std::move(asked)),
        rows_(std::move(rows)),
        footnotes_(knowledge, quoted()) {}

  Board board(const BoardCard& actor) {
    SidesBoard sides;
    sides.title = "What it stands for: " + actor.title;
    sides.subtitle = footnotes_.extent();
    sides.leads_outward = true;
    auto proposed = cards(Standpoint::Owner, most_proposed);
    sides.middle = {
        {"", {actor}}, {"Put forward", std::move(proposed)}, {"Spoke or acted for it", helpers()}};
    if (!sides.middle[1].cards.empty()) {
      BoardLine line;
      line.colour = look_of(Relation::Proposed, options_.theme).colour;
      line.width = 2;
      sides.middle_lines.push_back({{0, 1}, line});
    }
    add_side(Standpoint::For, sides.left, sides.left_title);
    add_side(Standpoint::Against, sides.right, sides.right_title);
    sides.below = {{"Reports disagree", cards(Standpoint::Disputed, most_below)},
                   {"Asked, and silent", cards(Standpoint::Silent, most_below)}};
    sides.sources = footnotes_.notes(options_.detail);
    return laid_out(std::move(sides), options_.theme);
  }

 private:
  [[nodiscard]] std::vector<Row> quoted() const {
    std::vector<Row> rows;
    for (const auto& row : rows_) rows.insert(rows.end(), row.evidence.begin(), row.evidence.end());
    return rows;
  }

  [[nodiscard]] BoardCard card_of(const StatusRow& row) const {
    auto card = status_card(row, BoardCard::Kind::Proposal, row.proposal.name, footnotes_, options_.theme);
    if (!asked_.contains(row.actor.id)) card.note = row.actor.name + ": " + card.note;
    return card;
  }

  FoldedRows folded(Standpoint standpoint, std::size_t most) const {
    std::vector<StatusRow> rows;
    for (const auto& row : rows_)
      if (standpoint_of(row) == standpoint) rows.push_back(row);
    return folded_rows(std::move(rows), most, options_.detail, proposal_name);
  }

  [[nodiscard]] std::vector<BoardCard> cards(Standpoint standpoint, std::size_t most) const {
    std::vector<BoardCard> cards;
    auto rows = folded(standpoint, most);
    for (const auto& row : rows.kept) cards.push_back(card_of(row));
    for (auto& rest : rows.rest) cards.push_back(std::move(rest));
    return cards;
  }

  void add_side(Standpoint standpoint, std::vector<SidesCard>& side, std::string& title) const {
    auto rows = folded(standpoint, most_on_a_side);
    for (const auto& row : rows.kept) {
      auto card = card_of(row);
      auto line = status_line(row, card, options_.theme);
      side.push_back({std::move(card), 0, std::move(line)});
    }
    for (auto& rest : rows.rest) {
      BoardLine line;
      line.colour = palette_of(options_.theme).link;
      line.stroke = Stroke::Dashed;
      line.tooltip = rest.tooltip;
      side.push_back({std::move(rest), 0, std::move(line)});
    }
    const auto count = std::count_if(rows_.begin(), rows_.end(),
                                     [&](const StatusRow& row) { return standpoint_of(row) == standpoint; });
    title = fmt::format("{} · {}", standpoint == Standpoint::For ? "Is for" : "Is against", count);
  }

  // Who acted for it, by how much.
  [[nodiscard]] std::vector<BoardCard> helpers() const {
    std::map<std::string, std::size_t> acts;
    for (const auto& row : rows_)
      if (!asked_.contains(row.actor.id)) ++acts[row.actor.name];
    std::vector<std::pair<std::string, std::size_t>> by_acts(acts.begin(), acts.end());
    std::stable_sort(by_acts.begin(), by_acts.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<BoardCard> cards;
    for (const auto& [name, count] : by_acts) {
      if (options_.detail == Detail::Readable && cards.size() == most_helpers) {
        const auto rest = by_acts.size() - cards.size();
        cards.push_back({BoardCard::Kind::Rest, fmt::format("and {} more", rest)});
        break;
      }
      BoardCard card{BoardCard::Kind::Actor, name, fmt::format("{} stance{}", count, count == 1 ? "" : "s")};
      card.note_colour = palette_of(options_.theme).faint;
      card.tooltip = name;
      cards.push_back(std::move(card));
    }
    return cards;
  }

  const ViewOptions& options_;
  std::set<std::string> asked_;
  std::vector<StatusRow> rows_;
  Footnotes footnotes_;
};

bool concerns(const StatusRow& row, const std::set<std::string>& asked) {
  if (asked.contains(row.actor.id)) return true;
  return std::any_of(row.evidence.begin(), row.evidence.end(), [&](const Row& told) {
    return std::any_of(told.via.begin(), told.via.end(),
                       [&](const LinkRef& link) { return asked.contains(link.to.id); });
  });
}

}  // namespace

Result<Board> actor_board(const Knowledge& knowledge, const std::string& actor, const Filter& filter,
                          const ViewOptions& options) {
  const auto meant = resolve_actor(knowledge, actor, filter.as_of);
  if (!meant) return tl::make_unexpected(meant.error());
  auto found = status(knowledge, {}, filter);
  if (!found) return tl::make_unexpected(std::move(found.error()));
  std::set<std::string> asked;
  for (const auto entity : *meant) asked.insert(knowledge.entity(entity).id);
  std::erase_if(found->rows, [&](const StatusRow& row) { return !concerns(row, asked); });
  BoardCard card{BoardCard::Kind::Actor, knowledge.entity(meant->front()).name};
  card.note = name(knowledge.entity(meant->front()).actor_kind);
  card.note_colour = palette_of(options.theme).faint;
  card.tooltip = card.title;
  return ActorView(knowledge, options, std::move(asked), std::move(found->rows)).board(card);
}

}  // namespace demarche
