// In products with AVX2, a vector holds four states (the same for all) against four weights of eight rows.
// Two multiply-and-add-pairs instructions take eight columns; their sums, in 16 bits, are added before they
// are widened, which halves the number of the third such instruction. That is why weights are kept so small.
// Processors with VNNI have one instruction for a product with four columns, sums of 32 bits and all.
#include "ingest/language/byte_matrix.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>

#include "ingest/language/clones.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace demarche {
namespace {

constexpr std::size_t half_block = block_rows * block_columns / 2;  // weights
constexpr std::size_t most_columns = 4096;
constexpr std::size_t rows_of_tile = 4;      // of states
constexpr std::size_t blocks_at_once = 2;    // of weights, that a tile multiplies them by
constexpr std::size_t states_in_cache = 36;  // rows of them; a multiple of those of a tile
// Of the four weights that meet in one sum of 16 bits: 255 * 128 < 2^15.
constexpr int most_group = 128;
constexpr double least_group = 0.25;  // rows of smaller weights have their scale: more would not show
constexpr int scale_bits = 30;        // of a sum times its multiplier

// Of a sum and its multiplier: rounded and shifted, it stays below 2^most_bits.
std::int32_t largest_product(int most_bits) {
  return (1 << scale_bits) - (1 << (scale_bits - most_bits));
}

std::size_t weight_at(std::size_t row, std::size_t column, std::size_t columns) {
  const std::size_t block = row / block_rows * columns * block_rows + column / block_columns * 2 * half_block;
  return block + column / 4 % 2 * half_block + row % block_rows * 4 + column % 4;
}

// Whether no sum of 16 bits can overflow: it gathers two columns of each half of a block.
bool is_small_enough(std::span<const std::int8_t> weights) {
  for (std::size_t block = 0; block < weights.size(); block += 2 * half_block)
    for (std::size_t i = block; i < block + half_block; i += 2) {
      const auto size = [&](std::size_t at) { return std::abs(int{weights[at]}); };
      if (size(i) + size(i + 1) + size(i + half_block) + size(i + half_block + 1) > most_group) return false;
    }
  return true;
}

#if defined(__x86_64__)
#define DEMARCHE_AVX2 __attribute__((target("avx2")))

std::int32_t four_bytes(const std::uint8_t* at) {
  std::int32_t bytes = 0;
  std::memcpy(&bytes, at, sizeof bytes);
  return bytes;
}

DEMARCHE_AVX2 inline __m256i load(const void* at) {
  return _mm256_loadu_si256(static_cast<const __m256i*>(at));
}

// What the processor has for products of bytes. VNNI has two encodings, and a processor may know only one.
enum class Instructions { Avx2, AvxVnni, Avx512Vnni };

Instructions best_instructions() {
  if (__builtin_cpu_supports("avxvnni")) return Instructions::AvxVnni;
  if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512vl"))
    return Instructions::Avx512Vnni;
  return Instructions::Avx2;
}

// Adds the products of eight states with both halves of a block. The assembler is for VNNI's encodings: a
// function for processors with AVX2 may not call their intrinsics.
template <Instructions Kind>
DEMARCHE_AVX2 inline __m256i add_products(__m256i sums, const std::uint8_t* states, __m256i first,
                                          __m256i second) {
  const __m256i four = _mm256_set1_epi32(four_bytes(states));
  const __m256i next = _mm256_set1_epi32(four_bytes(states + 4));
  if constexpr (Kind == Instructions::Avx2) {
    const __m256i pairs =
        _mm256_add_epi16(_mm256_maddubs_epi16(four, first), _mm256_maddubs_epi16(next, second));
    return _mm256_add_epi32(sums, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
  } else if constexpr (Kind == Instructions::AvxVnni) {
    asm("%{vex%} vpdpbusd %1, %2, %0" : "+x"(sums) : "x"(first), "x"(four));
    asm("%{vex%} vpdpbusd %1, %2, %0" : "+x"(sums) : "x"(second), "x"(next));
  } else {
    asm("%{evex%} vpdpbusd %1, %2, %0" : "+x"(sums) : "x"(first), "x"(four));
    asm("%{evex%} vpdpbusd %1, %2, %0" : "+x"(sums) : "x"(second), "x"(next));
  }
  return sums;
}

// Rows of states by blocks of rows of weights: their sums stay in registers.
template <Instructions Kind, std::size_t Rows, std::size_t Blocks>
DEMARCHE_AVX2 inline void tile(const std::uint8_t* states, std::size_t state_stride,
                               const std::int8_t* weights, std::size_t columns, const std::int32_t* bias,
                               std::int32_t* out, std::size_t out_stride, Sums mode) {
  __m256i sums[Rows][Blocks];
#pragma GCC unroll 8
  for (std::size_t i = 0; i < Rows; ++i)
#pragma GCC unroll 8
    for (std::size_t b = 0; b < Blocks; ++b) {
      sums[i][b] = load(bias + b * block_rows);
      if (mode == Sums::Added)
        sums[i][b] = _mm256_add_epi32(sums[i][b], load(out + i * out_stride + b * block_rows));
    }
  for (std::size_t k = 0; k < columns; k += block_columns) {
    __m256i first[Blocks], second[Blocks];
#pragma GCC unroll 8
    for (std::size_t b = 0; b < Blocks; ++b) {
      first[b] = load(weights + (b * columns + k) * block_rows);
      second[b] = load(weights + (b * columns + k) * block_rows + half_block);
    }
#pragma GCC unroll 8
    for (std::size_t i = 0; i < Rows; ++i)
#pragma GCC unroll 8
      for (std::size_t b = 0; b < Blocks; ++b)
        sums[i][b] = add_products<Kind>(sums[i][b], states + i * state_stride + k, first[b], second[b]);
  }
#pragma GCC unroll 8
  for (std::size_t i = 0; i < Rows; ++i)
#pragma GCC unroll 8
    for (std::size_t b = 0; b < Blocks; ++b)
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + i * out_stride + b * block_rows), sums[i][b]);
}

