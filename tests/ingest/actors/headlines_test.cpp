#include "ingest/actors/headlines.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/language/tokenize.h"
#include "tests/ingest/language/temporary_folder.h"

namespace demarche {
namespace {

const Headlines& headlines() {
  static const Headlines loaded = [] {
    const TemporaryFolder folder;
    std::ofstream(folder / "headlines.txt") << "# a comment\nback endorse back\nset sign set\n";
    return *Headlines::load((folder / "headlines.txt").parent_path());
  }();
  return loaded;
}

struct Arc {
  int head;
  std::string_view upos, deprel;
};

void parse_by_hand(Sentence& sentence, const std::vector<Arc>& arcs) {
  REQUIRE(arcs.size() == sentence.tokens.size());
  for (std::size_t i = 0; i < arcs.size(); ++i) {
    sentence.tokens[i].head = arcs[i].head;
    sentence.tokens[i].upos = arcs[i].upos;
    sentence.tokens[i].deprel = arcs[i].deprel;
  }
}

// A headline, with the tree that a parser finds in it at first: none of any clause.
struct Headline {
  Document doc;
  Sentence sentence;

  explicit Headline(std::string title) {
    doc.title = std::move(title);
    sentence = tokenize(doc).front();
    for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
      sentence.tokens[i].upos = sentence.tokens[i].form == "," ? "PUNCT" : "NOUN";
      sentence.tokens[i].deprel = i == 0 ? "root" : "appos";
      sentence.tokens[i].head = i == 0 ? -1 : 0;
    }
  }

  [[nodiscard]] std::vector<std::pair<int, int>> ways() const {
    std::vector<std::pair<int, int>> out;
    for (const HeadlineReading& reading : headlines().readings(sentence))
      out.emplace_back(reading.comma, reading.verb);
    return out;
  }
};

using Ways = std::vector<std::pair<int, int>>;

TEST_CASE("a comma among the names that open a headline may stand for 'and'", "[headlines]") {
  CHECK(Headline("Norland, Sweland reach accord").ways() == Ways{{1, -1}});
  CHECK(Headline("Norland, Sweland, Ostland reach accord").ways() == Ways{{3, -1}});
  CHECK(Headline("NORLAND PORT WORKERS, OWNERS SIGN PACT").ways() == Ways{{3, -1}});
  CHECK(Headline("Norland and Sweland reach accord").ways().empty());
  CHECK(Headline("Norland rejects the treaty offer, says minister").ways().empty());
  CHECK(Headline("Norland, Sweland").ways().empty());
  CHECK(Headline(", Sweland reach accord").ways().empty());
}

TEST_CASE("a word of the list may be a verb that the parser took for none", "[headlines]") {
  CHECK(Headline("Unions back pay deal").ways() == Ways{{-1, 1}});
  CHECK(Headline("UNIONS BACK PAY DEAL").ways() == Ways{{-1, 1}});
  CHECK(Headline("Norland, Sweland back accord").ways() == Ways{{1, -1}, {1, 3}, {-1, 3}});
  CHECK(Headline("Back pay deal").ways().empty());
  CHECK(Headline("Unions come back").ways().empty());
}

TEST_CASE("a verb that is read as one stays one, unless it describes a noun", "[headlines]") {
  Headline headline("Norland set pact");
  parse_by_hand(headline.sentence, {{1, "PROPN", "nsubj"}, {-1, "VERB", "root"}, {1, "NOUN", "obj"}});
  CHECK(headline.ways().empty());
  parse_by_hand(headline.sentence, {{2, "PROPN", "compound"}, {2, "VERB", "amod"}, {-1, "NOUN", "root"}});
  CHECK(headline.ways() == Ways{{-1, 1}});
}

TEST_CASE("only a headline is read again", "[headlines]") {
  Headline headline("Unions back pay deal");
  headline.sentence.field = Field::Text;
  CHECK(headline.ways().empty());
}

TEST_CASE("a reading holds where it joins the subjects of the verb, and its words stay", "[headlines]") {
  Headline headline("Norland, Sweland back accord");
  HeadlineReading reading = headlines().readings(headline.sentence)[1];
  CHECK(reading.sentence.tokens[1].form == "and");
  CHECK(reading.sentence.tokens[3].form == "endorse");
  parse_by_hand(reading.sentence, {{3, "PROPN", "nsubj"},
                                   {2, "CCONJ", "cc"},
                                   {0, "PROPN", "conj"},
                                   {-1, "VERB", "root"},
                                   {3, "NOUN", "obj"}});
  REQUIRE(Headlines::holds(reading));
  headlines().take(reading, headline.sentence);
  CHECK(headline.sentence.tokens[1].form == ",");
  CHECK(headline.sentence.tokens[1].upos == "PUNCT");
  CHECK(headline.sentence.tokens[1].deprel == "cc");
  CHECK(headline.sentence.tokens[2].deprel == "conj");
  CHECK(headline.sentence.tokens[3].form == "back");
  CHECK(headline.sentence.tokens[3].lemma == "back");
  CHECK(headline.sentence.tokens[4].deprel == "obj");
}

TEST_CASE("a reading that joins anything else does not hold", "[headlines]") {
  Headline headline("Norland, rebuffed, signs the accord");
  HeadlineReading reading = headlines().readings(headline.sentence).front();
  REQUIRE(reading.comma == 3);
  parse_by_hand(reading.sentence, {{2, "PROPN", "nsubj"},
                                   {2, "PUNCT", "punct"},
                                   {-1, "VERB", "root"},
                                   {4, "CCONJ", "cc"},
                                   {2, "VERB", "conj"},
                                   {6, "DET", "det"},
                                   {4, "NOUN", "obj"}});
  CHECK_FALSE(Headlines::holds(reading));
}

TEST_CASE("a verb without a subject before it does not hold", "[headlines]") {
  Headline headline("Unions back pay deal");
  HeadlineReading reading = headlines().readings(headline.sentence).front();
  parse_by_hand(
      reading.sentence,
      {{3, "NOUN", "compound"}, {3, "VERB", "amod"}, {3, "NOUN", "compound"}, {-1, "NOUN", "root"}});
  CHECK_FALSE(Headlines::holds(reading));
}

}  // namespace
}  // namespace demarche
