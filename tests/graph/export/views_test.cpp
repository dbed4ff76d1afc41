#include "graph/export/views.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>

#include "../graph_cases.h"

namespace demarche {
namespace {

const char* const talks_lines = R"(
doc d1 2025-11-20 "Continental Wire" First report
actor a1 organisation Borduria
actor a2 organisation Syldavia
actor a3 organisation Klow Port
proposal p1 plan 20: a 20-point harbour plan
act a1 proposed p1: Borduria tabled a 20-point harbour plan.
act a2 rejected p1: Syldavia would not hear of it.
act a3 received p1: Klow Port was handed it.
doc d2 2025-11-24 "Meridian Post" Second report
actor a1 organisation Borduria
actor a2 organisation Ruritania
actor a3 organisation Freedonia
proposal p1 plan 24: a 24-point harbour plan
proposal p2 plan 20: the 20-point harbour plan
proposal p3 proposal: a counter-proposal of the ports
act a1 proposed p1: Borduria came back with a 24-point harbour plan.
act a2 accepted p1 partial: Ruritania took some of it.
act a3 opposed p1: Freedonia is not amused.
act a3 proposed p3: Freedonia spoke of a counter-proposal of the ports.
link p1 revises p2
link p3 counters p1)";

const BoardCard* find(const Board& board, const std::string& title, const std::string& note = "") {
  const auto found = std::find_if(board.cards.begin(), board.cards.end(), [&](const BoardCard& card) {
    return card.title == title && card.note.find(note) != std::string::npos;
  });
  return found == board.cards.end() ? nullptr : &*found;
}

const BoardCard& at(const Board& board, const std::string& title, const std::string& note = "") {
  const auto* card = find(board, title, note);
  INFO(title << ", " << note);
  REQUIRE(card);
  return *card;
}

std::string party_name(std::size_t number) {
  constexpr std::array quarters{"Northern", "Southern", "Eastern", "Western", "Upper", "Lower",
                                "Greater",  "Central",  "New",     "Old",     "Royal", "Free"};
  constexpr std::array lands{"Borduria", "Syldavia", "Ruritania", "Freedonia", "Graustark",
                             "Orsinia",  "Lutha",    "Carpania",  "Zubrowka",  "Molvania"};
  return fmt::format("{} {}", quarters[number % quarters.size()],
                     lands[number / quarters.size() % lands.size()]);
}

// Many parties for and against one proposal, on `days` days.
std::string crowd_of(std::size_t parties, std::size_t days) {
  std::string lines;
  for (std::size_t day = 0; day < days; ++day) {
    lines += fmt::format("doc d{0} 2025-{1:02}-{2:02} - Report {0}\nproposal p1 plan 20: the 20-point plan\n",
                         day, 1 + day / 28, 1 + day % 28);
    std::string acts;
    for (std::size_t i = day; i < parties; i += days) {
      lines += fmt::format("actor a{0} organisation {1}\n", i, party_name(i));
      acts +=
          fmt::format("act a{} {} p1: {} has decided.\n", i, i % 2 ? "accepted" : "opposed", party_name(i));
    }
    lines += acts;
  }
  return lines;
}

bool has_overlaps(const Board& board) {
  for (std::size_t i = 0; i < board.cards.size(); ++i)
    for (std::size_t j = i + 1; j < board.cards.size(); ++j) {
      const auto &a = board.cards[i].box, &b = board.cards[j].box;
      if (a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom()) return true;
    }
  return false;
}

std::size_t rest_cards(const Board& board) {
  return static_cast<std::size_t>(
      std::count_if(board.cards.begin(), board.cards.end(),
                    [](const BoardCard& card) { return card.kind == BoardCard::Kind::Rest; }));
}

TEST_CASE("who is for a proposal stands to the left, who is against to the right, the silent below") {
  const auto knowledge = testing::knowledge_of(talks_lines);
  const auto board = stances_board(knowledge, "harbour plan", {}, {}).value();
  const auto& text = at(board, "24-point harbour plan");
  CHECK(at(board, "Ruritania", "accepted in part, 2025-11-24 [2]").box.right() < text.box.x);
  CHECK(at(board, "Freedonia", "opposed").box.x > text.box.right());
  CHECK(at(board, "Syldavia", "rejected, 2025-11-20, of an older").box.x > text.box.right());
  CHECK(at(board, "Klow Port", "silent since 2025-11-20").box.y > text.box.bottom());
  CHECK(at(board, "20-point harbour plan").box.y < text.box.y);
  CHECK(at(board, "Borduria", "proposed").box.bottom() < at(board, "20-point harbour plan").box.y);
  CHECK(find(board, "counter-proposal of the\nports"));
  CHECK_FALSE(has_overlaps(board));
}

TEST_CASE("a card tells the rule, the quotation and the document, and links it") {
  const auto knowledge = testing::knowledge_of(talks_lines);
  const auto board = stances_board(knowledge, "harbour plan", {}, {}).value();
  const auto& card = at(board, "Freedonia", "opposed");
  CHECK(card.tooltip ==
        "Freedonia: latest actual stance: opposed on 2025-11-24\n“Freedonia is not amused.”\n"
        "Second report, Meridian Post, 2025-11-24");
  CHECK(card.url == "https://news.example/d2");
}

TEST_CASE("what an actor is for stands to its left, what it put forward below it") {
  const auto knowledge = testing::knowledge_of(talks_lines);
  const auto board = actor_board(knowledge, "Freedonia", {}, {}).value();
  const auto& actor = at(board, "Freedonia", "organisation");
  CHECK(at(board, "24-point harbour plan", "opposed").box.x > actor.box.right());
  CHECK(at(board, "counter-proposal of the\nports", "proposed").box.y > actor.box.bottom());
}

TEST_CASE("time runs to the right, with acts for a proposal above their day and others below") {
  const auto knowledge = testing::knowledge_of(talks_lines);
  const auto board = timeline_board(knowledge, "harbour plan", {}, {}).value();
  const auto& first = at(board, "2025-11-20");
  const auto& second = at(board, "2025-11-24", "4 days on");
  CHECK(first.box.right() < second.box.x);
  CHECK(at(board, "Syldavia", "rejected").box.y > first.box.bottom());
  CHECK(at(board, "Ruritania", "accepted in part").box.bottom() < second.box.y);
  CHECK(at(board, "24-point harbour plan").box.middle().x == Approx(second.box.middle().x));
  CHECK_FALSE(has_overlaps(board));
}

TEST_CASE("parties that agree are in one bloc of the ring, joined by a solid line") {
  const auto knowledge = testing::knowledge_of(talks_lines);
  const auto board = blocs_board(knowledge, {}, {}).value();
  CHECK(find(board, "Borduria", "2 not"));
  const auto dashed = std::count_if(board.lines.begin(), board.lines.end(),
                                    [](const BoardLine& line) { return line.stroke == Stroke::Dashed; });
  CHECK(dashed > 0);
  CHECK_FALSE(has_overlaps(board));
}

TEST_CASE("a crowd is folded, said so, and whole where the whole is asked for") {
  const auto knowledge = testing::knowledge_of(crowd_of(120, 40));
  const auto folded = stances_board(knowledge, "20-point plan", {}, {}).value();
  CHECK(rest_cards(folded) == 2);
  CHECK(at(folded, "and 41 more", "41 accepted").tooltip.find(", ") != std::string::npos);
  CHECK_FALSE(has_overlaps(folded));
  const auto whole = stances_board(knowledge, "20-point plan", {}, {Theme::Light, Detail::Whole}).value();
  CHECK(rest_cards(whole) == 0);
  CHECK(whole.cards.size() > 120);
}

TEST_CASE("many days become months") {
  const auto knowledge = testing::knowledge_of(crowd_of(120, 40));
  const auto board = timeline_board(knowledge, "20-point plan", {}, {}).value();
  CHECK(find(board, "2025-01"));
  CHECK(find(board, "2025-02"));
  CHECK_FALSE(find(board, "2025-01-01"));
  CHECK(rest_cards(board) > 0);
  CHECK_FALSE(has_overlaps(board));
}

TEST_CASE("a ring of many keeps the busiest, and says how many it left out") {
  const auto knowledge = testing::knowledge_of(crowd_of(120, 40));
  const auto board = blocs_board(knowledge, {}, {}).value();
  CHECK(board.cards.size() == 49);
  CHECK(find(board, board.cards.front().title, "bloc 1"));
  CHECK(board.cards.back().note.find("48 parties in 2 blocs") == 0);
  CHECK(board.cards.back().note.find("72 less busy parties") != std::string::npos);
  CHECK_FALSE(has_overlaps(board));
}

TEST_CASE("a name that means nothing is said to") {
  const auto knowledge = testing::knowledge_of(talks_lines);
  CHECK(stances_board(knowledge, "railway", {}, {}).error().kind == ErrorKind::NotFound);
  CHECK(actor_board(knowledge, "Zubrowka", {}, {}).error().kind == ErrorKind::NotFound);
  CHECK(timeline_board(knowledge, "railway", {}, {}).error().kind == ErrorKind::NotFound);
}

}  // namespace
}  // namespace demarche
