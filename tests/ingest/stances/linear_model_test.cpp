// Tests of ingest/stances/linear_model.h.
#include "ingest/stances/linear_model.h"

#include <catch2/catch.hpp>

using namespace demarche;

namespace {

std::string small_file() {
  return model_file({{"by hand"}, 30, 500, {{"modality=actual", 1500}, {"actor=group", -2500}}},
                    stance_model);
}

std::string why_not(const std::string& contents) {
  const auto model = LinearModel::parse(contents, "stance.model", stance_model);
  return model ? "" : model.error().message();
}

}  // namespace

TEST_CASE("a linear model adds the weights of the features that it knows", "[linear-model]") {
  const auto model = LinearModel::parse(small_file(), "stance.model", stance_model);
  REQUIRE(model);
  CHECK(model->threshold() == 30);
  CHECK(model->percent({}) == 62);
  CHECK(model->percent({"modality=actual"}) == 88);
  CHECK(model->percent({"actor=group", "modality=actual", "never seen"}) == 38);
}

TEST_CASE("a linear model is never wholly sure", "[linear-model]") {
  const auto model = LinearModel::parse(
      model_file({{}, 0, 0, {{"no", -90000}, {"yes", 90000}}}, stance_model), "m", stance_model);
  REQUIRE(model);
  CHECK(model->percent({"yes"}) == 99);
  CHECK(model->percent({"no"}) == 1);
}

TEST_CASE("a linear model file stands sorted, whatever the order of its weights", "[linear-model]") {
  CHECK(
      small_file() ==
      model_file({{"by hand"}, 30, 500, {{"actor=group", -2500}, {"modality=actual", 1500}}}, stance_model));
}

TEST_CASE("a linear model cut at any byte is refused with a reason", "[linear-model]") {
  const std::string whole = small_file();
  for (std::size_t length = 0; length < whole.size(); ++length) {
    INFO(length);
    CHECK(why_not(whole.substr(0, length)).find("demarche-model train-stances") != std::string::npos);
  }
}

TEST_CASE("a linear model that is wrong is refused with line and reason", "[linear-model]") {
  const std::string head = "demarche stance model 1\n";
  CHECK(why_not("PK\n").find("stance.model:1: not a stance model") == 0);
  CHECK(why_not("demarche stance model 9\n").find("version 9, this program reads version 1") !=
        std::string::npos);
  CHECK(why_not(head + "threshold\thalf\n").find("stance.model:2: 'half' is not a whole number") == 0);
  CHECK(why_not(head + "threshold\t400\n").find("400 is not between 0 and 99") != std::string::npos);
  CHECK(why_not(head + "bias\t3\n").find("'bias' where 'threshold' should stand") != std::string::npos);
  const std::string open = head + "threshold\t30\nbias\t1\n";
  CHECK(why_not(open + "a 3\n").find("stance.model:4: not a name, a tab and a number") == 0);
  CHECK(why_not(open + "a\t3\na\t4\nend\t2\n").find("'a' stands twice") != std::string::npos);
  CHECK(why_not(open + "a\t99999999999\nend\t1\n").find("is not a whole number") != std::string::npos);
  CHECK(why_not(open + "a\t3\nend\t7\n").find("does not count") != std::string::npos);
  CHECK(why_not(small_file() + "more").find("does not count") != std::string::npos);
}

TEST_CASE("a data folder without a linear model says how to make one", "[linear-model]") {
  const auto model = LinearModel::load("/nowhere", stance_model);
  REQUIRE_FALSE(model);
  CHECK(model.error().kind == ErrorKind::NotFound);
  CHECK(model.error().next.find("train-stances") != std::string::npos);
}

TEST_CASE("a model of one kind is not read as one of another", "[linear-model]") {
  const auto model = LinearModel::parse(small_file(), "coreference.model", coreference_model);
  REQUIRE_FALSE(model);
  CHECK(model.error().message().find("not a coreference model") != std::string::npos);
  CHECK(model.error().next.find("train-coreference") != std::string::npos);
}
