// The engine by feature files: our own in tests/cases/cypher, and openCypher's compatibility kit where it is
// at hand.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/tck/expected.h"
#include "tests/tck/scenario.h"

using namespace demarche;
namespace fs = std::filesystem;

namespace {

tck::Feature feature_in(const fs::path& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return tck::read_feature(text.str());
}

std::size_t run_all(const fs::path& folder) {
  std::size_t asked = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".feature") continue;
    for (const tck::Scenario& scenario : feature_in(entry.path()).scenarios) {
      const tck::Report report = tck::run_scenario(scenario, folder / "graphs");
      INFO(entry.path().filename() << ": " << scenario.name << "\n" << report.why);
      CHECK(report.verdict != tck::Verdict::Failed);
      asked += report.verdict != tck::Verdict::Writing;
    }
  }
  return asked;
}

tck::Report report_of(const std::string& steps) {
  return tck::run_scenario(tck::read_feature("Feature: f\n  Scenario: s\n" + steps).scenarios.at(0), {});
}

}  // namespace

TEST_CASE("Our own feature files pass", "[cypher]") {
  CHECK(run_all(fs::path(DEMARCHE_SOURCE_DIR) / "tests/cases/cypher") > 60);
}

TEST_CASE("The compatibility kit passes", "[cypher][tck]") {
  const char* corpora = std::getenv("DEMARCHE_CORPORA");
  if (!corpora) {
    WARN("DEMARCHE_CORPORA is not set: the compatibility kit is skipped");
    return;
  }
  CHECK(run_all(fs::path(corpora) / "tck") > 0);
}

TEST_CASE("The runner fails what is wrong", "[cypher][tck]") {
  const std::string query = "    When executing query:\n      \"\"\"\n      RETURN 1 AS a\n      \"\"\"\n";
  CHECK(
      report_of(query + "    Then the result should be, in any order:\n      | a |\n      | 1 |\n").verdict ==
      tck::Verdict::Passed);
  CHECK(
      report_of(query + "    Then the result should be, in any order:\n      | a |\n      | 2 |\n").verdict ==
      tck::Verdict::Failed);
  CHECK(
      report_of(query + "    Then the result should be, in any order:\n      | b |\n      | 1 |\n").verdict ==
      tck::Verdict::Failed);
  CHECK(report_of(query + "    Then the result should be, in any order:\n      | a |\n").verdict ==
        tck::Verdict::Failed);
  CHECK(report_of(query + "    Then a SyntaxError should be raised at compile time: X\n").verdict ==
        tck::Verdict::Failed);
  CHECK(report_of(query + "    Then the moon should rise\n").verdict == tck::Verdict::Failed);
}

TEST_CASE("Scenarios whose query writes are told apart", "[cypher][tck]") {
  CHECK(tck::writes("MATCH (n) set n.x = 1"));
  CHECK(tck::writes("CALL db.labels()"));
  CHECK_FALSE(tck::writes("RETURN 'CREATE' AS a // SET"));
  CHECK_FALSE(tck::writes("RETURN n.offset, /* DELETE */ `MERGE`"));
  CHECK_FALSE(tck::writes("MATCH (n:Created) RETURN n"));
}

TEST_CASE("Expected values are brought to one form", "[cypher][tck]") {
  using tck::canonical, tck::ListOrder;
  CHECK(canonical("({b: 1, a: 'x'})", ListOrder::Matters) == "({a: 'x', b: 1})");
  CHECK(canonical("(:B:A)", ListOrder::Matters) == "(:A:B)");
  CHECK(canonical("[2, 1]", ListOrder::Ignored) == "[1, 2]");
  CHECK(canonical("1.50", ListOrder::Matters) == canonical("1.5", ListOrder::Matters));
  CHECK(canonical("<(:A)<-[:T {x: 1}]-()>", ListOrder::Matters) == "<(:A)<-[:T{x: 1}]-()>");
}
