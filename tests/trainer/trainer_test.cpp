// The trainer, which is there only where it was asked for: the gradient of its recurrent layer, and a tiny
// treebank learnt by heart.
#include "ingest/language/trainer/gated_layer.h"
#include "ingest/language/trainer/train_network.h"
#undef CHECK  // torch has one of its own, which ends the program

#include <catch2/catch.hpp>
#include <span>
#include <string>
#include <vector>

#include "ingest/language/build_model.h"
#include "ingest/language/conllu.h"
#include "ingest/language/figures.h"
#include "tests/ingest/language/temporary_folder.h"

namespace demarche {
namespace {

std::string read_sample() {
  std::string text;
  const auto add = [&](const std::string& who, const std::string& verb, const std::string& what) {
    text += "1\t" + who + "\t" + who + "\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n2\t" + verb + "\t" + verb +
            "\tVERB\tVBD\t_\t0\troot\t_\t_\n3\tthe\tthe\tDET\tDT\t_\t4\tdet\t_\t_\n4\t" + what + "\t" + what +
            "\tNOUN\tNN\t_\t2\tobj\t_\tSpaceAfter=No\n5\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n";
  };
  for (const char* who : {"Moscow", "Kyiv", "Paris"})
    for (const char* verb : {"rejected", "accepted", "welcomed"})
      for (const char* what : {"plan", "offer", "truce"}) add(who, verb, what);
  return text;
}

Treebank sample() {
  auto bank = parse_conllu(read_sample(), "sample", Trees::Required);
  REQUIRE(bank);
  return std::move(*bank);
}

TrainOptions small_training() {
  TrainOptions options;
  options.epochs = 300;
  options.settle = 20;
  options.hidden = 16;
  return options;
}

}  // namespace

TEST_CASE("the recurrent layer's gradient is that of differences") {
  torch::manual_seed(3);
  const auto exact = torch::TensorOptions().dtype(torch::kFloat);
  const std::int64_t hidden = 3;
  const auto starts =
      torch::tensor(std::vector<std::int64_t>{0, 3, 5, 6});  // three sentences of 3, 2 and 1 words
  auto gates = torch::randn({6, 6 * hidden}, exact).set_requires_grad(true);
  auto recurrent = torch::randn({2, hidden, 3 * hidden}, exact).set_requires_grad(true);
  const auto weights = torch::randn({6, 2 * hidden}, exact);
  const auto value = [&] { return (gated_layer(gates, recurrent, starts) * weights).sum(); };
  value().backward();

  const torch::NoGradGuard no_gradient;
  for (auto* tensor : {&gates, &recurrent}) {
    auto flat = tensor->view({-1});
    const auto gradient = tensor->grad().view({-1});
    for (std::int64_t i = 0; i < flat.numel(); ++i) {
      const float kept = flat[i].item<float>();
      flat[i] = kept + 0.01f;
      const double above = value().item<double>();
      flat[i] = kept - 0.01f;
      const double below = value().item<double>();
      flat[i] = kept;
      CHECK(gradient[i].item<double>() == Approx((above - below) / 0.02).margin(0.01));
    }
  }
}

TEST_CASE("a tiny treebank is learnt by heart, also with a stop on the way") {
  const TemporaryFolder folder;
  const auto bank = sample();
  const Lessons whole{bank.sentences, 20}, part{std::span(bank.sentences).first(9), 9};
  Checkpoint halfway;
  const auto keep_one = [&](const Checkpoint& network, std::size_t epoch, double) -> Result<void> {
    if (epoch == 150) halfway = network;
    return {};
  };
  const auto network = train_network(small_training(), whole, nullptr, keep_one);
  REQUIRE(network);
  REQUIRE(build_model(*network, bank.sentences, "{}", folder / "model"));
  const auto model = LanguageModel::open(folder / "model");
  REQUIRE(model);
  const auto figures = measure(*model, bank);
  CHECK(figures.gold_tokens.las.f1() == 1.0);
  CHECK(figures.gold_tokens.xpos.f1() == 1.0);
  CHECK(figures.gold_tokens.lemmas.f1() == 1.0);
  const auto resumed = train_network(small_training(), whole, &halfway, keep_one);
  REQUIRE(resumed);
  CHECK(resumed->tensors == network->tensors);
  const auto other = train_network(small_training(), part, &halfway, keep_one);
  REQUIRE_FALSE(other);
  CHECK(other.error().kind == ErrorKind::Malformed);
}

TEST_CASE("a treebank of another language, of invented words, is learnt from its data alone") {
  const TemporaryFolder folder;
  const auto bank = read_conllu(std::string(DEMARCHE_SOURCE_DIR) + "/tests/cases/conllu/invented.conllu",
                                Trees::Required);
  REQUIRE(bank);
  const auto network =
      train_network(small_training(), {bank->sentences, bank->sentences.size()}, nullptr,
                    [](const Checkpoint&, std::size_t, double) -> Result<void> { return {}; });
  REQUIRE(network);
  REQUIRE(build_model(*network, bank->sentences, "{}", folder / "model"));
  const auto model = LanguageModel::open(folder / "model");
  REQUIRE(model);
  const auto given = measure(*model, *bank).gold_tokens;
  for (const auto& score : {given.upos, given.xpos, given.features, given.lemmas, given.las})
    CHECK(score.f1() == 1.0);
}

}  // namespace demarche