template <Instructions Kind, std::size_t Rows, std::size_t Blocks>
DEMARCHE_AVX2 void tiles(const std::uint8_t* states, std::size_t state_stride, std::size_t count,
                         const ByteMatrix& matrix, std::size_t row, std::int32_t* out, std::size_t out_stride,
                         Sums mode) {
  std::size_t i = 0;
  for (; i + Rows <= count; i += Rows)
    tile<Kind, Rows, Blocks>(states + i * state_stride, state_stride,
                             matrix.weights.data() + row * matrix.columns, matrix.columns,
                             matrix.bias.data() + row, out + i * out_stride + row, out_stride, mode);
  if constexpr (Rows > 1)
    tiles<Kind, Rows - 1, Blocks>(states + i * state_stride, state_stride, count - i, matrix, row,
                                  out + i * out_stride, out_stride, mode);
}

template <Instructions Kind>
DEMARCHE_AVX2 void multiply_in_vectors(const std::uint8_t* states, std::size_t state_stride,
                                       std::size_t count, const ByteMatrix& matrix, std::int32_t* out,
                                       std::size_t out_stride, Sums mode) {
  for (std::size_t first = 0; first < count; first += states_in_cache) {
    const auto* some = states + first * state_stride;
    const std::size_t size = std::min(count - first, states_in_cache);
    auto* sums = out + first * out_stride;
    std::size_t row = 0;
    for (; row + blocks_at_once * block_rows <= matrix.rows; row += blocks_at_once * block_rows)
      tiles<Kind, rows_of_tile, blocks_at_once>(some, state_stride, size, matrix, row, sums, out_stride,
                                                mode);
    for (; row < matrix.rows; row += block_rows)
      tiles<Kind, rows_of_tile, 1>(some, state_stride, size, matrix, row, sums, out_stride, mode);
  }
}

