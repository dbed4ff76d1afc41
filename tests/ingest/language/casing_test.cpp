#include "ingest/language/casing.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "ingest/language/tokenize.h"
#include "tests/ingest/language/temporary_folder.h"

namespace demarche {
namespace {

Document titled(std::string title, std::string text) {
  Document doc;
  doc.title = std::move(title);
  doc.text = std::move(text);
  return doc;
}

std::string as_read(const Sentence& sent) {
  std::string line;
  for (const auto& tok : sent.tokens) line += std::string(form_to_read(tok).view()) + " ";
  return line;
}

// The first sentence of the document, as a caser that read one training text has it read.
std::string recased_title(const Document& doc) {
  const auto training = titled("",
                               "The talks on the plan of NATO failed, as Moscow said. It said the "
                               "president of France rejects no plan.");
  const TemporaryFolder folder;
  ModelWriter out;
  add_caser(tokenize(training), out);
  REQUIRE(out.write(folder / "case"));
  const auto file = ModelFile::open(folder / "case");
  REQUIRE(file);
  const auto caser = Caser::load(*file);
  REQUIRE(caser);
  auto sentences = tokenize(doc);
  caser->recase(sentences);
  return as_read(sentences.at(0));
}

}  // namespace

TEST_CASE("how a word is capitalised") {
  CHECK(casing_of("plan") == Casing::Small);
  CHECK(casing_of("Plan") == Casing::Title);
  CHECK(casing_of("A") == Casing::Title);
  CHECK(casing_of("NATO") == Casing::Capitals);
  CHECK(casing_of("U.S.") == Casing::Capitals);
  CHECK(casing_of("École") == Casing::Title);
  CHECK(casing_of("McDonald") == Casing::AsWritten);
  CHECK(casing_of("28") == Casing::AsWritten);
}

TEST_CASE("a word is written as asked") {
  CHECK(recased("PLAN", Casing::Small).view() == "plan");
  CHECK(recased("ÉCOLE", Casing::Title).view() == "École");
  CHECK(recased("nato", Casing::Capitals).view() == "NATO");
  CHECK(recased("McDonald", Casing::AsWritten).view() == "McDonald");
}

TEST_CASE("a headline in capitals is read as training text writes its words, and unknown words as names") {
  CHECK(recased_title(titled("NATO PLAN REJECTS TALKS OF ZORVIA - 28 SAID", "")) ==
        "NATO plan rejects talks of Zorvia - 28 said ");
}

TEST_CASE("a headline in title case is read as running text, too") {
  CHECK(recased_title(titled("Moscow Rejects The Plan Of Zorvia Talks", "")) ==
        "Moscow rejects the plan of Zorvia talks ");
}

TEST_CASE("the rest of the document knows best how its words are written") {
  CHECK(recased_title(titled("BEXO TALKS ON PLAN", "On Monday the bexo of Talks rejects it.")) ==
        "Bexo Talks on plan ");
}

TEST_CASE("running text stays as it is") {
  CHECK(recased_title(titled("NATO said the talks of Moscow failed", "")) ==
        "NATO said the talks of Moscow failed ");
  CHECK(recased_title(titled("", "It is 28.")) == "It is 28 . ");
}

TEST_CASE("a word that nobody knows is a name, or letters where it cannot be said") {
  CHECK(recased_title(titled("OSLO GETS CBT TALKS ON PCT", "It went on.")) == "Oslo Gets CBT talks on Pct ");
}

}  // namespace demarche
