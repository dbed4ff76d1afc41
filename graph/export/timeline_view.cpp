#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <set>

#include "graph/answers/names.h"
#include "graph/answers/stances.h"
#include "graph/answers/timeline.h"
#include "graph/answers/versions.h"
#include "graph/export/footnotes.h"
#include "graph/export/views.h"

namespace demarche {
namespace {

using std::chrono::sys_days;

constexpr std::size_t columns_in_a_line = 5;
constexpr std::size_t most_columns = 20;
constexpr std::size_t most_in_a_column = 5;  // on either side of the line
constexpr double column_step = card_width + 26;
constexpr double date_width = 96;
constexpr double stem = 14;  // from the line to the first card
constexpr double gap_between_lines = 40;

// How many days a column holds.
enum class ColumnSpan { Day, Month, Year };
constexpr std::array all_spans{ColumnSpan::Day, ColumnSpan::Month, ColumnSpan::Year};

sys_days begin_of(sys_days day, ColumnSpan span) {
  auto date = Date::of(day);
  if (span != ColumnSpan::Day) date.day = 0;
  if (span == ColumnSpan::Year) date.month = 0;
  return date.first_day();
}

std::string label_of(sys_days day, ColumnSpan span) {
  return Date::of(day).iso().substr(0, span == ColumnSpan::Day ? 10 : span == ColumnSpan::Month ? 7 : 4);
}

struct TimeColumn {
  std::vector<Row> above, below;
  std::vector<std::size_t> proposals;  // entities that are first told of here
};

class TimelineView {
 public:
  TimelineView(const Knowledge& knowledge, const ViewOptions& options, std::vector<Row> rows,
               const std::vector<std::size_t>& spine, const Versions& versions)
      : knowledge_(knowledge),
        options_(options),
        is_of_proposal_(!spine.empty()),
        footnotes_(knowledge, rows) {
    choose_span(rows, spine, versions);
    for (const auto proposal : spine)
      if (const auto told = versions.first_told(proposal))
        columns_[begin_of(*told, span_)].proposals.push_back(proposal);
    std::set<std::string> named;
    for (auto& row : rows) {
      named.insert(row.proposal.id);
      if (!row.date) {
        ++undated_;
        continue;
      }
      auto& column = columns_[begin_of(row.date->first_day(), span_)];
      (side_of(row.relation) == Side::For ? column.above : column.below).push_back(std::move(row));
    }
    names_proposals_ = named.size() > 1;
    cut();
  }

  Board board(const std::string& title) {
    BoardCard heading{BoardCard::Kind::Heading, title, subtitle()};
    heading.tooltip = title;
    heading.note_colour = palette_of(options_.theme).faint;
    heading.box.width = width();
    fit(heading);
    board_.cards.push_back(std::move(heading));
    double y = board_.cards.front().box.bottom() + card_gap;
    for (auto first = columns_.begin(); first != columns_.end();) {
      auto last = first;
      for (std::size_t i = 0; i < columns_in_a_line && last != columns_.end(); ++i) ++last;
      y = add_line_of_time(first, last, y) + gap_between_lines;
      first = last;
    }
    add_sources(y);
    return std::move(board_);
  }

 private:
  using Columns = std::map<sys_days, TimeColumn>;

  [[nodiscard]] bool folds() const { return options_.detail == Detail::Readable; }

  [[nodiscard]] double width() const {
    const auto columns = std::clamp(columns_.size(), std::size_t{3}, columns_in_a_line);
    return static_cast<double>(columns) * column_step - (column_step - card_width);
  }

  // The finest for which the columns fit the page.
  void choose_span(const std::vector<Row>& rows, const std::vector<std::size_t>& spine,
                   const Versions& versions) {
    for (const auto span : all_spans) {
      span_ = span;
      std::set<sys_days> begins;
      for (const auto& row : rows)
        if (row.date) begins.insert(begin_of(row.date->first_day(), span));
      for (const auto proposal : spine)
        if (const auto told = versions.first_told(proposal)) begins.insert(begin_of(*told, span));
      if (!folds() || begins.size() <= most_columns) return;
    }
  }

  // The newest columns.
  void cut() {
    while (folds() && columns_.size() > most_columns) {
      const auto& oldest = columns_.begin()->second;
      acts_left_out_ += oldest.above.size() + oldest.below.size();
      columns_.erase(columns_.begin());
    }
  }

