#include "ingest/language/byte_matrix.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "tests/ingest/language/small_network.h"
#include "tests/ingest/language/temporary_folder.h"

namespace demarche {
namespace {

std::vector<std::uint8_t> as_states(const std::vector<float>& reals, std::size_t columns,
                                    std::size_t stride) {
  std::vector<std::uint8_t> states(reals.size() / columns * stride, 0);
  for (std::size_t i = 0; i < reals.size(); ++i)
    states[i / columns * stride + i % columns] =
        static_cast<std::uint8_t>(state_zero + std::lround(reals[i] * state_one));
  return states;
}

}  // namespace

TEST_CASE("products of bytes are those of the obvious loops, and near those of real numbers") {
  const TemporaryFolder folder;
  MadeUpNumbers numbers;
  for (const std::size_t rows : {1, 8, 20})
    for (const std::size_t columns : {1, 8, 70})
      for (const std::size_t count : {0, 1, 5, 6, 7, 36, 45}) {
        const auto weights = numbers.take(rows * columns, 2);
        const auto bias = numbers.take(rows, 1);
        const RealMatrix real{rows, columns, weights, bias};
        const auto scales = fitting_scales(real);
        ModelWriter out;
        add_byte_matrix(out, "m", real, scales);
        add_row_scales(out, "m", scales, 10, 15);
        REQUIRE(out.write(folder / "m"));
        const auto file = ModelFile::open(folder / "m");
        REQUIRE(file);
        const auto matrix = ByteMatrix::load(*file, "m");
        REQUIRE(matrix);
        const auto loaded = RowScales::load(*file, "m", matrix->rows, 15);
        REQUIRE(loaded);

        const auto reals = numbers.take(count * columns, 1);
        const auto states = as_states(reals, columns, matrix->columns);
        for (const auto mode : {Sums::Fresh, Sums::Added}) {
          std::vector<std::int32_t> sums(count * matrix->rows, 99), plain(sums);
          multiply(states.data(), matrix->columns, count, *matrix, sums.data(), matrix->rows, mode);
          multiply_plainly(states.data(), matrix->columns, count, *matrix, plain.data(), matrix->rows, mode);
          CHECK(sums == plain);
          if (mode == Sums::Added) continue;
          for (std::size_t i = 0; i < count; ++i) {
            loaded->scale(&sums[i * matrix->rows], 0, matrix->rows, &sums[i * matrix->rows]);
            for (std::size_t j = 0; j < rows; ++j) {
              double exact = bias[j];
              for (std::size_t k = 0; k < columns; ++k)
                exact += double{reals[i * columns + k]} * weights[j * columns + k];
              CHECK(sums[i * matrix->rows + j] / 1024.0 == Approx(exact).margin(0.3));
            }
          }
        }
      }
}

TEST_CASE("the largest states and weights do not overflow") {
  const TemporaryFolder folder;
  const std::size_t columns = 512;
  for (const float sign : {1.0f, -1.0f}) {
    const std::vector<float> weights(8 * columns, sign);
    const RealMatrix real{8, columns, weights, {}};
    ModelWriter out;
    add_byte_matrix(out, "m", real, fitting_scales(real));
    REQUIRE(out.write(folder / "m"));
    const auto file = ModelFile::open(folder / "m");
    const auto matrix = ByteMatrix::load(*file, "m");
    REQUIRE(matrix);
    for (const std::uint8_t state : {0, 1, 255}) {
      const std::vector<std::uint8_t> states(6 * columns, state);
      std::vector<std::int32_t> sums(6 * 8), plain(6 * 8);
      multiply(states.data(), columns, 6, *matrix, sums.data(), 8, Sums::Fresh);
      multiply_plainly(states.data(), columns, 6, *matrix, plain.data(), 8, Sums::Fresh);
      CHECK(sums == plain);
    }
  }
}

TEST_CASE("sums beyond the range of a row are cut at its ends") {
  const TemporaryFolder folder;
  ModelWriter out;
  add_row_scales(out, "m", std::vector<double>(8, 50.0), 8, 11);
  REQUIRE(out.write(folder / "m"));
  const auto file = ModelFile::open(folder / "m");
  const auto scales = RowScales::load(*file, "m", 8, 11);
  REQUIRE(scales);
  std::vector<std::int32_t> sums = {0, 6350, -6350, 2'000'000'000, -2'000'000'000, 1, 12700, 40};
  scales->scale(sums.data(), 0, 8, sums.data());
  CHECK(sums == std::vector<std::int32_t>{0, 256, -256, 2047, -2047, 0, 512, 2});
}

TEST_CASE("a matrix of bytes with weights that could overflow, or cut, is refused") {
  const TemporaryFolder folder;
  const std::uint32_t sizes[] = {8, 8};
  const std::vector<std::int32_t> bias(8, 0);
  ModelWriter out;
  for (const auto& [name, weight, count] :
       {std::tuple{"fits", 32, 64}, std::tuple{"large", 33, 64}, std::tuple{"cut", 1, 63}}) {
    const std::vector<std::int8_t> weights(static_cast<std::size_t>(count), static_cast<std::int8_t>(weight));
    out.add_numbers<std::uint32_t>(std::string(name) + ".sizes", sizes);
    out.add_numbers<std::int8_t>(name, weights);
    out.add_numbers<std::int32_t>(std::string(name) + ".bias", bias);
  }
  const std::vector<std::int32_t> limits(8, 1 << 20), multipliers(8, 1 << 20);
  out.add_numbers<std::int32_t>("fits.limits", limits);
  out.add_numbers<std::int32_t>("fits.multipliers", multipliers);
  REQUIRE(out.write(folder / "m"));
  const auto file = ModelFile::open(folder / "m");
  CHECK(ByteMatrix::load(*file, "fits"));
  CHECK_FALSE(ByteMatrix::load(*file, "large"));
  CHECK_FALSE(ByteMatrix::load(*file, "cut"));
  CHECK_FALSE(ByteMatrix::load(*file, "missing"));
  CHECK_FALSE(RowScales::load(*file, "fits", 8, 11));
}

}  // namespace demarche
