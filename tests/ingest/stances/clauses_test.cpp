// Tests of ingest/stances/clauses.h, of sentences parsed by hand.
#include "ingest/stances/clauses.h"

#include <catch2/catch.hpp>

#include "tests/ingest/cases.h"
#include "tests/ingest/tree_reading.h"

using namespace demarche;
using demarche::testing::TreeReading;

namespace {

std::string joined(const TreeReading& reading, const std::vector<int>& chunks) {
  std::string out;
  for (int chunk : chunks) out += (out.empty() ? "" : " + ") + reading.chunk(chunk);
  return out;
}

// "rejected: nsubj Norway; obj the plan; obl:in Oslo"
std::string as_line(const TreeReading& reading, const Predicate& predicate) {
  std::string out = reading.chunk(predicate.chunk) + ":";
  if (!predicate.subjects.empty())
    out += std::string(predicate.passive ? " nsubj:pass " : " nsubj ") + joined(reading, predicate.subjects) +
           ";";
  if (!predicate.objects.empty()) out += " obj " + joined(reading, predicate.objects) + ";";
  for (const Oblique& oblique : predicate.obliques)
    out += " obl:" + reading.text().key(oblique.preposition) + " " + reading.chunk(oblique.chunk) + ";";
  out.pop_back();
  return out;
}

}  // namespace

TEST_CASE("each verb has the roles that its tree and grammar give it", "[clauses]") {
  for (const auto& one : testing::read_cases("stances/clauses.txt")) {
    DYNAMIC_SECTION(one.name) {
      const TreeReading reading(one);
      std::vector<std::string> found;
      for (const Predicate& predicate : reading.clauses().predicates())
        found.push_back(as_line(reading, predicate));
      INFO(one.field("words"));
      CHECK(testing::lines(found) == testing::lines(one.expected));
    }
  }
}
