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
