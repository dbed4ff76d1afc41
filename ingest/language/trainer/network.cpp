#include "ingest/language/trainer/network.h"

#include <fmt/format.h>

#include <cmath>
#include <utility>

#include "ingest/language/distance.h"
#include "ingest/language/trainer/gated_layer.h"

namespace demarche {
namespace {

using torch::Tensor;
namespace functional = torch::nn::functional;

// How often training hides each thing, so that the network learns to do without.
constexpr double hide_word = 0.2;
constexpr double hide_outside = 0.05;
constexpr double hide_affixes = 0.1;
constexpr double drop_input = 0.3;
constexpr double drop_encoded = 0.33;
constexpr double drop_views = 0.33;
constexpr double drop_recurrent = 0.25;
constexpr double upos_weight = 0.5;
constexpr double impossible = -1e4;  // the score of an arc that cannot be

std::int64_t number(std::size_t size) {
  return static_cast<std::int64_t>(size);
}

Tensor keep(std::int64_t rows, std::int64_t columns, double drop) {
  return torch::bernoulli(torch::full({rows, columns}, 1 - drop));
}

// Drops the same units at every word of a sentence.
Tensor drop_units(const Tensor& rows, double drop, const Batch& batch) {
  const auto mask = keep(batch.sentences, rows.size(1), drop) / (1 - drop);
  return rows * mask.index_select(0, batch.sentence);
}

Tensor hide(const Tensor& ids) {
  return torch::where(torch::rand(ids.sizes()) < hide_word, torch::zeros_like(ids), ids);
}

Tensor cross_entropy(const Tensor& scores, const Tensor& gold) {
  return functional::cross_entropy(
      scores, gold, functional::CrossEntropyFuncOptions().ignore_index(-1).reduction(torch::kSum));
}

}  // namespace

Network::Network(const NetworkSizes& sizes, const TrainingData& data)
    : sizes_(sizes), outside_(data.outside()) {
  const auto hidden = number(sizes.hidden), word = number(sizes.word), affix = number(sizes.affix);
  const auto arc = number(sizes.arc), label = number(sizes.label);
  const auto count = [&](const char* list) { return number(data.lists().at(list).size()); };
  upos_count_ = count("upos");
  add("words", torch::randn({count("words") + 1, word}) * 0.1);
  add("glove.projection",
      torch::randn({outside_.size(1), word}) / std::sqrt(static_cast<double>(outside_.size(1))));
  add("affixes", torch::randn({number(data.affix_rows()), affix}) * 0.15);
  add("root", torch::randn({1, word + affix}) * 0.3);
  for (std::size_t l = 0; l < sizes.layers; ++l) {
    const auto inputs = l == 0 ? word + affix : 2 * hidden;
    const auto name = fmt::format("layer.{}", l);
    const double range = 0.7 * std::sqrt(6.0 / static_cast<double>(inputs + hidden));
    add(name + ".input", (torch::rand({6 * hidden, inputs}) * 2 - 1) * range);
    auto bias = torch::zeros({2, 3, hidden});
    bias.select(1, 0).fill_(1);  // remember, to begin with
    add(name + ".bias", bias.view({-1}));
    auto recurrent = torch::empty({2, hidden, 3 * hidden});
    for (std::int64_t d = 0; d < 2; ++d)
      for (std::int64_t gate = 0; gate < 3; ++gate)
        recurrent[d]
            .narrow(1, gate * hidden, hidden)
            .copy_(torch::nn::init::orthogonal_(torch::empty({hidden, hidden})));
    add(name + ".recurrent", recurrent);
  }
  const auto add_linear = [&](const std::string& name, std::int64_t rows, std::int64_t columns) {
    const double range = 1 / std::sqrt(static_cast<double>(columns));
    add(name, (torch::rand({rows, columns}) * 2 - 1) * range);
    add(name + ".bias", torch::zeros({rows}));
  };
  add("views", torch::nn::init::orthogonal_(torch::empty({2 * arc + 2 * label, 2 * hidden})));
  add("views.bias", torch::zeros({2 * arc + 2 * label}));
  add("arcs", torch::randn({arc, arc}) * (0.5 / std::sqrt(static_cast<double>(arc))));
  add("arcs.bias", torch::zeros({arc}));
  for (const char* name : {"distance", "head_distance"}) {
    add(name, torch::zeros({number(bucket_count), arc}));
    add(std::string(name) + ".bias", torch::zeros({number(bucket_count)}));
  }
  add("label_distance", torch::zeros({number(bucket_count), label}));
  add_linear("labels", count("deprels"), label);
  add_linear("tags", count("xpos") + count("upos"), 2 * hidden);
  lay_out();
}

void Network::add(const std::string& name, Tensor initial) {
  parameters_.emplace(name, std::move(initial));
}

void Network::lay_out() {
  std::int64_t size = 0;
  for (const auto& [name, parameter] : parameters_) size += parameter.numel();
  values_ = torch::empty({size});
  gradients_ = torch::zeros({size});
  std::int64_t at = 0;
  for (auto& [name, parameter] : parameters_) {
    const auto place = [&](const Tensor& all) {
      return all.narrow(0, at, parameter.numel()).view(parameter.sizes());
    };
    auto value = place(values_);
    value.copy_(parameter);
    value.set_requires_grad(true).mutable_grad() = place(gradients_);
    at += parameter.numel();
    parameter = value;
  }
}

Tensor Network::read_words(const Batch& batch) const {
  const auto rows = batch.words.size(0);
  const auto learnt = functional::embedding(hide(batch.words), at("words"));
  const auto outside = torch::mm(outside_.index_select(0, batch.outside), at("glove.projection"));
  const auto spelling = functional::embedding(batch.affixes, at("affixes")).sum(1);
  const auto words =
      torch::cat({learnt + outside * keep(rows, 1, hide_outside), spelling * keep(rows, 1, hide_affixes)}, 1);
  return torch::cat(
      {at("root").expand({batch.sentences, -1}), words.narrow(0, batch.sentences, rows - batch.sentences)},
      0);
}

Tensor Network::encode(const Batch& batch) const {
  auto rows = read_words(batch);
  for (std::size_t l = 0; l < sizes_.layers; ++l) {
    const auto name = fmt::format("layer.{}", l);
    rows = drop_units(rows, l == 0 ? drop_input : drop_encoded, batch);
    const auto gates = torch::addmm(at(name + ".bias"), rows, at(name + ".input").t());
    rows = gated_layer(gates, torch::dropout(at(name + ".recurrent"), drop_recurrent, true), batch.starts);
  }
  return drop_units(rows, drop_encoded, batch);
}

// Scores sentences x dependents x heads.
Tensor Network::score_arcs(const Tensor& dependents, const Tensor& heads, const Batch& batch) const {
  const auto by_sentence = [&](const Tensor& rows) {
    return rows.index_select(0, batch.padded_rows.view({-1}))
        .view({batch.sentences, batch.steps, rows.size(1)});
  };
  const auto joined = torch::addmm(at("arcs.bias"), dependents, at("arcs").t());
  auto scores = torch::bmm(by_sentence(joined), by_sentence(heads).transpose(1, 2));
  const auto of_dependent = by_sentence(torch::addmm(at("distance.bias"), dependents, at("distance").t()));
  const auto of_head = by_sentence(torch::addmm(at("head_distance.bias"), heads, at("head_distance").t()));
  const auto buckets = batch.buckets.unsqueeze(0).expand({batch.sentences, -1, -1});
  scores = scores + of_dependent.gather(2, buckets);
  scores = scores + of_head.gather(2, buckets.transpose(1, 2)).transpose(1, 2);
  return scores.masked_fill(batch.no_arc, impossible);
}

Tensor Network::loss(const Batch& batch) const {
  const auto arc = number(sizes_.arc), label = number(sizes_.label);
  const auto encoded = encode(batch);
  const auto views = torch::addmm(at("views.bias"), encoded, at("views").t());
  const auto bent =
      torch::cat({torch::relu(views.narrow(1, 0, 2 * arc)), views.narrow(1, 2 * arc, 2 * label)}, 1);
  const auto parts = drop_units(bent, drop_views, batch).split_with_sizes({arc, arc, label, label}, 1);

  const auto arcs = score_arcs(parts[0], parts[1], batch);
  const auto far = functional::embedding(batch.arc_buckets, at("label_distance"));
  const auto joined = torch::relu(parts[2] + far + parts[3].index_select(0, batch.head_rows));
  const auto labels = torch::addmm(at("labels.bias"), joined, at("labels").t());
  const auto tags = torch::addmm(at("tags.bias"), encoded, at("tags").t());
  const auto xpos_count = tags.size(1) - upos_count_;

  const auto words = static_cast<double>(batch.words.size(0) - batch.sentences);
  return (cross_entropy(arcs.view({-1, batch.steps}), batch.heads.view({-1})) +
          cross_entropy(labels, batch.labels) + cross_entropy(tags.narrow(1, 0, xpos_count), batch.xpos) +
          upos_weight * cross_entropy(tags.narrow(1, xpos_count, upos_count_), batch.upos)) /
         words;
}

}  // namespace demarche
