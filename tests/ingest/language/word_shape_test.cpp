#include "ingest/language/word_shape.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace demarche {

TEST_CASE("a word is compared in small letters with plain quotes") {
  CHECK(normalised("O’Brien").view() == "o'brien");
  CHECK(normalised("ÉCOLE").view() == "école");
}

TEST_CASE("a shape keeps six characters of capitals, small letters, digits and marks") {
  CHECK(shape("McDonald's").view() == "XxXx'x");
  CHECK(shape("U.S.").view() == "X.X.");
  CHECK(shape("1987/88").view() == "d/d");
  CHECK(shape("a-b-c-d").view() == "x-x-x-");
  CHECK(shape("").view().empty());
}

TEST_CASE("the endings and beginnings of a word, digits flat") {
  const auto features = spelling_features("Naïve42");
  const auto views = features.views();
  CHECK(std::vector<std::string>(views.begin(), views.end()) ==
        std::vector<std::string>{"0", "00", "e00", "ve00", "ïve00", "n", "na", "naï", "naïv", "Xxïxd"});
  const auto short_word = spelling_features("at");
  CHECK(short_word.views()[4] == "at");
  CHECK(short_word.views()[8] == "at");
}

TEST_CASE("what does not fit a short text is cut at a character") {
  std::string text(ShortText::capacity - 1, 'a');
  CHECK(ShortText(text + "é").view() == text);
  CHECK(ShortText(text + "bc").view() == text + "b");
}

}  // namespace demarche
