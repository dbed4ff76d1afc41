#include "graph/export/sides.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace demarche {
namespace {

constexpr double gap_between_columns = 120;
constexpr double gap_between_frames = 22;

Relation relation_of(const StatusRow& row) {
  switch (row.status) {
    case PartyStatus::Proposed:
      return Relation::Proposed;
    case PartyStatus::Accepted:
      return Relation::Accepted;
    case PartyStatus::Supported:
      return Relation::Supported;
    case PartyStatus::Opposed:
      return Relation::Opposed;
    case PartyStatus::Rejected:
      return Relation::Rejected;
    case PartyStatus::Withdrawn:
      return Relation::Withdrew;
    case PartyStatus::Partial:
      return row.evidence.front().relation;
    case PartyStatus::Disputed:
    case PartyStatus::Silent:
      return Relation::Received;
  }
  return Relation::Received;
}

std::string words_of(const StatusRow& row) {
  const bool is_partial = row.status == PartyStatus::Partial;
  std::string words(is_partial ? name(row.evidence.front().relation) : name(row.status));
  if (is_partial) words += " in part";
  if (row.since) words += (row.status == PartyStatus::Silent ? " since " : ", ") + row.since->iso();
  if (row.stale) words += ", of an older text";
  return words;
}

std::size_t reports_of(const StatusRow& row) {
  return std::accumulate(row.evidence.begin(), row.evidence.end(), std::size_t{0},
                         [](std::size_t sum, const Row& told) { return sum + told.reports; });
}

class Layout {
 public:
  Layout(SidesBoard&& sides, Theme theme) : sides_(std::move(sides)), theme_(theme) {
    std::erase_if(sides_.middle, [](const SidesGroup& group) { return group.cards.empty(); });
  }

  Board board() {
    fit_all();
    const auto left = cards_of(sides_.left), right = cards_of(sides_.right);
    const double framed = card_width + 2 * frame_margin;
    const double left_x = 0, middle_x = left.empty() ? 0 : framed + gap_between_columns;
    const double right_x = middle_x + framed + gap_between_columns;
    width_ = right.empty() ? middle_x + framed : right_x + framed;
    width_ = std::max(width_, 2 * framed + gap_between_columns);
    add_heading();
    const double top = bottom();
    const double tallest =
        std::max({middle_height(), height_of(sides_.left_title, left), height_of(sides_.right_title, right)});
    add_middle(middle_x, top + (tallest - middle_height()) / 2);
    add_side(sides_.left_title, left, sides_.left, {left_x, top}, tallest);
    add_side(sides_.right_title, right, sides_.right, {right_x, top}, tallest);
    add_foot(top + tallest + gap_between_frames);
    return std::move(board_);
  }

 private:
  void fit_all() {
    for (auto& group : sides_.middle)
      for (auto& card : group.cards) fit(card);
    for (auto& group : sides_.below)
      for (auto& card : group.cards) fit(card);
    for (auto* side : {&sides_.left, &sides_.right})
      for (auto& placed : *side) fit(placed.card);
  }

  static std::vector<BoardCard> cards_of(const std::vector<SidesCard>& side) {
    std::vector<BoardCard> cards;
    for (const auto& placed : side) cards.push_back(placed.card);
    return cards;
  }

  static double height_of(const std::string& title, const std::vector<BoardCard>& cards) {
    return cards.empty() ? 0 : column_height(title, cards);
  }

  [[nodiscard]] double middle_height() const {
    double height = 0;
    for (const auto& group : sides_.middle)
      height += column_height(group.title, group.cards) + gap_between_frames;
    return height - gap_between_frames;
  }

  [[nodiscard]] double bottom() const { return board_.cards.front().box.bottom() + gap_between_frames / 2; }

  void add_heading() {
    BoardCard heading{BoardCard::Kind::Heading, sides_.title, sides_.subtitle};
    heading.tooltip = sides_.title;
    heading.note_colour = palette_of(theme_).faint;
    heading.box.width = width_;
    fit(heading);
    board_.cards.push_back(std::move(heading));
  }

  void add_middle(double x, double y) {
    first_of_middle_ = board_.cards.size();
    for (auto& group : sides_.middle) {
      const double indent = group.title.empty() ? frame_margin : 0;
      const auto around = add_column(board_, group.title, std::move(group.cards), {x + indent, y});
      y = around.bottom() + gap_between_frames;
    }
    for (auto& [ends, line] : sides_.middle_lines) {
      line.from = first_of_middle_ + ends.first;
      line.to = first_of_middle_ + ends.second;
      add_line(line);
    }
  }

  void add_side(const std::string& title, const std::vector<BoardCard>& cards,
                const std::vector<SidesCard>& side, BoardPoint corner, double tallest) {
    if (cards.empty()) return;
    corner.y += (tallest - column_height(title, cards)) / 2;
    const auto first = board_.cards.size();
    add_column(board_, title, cards, corner);
    for (std::size_t i = 0; i < side.size(); ++i) {
      auto line = side[i].line;
      line.from = first + i;
      line.to = first_of_middle_ + side[i].target;
      if (sides_.leads_outward) std::swap(line.from, line.to);
      add_line(line);
    }
  }

