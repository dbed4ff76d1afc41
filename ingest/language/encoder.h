// Word vectors in the light of their sentence: layers of a gated recurrent network that reads each sentence
// in both directions. In integers throughout, so that the same words give the same numbers on every machine.
// Tested by tests/ingest/language/parser_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "graph/model/error.h"
#include "ingest/language/byte_matrix.h"
#include "ingest/language/matrix.h"
#include "ingest/language/model_file.h"

namespace demarche {

// Sentences side by side, longest first, laid out step by step: step t holds word t of every sentence that
// has one, so there is no padding, and one step of all sentences is one product of matrices.
class Packing {
 public:
  // REQUIRES: lengths descend
  void lay_out(std::span<const std::size_t> lengths);

  [[nodiscard]] std::size_t rows() const { return starts_.back(); }
  [[nodiscard]] std::size_t steps() const { return starts_.size() - 1; }
  [[nodiscard]] std::size_t start(std::size_t step) const { return starts_[step]; }
  [[nodiscard]] std::size_t count(std::size_t step) const { return starts_[step + 1] - starts_[step]; }
  [[nodiscard]] std::size_t row(std::size_t sentence, std::size_t word) const {
    return starts_[word] + sentence;
  }

 private:
  std::vector<std::size_t> starts_ = {0};
};

// Room for the numbers of one batch; grows to the largest batch seen and is then reused.
struct EncoderRoom {
  std::vector<const std::int32_t*> words;  // of each row, what `Encoder::read` gave
  std::vector<std::int32_t> gates;         // of the steps at hand, in one direction
  std::vector<std::int32_t> cells;
  std::vector<std::uint8_t> layers[2];
};

inline constexpr std::size_t gate_count = 3;
inline constexpr std::size_t table_size = 4096;     // of a gate's table
inline constexpr int table_bits = 11;               // of its argument, which is Q8, beside its sign
inline constexpr std::size_t rows_of_stretch = 48;  // that are taken at one time: they stay in the cache

class Encoder {
 public:
  // Errors: Malformed where a section is missing or its size does not fit the others.
  [[nodiscard]] static Result<Encoder> load(const ModelFile& file, std::size_t input_size);

  // The width of a row of results: both directions.
  [[nodiscard]] std::size_t output_size() const { return 2 * hidden_; }
  [[nodiscard]] std::size_t input_stride() const { return words_.stride; }

  // The numbers of a row of `read`.
  [[nodiscard]] std::size_t gate_width() const { return words_.rows; }

  // What `count` rows of input_stride() activations give the gates of the first layer, the same for a word
  // wherever it stands.
  void read(const std::int16_t* in, std::size_t count, std::int32_t* gates) const;

  // Encodes the packing.rows() words whose gates of the first layer room.words points to. The result is as
  // many rows of output_size() states in `room`, valid until its next use.
  [[nodiscard]] const std::uint8_t* encode(const Packing& packing, EncoderRoom& room) const;

 private:
  struct Layer {
    // For each direction, to its gates: forget, new value, output.
    std::array<ByteMatrix, 2> input;      // from the states of the layer below; none in the first
    std::array<ByteMatrix, 2> recurrent;  // from the state before
    RowScales scales;                     // of the gates of both directions
  };

  enum class Place { First, Later };
  [[nodiscard]] Result<Layer> load_layer(const ModelFile& file, const std::string& name, Place place) const;
  void run_direction(std::size_t layer, std::size_t direction, const Packing& packing,
                     EncoderRoom& room) const;
  void begin_gates(std::size_t layer, std::size_t direction, std::size_t first_row, std::size_t rows,
                   EncoderRoom& room) const;
  [[nodiscard]] std::size_t gate_stride() const;
  // One word of one sentence: from its scaled gates, which it overwrites, and the cells before.
  void advance(std::int32_t* gates, std::int32_t* cells, std::uint8_t* state) const;

  std::size_t hidden_ = 0;  // units a direction
  Matrix words_;            // from words to the gates of the first layer, in units of its sums
  std::vector<Layer> layers_;
  std::span<const std::int16_t> sigmoid_;  // Q15, of arguments in steps of 1/256 from -8
  std::span<const std::int16_t> tanh_;
};

}  // namespace demarche