using Product = decltype(&multiply_plainly);

Product best_product() {
  switch (best_instructions()) {
    case Instructions::AvxVnni:
      return multiply_in_vectors<Instructions::AvxVnni>;
    case Instructions::Avx512Vnni:
      return multiply_in_vectors<Instructions::Avx512Vnni>;
    case Instructions::Avx2:
      break;
  }
  return multiply_in_vectors<Instructions::Avx2>;
}
#endif

template <class Number>
[[gnu::always_inline]] inline void scale_row(const std::int32_t* sums, const std::int32_t* limits,
                                             const std::int32_t* multipliers, int shift, std::size_t size,
                                             Number* out) {
  const std::int32_t half = 1 << (shift - 1);
  for (std::size_t i = 0; i < size; ++i)
    out[i] =
        static_cast<Number>((std::clamp(sums[i], -limits[i], limits[i]) * multipliers[i] + half) >> shift);
}

DEMARCHE_CLONES
void scale_to_32(const std::int32_t* sums, const std::int32_t* limits, const std::int32_t* multipliers,
                 int shift, std::size_t size, std::int32_t* out) {
  scale_row(sums, limits, multipliers, shift, size, out);
}

DEMARCHE_CLONES
void scale_to_16(const std::int32_t* sums, const std::int32_t* limits, const std::int32_t* multipliers,
                 int shift, std::size_t size, std::int16_t* out) {
  scale_row(sums, limits, multipliers, shift, size, out);
}

}  // namespace

Result<ByteMatrix> ByteMatrix::load(const ModelFile& file, const std::string& name) {
  const auto sizes = file.numbers<std::uint32_t>(name + ".sizes");
  const auto weights = file.numbers<std::int8_t>(name);
  const auto bias = file.numbers<std::int32_t>(name + ".bias");
  if (!sizes || sizes->size() != 2) return file.bad_section(name + ".sizes");
  const ByteMatrix matrix{(*sizes)[0], (*sizes)[1], weights ? *weights : std::span<const std::int8_t>(),
                          bias ? *bias : std::span<const std::int32_t>()};
  if (matrix.rows == 0 || matrix.rows % block_rows != 0 || matrix.columns == 0 ||
      matrix.columns % block_columns != 0 || matrix.columns > most_columns ||
      matrix.weights.size() / matrix.columns != matrix.rows || matrix.weights.size() % matrix.columns != 0 ||
      matrix.bias.size() != matrix.rows || !is_small_enough(matrix.weights))
    return file.bad_section(name);
  return matrix;
}

void multiply_plainly(const std::uint8_t* states, std::size_t state_stride, std::size_t count,
                      const ByteMatrix& matrix, std::int32_t* out, std::size_t out_stride, Sums mode) {
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t j = 0; j < matrix.rows; ++j) {
      std::int32_t sum = matrix.bias[j];
      for (std::size_t k = 0; k < matrix.columns; ++k)
        sum += std::int32_t{states[i * state_stride + k]} * matrix.weights[weight_at(j, k, matrix.columns)];
      auto& place = out[i * out_stride + j];
      place = mode == Sums::Added ? place + sum : sum;
    }
}

void multiply(const std::uint8_t* states, std::size_t state_stride, std::size_t count,
              const ByteMatrix& matrix, std::int32_t* out, std::size_t out_stride, Sums mode) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) {
    static const auto in_vectors = best_product();
    return in_vectors(states, state_stride, count, matrix, out, out_stride, mode);
  }
#endif
  multiply_plainly(states, state_stride, count, matrix, out, out_stride, mode);
}

