#include "ingest/language/headline_lists.h"

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "ingest/language/tokenize.h"

namespace demarche {
namespace {

// A headline in a document that keeps its words.
struct Headline {
  Document doc;
  Sentence sentence;

  explicit Headline(std::string title) {
    doc.title = std::move(title);
    sentence = tokenize(doc).front();
  }
};

struct Arc {
  int head;
  std::string_view deprel;
};

// `sentence` with the arcs, and its words nouns but for the verb.
Sentence parsed(Sentence sentence, const std::vector<Arc>& arcs, std::size_t verb) {
  REQUIRE(arcs.size() == sentence.tokens.size());
  for (std::size_t i = 0; i < arcs.size(); ++i) {
    sentence.tokens[i].head = arcs[i].head;
    sentence.tokens[i].deprel = arcs[i].deprel;
    sentence.tokens[i].upos = i == verb ? "VERB" : "NOUN";
  }
  return sentence;
}

TEST_CASE("a comma among the names that open a headline may stand for 'and'", "[headlines]") {
  CHECK(comma_for_and(Headline("Norland, Sweland reach accord").sentence) == 1);
  CHECK(comma_for_and(Headline("Norland, Sweland, Ostland reach accord").sentence) == 3);
  CHECK(comma_for_and(Headline("NORLAND PORT WORKERS, OWNERS SIGN PACT").sentence) == 3);
  CHECK(comma_for_and(Headline("Norland and Sweland reach accord").sentence) == -1);
  CHECK(comma_for_and(Headline("Norland rejects the treaty offer, says minister").sentence) == -1);
  CHECK(comma_for_and(Headline("Norland, Sweland").sentence) == -1);
  CHECK(comma_for_and(Headline(", Sweland reach accord").sentence) == -1);
}

TEST_CASE("only a headline is read so", "[headlines]") {
  Document doc;
  doc.text = "Norland, Sweland reach accord";
  CHECK(comma_for_and(tokenize(doc).front()) == -1);
}

TEST_CASE("a reading with 'and' is taken where it joins the subjects of the verb", "[headlines]") {
  Headline headline("Norland, Sweland sign accord");
  const auto reading = parsed(with_and(headline.sentence, 1),
                              {{3, "nsubj"}, {2, "cc"}, {0, "conj"}, {-1, "root"}, {3, "obj"}}, 3);
  CHECK(reading.tokens[1].form == "and");
  REQUIRE(take_joined(reading, 1, headline.sentence));
  CHECK(headline.sentence.tokens[1].form == ",");
  CHECK(headline.sentence.tokens[1].deprel == "cc");
  CHECK(headline.sentence.tokens[2].deprel == "conj");
  CHECK(headline.sentence.tokens[4].deprel == "obj");
}

TEST_CASE("a reading that joins anything else is left", "[headlines]") {
  Headline headline("Norland, once rebuffed, signs accord");
  const auto before = parsed(
      headline.sentence,
      {{5, "nsubj"}, {3, "punct"}, {3, "advmod"}, {0, "acl"}, {3, "punct"}, {-1, "root"}, {5, "obj"}}, 5);
  headline.sentence = before;
  const auto reading = parsed(
      with_and(headline.sentence, 4),
      {{3, "nsubj"}, {3, "punct"}, {3, "advmod"}, {-1, "root"}, {5, "cc"}, {3, "conj"}, {5, "obj"}}, 3);
  CHECK_FALSE(take_joined(reading, 4, headline.sentence));
  CHECK(headline.sentence.tokens[0].head == 5);
  CHECK(headline.sentence.tokens[4].form == ",");
}

}  // namespace
}  // namespace demarche
