// Tests of ingest/explanation.h, as Pipeline::extract fills it.
#include "ingest/explanation.h"

#include <catch2/catch.hpp>

#include "ingest/pipeline.h"
#include "tests/ingest/shipped_pipeline.h"

using namespace demarche;

namespace {

struct Explained {
  Extraction found;
  Explanation why;
};

Explained explained(const char* text) {
  Document doc;
  doc.text = text;
  name_document(doc);
  Explained out;
  out.found = pipeline().extract(doc, &out.why);
  return out;
}

}  // namespace

TEST_CASE("each assertion is explained by the words that fill its roles", "[explanation]") {
  const Explained one = explained("Norway threatened to reject the harbour plan.");
  REQUIRE(one.found.assertions.size() == 1);
  REQUIRE(one.why.given.size() == 1);
  const Explanation::Given& given = one.why.given.front();
  REQUIRE(given.actor);
  CHECK(given.actor->text == "Norway");
  REQUIRE(given.proposal);
  CHECK(given.proposal->text == "the harbour plan");
  REQUIRE(given.modality_by);
  CHECK(given.modality_by->text == "threatened");
  CHECK(given.tree.find("reject") != std::string::npos);
}

TEST_CASE("a fact has no word that weakens it", "[explanation]") {
  const Explained one = explained("Norway rejected the harbour plan.");
  REQUIRE(one.why.given.size() == 1);
  CHECK_FALSE(one.why.given.front().modality_by);
  CHECK(one.why.withheld.empty());
}

TEST_CASE("a pronoun's actor has no name in the sentence", "[explanation]") {
  const Explained two = explained("Norway studied the harbour plan. It rejected the plan.");
  REQUIRE(two.why.given.size() == 2);
  CHECK_FALSE(two.why.given.back().actor);
}

TEST_CASE("a sentence that talks of a proposal and gave nothing says what was missing", "[explanation]") {
  const Explained one = explained("Sweden dismissed reports about a plan.");
  CHECK(one.found.assertions.empty());
  REQUIRE(one.why.withheld.size() == 1);
  const Explanation::Withheld& withheld = one.why.withheld.front();
  CHECK(withheld.sentence.text == "Sweden dismissed reports about a plan.");
  REQUIRE(withheld.proposals.size() == 1);
  REQUIRE(withheld.attempts.size() == 1);
  CHECK(withheld.attempts.front().entry == "verb:dismiss");
  CHECK(withheld.attempts.front().missing.find("data/exclusions.txt") != std::string::npos);
}

TEST_CASE("an act without a known actor says so", "[explanation]") {
  const Explained one = explained("The treaty was rejected.");
  REQUIRE(one.why.withheld.size() == 1);
  REQUIRE_FALSE(one.why.withheld.front().attempts.empty());
  CHECK(one.why.withheld.front().attempts.front().missing.find("no actor") != std::string::npos);
}

TEST_CASE("a sentence that talks of no proposal is not explained", "[explanation]") {
  CHECK(explained("It rained all day in the harbour.").why.withheld.empty());
}

TEST_CASE("asking why changes nothing of what is found", "[explanation]") {
  Document doc;
  doc.text = "Norway and Sweden rejected the harbour plan on Friday. Denmark may accept it.";
  name_document(doc);
  Explanation why;
  CHECK(to_json(pipeline().extract(doc, &why), WithText::Yes) ==
        to_json(pipeline().extract(doc), WithText::Yes));
}
