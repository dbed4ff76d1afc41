// The product goes tile by tile: three rows of activations by four rows of weights, whose twelve sums stay in
// registers. The inner loop is written so that compilers turn it into multiply-and-add-pairs instructions.
#include "ingest/language/matrix.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <vector>

#include "ingest/language/clones.h"

namespace demarche {
namespace {

// The first 64 bytes of a matrix's section; its rows follow.
struct MatrixHeader {
  std::uint32_t rows;
  std::uint32_t columns;
  std::uint32_t stride;
  std::int32_t shift;
  std::array<std::uint32_t, 12> reserved;
};
static_assert(sizeof(MatrixHeader) == 64);

constexpr int most_shift = 12;
constexpr double most_sum = 1.0 * (1u << 30);

constexpr std::size_t rows_in_cache = 24;  // of activations: they stay in the first-level cache

template <std::size_t Rows>
[[gnu::always_inline]] inline void tile(const std::int16_t* in, std::size_t in_stride,
                                        const std::int16_t* weights, std::size_t stride, std::int32_t* out,
                                        std::size_t out_stride) {
  std::int32_t sums[Rows][rows_at_once] = {};
  const std::size_t length = stride & ~(row_alignment - 1);
  for (std::size_t k = 0; k < length; ++k)
#pragma GCC unroll 4
    for (std::size_t i = 0; i < Rows; ++i)
#pragma GCC unroll 4
      for (std::size_t j = 0; j < rows_at_once; ++j)
        sums[i][j] += std::int32_t{in[i * in_stride + k]} * std::int32_t{weights[j * stride + k]};
#pragma GCC unroll 4
  for (std::size_t i = 0; i < Rows; ++i)
#pragma GCC unroll 4
    for (std::size_t j = 0; j < rows_at_once; ++j) out[i * out_stride + j] += sums[i][j];
}

DEMARCHE_CLONES
void add_product(const std::int16_t* in, std::size_t in_stride, std::size_t count,
                 const std::int16_t* weights, std::size_t rows, std::size_t stride, std::int32_t* out,
                 std::size_t out_stride) {
  for (std::size_t first = 0; first < count; first += rows_in_cache) {
    const std::size_t last = std::min(first + rows_in_cache, count);
    for (std::size_t j = 0; j < rows; j += rows_at_once) {
      const std::int16_t* four = weights + j * stride;
      std::size_t i = first;
      for (; i + 3 <= last; i += 3)
        tile<3>(in + i * in_stride, in_stride, four, stride, out + i * out_stride + j, out_stride);
      for (; i < last; ++i)
        tile<1>(in + i * in_stride, in_stride, four, stride, out + i * out_stride + j, out_stride);
    }
  }
}

}  // namespace

Result<Matrix> Matrix::load(const ModelFile& file, const std::string& name) {
  const auto bytes = file.section(name);
  if (bytes.size() < sizeof(MatrixHeader)) return file.bad_section(name);
  MatrixHeader header;
  std::memcpy(&header, bytes.data(), sizeof header);
  const auto numbers = (bytes.size() - sizeof header) / sizeof(std::int16_t);
  if (header.rows % rows_at_once != 0 || header.stride != padded(header.columns) || header.rows == 0 ||
      header.stride == 0 || numbers / header.stride != header.rows || numbers % header.stride != 0 ||
      header.shift < 0 || header.shift > 14)
    return file.bad_section(name);
  Matrix matrix{header.rows, header.columns, header.stride, header.shift, {}, {}};
  matrix.weights = {reinterpret_cast<const std::int16_t*>(bytes.data() + sizeof header), numbers};
  if (file.section(name + ".bias").empty()) return matrix;
  const auto bias = file.numbers<std::int32_t>(name + ".bias");
  if (!bias || bias->size() != matrix.rows) return file.bad_section(name + ".bias");
  matrix.bias = *bias;
  return matrix;
}

int fitting_shift(const RealMatrix& matrix, float most_activation) {
  double largest_sum = 1e-9;
  double largest = 1e-9;
  for (std::size_t i = 0; i < matrix.rows; ++i) {
    double sum = matrix.bias.empty() ? 0.0 : std::abs(matrix.bias[i]) / most_activation;
    for (const float weight : matrix.weights.subspan(i * matrix.columns, matrix.columns)) {
      sum += std::abs(weight);
      largest = std::max(largest, std::abs(double{weight}));
    }
    largest_sum = std::max(largest_sum, sum);
  }
  int shift = most_shift;
  while (shift > 0 && (std::ldexp(largest, shift) >= 32767 ||
                       std::ldexp(largest_sum * most_activation, shift + activation_shift) >= most_sum))
    --shift;
  return shift;
}

void add_matrix(ModelWriter& out, const std::string& name, const RealMatrix& matrix, int shift) {
  const std::size_t rows = (matrix.rows + rows_at_once - 1) / rows_at_once * rows_at_once;
  const std::size_t stride = padded(matrix.columns);
  const MatrixHeader header{static_cast<std::uint32_t>(rows),
                            static_cast<std::uint32_t>(matrix.columns),
                            static_cast<std::uint32_t>(stride),
                            shift,
                            {}};
  std::vector<std::int16_t> numbers(rows * stride);
  for (std::size_t i = 0; i < matrix.rows; ++i)
    for (std::size_t k = 0; k < matrix.columns; ++k)
      numbers[i * stride + k] =
          static_cast<std::int16_t>(std::lround(std::ldexp(matrix.weights[i * matrix.columns + k], shift)));
  std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
  bytes.append(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(std::int16_t));
  out.add(name, std::move(bytes));

  if (matrix.bias.empty()) return;
  std::vector<std::int32_t> biases(rows);
  for (std::size_t i = 0; i < matrix.rows; ++i)
    biases[i] = static_cast<std::int32_t>(std::lround(std::ldexp(matrix.bias[i], shift + activation_shift)));
  out.add_numbers<std::int32_t>(name + ".bias", biases);
}

void multiply(const std::int16_t* in, std::size_t in_stride, std::size_t count, const Matrix& matrix,
              std::int32_t* out, std::size_t out_stride) {
  for (std::size_t i = 0; i < count; ++i) {
    if (matrix.bias.empty())
      std::fill_n(out + i * out_stride, matrix.rows, 0);
    else
      std::copy(matrix.bias.begin(), matrix.bias.end(), out + i * out_stride);
  }
  add_product(in, in_stride, count, matrix.weights.data(), matrix.rows, matrix.stride, out, out_stride);
}

}  // namespace demarche
