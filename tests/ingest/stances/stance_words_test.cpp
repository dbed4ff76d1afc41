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

TEST_CASE("a quotation brings the sentence before it along", "[stance_words]") {
  CHECK(worth_parsing("\"It is late,\" Berg told them. \"We rejected the plan.\"") ==
        std::vector{true, true});
}
