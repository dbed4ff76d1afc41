#include "graph/export/board.h"

#include <algorithm>
#include <cmath>

#include "graph/model/unicode.h"

namespace demarche {
namespace {

// What letters of pictures take, by what a wide face as DejaVu Sans takes; others take less.
constexpr double title_letter = 7.4, title_line = 14.5;
constexpr double note_letter = 5.7, note_line = 12;
constexpr double heading_letter = 12, heading_line = 23;
constexpr double padding = 7, note_padding = 1;
constexpr std::size_t most_title_lines = 3, most_note_lines = 3;
constexpr std::size_t most_note_lines_alone = 24;  // of a card that is only a note

std::size_t columns_in(double width, double letter) {
  return static_cast<std::size_t>(std::max(4.0, (width - 2 * padding) / letter));
}

std::size_t lines_in(std::string_view text) {
  return text.empty() ? 0 : 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

// As many characters from the front of `word` as `columns` take, at least one.
std::size_t front_of(std::string_view word, std::size_t columns) {
  const CodePointIndex index(word);
  std::size_t end = 1;
  while (end < index.size() && display_width(index.slice(0, end + 1)) <= columns) ++end;
  return index.byte_of(std::min(end, index.size()));
}

std::string shortened_to(std::string_view line, std::size_t columns) {
  const auto room = columns > 1 ? columns - 1 : 1;
  if (display_width(line) <= room) return std::string(line) + "…";
  return std::string(line.substr(0, front_of(line, room))) + "…";
}

std::vector<std::string> broken(std::string_view text, std::size_t columns) {
  const auto spaced = collapse_spaces(text);
  std::vector<std::string> lines;
  std::string_view rest = spaced;
  while (!rest.empty()) {
    auto word = rest.substr(0, rest.find(' '));
    if (display_width(word) > columns) word = word.substr(0, front_of(word, columns));
    const bool follows = !lines.empty() && display_width(lines.back()) + 1 + display_width(word) <= columns;
    if (follows)
      lines.back() += " " + std::string(word);
    else
      lines.emplace_back(word);
    rest.remove_prefix(
        std::min(rest.size(), word.size() + (rest.substr(word.size()).starts_with(' ') ? 1 : 0)));
  }
  return lines;
}

// Each line of `text` for itself.
std::string fitted_lines(std::string_view text, std::size_t columns, std::size_t most) {
  std::string result;
  for (std::size_t start = 0; start < text.size();) {
    const auto end = std::min(text.find('\n', start), text.size());
    result += (result.empty() ? "" : "\n") + fitted(text.substr(start, end - start), columns, most);
    start = end + 1;
  }
  return result;
}

}  // namespace

std::string fitted(std::string_view text, std::size_t columns, std::size_t most) {
  auto lines = broken(text, columns);
  if (lines.size() > most) {
    lines.resize(most);
    lines.back() = shortened_to(lines.back(), columns);
  }
  std::string joined;
  for (const auto& line : lines) joined += (joined.empty() ? "" : "\n") + line;
  return joined;
}

void fit(BoardCard& card) {
  if (card.box.width == 0) card.box.width = card_width;
  const bool is_heading = card.kind == BoardCard::Kind::Heading;
  const bool is_alone = is_heading || card.kind == BoardCard::Kind::Note;
  const auto title_columns = columns_in(card.box.width, is_heading ? heading_letter : title_letter);
  card.title = fitted_lines(card.title, title_columns, most_title_lines);
  card.note = fitted_lines(card.note, columns_in(card.box.width, note_letter),
                           is_alone ? most_note_lines_alone : most_note_lines);
  card.box.height = static_cast<double>(lines_in(card.title)) * (is_heading ? heading_line : title_line) +
                    static_cast<double>(lines_in(card.note)) * note_line +
                    2 * (card.kind == BoardCard::Kind::Note ? note_padding : padding);
}

double column_height(const std::string& title, const std::vector<BoardCard>& cards) {
  double height = title.empty() ? 0 : frame_heading + frame_margin;
  for (const auto& card : cards) height += card.box.height + card_gap;
  return cards.empty() ? height : height - card_gap;
}

BoardBox add_column(Board& board, const std::string& title, std::vector<BoardCard> cards, BoardPoint corner) {
  double widest = 0;
  for (const auto& card : cards) widest = std::max(widest, card.box.width);
  const double margin = title.empty() ? 0 : frame_margin;
  const BoardBox around{corner.x, corner.y, widest + 2 * margin, column_height(title, cards)};
  double y = corner.y + (title.empty() ? 0 : frame_heading);
  for (auto& card : cards) {
    card.box.x = corner.x + margin;
    card.box.y = y;
    y += card.box.height + card_gap;
    board.cards.push_back(std::move(card));
  }
  if (!title.empty()) board.frames.push_back({title, around});
  return around;
}

BoardBox add_rows(Board& board, const std::string& title, std::vector<BoardCard> cards, BoardPoint corner,
                  std::size_t in_a_row, double width) {
  const double step = (width - frame_margin) / static_cast<double>(in_a_row);
  double y = corner.y + frame_heading;
  for (std::size_t start = 0; start < cards.size(); start += in_a_row) {
    double tallest = 0;
    for (std::size_t i = start; i < std::min(start + in_a_row, cards.size()); ++i) {
      cards[i].box.x = corner.x + frame_margin + static_cast<double>(i - start) * step;
      cards[i].box.y = y;
      tallest = std::max(tallest, cards[i].box.height);
      board.cards.push_back(std::move(cards[i]));
    }
    y += tallest + card_gap;
  }
  const BoardBox around{corner.x, corner.y, width, y - corner.y + frame_margin - card_gap};
  board.frames.push_back({title, around});
  return around;
}

void aim(BoardLine& line, const Board& board) {
  const auto& from = board.cards[line.from].box;
  const auto& to = board.cards[line.to].box;
  const bool is_across = from.right() < to.x || to.right() < from.x;
  if (is_across) {
    const bool goes_right = from.x < to.x;
    line.start = {goes_right ? from.right() : from.x, from.middle().y};
    line.end = {goes_right ? to.x : to.right(), to.middle().y};
    const double half = (line.end.x - line.start.x) / 2;
    line.first_bend = {line.start.x + half, line.start.y};
    line.second_bend = {line.end.x - half, line.end.y};
    return;
  }
  const bool goes_down = from.y < to.y;
  line.start = {from.middle().x, goes_down ? from.bottom() : from.y};
  line.end = {to.middle().x, goes_down ? to.y : to.bottom()};
  const double half = (line.end.y - line.start.y) / 2;
  line.first_bend = {line.start.x, line.start.y + half};
  line.second_bend = {line.end.x, line.end.y - half};
}

}  // namespace demarche
