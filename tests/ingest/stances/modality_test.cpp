// Tests of ingest/stances/modality.h.
#include "ingest/stances/modality.h"

#include <catch2/catch.hpp>

#include "tests/ingest/cases.h"
#include "tests/ingest/reading.h"

using namespace demarche;
using demarche::testing::Reading;

TEST_CASE("the words around a verb say how surely it is stated", "[modality]") {
  for (const auto& one : testing::read_cases("stances/modality.txt")) {
    DYNAMIC_SECTION(one.name) {
      const Reading reading(one.field("text"));
      const Shallow& text = reading.texts().front();
      const ModalityReader reader(text, reading.clauses().front(), demarche::testing::lists().controls);
      std::vector<std::string> found;
      const auto& predicates = reading.clauses().front().predicates();
      for (int p = 0; p < static_cast<int>(predicates.size()); ++p) {
        if (text.head_key(predicates[static_cast<std::size_t>(p)].chunk) != one.field("verb")) continue;
        const Standing standing = reader.of(p);
        found.push_back(std::string(standing.refused ? "refused, " : "") +
                        std::string(name(standing.modality)));
      }
      INFO(one.field("text"));
      CHECK(testing::lines(found) == testing::lines(one.expected));
    }
  }
}
