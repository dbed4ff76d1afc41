#include "graph/identity/wording.h"

#include <catch2/catch.hpp>

#include "../graph_cases.h"

namespace demarche {
namespace {

using Strings = std::vector<std::string>;

TEST_CASE("words keep acronyms and amounts whole and lose possessives") {
  CHECK(words_of("the U.S.' 28-point plan") == Strings{"the", "U.S", "28", "point", "plan"});
  CHECK(words_of("Trump’s $4.2 billion “bid”") == Strings{"Trump", "4.2", "billion", "bid"});
  CHECK(words_of("").empty());
  CHECK(words_of(" – “” ").empty());
}

TEST_CASE("a stem is folded and singular") {
  CHECK(stem("Proposals") == "proposal");
  CHECK(stem("US") == "us");
  CHECK(stem("access") == "access");
  CHECK(stem("Census") == "census");
  CHECK(stem("José") == "jose");
}

TEST_CASE("a name for show is without article, quotes and closing punctuation") {
  CHECK(trimmed_name("the plan") == "plan");
  CHECK(trimmed_name("an “updated framework.”") == "updated framework");
  CHECK(trimmed_name("“the  plan”") == "plan");
  CHECK(trimmed_name("Theory of ports") == "Theory of ports");
  CHECK(trimmed_name("the") == "the");
  CHECK(trimmed_name("") == "");
}

TEST_CASE("what tells when, where or how is no part of a name") {
  CHECK(without_adjunct("the plan on Monday") == "the plan");
  CHECK(without_adjunct("a plan of its own in answer to the toll") == "a plan");
  CHECK(without_adjunct("the settlement to its members") == "the settlement");
  CHECK(without_adjunct("a 20-point plan to the United States") == "a 20-point plan");
  CHECK(without_adjunct("the budget by 81 votes to 70") == "the budget");
  CHECK(without_adjunct("the draft by a show of hands") == "the draft");
  CHECK(without_adjunct("a law on majority votes") == "a law on majority votes");
  CHECK(without_adjunct("a counter-proposal to the American plan") ==
        "a counter-proposal to the American plan");
  CHECK(without_adjunct("the offer with reservations about its second step") == "the offer");
  CHECK(without_adjunct("a proposal to raise pay by 7 percent") == "a proposal to raise pay by 7 percent");
  CHECK(without_adjunct("an offer of 42 crowns") == "an offer of 42 crowns");
  CHECK(without_adjunct("a treaty on sea cables") == "a treaty on sea cables");
  CHECK(trimmed_name("its parking plan in part") == "parking plan");
}

TEST_CASE("a wording tells whom it joins, and what is a leading owner's") {
  const WordingReader reader(testing::test_gazetteer());
  using Keys = std::set<std::string>;
  CHECK(reader.read("the deal between Russia and the United Nations").sides == Keys{"ru", "un"});
  CHECK(reader.read("a deal with the EU on Ukraine").sides == Keys{"eu"});
  CHECK(reader.read("a deal with the U.S. on Ukraine").sides == Keys{"us"});
  CHECK(reader.read("the US-Ukraine deal").sides == Keys{"ua", "us"});
  CHECK(reader.read("President Donald Trump's harbour plan").matter == Keys{"harbour", "plan"});
  CHECK(reader.read("a plan for the country's north").matter == Keys{"plan", "country", "north"});
}

TEST_CASE("a wording tells the year for which it is, and what it was raised to") {
  const WordingReader reader(testing::test_gazetteer());
  using Texts = std::set<std::string>;
  CHECK(reader.read("a harbour budget for 2028").years == Texts{"2028"});
  CHECK(reader.read("Norway's 2028 harbour budget").years == Texts{"2028"});
  CHECK(reader.read("a plan to send 2000 men").years.empty());
  CHECK(reader.read("its offer from 4 percent to 6 percent").amounts == Texts{"percent 6"});
  CHECK(reader.read("an offer from 4 firms").amounts == Texts{"firm 4"});
}

TEST_CASE("a wording tells owner, number and content") {
  const WordingReader reader(testing::test_gazetteer());
  const auto plan = reader.read("a leaked set of 28 initial US draft proposals");
  CHECK(plan.content == std::set<std::string>{"28", "us", "proposal"});
  CHECK(plan.has_owner);
  CHECK(plan.has_number);

  const auto bill = reader.read("the harbour bill of 2025");
  CHECK_FALSE(bill.has_owner);
  CHECK_FALSE(bill.has_number);

  CHECK(reader.read("the American plan").content == reader.read("America's plan").content);
  CHECK(reader.read("the rebels' demand").has_owner);
  CHECK_FALSE(reader.read("a plan to help us").has_owner);
  CHECK(reader.read("").content.empty());
}

}  // namespace
}  // namespace demarche
