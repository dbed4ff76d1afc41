// A small network of made-up numbers, the same on every machine: it parses badly, but always the same way.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ingest/language/checkpoint.h"
#include "ingest/language/word_shape.h"

namespace demarche {

class MadeUpNumbers {
 public:
  // `count` numbers between -size and size.
  std::vector<float> take(std::size_t count, float size) {
    std::vector<float> numbers(count);
    for (float& number : numbers) {
      state_ = state_ * 6364136223846793005 + 1442695040888963407;
      number = size * (static_cast<float>(state_ >> 40) / static_cast<float>(1 << 23) - 1.0f);
    }
    return numbers;
  }

 private:
  std::uint64_t state_ = 1;
};

inline Checkpoint small_network() {
  Checkpoint network;
  network.sizes = {.hidden = 8, .layers = 2, .word = 12, .affix = 4, .arc = 6, .label = 5};
  network.lists["words"] = {"talks", "the", "failed"};
  network.lists["glove"] = {"talks", "plan", "peace"};
  network.lists["xpos"] = {"NN", "VBD", "DT", "."};
  network.lists["upos"] = {"NOUN", "VERB", "DET", "PUNCT"};
  network.lists["deprels"] = {"root", "nsubj", "det", "punct", "obj"};
  std::size_t affix_rows = 0;
  for (std::size_t k = 0; k < feature_count; ++k) {
    auto& strings = network.lists["affixes." + std::to_string(k)];
    strings = {"s", "ed", "Xx"};
    affix_rows += strings.size() + 1;
  }
  MadeUpNumbers numbers;
  const auto add = [&](const std::string& name, std::size_t count, float size) {
    network.tensors[name] = numbers.take(count, size);
  };
  add("words", 4 * 12, 1);
  add("glove", 3 * 100, 3);
  add("glove.projection", 101 * 12, 0.2f);
  add("affixes", affix_rows * 4, 1);
  add("root", 16, 1);
  for (const auto& [layer, inputs] : {std::pair{"layer.0", 16}, std::pair{"layer.1", 16}}) {
    add(std::string(layer) + ".input", 2 * 24 * static_cast<std::size_t>(inputs), 2);
    add(std::string(layer) + ".bias", 2 * 24, 0.5f);
    add(std::string(layer) + ".recurrent", 2 * 8 * 24, 1);
  }
  const auto add_matrix = [&](const std::string& name, std::size_t rows, std::size_t columns,
                              float size = 2) {
    add(name, rows * columns, size);
    add(name + ".bias", rows, 0.1f);
  };
  add_matrix("tags", 8, 16);
  add_matrix("views", 2 * 6 + 2 * 5, 16);
  add_matrix("arcs", 6, 6);
  add_matrix("distance", 27, 6, 0.2f);
  add_matrix("head_distance", 27, 6, 0.2f);
  add("label_distance", 27 * 5, 0.2f);
  add_matrix("labels", 5, 5);
  return network;
}

}  // namespace demarche
