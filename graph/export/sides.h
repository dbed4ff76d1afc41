// The frame of two views: something in the middle, what is for it to the left, against it to the right, what
// takes no side below, and the sources at the foot. Tested by tests/graph/export/views_test.cpp.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "graph/answers/status.h"
#include "graph/export/footnotes.h"
#include "graph/export/views.h"

namespace demarche {

inline constexpr std::size_t most_on_a_side = 20;  // cards; those folded make one more
inline constexpr std::size_t most_below = 12;

struct SidesGroup {
  std::string title;
  std::vector<BoardCard> cards;
};

// A card on one side, and which card of the middle its line leads to: place in the middle's order.
struct SidesCard {
  BoardCard card;
  std::size_t target = 0;
  BoardLine line;
};

// A line between two cards of the middle, by place.
using MiddleLine = std::pair<std::pair<std::size_t, std::size_t>, BoardLine>;

struct SidesBoard {
  std::string title, subtitle;
  std::string left_title, right_title;
  std::vector<SidesGroup> middle;
  std::vector<MiddleLine> middle_lines;
  std::vector<SidesCard> left, right;
  bool leads_outward = false;  // lines lead from the middle to the sides
  std::vector<SidesGroup> below;
  std::vector<BoardCard> sources;
};

[[nodiscard]] Board laid_out(SidesBoard sides, Theme theme);

// Where a status puts a party.
enum class Standpoint { For, Against, Owner, Disputed, Silent };
[[nodiscard]] Standpoint standpoint_of(const StatusRow& row);

// The card of a party or proposal by its status: `title` above, then "rejected, 2025-12-03 [7]".
[[nodiscard]] BoardCard status_card(const StatusRow& row, BoardCard::Kind kind, const std::string& title,
                                    const Footnotes& footnotes, Theme theme);

// The line that leads from such a card.
[[nodiscard]] BoardLine status_line(const StatusRow& row, const BoardCard& card, Theme theme);

// The `most` that the most reports tell of, newest first among equals; the others, folded into one card that
// counts them by status and names them, in `rest`.
struct FoldedRows {
  std::vector<StatusRow> kept;  // in their order
  std::vector<BoardCard> rest;  // one, or none
};
[[nodiscard]] FoldedRows folded_rows(std::vector<StatusRow> rows, std::size_t most, Detail detail,
                                     const std::function<std::string(const StatusRow&)>& title);

}  // namespace demarche