  void add_line(BoardLine& line) {
    aim(line, board_);
    board_.lines.push_back(line);
  }

  void add_foot(double y) {
    const auto in_a_row = static_cast<std::size_t>((width_ - frame_margin) / (card_width + frame_margin));
    for (auto& group : sides_.below) {
      if (group.cards.empty()) continue;
      const auto around = add_rows(board_, group.title, std::move(group.cards), {0, y}, in_a_row, width_);
      y = around.bottom() + gap_between_frames;
    }
    if (sides_.sources.empty()) return;
    constexpr std::size_t sources_in_a_row = 2;
    for (auto& note : sides_.sources) {
      note.box.width = (width_ - frame_margin) / sources_in_a_row - frame_margin;
      fit(note);
    }
    add_rows(board_, "Sources", std::move(sides_.sources), {0, y}, sources_in_a_row, width_);
  }

  SidesBoard sides_;
  Theme theme_;
  Board board_;
  double width_ = 0;
  std::size_t first_of_middle_ = 0;
};

// "and 37 more", with how many of each status.
BoardCard rest_card(const std::vector<StatusRow>& rows,
                    const std::function<std::string(const StatusRow&)>& title) {
  std::map<PartyStatus, std::size_t> counts;
  BoardCard card{BoardCard::Kind::Rest, fmt::format("and {} more", rows.size())};
  for (const auto& row : rows) ++counts[row.status];
  for (const auto& [status, count] : counts)
    card.note += fmt::format("{}{} {}", card.note.empty() ? "" : ", ", count, name(status));
  for (std::size_t i = 0; i < std::min(rows.size(), most_names); ++i)
    card.tooltip += fmt::format("{}{}", i == 0 ? "" : ", ", title(rows[i]));
  if (rows.size() > most_names) card.tooltip += ", …";
  return card;
}

}  // namespace

Board laid_out(SidesBoard sides, Theme theme) {
  return Layout(std::move(sides), theme).board();
}

Standpoint standpoint_of(const StatusRow& row) {
  switch (row.status) {
    case PartyStatus::Proposed:
      return Standpoint::Owner;
    case PartyStatus::Accepted:
    case PartyStatus::Supported:
      return Standpoint::For;
    case PartyStatus::Opposed:
    case PartyStatus::Rejected:
    case PartyStatus::Withdrawn:
      return Standpoint::Against;
    case PartyStatus::Partial:
      return row.evidence.front().relation == Relation::Rejected ? Standpoint::Against : Standpoint::For;
    case PartyStatus::Disputed:
      return Standpoint::Disputed;
    case PartyStatus::Silent:
      return Standpoint::Silent;
  }
  return Standpoint::Silent;
}

BoardCard status_card(const StatusRow& row, BoardCard::Kind kind, const std::string& title,
                      const Footnotes& footnotes, Theme theme) {
  const auto look = look_of(relation_of(row), theme);
  BoardCard card{kind, title, words_of(row) + footnotes.numbers(row.evidence)};
  card.rim = look.colour;
  card.note_colour = look.text_colour;
  card.tooltip = fmt::format("{}: {}", title, row.rule);
  for (const auto& told : row.evidence) card.tooltip += "\n" + told_by(told);
  if (!row.evidence.empty()) card.url = footnotes.url(row.evidence.front());
  const bool takes_side = row.status != PartyStatus::Disputed && row.status != PartyStatus::Silent;
  card.stroke = takes_side ? Stroke::Solid : Stroke::Dashed;
  return card;
}

BoardLine status_line(const StatusRow& row, const BoardCard& card, Theme theme) {
  const auto look = look_of(relation_of(row), theme);
  BoardLine line;
  line.colour = look.colour;
  line.head = look.head;
  line.width = row.status == PartyStatus::Partial ? partial_width : full_width;
  line.stroke = row.stale ? Stroke::Dashed : Stroke::Solid;
  line.tooltip = card.tooltip;
  line.url = card.url;
  return line;
}

FoldedRows folded_rows(std::vector<StatusRow> rows, std::size_t most, Detail detail,
                       const std::function<std::string(const StatusRow&)>& title) {
  if (detail == Detail::Whole || rows.size() <= most) return {std::move(rows), {}};
  std::vector<std::size_t> order(rows.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::tuple(reports_of(rows[a]), rows[a].since) > std::tuple(reports_of(rows[b]), rows[b].since);
  });
  std::vector<bool> is_kept(rows.size());
  for (std::size_t i = 0; i + 1 < most; ++i) is_kept[order[i]] = true;
  FoldedRows result;
  std::vector<StatusRow> rest;
  for (std::size_t i = 0; i < rows.size(); ++i)
    (is_kept[i] ? result.kept : rest).push_back(std::move(rows[i]));
  result.rest.push_back(rest_card(rest, title));
  return result;
}

}  // namespace demarche
