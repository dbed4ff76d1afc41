// Tests of ingest/stances/coreference_features.h, and of how a judge of links changes the chains.
#include <algorithm>
#include <catch2/catch.hpp>

#include "ingest/stances/coreference_features.h"
#include "ingest/stances/proposals.h"
#include "tests/ingest/reading.h"

using namespace demarche;
using demarche::testing::Reading;

namespace {

constexpr const char* three_mentions =
    "Norway made a plan to build a harbour. Denmark rejected the plan. Sweden backed Finland's plan.";

// The chains of a text as a judge leaves them, each by its mentions' words, and every link looked at.
struct Judged {
  std::vector<std::string> chains;
  std::vector<LinkLook> looks;

  explicit Judged(const std::string& text, const LinearModel* model = nullptr) {
    const Reading reading(text, "");
    Cast cast(reading.texts(), reading.finder());
    const Proposals proposals(reading.texts(), reading.clauses(), cast, testing::lists().proposals,
                              testing::lists().actor_words, {model, &looks});
    for (const FoundProposal& chain : proposals.all()) {
      chains.emplace_back();
      for (const ProposalMention& mention : chain.mentions)
        chains.back() += (chains.back().empty() ? "" : "; ") +
                         reading.words(mention.line, mention.core_first, mention.core_last);
    }
  }
};

LinearModel model_of(ModelText text) {
  return *LinearModel::parse(model_file(std::move(text), coreference_model), "m", coreference_model);
}

bool has(const Features& features, const std::string& feature) {
  return std::find(features.begin(), features.end(), feature) != features.end();
}

}  // namespace

TEST_CASE("without a model the likest chain is taken, and each that could be is looked at", "[coreference]") {
  const Judged judged(three_mentions);
  CHECK(judged.chains == std::vector<std::string>{"a plan; the plan", "Finland's plan"});
  REQUIRE(judged.looks.size() == 1);
  CHECK(judged.looks.front().chain.size() == 1);
}

TEST_CASE("a link tells how its ends compare, without a word of the text", "[coreference]") {
  const Judged judged(three_mentions);
  REQUIRE(judged.looks.size() == 1);
  const Features& features = judged.looks.front().features;
  for (const char* expected : {"form=definite/0/0", "same noun", "families=plan/plan", "lines since=1",
                               "mentions of the chain=1", "chains liked=1", "likest"})
    CHECK(has(features, expected));
  for (const std::string& feature : features) CHECK(feature.find("harbour") == std::string::npos);
}

TEST_CASE("a model that doubts a link leaves the mention a proposal of its own", "[coreference]") {
  const LinearModel doubting = model_of({{}, 50, -90000, {}});
  CHECK(Judged(three_mentions, &doubting).chains ==
        std::vector<std::string>{"a plan", "the plan", "Finland's plan"});
}

TEST_CASE("a model makes no link that the rules would not", "[coreference]") {
  const LinearModel sure = model_of({{}, 50, 90000, {}});
  CHECK(Judged(three_mentions, &sure).chains == Judged(three_mentions).chains);
}

TEST_CASE("where the likest chain is doubted the next one is taken", "[coreference]") {
  const std::string two_plans =
      "Norway made a harbour plan. Sweden made a second plan. Denmark rejected the harbour plan. "
      "Finland criticised the plan.";
  const LinearModel model = model_of({{}, 50, 1000, {{"likest", -3000}, {"chains liked=1", 9000}}});
  CHECK(Judged(two_plans).chains ==
        std::vector<std::string>{"a harbour plan; the harbour plan; the plan", "a second plan"});
  CHECK(Judged(two_plans, &model).chains ==
        std::vector<std::string>{"a harbour plan; the plan", "a second plan; the harbour plan"});
}
