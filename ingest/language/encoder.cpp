// The unit has three gates, f, g and o: c = f * c' + (1 - f) * g and h = o * c, with c' from the step before.
// Its state stays between -1 and 1, which suits whole numbers: gates and cells are Q15, states Q10. Sigmoid
// and tanh are tables that come with the model.
#include "ingest/language/encoder.h"

#include <algorithm>
#include <string>

namespace demarche {
namespace {

constexpr std::size_t gate_count = 3;
constexpr std::size_t table_size = 4096;
constexpr int table_shift = 8;  // table entries a unit: 2^8
constexpr int gate_shift = 15;
constexpr std::size_t most_layers = 8;

std::int32_t rounded(std::int32_t value, int shift) {
  return (value + (1 << (shift - 1))) >> shift;
}

std::int32_t looked_up(std::span<const std::int16_t> table, std::int32_t sum, int shift) {
  const auto half = static_cast<std::int32_t>(table_size / 2);
  return table[static_cast<std::size_t>(std::clamp(rounded(sum, shift), -half, half - 1) + half)];
}

// c = f * c' + (1 - f) * g; h = o * c.
void combine(const std::int32_t* gates, std::size_t hidden, std::int32_t* cells, std::int16_t* state) {
  const auto* forget = gates;
  const auto* fresh = gates + hidden;
  const auto* output = gates + 2 * hidden;
  for (std::size_t i = 0; i < hidden; ++i) {
    cells[i] = fresh[i] + rounded(forget[i] * (cells[i] - fresh[i]), gate_shift);
    state[i] = static_cast<std::int16_t>(rounded(output[i] * cells[i], 2 * gate_shift - activation_shift));
  }
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
  std::size_t input = input_size;
  for (std::size_t l = 0; l < most_layers && !file.section("layer." + std::to_string(l) + ".input").empty();
       ++l) {
    const auto name = "layer." + std::to_string(l);
    const auto from_input = Matrix::load(file, name + ".input");
    const auto forward = Matrix::load(file, name + ".forward");
    const auto backward = Matrix::load(file, name + ".backward");
    if (!from_input) return tl::make_unexpected(from_input.error());
    if (!forward) return tl::make_unexpected(forward.error());
    if (!backward) return tl::make_unexpected(backward.error());
    const std::size_t hidden = forward->columns;
    if (hidden == 0 || from_input->columns != input || from_input->rows != 2 * gate_count * hidden ||
        from_input->bias.empty() || forward->rows != gate_count * hidden || backward->rows != forward->rows ||
        backward->columns != hidden || forward->shift != from_input->shift ||
        backward->shift != forward->shift || forward->shift + activation_shift <= table_shift ||
        (l > 0 && hidden != encoder.hidden_))
      return file.bad_section(name + ".input");
    encoder.hidden_ = hidden;
    encoder.layers_.push_back({*from_input, {*forward, *backward}});
    input = 2 * hidden;
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

void Encoder::read(const std::int16_t* in, std::size_t count, std::int32_t* gates) const {
  multiply(in, input_stride(), count, layers_.front().input, gates, gate_width());
}

const std::int16_t* Encoder::encode(const Packing& packing, EncoderRoom& room) const {
  for (std::size_t l = 0; l < layers_.size(); ++l) {
    const auto& input = layers_[l].input;
    if (l > 0)
      multiply(room.layers[(l - 1) % 2].data(), input.stride, packing.rows(), input, room.gates.data(),
               input.rows);
    auto& out = room.layers[l % 2];
    out.assign(packing.rows() * output_stride(), 0);
    for (const std::size_t direction : {0, 1})
      run_direction(layers_[l], direction, packing, room, out.data());
  }
  return room.layers[(layers_.size() - 1) % 2].data();
}

// Steps through all sentences at once, forwards or backwards. Sentences are sorted, so those that have a word
// at a step are the first rows; the state before of row b is row b of the step before.
void Encoder::run_direction(const Layer& layer, std::size_t direction, const Packing& packing,
                            EncoderRoom& room, std::int16_t* out) const {
  const std::size_t width = layer.input.rows;
  const std::size_t stride = output_stride();
  room.cells.assign(packing.count(0) * hidden_, 0);
  room.state.assign(packing.count(0) * padded(hidden_), 0);
  for (std::size_t n = 0; n < packing.steps(); ++n) {
    const std::size_t step = direction == 0 ? n : packing.steps() - 1 - n;
    const std::size_t start = packing.start(step);
    auto* gates = room.gates.data() + start * width + direction * gate_count * hidden_;
    if (n > 0)
      multiply_add(room.state.data(), padded(hidden_), packing.count(step), layer.recurrent[direction], gates,
                   width);
    for (std::size_t b = 0; b < packing.count(step); ++b) {
      auto* state = room.state.data() + b * padded(hidden_);
      advance(gates + b * width, layer.input.shift, room.cells.data() + b * hidden_, state);
      std::copy_n(state, hidden_, out + (start + b) * stride + direction * hidden_);
    }
  }
}

void Encoder::advance(std::int32_t* gates, int shift, std::int32_t* cells, std::int16_t* state) const {
  const int down = shift + activation_shift - table_shift;
  for (std::size_t i = 0; i < hidden_; ++i) gates[i] = looked_up(sigmoid_, gates[i], down);
  for (std::size_t i = hidden_; i < 2 * hidden_; ++i) gates[i] = looked_up(tanh_, gates[i], down);
  for (std::size_t i = 2 * hidden_; i < 3 * hidden_; ++i) gates[i] = looked_up(sigmoid_, gates[i], down);
  combine(gates, hidden_, cells, state);
}

}  // namespace demarche
