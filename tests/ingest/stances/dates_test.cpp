// Tests of ingest/stances/dates.h.
#include "ingest/stances/dates.h"

#include <catch2/catch.hpp>

#include "tests/ingest/cases.h"
#include "tests/ingest/reading.h"

using namespace demarche;
using demarche::testing::Reading;

TEST_CASE("a time of the text is a day of the calendar", "[dates]") {
  for (const auto& one : testing::read_cases("stances/dates.txt")) {
    DYNAMIC_SECTION(one.name) {
      const Reading reading(one.field("text"));
      const Look look = one.field("look") == "ahead" ? Look::Ahead : Look::Back;
      std::vector<std::string> found;
      for (const Shallow& text : reading.texts())
        for (const Chunk& chunk : text.chunks)
          if (chunk.kind == ChunkKind::Time) {
            const auto date = date_of(text, chunk, Date::parse(one.field("date")), look);
            found.push_back(date ? date->iso() : "none");
          }
      INFO(one.field("text"));
      CHECK(testing::lines(found) == testing::lines(one.expected));
    }
  }
}
