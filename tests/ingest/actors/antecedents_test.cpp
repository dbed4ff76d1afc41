// Tests of ingest/actors/antecedents.h, over whole short texts.
#include "ingest/actors/antecedents.h"

#include <catch2/catch.hpp>

#include "tests/ingest/cases.h"
#include "tests/ingest/reading.h"

using namespace demarche;
using demarche::testing::Reading;

namespace {

// "its: Norway" for the pronoun at this word; nothing where nobody is meant.
std::string as_line(const Reading& reading, const Cast& cast, int line, int word) {
  std::string names;
  for (int member : Antecedents(reading.texts(), cast).of_pronoun(line, word))
    names += (names.empty() ? "" : ", ") + cast.members()[static_cast<std::size_t>(member)].name;
  return names.empty() ? names : reading.words(line, word, word) + ": " + names;
}

}  // namespace

TEST_CASE("pronouns stand for the actors that they are meant for", "[cast]") {
  for (const auto& one : testing::read_cases("actors/antecedents.txt")) {
    DYNAMIC_SECTION(one.name) {
      const Reading reading(one.field("text"));
      const Cast cast(reading.texts(), reading.finder());
      std::vector<std::string> found;
      for (int line = 0; line < static_cast<int>(reading.texts().size()); ++line)
        for (int word = 0; word < reading.lines()[static_cast<std::size_t>(line)].size(); ++word)
          if (auto meant = as_line(reading, cast, line, word); !meant.empty())
            found.push_back(std::move(meant));
      INFO(one.field("text"));
      CHECK(testing::lines(found) == testing::lines(one.expected));
    }
  }
}
