// Tests of ingest/stances/learn: gold, logistic regression, and the whole of learning on a tiny set.
#include <catch2/catch.hpp>
#include <fstream>

#include "ingest/stances/learn/learn_model.h"
#include "ingest/stances/learn/logistic.h"
#include "tests/ingest/language/temporary_folder.h"

using namespace demarche;

namespace {

// Thirty documents whose stances with "good" are right and those with "bad" are wrong.
Candidates tiny_set() {
  Candidates set;
  for (std::size_t i = 0; i < 30; ++i) {
    const bool right = i % 3 != 0;
    set.all.push_back({i, right, {{"act=any", right ? "good" : "bad"}}});
  }
  set.documents = set.gold = 30;
  return set;
}

Learning for_few() {
  Learning learning;
  learning.least = 2;
  return learning;
}

Result<Gold> gold_of(const std::string& contents) {
  const TemporaryFolder folder;
  std::ofstream(folder / "gold.jsonl") << contents;
  return read_gold(folder / "gold.jsonl");
}

constexpr const char* one_document =
    R"({"id":"d","actors":[{"id":"a1","mentions":["Norway"]}],"proposals":[{"id":"p1","mentions":["the harbour plan"]}],)"
    R"("assertions":[{"actor":"a1","relation":"rejected","proposal":"p1","modality":"actual"}],)"
    R"("optional":[{"actor":null,"relation":"supported","proposal":"p1","modality":"actual"}]})";

}  // namespace

TEST_CASE("learning tells the good feature from the bad", "[learn]") {
  const auto learnt = learn_model(tiny_set(), {}, for_few());
  REQUIRE(learnt);
  const auto model = LinearModel::parse(learnt->model, "learnt", stance_model);
  REQUIRE(model);
  CHECK(model->percent({"act=any", "good"}) > 90);
  CHECK(model->percent({"act=any", "bad"}) < 10);
  CHECK(model->threshold() > model->percent({"act=any", "bad"}));
  CHECK(model->threshold() <= model->percent({"act=any", "good"}));
}

TEST_CASE("learning twice gives the same bytes", "[learn]") {
  const auto once = learn_model(tiny_set(), tiny_set(), for_few());
  const auto again = learn_model(tiny_set(), tiny_set(), for_few());
  REQUIRE(once);
  CHECK(once->model == again->model);
  CHECK(once->report == again->report);
}

TEST_CASE("features of few assertions are left out", "[learn]") {
  Candidates set = tiny_set();
  set.all.front().looks.front().push_back("seen once");
  const auto learnt = learn_model(set, {}, for_few());
  REQUIRE(learnt);
  CHECK(learnt->model.find("seen once") == std::string::npos);
}

TEST_CASE("from nothing wrong nothing is learnt", "[learn]") {
  Candidates set = tiny_set();
  for (Candidate& candidate : set.all) candidate.right = true;
  CHECK_FALSE(learn_model(set, {}, for_few()));
  CHECK_FALSE(learn_model({}, {}, for_few()));
}

TEST_CASE("a feature that all have leaves the odds to the bias", "[learn]") {
  std::vector<Example> examples;
  for (int i = 0; i < 100; ++i) examples.push_back({{}, i < 80, 1.0});
  CHECK(logistic(fit_logistic(examples, 0, 1.0).bias) == Approx(0.8).margin(0.005));
}

TEST_CASE("a line through scores that are too bold makes them meek", "[learn]") {
  std::vector<Scored> scored;
  for (int i = 0; i < 40; ++i) scored.push_back({i % 2 ? 4.0 : -4.0, i % 2 ? i % 8 != 1 : i % 8 == 0});
  const CalibrationLine line = fit_line(scored);
  CHECK(logistic(line.slope * 4.0 + line.offset) == Approx(0.75).margin(0.01));
  CHECK(logistic(line.slope * -4.0 + line.offset) == Approx(0.25).margin(0.01));
}

TEST_CASE("mentions agree by their words", "[learn]") {
  CHECK(mentions_agree("Norway", "the Norway", Named::Actor));
  CHECK(mentions_agree("President Ada Berg", "Berg", Named::Actor));
  CHECK_FALSE(mentions_agree("Norway", "Sweden", Named::Actor));
  CHECK(mentions_agree("plan", "the harbour plan", Named::Proposal));
  CHECK_FALSE(mentions_agree("the 28-point plan", "the 27-point plan", Named::Proposal));
  CHECK_FALSE(mentions_agree("", "Norway", Named::Actor));
}

TEST_CASE("gold bears an assertion out, leaves it open, or does not", "[learn]") {
  const auto gold = gold_of(one_document);
  REQUIRE(gold);
  Extraction found;
  found.actors.push_back({"a1", "Norway", ActorKind::State, {}, {}});
  found.proposals.push_back({"p1", "the plan", "plan", {}, {}, {}});
  const auto add = [&found](Relation relation, Modality modality) {
    Assertion one;
    one.actor = "a1", one.proposal = "p1", one.relation = relation, one.modality = modality;
    found.assertions.push_back(one);
  };
  add(Relation::Rejected, Modality::Actual);
  add(Relation::Supported, Modality::Actual);
  add(Relation::Rejected, Modality::Planned);
  CHECK(verdicts(found, gold->at("d")) == std::vector{Verdict::Right, Verdict::Open, Verdict::Wrong});
}

TEST_CASE("links are right where the gold gives both ends to one proposal", "[learn]") {
  const auto gold =
      gold_of(R"({"id":"d","actors":[],"proposals":[{"id":"p1","mentions":["the harbour plan","the plan"]},)"
              R"({"id":"p2","mentions":["a bridge plan"]}],"assertions":[]})");
  REQUIRE(gold);
  Document doc;
  doc.id = "d";
  doc.text = "the harbour plan, a bridge plan, the plan, any plan";
  const Span harbour{Field::Text, 0, 16, "the harbour plan"}, bridge{Field::Text, 18, 31, "a bridge plan"},
      again{Field::Text, 33, 41, "the plan"}, any{Field::Text, 43, 51, "any plan"};
  Explanation why;
  why.chain_looks = {
      {again, {harbour}, {"good"}}, {again, {bridge}, {"bad"}}, {any, {harbour}, {"left out"}}};
  Candidates links;
  add_links(doc, {}, why, gold->at("d"), links);
  REQUIRE(links.all.size() == 2);
  CHECK(links.all[0].right);
  CHECK_FALSE(links.all[1].right);
  CHECK(links.all[1].looks == std::vector<Features>{{"bad"}});
}

TEST_CASE("gold that is wrong is refused with line and reason", "[learn]") {
  CHECK(gold_of("{}\n").error().message().find("gold.jsonl:1: not an object with an id") !=
        std::string::npos);
  CHECK(gold_of(R"({"id":"d","assertions":[{"relation":"eaten"}]})")
            .error()
            .message()
            .find("unknown relation 'eaten'") != std::string::npos);
  CHECK(gold_of(std::string(one_document) + "\n" + one_document).error().message().find("stands twice") !=
        std::string::npos);
  CHECK_FALSE(read_gold("/nowhere"));
}
