#include "ingest/language/checkpoint.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <functional>
#include <iterator>
#include <span>

#include "ingest/language/byte_matrix.h"
#include "ingest/language/distance.h"
#include "ingest/language/encoder.h"
#include "ingest/language/matrix.h"
#include "ingest/language/string_table.h"
#include "ingest/language/word_shape.h"
#include "ingest/language/word_vectors.h"

namespace demarche {
namespace {

constexpr int table_shift = 8;        // of an argument of a table
constexpr float most_embedding = 24;  // of the sums that enter the encoder
constexpr float most_view = 32;       // where activations saturate
constexpr int least_score_shift = 8;

constexpr std::array size_members = {&NetworkSizes::hidden, &NetworkSizes::layers, &NetworkSizes::word,
                                     &NetworkSizes::affix,  &NetworkSizes::arc,    &NetworkSizes::label};

std::string joined(const std::vector<std::string>& strings) {
  std::string lines;
  for (const auto& text : strings) lines += text + '\n';
  return lines;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    lines.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::int16_t activation(float value) {
  const auto scaled = std::lround(std::ldexp(value, activation_shift));
  return static_cast<std::int16_t>(std::clamp(scaled, -32767L, 32767L));
}

std::vector<std::int16_t> activations(std::span<const float> values) {
  std::vector<std::int16_t> out(values.size());
  std::ranges::transform(values, out.begin(), activation);
  return out;
}

std::vector<float> transposed(std::span<const float> values, std::size_t rows, std::size_t columns) {
  std::vector<float> out(values.size());
  for (std::size_t i = 0; i < rows; ++i)
    for (std::size_t k = 0; k < columns; ++k) out[k * rows + i] = values[i * columns + k];
  return out;
}

// Writes the parts one by one; the first that does not fit is the error.
class Quantiser {
 public:
  Quantiser(const Checkpoint& network, ModelWriter& out)
      : network_(network), sizes_(network.sizes), out_(out) {}

  Result<void> run() {
    if (sizes_.hidden % block_rows != 0)
      return fail(ErrorKind::Malformed, "network",
                  fmt::format("{} units, not a multiple of {}", sizes_.hidden, block_rows));
    add_tables();
    add_words();
    add_glove();
    for (std::size_t l = 0; l < sizes_.layers; ++l) add_layer(l);
    add_heads();
    if (!error_.empty()) return fail(ErrorKind::Malformed, "network", error_);
    return {};
  }

 private:
  std::span<const float> tensor(const std::string& name, std::size_t size) {
    static const std::vector<float> none;
    const auto found = network_.tensors.find(name);
    const auto& values = found == network_.tensors.end() ? none : found->second;
    if (values.size() == size) return values;
    if (error_.empty())
      error_ = fmt::format("'{}' has {} numbers where {} are needed", name, values.size(), size);
    blank_.assign(size, 0.0f);
    return blank_;
  }

  const std::vector<std::string>& list(const std::string& name) {
    static const std::vector<std::string> none;
    const auto found = network_.lists.find(name);
    if (found != network_.lists.end()) return found->second;
    if (error_.empty()) error_ = fmt::format("the list '{}' is missing", name);
    return none;
  }

  void add_tables() {
    std::vector<std::int16_t> sigmoid(table_size), tanh(table_size);
    for (std::size_t i = 0; i < table_size; ++i) {
      const double x = std::ldexp(static_cast<double>(i) - table_size / 2.0, -table_shift);
      sigmoid[i] = static_cast<std::int16_t>(std::lround(32767.0 / (1.0 + std::exp(-x))));
      tanh[i] = static_cast<std::int16_t>(std::lround(32767.0 * std::tanh(x)));
    }
    out_.add_numbers<std::int16_t>("sigmoid", sigmoid);
    out_.add_numbers<std::int16_t>("tanh", tanh);
  }

  void add_words() {
    const auto& words = list("words");
    add_string_table(out_, "words", words);
    const auto vectors = tensor("words", (words.size() + 1) * sizes_.word);
    out_.add_numbers<std::int16_t>("words.vectors", activations(vectors));
    std::size_t rows = 0;
    for (std::size_t k = 0; k < feature_count; ++k) {
      const auto name = fmt::format("affixes.{}", k);
      add_string_table(out_, name, list(name));
      rows += list(name).size() + 1;
    }
    out_.add_numbers<std::int16_t>("affixes.vectors", activations(tensor("affixes", rows * sizes_.affix)));
    out_.add_numbers<std::int16_t>("root", activations(tensor("root", sizes_.word + sizes_.affix)));
  }

  // A row of GloVe takes a byte a number, with as many binary places as its largest number allows.
  void add_glove() {
    const auto& words = list("glove");
    const auto vectors = tensor("glove", words.size() * glove_size);
    std::vector<std::int8_t> bytes(vectors.size());
    std::vector<std::uint8_t> shifts(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
      const auto row = vectors.subspan(i * glove_size, glove_size);
      float largest = 0;
      for (const float value : row) largest = std::max(largest, std::abs(value));
      int shift = activation_shift;
      while (shift > 0 && std::ldexp(largest, shift) > 127) --shift;
      shifts[i] = static_cast<std::uint8_t>(shift);
      for (std::size_t k = 0; k < glove_size; ++k)
        bytes[i * glove_size + k] =
            static_cast<std::int8_t>(std::clamp(std::lround(std::ldexp(row[k], shift)), -127L, 127L));
    }
    add_string_table(out_, "glove", words);
    out_.add_numbers<std::int8_t>("glove.vectors", bytes);
    out_.add_numbers<std::uint8_t>("glove.shifts", shifts);
    const auto weights =
        transposed(tensor("glove.projection", (glove_size + 1) * sizes_.word), glove_size + 1, sizes_.word);
    add("glove.projection", {sizes_.word, glove_size + 1, weights, {}}, most_view);
  }

  void add(const std::string& name, const RealMatrix& matrix, float most_activation) {
    add_matrix(out_, name, matrix, fitting_shift(matrix, most_activation));
  }

  // What is summed in a row of gates has one scale.
  void add_layer(std::size_t l) {
    const std::size_t hidden = sizes_.hidden, gates = gate_count * hidden;
    const std::size_t inputs = l == 0 ? sizes_.word + sizes_.affix : 2 * hidden;
    const auto name = fmt::format("layer.{}", l);
    const auto weights = copy(tensor(name + ".input", 2 * gates * inputs));
    const auto bias = copy(tensor(name + ".bias", 2 * gates));
    const auto recurrent = copy(tensor(name + ".recurrent", 2 * hidden * gates));
    const auto half = std::span(recurrent).size() / 2;
    const auto forward = transposed(std::span(recurrent).first(half), hidden, gates);
    const auto backward = transposed(std::span(recurrent).subspan(half), hidden, gates);
    const RealMatrix from_input{2 * gates, inputs, weights, bias};
    const RealMatrix ahead{gates, hidden, forward, {}};
    const RealMatrix back{gates, hidden, backward, {}};

    auto scales = fitting_scales(ahead);
    std::ranges::copy(fitting_scales(back), std::back_inserter(scales));
    if (l == 0) {
      add_word_gates(name + ".input", from_input, scales);
    } else {
      const auto of_input = fitting_scales(from_input);
      std::ranges::transform(scales, of_input, scales.begin(),
                             [](double a, double b) { return std::min(a, b); });
      add_byte_matrix(out_, name + ".input", from_input, scales);
    }
    add_byte_matrix(out_, name + ".forward", ahead, std::span(scales).first(gates));
    add_byte_matrix(out_, name + ".backward", back, std::span(scales).subspan(gates));
    add_row_scales(out_, name, scales, table_shift, table_bits);
  }

  // The matrix from words, whose sums, shifted, are in units of those of the layer's states.
  void add_word_gates(const std::string& name, const RealMatrix& matrix, std::span<const double> scales) {
    std::vector<float> weights(copy(matrix.weights)), bias(copy(matrix.bias));
    for (std::size_t j = 0; j < matrix.rows; ++j) {
      const auto unit = static_cast<float>(scales[j] * state_one / (1 << activation_shift));
      for (std::size_t k = 0; k < matrix.columns; ++k) weights[j * matrix.columns + k] *= unit;
      bias[j] *= unit;
    }
    add(name, {matrix.rows, matrix.columns, weights, bias}, most_embedding);
  }

  static std::vector<float> copy(std::span<const float> values) { return {values.begin(), values.end()}; }

  void add_named(const std::string& name, std::size_t rows, std::size_t columns, float most_activation) {
    const auto weights = copy(tensor(name, rows * columns));
    const auto bias = copy(tensor(name + ".bias", rows));
    const RealMatrix matrix{rows, columns, weights, bias};
    if (fitting_shift(matrix, most_activation) < least_score_shift && error_.empty())
      error_ = fmt::format("'{}' has weights too large to keep", name);
    add(name, matrix, most_activation);
  }

  // A matrix from the encoder's states to activations.
  void add_bytes(const std::string& name, std::size_t rows) {
    const auto weights = copy(tensor(name, rows * 2 * sizes_.hidden));
    const auto bias = copy(tensor(name + ".bias", rows));
    const RealMatrix matrix{rows, 2 * sizes_.hidden, weights, bias};
    const auto scales = fitting_scales(matrix);
    add_byte_matrix(out_, name, matrix, scales);
    add_row_scales(out_, name, scales, activation_shift, activation_bits);
  }

  void add_heads() {
    for (const char* name : {"xpos", "upos", "deprels"}) add_string_table(out_, name, list(name));
    add_bytes("tags", list("xpos").size() + list("upos").size());
    add_bytes("views", 2 * sizes_.arc + 2 * sizes_.label);
    add_named("arcs", sizes_.arc, sizes_.arc, most_view / 4);
    for (const char* name : {"distance", "head_distance"})
      if (network_.tensors.contains(name)) add_named(name, bucket_count, sizes_.arc, most_view / 4);
    if (network_.tensors.contains("label_distance"))
      out_.add_numbers<std::int16_t>("label_distance",
                                     activations(tensor("label_distance", bucket_count * sizes_.label)));
    add_named("labels", list("deprels").size(), sizes_.label, most_view / 4);
  }

  const Checkpoint& network_;
  const NetworkSizes& sizes_;
  ModelWriter& out_;
  std::vector<float> blank_;  // in place of a tensor that does not fit
  std::string error_;
};

}  // namespace

Result<Checkpoint> Checkpoint::read(const std::filesystem::path& path) {
  const auto file = ModelFile::open(path);
  if (!file) return tl::make_unexpected(file.error());
  Checkpoint network;
  const auto sizes = file->numbers<std::uint32_t>("sizes");
  if (!sizes || sizes->size() != size_members.size()) return file->bad_section("sizes");
  for (std::size_t i = 0; i < size_members.size(); ++i) network.sizes.*size_members[i] = (*sizes)[i];
  for (const auto& name : lines_of(file->text("lists")))
    network.lists[name] = lines_of(file->text("list/" + name));
  for (const auto& name : lines_of(file->text("tensors"))) {
    const auto numbers = file->numbers<float>("tensor/" + name);
    if (!numbers) return tl::make_unexpected(numbers.error());
    network.tensors[name].assign(numbers->begin(), numbers->end());
  }
  return network;
}

Result<void> Checkpoint::write(const std::filesystem::path& path) const {
  ModelWriter out;
  std::vector<std::uint32_t> numbers;
  for (const auto member : size_members) numbers.push_back(static_cast<std::uint32_t>(sizes.*member));
  out.add_numbers<std::uint32_t>("sizes", numbers);
  std::string names;
  for (const auto& [name, strings] : lists) {
    names += name + '\n';
    out.add("list/" + name, joined(strings));
  }
  out.add("lists", names);
  names.clear();
  for (const auto& [name, values] : tensors) {
    names += name + '\n';
    out.add_numbers<float>("tensor/" + name, values);
  }
  out.add("tensors", names);
  return out.write(path);
}

Result<void> quantise(const Checkpoint& network, ModelWriter& out) {
  return Quantiser(network, out).run();
}

}  // namespace demarche
