// Tests of ingest/actors/chunks.h and, through it, of ingest/actors/tags.h.
#include "ingest/actors/chunks.h"

#include <catch2/catch.hpp>

#include "tests/ingest/cases.h"
#include "tests/ingest/reading.h"

using namespace demarche;
using demarche::testing::Reading;

namespace {

char letter(ChunkKind kind) {
  switch (kind) {
    case ChunkKind::Nouns:
      return 'N';
    case ChunkKind::Verbs:
      return 'V';
    case ChunkKind::Adjectives:
      return 'A';
    case ChunkKind::Time:
      return 'T';
    case ChunkKind::Preposition:
      return 'P';
    default:
      return 0;
  }
}

// "[N the plan] [V was rejected] by": groups in brackets, what stands between as it is.
std::string as_line(const Reading& reading) {
  std::string out;
  for (int line = 0; line < static_cast<int>(reading.texts().size()); ++line) {
    const Shallow& text = reading.texts()[static_cast<std::size_t>(line)];
    for (int c = 0; c < text.size(); ++c) {
      const char kind = letter(text.chunk(c).kind);
      const std::string words = reading.chunk(line, c);
      if (!out.empty()) out += ' ';
      out += kind && kind != 'P' ? std::string("[") + kind + " " + words + "]" : words;
    }
  }
  return out;
}

}  // namespace

TEST_CASE("a sentence falls into the groups that stand beside it", "[chunks]") {
  for (const auto& one : testing::read_cases("actors/chunks.txt")) {
    DYNAMIC_SECTION(one.name) {
      const Reading reading(one.field("text"), one.field("title"));
      CHECK(as_line(reading) + "\n" == testing::lines(one.expected));
    }
  }
}
