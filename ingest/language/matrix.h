// Matrices of small integers and their product, the same on every machine.
//
// A real number x is kept as the integer nearest to x * 2^shift ("Q10" is shift 10). Activations are Q10 in
// 16 bits; products gather in 32 bits. Rows are padded with zeros to `row_alignment` numbers, so that loops
// have no remainder. Tested by tests/ingest/language/matrix_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "graph/model/error.h"
#include "ingest/language/model_file.h"

namespace demarche {

inline constexpr int activation_shift = 10;
inline constexpr int activation_bits = 15;        // beside the sign
inline constexpr std::size_t row_alignment = 32;  // numbers
inline constexpr std::size_t rows_at_once = 4;    // matrices have a multiple of this many rows

[[nodiscard]] constexpr std::size_t padded(std::size_t size) {
  return (size + row_alignment - 1) / row_alignment * row_alignment;
}

// `rows` x `columns` weights, in a model file; each row takes `stride` numbers.
struct Matrix {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::size_t stride = 0;
  int shift = 0;
  std::span<const std::int16_t> weights;
  std::span<const std::int32_t>
      bias;  // one number a row, with shift `shift + activation_shift`; empty where none

  [[nodiscard]] const std::int16_t* row(std::size_t index) const { return weights.data() + index * stride; }

  // The section "name" of the file, and its bias "name.bias" where there is one.
  // Errors: Malformed where a section is missing or its sizes do not fit.
  [[nodiscard]] static Result<Matrix> load(const ModelFile& file, const std::string& name);
};

// Real numbers, row by row; `bias` has one number a row, or none at all.
struct RealMatrix {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::span<const float> weights;
  std::span<const float> bias;
};

// The largest shift for which the weights fit into 16 bits, and their sums over activations up to
// `most_activation` into 32.
[[nodiscard]] int fitting_shift(const RealMatrix& matrix, float most_activation);

// Writes `matrix` as sections that `Matrix::load` reads. REQUIRES: shift <= fitting_shift(matrix, …)
void add_matrix(ModelWriter& out, const std::string& name, const RealMatrix& matrix, int shift);

// out[i][j] = bias[j] + sum over k of in[i][k] * matrix[j][k], for `count` rows of activations.
// REQUIRES: rows of `in` are padded with zeros to matrix.stride; rows of `out` have room for matrix.rows
void multiply(const std::int16_t* in, std::size_t in_stride, std::size_t count, const Matrix& matrix,
              std::int32_t* out, std::size_t out_stride);

}  // namespace demarche
