// Tests of ingest/actors/words.h and word_table.h.
#include "ingest/actors/words.h"

#include <catch2/catch.hpp>

#include "ingest/actors/word_table.h"
#include "tests/ingest/reading.h"

using namespace demarche;
using demarche::testing::Reading;

TEST_CASE("a word is known by its folded form", "[words]") {
  CHECK(word_key("Plan") == "plan");
  CHECK(word_key("U.S.") == "us");
  CHECK(word_key("Sánchez") == "sanchez");
  CHECK(word_key("Inc.") == "inc.");
  CHECK(word_key("28") == "28");
}

TEST_CASE("a word has the shape of its letters", "[words]") {
  const Reading reading("The EU plan of U.S. envoys costs 1,200 € (Élysée).");
  const auto& words = reading.lines().front().words;
  const auto shape_of = [&](const std::string& key) {
    for (const Word& word : words)
      if (word.key == key) return word.shape;
    FAIL("no word " << key);
    return Shape::Mark;
  };
  CHECK(shape_of("the") == Shape::Capital);
  CHECK(shape_of("eu") == Shape::Upper);
  CHECK(shape_of("plan") == Shape::Lower);
  CHECK(shape_of("us") == Shape::Upper);
  CHECK(shape_of("1,200") == Shape::Number);
  CHECK(shape_of("(") == Shape::Mark);
  CHECK(shape_of("elysee") == Shape::Capital);
}

TEST_CASE("a hyphen holds its words together", "[words]") {
  const Reading reading("A 28-point plan - leaked.");
  const auto& words = reading.lines().front().words;
  REQUIRE(words.size() > 5);
  CHECK(words[2].key == "-");
  CHECK(words[2].glued);
  CHECK(words[3].glued);
  CHECK_FALSE(words[5].glued);
}

TEST_CASE("capitals tell prose, headline and shouting apart", "[words]") {
  CHECK(Reading("Norway rejected the harbour plan.").lines()[0].style == Style::Prose);
  CHECK(Reading("", "Norway Rejects Danish Harbour Plan").lines()[0].style == Style::Headline);
  CHECK(Reading("", "NORWAY REJECTS DANISH HARBOUR PLAN").lines()[0].style == Style::Shouting);
  CHECK(Reading("", "Norway rejects Danish plan for a new harbour").lines()[0].style == Style::Prose);
}

TEST_CASE("a table finds every word that was put in, and no other", "[words]") {
  WordTable<int> table;
  CHECK_FALSE(table.find("plan"));
  std::string word;
  for (int i = 0; i < 3000; ++i) {
    word = std::string(static_cast<std::size_t>(i % 20), 'a') + std::to_string(i);
    table[word] = i;
  }
  table[word] += 1;
  CHECK(*table.find(word) == 3000);
  CHECK(*table.find("0") == 0);
  CHECK(*table.find("aa1002") == 1002);
  CHECK_FALSE(table.find("aa1003"));
  CHECK_FALSE(table.find(""));
}
