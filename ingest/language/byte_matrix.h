// Matrices of bytes, and their product with states of the encoder, the same on every machine.
//
// A state is a number from -1 to 1, kept as 128 + 127 times itself in an unsigned byte; a weight is a signed
// byte, with a scale for each row. Weights are small enough for processors that add up four products in 16
// bits: none can overflow. Sums have 32 bits; `RowScales` brings them to a common scale.
// Tested by tests/ingest/language/byte_matrix_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "graph/model/error.h"
#include "ingest/language/matrix.h"
#include "ingest/language/model_file.h"

namespace demarche {

inline constexpr std::int32_t state_one = 127;
inline constexpr std::int32_t state_zero = 128;
inline constexpr std::size_t block_rows = 8;     // of a matrix; their number is rounded up to this
inline constexpr std::size_t block_columns = 8;  // and that of columns

[[nodiscard]] constexpr std::size_t rounded_up(std::size_t size, std::size_t step) {
  return (size + step - 1) / step * step;
}

// Weights in a model file, in blocks of 8 rows by 8 columns: four columns of each row, then the other four.
struct ByteMatrix {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::span<const std::int8_t> weights;
  std::span<const std::int32_t> bias;  // one number a row; takes care of `state_zero` too

  // Errors: Malformed where a section is missing, sizes do not fit or weights are too large.
  [[nodiscard]] static Result<ByteMatrix> load(const ModelFile& file, const std::string& name);

  // Some rows as a matrix of their own. REQUIRES: both numbers are multiples of block_rows
  [[nodiscard]] ByteMatrix rows_from(std::size_t first, std::size_t size) const {
    return {size, columns, weights.subspan(first * columns, size * columns), bias.subspan(first, size)};
  }
};

enum class Sums { Fresh, Added };

// out[i][j] = bias[j] + sum over k of state[i][k] * matrix[j][k], for `count` rows of states, or that added
// to what `out` holds. REQUIRES: rows of `states` are matrix.columns long, rows of `out` matrix.rows
void multiply(const std::uint8_t* states, std::size_t state_stride, std::size_t count,
              const ByteMatrix& matrix, std::int32_t* out, std::size_t out_stride, Sums sums);

// The same by obvious loops, for processors that have nothing better and for tests.
void multiply_plainly(const std::uint8_t* states, std::size_t state_stride, std::size_t count,
                      const ByteMatrix& matrix, std::int32_t* out, std::size_t out_stride, Sums sums);

// What a sum of each row is worth: sums are cut at `limits`, multiplied and shifted, which gives numbers
// below 2^most_bits, with either sign.
struct RowScales {
  std::span<const std::int32_t> limits;
  std::span<const std::int32_t> multipliers;
  int shift = 0;

  // The scales of `rows` rows. Errors: Malformed where sections are missing or results could be larger.
  [[nodiscard]] static Result<RowScales> load(const ModelFile& file, const std::string& name,
                                              std::size_t rows, int most_bits);

  // Scales `size` sums of the rows from `first` on.
  void scale(const std::int32_t* sums, std::size_t first, std::size_t size, std::int32_t* out) const;
  void scale(const std::int32_t* sums, std::size_t first, std::size_t size, std::int16_t* out) const;
};

// The largest scale of each row at which no sum of 16 bits can overflow.
[[nodiscard]] std::vector<double> fitting_scales(const RealMatrix& matrix);

// Write what the functions above load. `scales` has one number a row, by which weights are multiplied. Scaled
// results are in units of 2^-result_shift.
void add_byte_matrix(ModelWriter& out, const std::string& name, const RealMatrix& matrix,
                     std::span<const double> scales);
void add_row_scales(ModelWriter& out, const std::string& name, std::span<const double> scales,
                    int result_shift, int most_bits);

}  // namespace demarche
