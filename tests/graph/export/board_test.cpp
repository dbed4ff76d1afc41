#include "graph/export/board.h"

#include <catch2/catch.hpp>

namespace demarche {
namespace {

BoardCard card(const std::string& title) {
  BoardCard made{BoardCard::Kind::Actor, title, "rejected"};
  fit(made);
  return made;
}

TEST_CASE("text is broken to the width, words that are too long too, and cut with a sign") {
  CHECK(fitted("an updated framework for peace", 12, 9) == "an updated\nframework\nfor peace");
  CHECK(fitted("incomprehensibilities", 10, 9) == "incomprehe\nnsibilitie\ns");
  CHECK(fitted("one two three four", 5, 2) == "one\ntwo…");
  CHECK(fitted("平和の計画", 4, 2) == "平和\nの…");  // wide letters take two columns
  CHECK(fitted("", 5, 2).empty());
}

TEST_CASE("cards stand below each other inside their frame") {
  Board board;
  const auto around = add_column(board, "For it", {card("a"), card("b"), card("c")}, {100, 50});
  REQUIRE(board.cards.size() == 3);
  REQUIRE(board.frames.size() == 1);
  CHECK(board.cards[1].box.y >= board.cards[0].box.bottom());
  CHECK(board.cards[0].box.x > around.x);
  CHECK(board.cards[2].box.bottom() < around.bottom());
  CHECK(around.height == column_height("For it", board.cards));
}

TEST_CASE("rows are as many as cards need") {
  Board board;
  add_rows(board, "Sources", {card("a"), card("b"), card("c")}, {0, 0}, 2, 600);
  CHECK(board.cards[0].box.y == board.cards[1].box.y);
  CHECK(board.cards[2].box.y >= board.cards[0].box.bottom());
}

TEST_CASE("a line joins the sides that face each other") {
  Board board;
  add_column(board, "", {card("a"), card("b")}, {0, 0});
  add_column(board, "", {card("c")}, {500, 0});
  BoardLine across;
  across.from = 2;
  aim(across, board);
  CHECK(across.start.x == board.cards[2].box.x);
  CHECK(across.end.x == board.cards[0].box.right());
  BoardLine down;
  down.to = 1;
  aim(down, board);
  CHECK(down.start.y == board.cards[0].box.bottom());
  CHECK(down.end.y == board.cards[1].box.y);
}

}  // namespace
}  // namespace demarche
