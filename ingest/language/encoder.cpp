// The unit has three gates, f, g and o: c = f * c' + (1 - f) * g and h = o * c, with c' from the step before.
// Its state stays between -1 and 1, which suits whole numbers: gates and cells are Q15, states are bytes.
// Sigmoid and tanh are tables that come with the model.
#include "ingest/language/encoder.h"

#include <algorithm>
#include <string>

#include "ingest/language/clones.h"

namespace demarche {
namespace {

constexpr int gate_shift = 15;
constexpr std::size_t most_layers = 8;
constexpr std::size_t gate_padding = 16;  // numbers, so that rows do not compete for lines of the cache

std::int32_t rounded(std::int32_t value, int shift) {
  return (value + (1 << (shift - 1))) >> shift;
}

// c = f * c' + (1 - f) * g; h = o * c.
DEMARCHE_CLONES
void combine(const std::int32_t* gates, std::size_t hidden, std::int32_t* cells, std::uint8_t* state) {
  const auto* forget = gates;
  const auto* fresh = gates + hidden;
  const auto* output = gates + 2 * hidden;
  for (std::size_t i = 0; i < hidden; ++i) {
    cells[i] = fresh[i] + rounded(forget[i] * (cells[i] - fresh[i]), gate_shift);
    const auto value = rounded(output[i] * cells[i], gate_shift);
    state[i] = static_cast<std::uint8_t>(state_zero + rounded(value * state_one, gate_shift));
  }
}

// Into the nearest cache, out of which a product of matrices has driven it.
void bring_near(std::span<const std::int16_t> table) {
  constexpr std::size_t line = 64 / sizeof(std::int16_t);
  for (std::size_t i = 0; i < table.size(); i += line) __builtin_prefetch(&table[i]);
}

// Steps that follow each other, whose gates are in room at one time.
struct Stretch {
  std::size_t first = 0;
  std::size_t end = 0;
};

Stretch stretch_from(std::size_t step, std::size_t direction, const Packing& packing) {
  Stretch stretch{step, step + 1};
  const auto is_short = [&] {
    return packing.start(stretch.end) - packing.start(stretch.first) < rows_of_stretch;
  };
  if (direction == 0)
    while (stretch.end < packing.steps() && is_short()) ++stretch.end;
  else
    while (stretch.first > 0 && is_short()) --stretch.first;
  return stretch;
}

}  // namespace

void Packing::lay_out(std::span<const std::size_t> lengths) {
  starts_.assign(1, 0);
  std::size_t alive = lengths.size();
  for (std::size_t step = 0; !lengths.empty() && step < lengths.front(); ++step) {
    while (alive > 0 && lengths[alive - 1] <= step) --alive;
    starts_.push_back(starts_.back() + alive);
  }
}

Result<Encoder> Encoder::load(const ModelFile& file, std::size_t input_size) {
  Encoder encoder;
  const auto words = Matrix::load(file, "layer.0.input");
  if (!words) return tl::make_unexpected(words.error());
  encoder.words_ = *words;
  encoder.hidden_ = words->rows / (2 * gate_count);
  if (words->columns != input_size || words->rows % (2 * gate_count * block_rows) != 0 || words->bias.empty())
    return file.bad_section("layer.0.input");
  for (std::size_t l = 0; l < most_layers; ++l) {
    const auto name = "layer." + std::to_string(l);
    if (file.section(name + ".forward").empty()) break;
    auto layer = encoder.load_layer(file, name, l == 0 ? Place::First : Place::Later);
    if (!layer) return tl::make_unexpected(layer.error());
    encoder.layers_.push_back(*layer);
  }
  if (encoder.layers_.empty()) return file.bad_section("layer.0.input");
  const auto sigmoid = file.numbers<std::int16_t>("sigmoid");
  const auto tanh = file.numbers<std::int16_t>("tanh");
  if (!sigmoid || sigmoid->size() != table_size) return file.bad_section("sigmoid");
  if (!tanh || tanh->size() != table_size) return file.bad_section("tanh");
  encoder.sigmoid_ = *sigmoid;
  encoder.tanh_ = *tanh;
  return encoder;
}

Result<Encoder::Layer> Encoder::load_layer(const ModelFile& file, const std::string& name,
                                           Place place) const {
  Layer layer;
  if (place == Place::Later) {
    const auto input = ByteMatrix::load(file, name + ".input");
    if (!input) return tl::make_unexpected(input.error());
    if (input->rows != gate_width() || input->columns != output_size())
      return file.bad_section(name + ".input");
    const std::size_t width = gate_count * hidden_;
    layer.input = {input->rows_from(0, width), input->rows_from(width, width)};
  }
  for (const std::size_t direction : {0, 1}) {
    const auto part = name + (direction == 0 ? ".forward" : ".backward");
    const auto recurrent = ByteMatrix::load(file, part);
    if (!recurrent) return tl::make_unexpected(recurrent.error());
    if (recurrent->rows != gate_count * hidden_ || recurrent->columns != hidden_)
      return file.bad_section(part);
    layer.recurrent[direction] = *recurrent;
  }
  const auto scales = RowScales::load(file, name, gate_width(), table_bits);
  if (!scales) return tl::make_unexpected(scales.error());
  layer.scales = *scales;
  return layer;
}

void Encoder::read(const std::int16_t* in, std::size_t count, std::int32_t* gates) const {
  multiply(in, input_stride(), count, words_, gates, gate_width());
  if (words_.shift == 0) return;
  for (std::size_t i = 0; i < count * gate_width(); ++i) gates[i] = rounded(gates[i], words_.shift);
}

const std::uint8_t* Encoder::encode(const Packing& packing, EncoderRoom& room) const {
  for (std::size_t l = 0; l < layers_.size(); ++l) {
    room.layers[l % 2].resize(packing.rows() * output_size());
    for (const std::size_t direction : {0, 1}) run_direction(l, direction, packing, room);
  }
  return room.layers[(layers_.size() - 1) % 2].data();
}

std::size_t Encoder::gate_stride() const {
  return gate_count * hidden_ + gate_padding;
}

// Puts what words or the layer below give the gates of some rows in `room`.
void Encoder::begin_gates(std::size_t layer, std::size_t direction, std::size_t first_row, std::size_t rows,
                          EncoderRoom& room) const {
  const std::size_t width = gate_count * hidden_;
  room.gates.resize(rows * gate_stride());
  if (layer > 0) {
    const auto* below = room.layers[(layer - 1) % 2].data() + first_row * output_size();
    multiply(below, output_size(), rows, layers_[layer].input[direction], room.gates.data(), gate_stride(),
             Sums::Fresh);
    return;
  }
  for (std::size_t i = 0; i < rows; ++i)
    std::copy_n(room.words[first_row + i] + direction * width, width, room.gates.data() + i * gate_stride());
}

// Steps through all sentences at once, forwards or backwards. Sentences are sorted, so those that have a word
// at a step are the first rows; the state before of row b is row b of the step before. Cells and states are
// zero before a sentence begins.
void Encoder::run_direction(std::size_t layer, std::size_t direction, const Packing& packing,
                            EncoderRoom& room) const {
  const auto& [input, recurrent, scales] = layers_[layer];
  const std::size_t width = gate_count * hidden_;
  room.cells.assign(packing.count(0) * hidden_, 0);
  const std::uint8_t* before = nullptr;
  std::size_t begun = 0;
  Stretch stretch;
  for (std::size_t n = 0; n < packing.steps(); ++n) {
    const std::size_t step = direction == 0 ? n : packing.steps() - 1 - n;
    if (step < stretch.first || step >= stretch.end) {
      stretch = stretch_from(step, direction, packing);
      const std::size_t first_row = packing.start(stretch.first);
      begin_gates(layer, direction, first_row, packing.start(stretch.end) - first_row, room);
    }
    const std::size_t count = packing.count(step);
    auto* gates = room.gates.data() + (packing.start(step) - packing.start(stretch.first)) * gate_stride();
    auto* states = room.layers[layer % 2].data() + packing.start(step) * output_size() + direction * hidden_;
    multiply(before, output_size(), std::min(begun, count), recurrent[direction], gates, gate_stride(),
             Sums::Added);
    bring_near(sigmoid_);
    bring_near(tanh_);
    for (std::size_t b = 0; b < count; ++b) {
      auto* of_sentence = gates + b * gate_stride();
      scales.scale(of_sentence, direction * width, width, of_sentence);
      advance(of_sentence, room.cells.data() + b * hidden_, states + b * output_size());
    }
    before = states;
    begun = count;
  }
}

void Encoder::advance(std::int32_t* gates, std::int32_t* cells, std::uint8_t* state) const {
  const auto* sigmoid = sigmoid_.data() + table_size / 2;
  const auto* tanh = tanh_.data() + table_size / 2;
  for (std::size_t i = 0; i < hidden_; ++i) gates[i] = sigmoid[gates[i]];
  for (std::size_t i = hidden_; i < 2 * hidden_; ++i) gates[i] = tanh[gates[i]];
  for (std::size_t i = 2 * hidden_; i < 3 * hidden_; ++i) gates[i] = sigmoid[gates[i]];
  combine(gates, hidden_, cells, state);
}

}  // namespace demarche
