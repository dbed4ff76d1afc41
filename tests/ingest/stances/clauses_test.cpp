// Tests of ingest/stances/clauses.h.
#include "ingest/stances/clauses.h"

#include <catch2/catch.hpp>

#include "tests/ingest/cases.h"
#include "tests/ingest/reading.h"

using namespace demarche;
using demarche::testing::Reading;

namespace {

std::string joined(const Reading& reading, const std::vector<int>& chunks) {
  std::string out;
  for (int chunk : chunks) out += (out.empty() ? "" : " + ") + reading.chunk(0, chunk);
  return out;
}

// "rejected: nsubj Norway; obj the plan; obl:in Oslo"
std::string as_line(const Reading& reading, const Predicate& predicate) {
  std::string out = reading.chunk(0, predicate.chunk) + ":";
  if (!predicate.subjects.empty())
    out += std::string(predicate.passive ? " nsubj:pass " : " nsubj ") + joined(reading, predicate.subjects) +
           ";";
  if (!predicate.objects.empty()) out += " obj " + joined(reading, predicate.objects) + ";";
  for (const Oblique& oblique : predicate.obliques)
    out += " obl:" + reading.words(0, oblique.preposition, oblique.preposition) + " " +
           reading.chunk(0, oblique.chunk) + ";";
  out.pop_back();
  return out;
}

}  // namespace

TEST_CASE("each verb has the roles that stand beside it", "[clauses]") {
  for (const auto& one : testing::read_cases("stances/clauses.txt")) {
    DYNAMIC_SECTION(one.name) {
      const Reading reading(one.field("text"));
      std::vector<std::string> found;
      for (const Predicate& predicate : reading.clauses().front().predicates())
        found.push_back(as_line(reading, predicate));
      INFO(one.field("text"));
      CHECK(testing::lines(found) == testing::lines(one.expected));
    }
  }
}