  [[nodiscard]] BoardCard card_of(const Row& row) const {
    const auto look = look_of(row.relation, options_.theme);
    BoardCard card{BoardCard::Kind::Actor, row.actor.name};
    card.note = std::string(name(row.relation)) + (row.extent == Extent::Partial ? " in part" : "") +
                modality_words(row.modality);
    if (names_proposals_) card.note += ": " + fitted(row.proposal.name, 46, 1);
    card.note += footnotes_.numbers({row});
    card.tooltip =
        fmt::format("{} {} {}\n{}", row.actor.name, name(row.relation), row.proposal.name, told_by(row));
    card.url = footnotes_.url(row);
    card.rim = look.colour;
    card.note_colour = look.text_colour;
    if (row.modality != Modality::Actual) card.stroke = Stroke::Dashed;
    fit(card);
    return card;
  }

  // Those of one column and side, the best reported first.
  [[nodiscard]] std::vector<BoardCard> cards_of(std::vector<Row> rows) const {
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
      const bool a_is_stance = side_of(a.relation) != Side::Neither;
      const bool b_is_stance = side_of(b.relation) != Side::Neither;
      return std::tuple(a_is_stance, a.reports) > std::tuple(b_is_stance, b.reports);
    });
    const bool has_rest = folds() && rows.size() > most_in_a_column;
    const auto shown = has_rest ? most_in_a_column - 1 : rows.size();
    std::vector<BoardCard> cards;
    for (std::size_t i = 0; i < shown; ++i) cards.push_back(card_of(rows[i]));
    if (has_rest) cards.push_back(rest_of(rows, shown));
    return cards;
  }

  static BoardCard rest_of(const std::vector<Row>& rows, std::size_t shown) {
    std::map<Relation, std::size_t> counts;
    BoardCard card{BoardCard::Kind::Rest, fmt::format("and {} more", rows.size() - shown)};
    for (std::size_t i = shown; i < rows.size(); ++i) {
      ++counts[rows[i].relation];
      if (i - shown < most_names)
        card.tooltip +=
            fmt::format("{}{} {}", i == shown ? "" : ", ", rows[i].actor.name, name(rows[i].relation));
    }
    if (rows.size() - shown > most_names) card.tooltip += ", …";
    for (const auto& [relation, count] : counts)
      card.note += fmt::format("{}{} {}", card.note.empty() ? "" : ", ", count, name(relation));
    fit(card);
    return card;
  }

  [[nodiscard]] std::vector<BoardCard> proposal_cards(const TimeColumn& column) const {
    std::vector<BoardCard> cards;
    for (const auto proposal : column.proposals) {
      BoardCard card{BoardCard::Kind::Proposal, knowledge_.entity(proposal).name};
      card.tooltip = card.title + "\nfirst told of here";
      fit(card);
      cards.push_back(std::move(card));
    }
    return cards;
  }

  [[nodiscard]] BoardCard date_card(Columns::const_iterator column) const {
    BoardCard card{BoardCard::Kind::Mark, label_of(column->first, span_)};
    card.tooltip = card.title;
    card.note_colour = palette_of(options_.theme).faint;
    if (column != columns_.begin() && span_ == ColumnSpan::Day) {
      const auto days = (column->first - std::prev(column)->first).count();
      card.note = fmt::format("{} day{} on", days, days == 1 ? "" : "s");
    }
    card.box.width = date_width;
    fit(card);
    return card;
  }

  // From `y` down; gives where it ends.
  double add_line_of_time(Columns::const_iterator first, Columns::const_iterator last, double y) {
    double above = 0, bottom = 0;
    for (auto column = first; column != last; ++column)
      above = std::max(above, column_height("", cards_of(column->second.above)));
    const double line = y + above + 2 * stem;
    double x = 0;
    std::optional<std::size_t> before;
    for (auto column = first; column != last; ++column, x += column_step) {
      const auto date = add_date(column, x, line);
      if (before) add_spine(*before, date);
      before = date;
      bottom = std::max(bottom, add_cards(column->second, date, x));
    }
    return bottom;
  }

