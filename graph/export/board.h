// A picture whose parts stand where a view puts them: cards, lines from card to card, and frames with a
// heading around cards. Points of 1/72 inch, from the upper left corner to the right and down. Tested by
// tests/graph/export/board_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/export/palette.h"
#include "graph/export/picture.h"

namespace demarche {

struct BoardPoint {
  double x = 0, y = 0;
};

struct BoardBox {
  double x = 0, y = 0, width = 0, height = 0;

  [[nodiscard]] BoardPoint middle() const { return {x + width / 2, y + height / 2}; }
  [[nodiscard]] double right() const { return x + width; }
  [[nodiscard]] double bottom() const { return y + height; }
};

inline constexpr std::size_t most_names = 60;  // in a tooltip; more are only hinted at

struct BoardCard {
  enum class Kind {
    Actor,
    Proposal,
    Rest,     // what stands for several that were folded
    Mark,     // words without a rim, on the paper: a date
    Note,     // likewise, lined up to the left
    Heading,  // the picture's
  };
  Kind kind = Kind::Actor;
  std::string title = {};  // lines part at newlines, here and in the note
  std::string note = {};   // in small print below the title
  std::string tooltip = {};
  std::string url = {};          // http or https; empty where there is none
  std::string rim = {};          // colours, "#rrggbb"; empty for the theme's own
  std::string note_colour = {};  // likewise
  Stroke stroke = Stroke::Solid;
  BoardBox box = {};
};

struct BoardLine {
  std::size_t from = 0, to = 0;                                        // places in Board::cards
  BoardPoint start = {}, first_bend = {}, second_bend = {}, end = {};  // of a cubic Bézier curve
  std::string tooltip = {};
  std::string url = {};
  std::string colour = {};
  Stroke stroke = Stroke::Solid;
  ArrowHead head = ArrowHead::Arrow;
  double width = 1.0;
};

struct BoardFrame {
  std::string title;
  BoardBox box;
};

struct Board {
  std::vector<BoardCard> cards;
  std::vector<BoardLine> lines;
  std::vector<BoardFrame> frames;
};

inline constexpr double card_width = 205;
inline constexpr double card_gap = 10;
inline constexpr double frame_margin = 12;
inline constexpr double frame_heading = 24;

// Breaks title and note into lines that the width takes, `card_width` where the box has none, cuts what is
// too long, and gives the box the height that they need.
void fit(BoardCard& card);

// Sets cards below each other from `corner` on, in a frame where `title` is not empty; the box around all.
// REQUIRES: the cards are fitted
BoardBox add_column(Board& board, const std::string& title, std::vector<BoardCard> cards, BoardPoint corner);

// Sets cards in rows of `in_a_row`, likewise, over the whole of `width`.
BoardBox add_rows(Board& board, const std::string& title, std::vector<BoardCard> cards, BoardPoint corner,
                  std::size_t in_a_row, double width);

// How tall `add_column` would make them.
[[nodiscard]] double column_height(const std::string& title, const std::vector<BoardCard>& cards);

// The line between the sides of two cards that face each other, across or, where they stand in one column,
// down.
void aim(BoardLine& line, const Board& board);

// `text` in lines no wider than `columns` terminal columns, long words broken, at most `most` of them, the
// last one ending in "…" where words are missing.
[[nodiscard]] std::string fitted(std::string_view text, std::size_t columns, std::size_t most);

}  // namespace demarche
