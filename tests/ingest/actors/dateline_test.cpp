// Tests of ingest/actors/dateline.h.
#include "ingest/actors/dateline.h"

#include <catch2/catch.hpp>

#include "ingest/language/tokenize.h"

using namespace demarche;

namespace {

// How many words stand in the dateline's own sentence; 0 where there is none.
std::size_t dateline_words(const std::string& text) {
  Document doc;
  doc.text = text;
  auto sentences = tokenize(doc);
  const std::size_t before = sentences.size();
  split_dateline(sentences);
  return sentences.size() == before ? 0 : sentences.front().tokens.size();
}

}  // namespace

TEST_CASE("a dateline is a sentence of its own", "[dateline]") {
  CHECK(dateline_words("BERGEN (Agency) - The union rejected the plan.") == 5);
  CHECK(dateline_words("BERGEN -- The union rejected the plan.") == 2);
  CHECK(dateline_words("BERGEN, Nov 3: The union rejected the plan.") == 5);
  CHECK(dateline_words("BERGEN: The union rejected the plan.") == 2);
}

TEST_CASE("what only looks like a dateline stays where it is", "[dateline]") {
  CHECK(dateline_words("The union rejected the plan - again.") == 0);
  CHECK(dateline_words("Bergen-based pilots rejected the plan.") == 0);
  CHECK(dateline_words("Berg said: the union rejected it.") == 0);
  CHECK(dateline_words("") == 0);
  CHECK(dateline_words("-") == 0);
}
