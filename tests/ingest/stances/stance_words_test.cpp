// Tests of ingest/stances/stance_words.h.
#include "ingest/stances/stance_words.h"

#include <catch2/catch.hpp>

#include "ingest/language/tokenize.h"
#include "tests/ingest/reading.h"

using namespace demarche;
using demarche::testing::lists;

namespace {

std::vector<bool> worth_parsing(const std::string& text) {
  static const StanceWords words(lists().acts, lists().proposals, lists().grammar, lists().actor_words);
  Document doc;
  doc.text = text;
  const auto sentences = tokenize(doc);
  std::vector<Line> lines;
  for (const Sentence& sentence : sentences) lines.push_back(read_words(sentence));
  return words.worth_parsing(lines);
}

}  // namespace

TEST_CASE("a sentence with an act is worth parsing", "[stance_words]") {
  CHECK(worth_parsing("The union rejected the plan.") == std::vector{true});
  CHECK(worth_parsing("Norway gave its approval.") == std::vector{true});
}

TEST_CASE("a proposal that somebody may own is worth parsing", "[stance_words]") {
  CHECK(worth_parsing("The weather favoured Norway's plan.") == std::vector{true});
}

TEST_CASE("other sentences are not", "[stance_words]") {
  CHECK(worth_parsing("It rained in Bergen all day.") == std::vector{false});
}

TEST_CASE("the sentence before a quotation that goes on is worth parsing", "[stance_words]") {
  CHECK(worth_parsing("\"It rained,\" Berg said. \"We reject the plan.\"") == std::vector{true, true});
  CHECK(worth_parsing("\"It rained,\" Berg said. Oslo rejected the \"plan\".") == std::vector{false, true});
}

TEST_CASE("an act is one only with what its entry asks for", "[stance_words]") {
  const std::vector<std::pair<std::string, bool>> cases{
      {"Berg voted against.", true},
      {"Two ministers rejected it.", true},
      {"It was welcomed by two ministers.", true},
      {"The plan that ministers agreed to is dead.", true},
      {"Oslo insisted on keeping the price.", true},
      {"The plan won the approval of Berg.", true},
      {"Critics called the plan a sell-out.", true},
      {"Farmers were against a new dam plan.", true},
      {"Oslo, which was willing to wait, paid.", true},
      {"A treaty between Oslo and Bergen was in force.", true},
      {"The terms on which Oslo insisted were plans.", true},
      {"Ministers who all oppose the plan met.", true},
      {"Oslo said wheat lay to the south of the dam, but it insisted.", false},  // on nothing behind it
      {"Oslo reported a decline in wages after the treaty.", false},             // a noun here
      {"It was warm, and all day Oslo counted fish against a plan.", false},     // "is" is far off
      {"Oslo made it warm.", false},                                             // "it" is no deal
      {"Farmers sold wheat for a treaty.", false},         // no verb says that they are for it
      {"The treaty lay in a drawer.", false},              // between nobody
      {"Output was cut while the treaty held.", false},    // a treaty is not cut
      {"Workers talked about wages all day.", false},      // on nothing proposed
      {"The meeting increased in length by noon.", false}  // nothing is increased
  };
  for (const auto& [text, expected] : cases) {
    INFO(text);
    CHECK(worth_parsing(text) == std::vector{expected});
  }
}

TEST_CASE("a quotation brings the sentence before it along", "[stance_words]") {
  CHECK(worth_parsing("\"It is late,\" Berg told them. \"We rejected the plan.\"") ==
        std::vector{true, true});
}