  std::size_t add_date(Columns::const_iterator column, double x, double line) {
    auto card = date_card(column);
    card.box.x = x + (card_width - date_width) / 2;
    card.box.y = line - card.box.height / 2;
    board_.cards.push_back(std::move(card));
    return board_.cards.size() - 1;
  }

  // What happened in a column, above and below its date; gives where it ends.
  double add_cards(const TimeColumn& column, std::size_t date, double x) {
    const auto box = board_.cards[date].box;
    auto above = cards_of(column.above);
    std::reverse(above.begin(), above.end());
    if (!above.empty()) {
      const auto highest = board_.cards.size();
      add_column(board_, "", above, {x, box.y - stem - column_height("", above)});
      add_stem(date, highest);
    }
    auto below = proposal_cards(column);
    for (auto& card : cards_of(column.below)) below.push_back(std::move(card));
    if (below.empty()) return box.bottom();
    const auto around = add_column(board_, "", below, {x, box.bottom() + stem});
    add_stem(date, board_.cards.size() - 1);
    return around.bottom();
  }

  void add_stem(std::size_t date, std::size_t card) {
    join(date, card, {.colour = palette_of(options_.theme).link, .head = ArrowHead::None});
  }

  void add_spine(std::size_t from, std::size_t to) {
    join(from, to, {.colour = palette_of(options_.theme).faint, .head = ArrowHead::Open, .width = 3});
  }

  void join(std::size_t from, std::size_t to, BoardLine line) {
    line.from = from;
    line.to = to;
    aim(line, board_);
    board_.lines.push_back(std::move(line));
  }

  void add_sources(double y) {
    auto notes = footnotes_.notes(options_.detail);
    if (notes.empty()) return;
    constexpr std::size_t in_a_row = 3;
    for (auto& note : notes) {
      note.box.width = (width() - frame_margin) / in_a_row - frame_margin;
      fit(note);
    }
    add_rows(board_, "Sources", std::move(notes), {0, y}, in_a_row, width());
  }

  [[nodiscard]] std::string subtitle() const {
    std::string text = footnotes_.extent();
    text += is_of_proposal_
                ? "; above the line who is for it, below who is against it or only deals with it"
                : "; above the line what speaks for a proposal, below what speaks against or deals with it";
    if (acts_left_out_ > 0) text += fmt::format("; left out: {} earlier acts", acts_left_out_);
    if (undated_ > 0) text += fmt::format("; left out: {} without a day", undated_);
    return text;
  }

  const Knowledge& knowledge_;
  const ViewOptions& options_;
  bool is_of_proposal_ = false, names_proposals_ = false;
  Footnotes footnotes_;
  ColumnSpan span_ = ColumnSpan::Day;
  Columns columns_;
  std::size_t undated_ = 0, acts_left_out_ = 0;
  Board board_;
};

Result<Answer> acts_of(const Knowledge& knowledge, const std::optional<std::string>& about,
                       const Filter& filter) {
  return about ? timeline(knowledge, {*about, RollUp::Together}, filter)
               : who(knowledge, {{}, std::nullopt}, filter);
}

// The proposal asked about and its versions; none where an actor is, or everything.
std::vector<std::size_t> spine_of(const Knowledge& knowledge, const std::optional<std::string>& about,
                                  const Filter& filter, const Versions& versions) {
  if (!about) return {};
  const auto meant = resolve_entity(knowledge, *about, filter.as_of);
  if (!meant || knowledge.entity(meant->front()).kind == Entity::Kind::Actor) return {};
  std::set<std::size_t> spine;
  for (const auto proposal : *meant)
    for (const auto version : versions.all_of(proposal)) spine.insert(version);
  return {spine.begin(), spine.end()};
}

}  // namespace

Result<Board> timeline_board(const Knowledge& knowledge, const std::optional<std::string>& about,
                             const Filter& filter, const ViewOptions& options) {
  auto answer = acts_of(knowledge, about, filter);
  if (!answer) return tl::make_unexpected(std::move(answer.error()));
  const Versions versions(knowledge, filter.as_of);
  const auto spine = spine_of(knowledge, about, filter, versions);
  return TimelineView(knowledge, options, std::move(answer->rows), spine, versions)
      .board("What happened when" + (about ? ": " + *about : std::string()));
}

}  // namespace demarche