Result<RowScales> RowScales::load(const ModelFile& file, const std::string& name, std::size_t rows,
                                  int most_bits) {
  const auto limits = file.numbers<std::int32_t>(name + ".limits");
  const auto multipliers = file.numbers<std::int32_t>(name + ".multipliers");
  if (!limits || limits->size() != rows) return file.bad_section(name + ".limits");
  if (!multipliers || multipliers->size() != rows) return file.bad_section(name + ".multipliers");
  for (std::size_t i = 0; i < rows; ++i) {
    const auto most = std::int64_t{(*limits)[i]} * (*multipliers)[i];
    if ((*limits)[i] < 0 || (*multipliers)[i] < 0 || most > largest_product(most_bits))
      return file.bad_section(name + ".limits");
  }
  return RowScales{*limits, *multipliers, scale_bits - most_bits};
}

void RowScales::scale(const std::int32_t* sums, std::size_t first, std::size_t size,
                      std::int32_t* out) const {
  scale_to_32(sums, limits.data() + first, multipliers.data() + first, shift, size, out);
}

void RowScales::scale(const std::int32_t* sums, std::size_t first, std::size_t size,
                      std::int16_t* out) const {
  scale_to_16(sums, limits.data() + first, multipliers.data() + first, shift, size, out);
}

std::vector<double> fitting_scales(const RealMatrix& matrix) {
  constexpr double rounding = 2;  // of the four numbers of a group
  std::vector<double> scales;
  for (std::size_t j = 0; j < matrix.rows; ++j) {
    const auto row = matrix.weights.subspan(j * matrix.columns, matrix.columns);
    const auto size = [&](std::size_t k) { return k < row.size() ? std::abs(double{row[k]}) : 0.0; };
    double largest = least_group;
    for (std::size_t k = 0; k < row.size(); k += block_columns)
      for (const std::size_t i : {k, k + 2})
        largest = std::max(largest, size(i) + size(i + 1) + size(i + 4) + size(i + 5));
    scales.push_back((most_group - rounding) / largest);
  }
  return scales;
}

void add_byte_matrix(ModelWriter& out, const std::string& name, const RealMatrix& matrix,
                     std::span<const double> scales) {
  const std::uint32_t sizes[] = {static_cast<std::uint32_t>(rounded_up(matrix.rows, block_rows)),
                                 static_cast<std::uint32_t>(rounded_up(matrix.columns, block_columns))};
  std::vector<std::int8_t> weights(std::size_t{sizes[0]} * sizes[1]);
  std::vector<std::int32_t> bias(sizes[0]);
  for (std::size_t j = 0; j < matrix.rows; ++j) {
    std::int32_t sum = 0;
    for (std::size_t k = 0; k < matrix.columns; ++k) {
      const auto weight = std::lround(matrix.weights[j * matrix.columns + k] * scales[j]);
      // A weight alone may take all of its group, and be one too large for a byte.
      weights[weight_at(j, k, sizes[1])] = static_cast<std::int8_t>(std::clamp(weight, -127L, 127L));
      sum += weights[weight_at(j, k, sizes[1])];
    }
    const double own = matrix.bias.empty() ? 0.0 : double{matrix.bias[j]} * scales[j] * state_one;
    bias[j] = static_cast<std::int32_t>(std::lround(own)) - state_zero * sum;
  }
  out.add_numbers<std::uint32_t>(name + ".sizes", sizes);
  out.add_numbers<std::int8_t>(name, weights);
  out.add_numbers<std::int32_t>(name + ".bias", bias);
}

void add_row_scales(ModelWriter& out, const std::string& name, std::span<const double> scales,
                    int result_shift, int most_bits) {
  const std::size_t rows = rounded_up(scales.size(), block_rows);
  std::vector<std::int32_t> limits(rows), multipliers(rows);
  for (std::size_t j = 0; j < scales.size(); ++j) {
    const double unit = std::ldexp(1 / (scales[j] * state_one), result_shift + scale_bits - most_bits);
    multipliers[j] = static_cast<std::int32_t>(std::lround(std::max(unit, 1.0)));
    limits[j] = largest_product(most_bits) / multipliers[j];
  }
  out.add_numbers<std::int32_t>(name + ".limits", limits);
  out.add_numbers<std::int32_t>(name + ".multipliers", multipliers);
}

}  // namespace demarche
