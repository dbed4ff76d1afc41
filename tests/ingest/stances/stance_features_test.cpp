// Tests of ingest/stances/stance_features.h, on texts read by the pipeline without a judge.
#include "ingest/stances/stance_features.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "ingest/pipeline.h"

using namespace demarche;

namespace {

std::vector<Features> looks_of(const char* text) {
  static const std::string data = std::string(DEMARCHE_SOURCE_DIR) + "/data";
  static const auto pipeline =
      Pipeline::load(data, *Gazetteer::load(data + "/actors.jsonl"), Pipeline::Judge::Nobody);
  REQUIRE(pipeline);
  Document doc;
  doc.text = text;
  name_document(doc);
  Explanation why;
  const Extraction found = pipeline->extract(doc, &why);
  std::vector<Features> all;
  for (const auto& look : why.looks) {
    CHECK(look.assertion < found.assertions.size());
    all.push_back(look.features);
  }
  return all;
}

bool has(const Features& features, const char* feature) {
  return std::find(features.begin(), features.end(), feature) != features.end();
}

}  // namespace

TEST_CASE("a plain statement shows its act, its actor and its proposal", "[stance-features]") {
  const auto looks = looks_of("Norway rejected the harbour plan.");
  REQUIRE(looks.size() == 1);
  for (const char* feature :
       {"relation=rejected", "modality=actual", "rule=verb/active", "act=verb:reject relation=rejected",
        "actor=state", "actor form=name state", "actor path=>nsubj", "proposal path=>obj",
        "proposal=plan relation=rejected", "said=1", "actor before=1"}) {
    INFO(feature);
    CHECK(has(looks.front(), feature));
  }
  CHECK(std::is_sorted(looks.front().begin(), looks.front().end()));
}

TEST_CASE("features hold no name of the text", "[stance-features]") {
  for (const Features& look : looks_of(
           "Norway and President Ada Berg rejected the harbour plan. Sweden's offer was accepted by Norway."))
    for (const std::string& feature : look)
      for (const char* name : {"orway", "Berg", "harbour", "weden"})
        CHECK(feature.find(name) == std::string::npos);
}

TEST_CASE("what is said twice shows so", "[stance-features]") {
  const auto looks =
      looks_of("Norway rejected the harbour plan. Norway rejected the harbour plan on Friday.");
  REQUIRE(looks.size() == 2);
  CHECK(has(looks.front(), "said=2"));
  CHECK(has(looks.front(), "said again"));
}
