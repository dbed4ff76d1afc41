#include "ingest/language/matrix.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "tests/ingest/language/small_network.h"
#include "tests/ingest/language/temporary_folder.h"

namespace demarche {

TEST_CASE("products of all small shapes are those of the obvious loops") {
  const TemporaryFolder folder;
  MadeUpNumbers numbers;
  for (const std::size_t rows : {1, 4, 7})
    for (const std::size_t columns : {1, 31, 32, 33, 70})
      for (const std::size_t count : {1, 2, 3, 5, 26}) {
        const auto weights = numbers.take(rows * columns, 2);
        const auto bias = numbers.take(rows, 1);
        const RealMatrix real{rows, columns, weights, bias};
        ModelWriter out;
        add_matrix(out, "m", real, fitting_shift(real, 2.0f));
        REQUIRE(out.write(folder / "m"));
        const auto file = ModelFile::open(folder / "m");
        REQUIRE(file);
        const auto matrix = Matrix::load(*file, "m");
        REQUIRE(matrix);

        std::vector<std::int16_t> in(count * matrix->stride, 0);
        const auto reals = numbers.take(count * columns, 2);
        for (std::size_t i = 0; i < count; ++i)
          for (std::size_t k = 0; k < columns; ++k)
            in[i * matrix->stride + k] =
                static_cast<std::int16_t>(std::lround(reals[i * columns + k] * 1024));
        std::vector<std::int32_t> sums(count * matrix->rows, 99);
        multiply(in.data(), matrix->stride, count, *matrix, sums.data(), matrix->rows);

        for (std::size_t i = 0; i < count; ++i)
          for (std::size_t j = 0; j < rows; ++j) {
            std::int64_t exact = matrix->bias[j];
            double real_sum = bias[j];
            for (std::size_t k = 0; k < columns; ++k) {
              exact += std::int64_t{in[i * matrix->stride + k]} * matrix->row(j)[k];
              real_sum += double{reals[i * columns + k]} * weights[j * columns + k];
            }
            CHECK(sums[i * matrix->rows + j] == exact);
            CHECK(std::ldexp(exact, -matrix->shift - activation_shift) == Approx(real_sum).margin(0.05));
          }
      }
}

TEST_CASE("a matrix whose section was cut is refused") {
  const TemporaryFolder folder;
  ModelWriter out;
  out.add("m", std::string(63, '\0'));
  out.add("n", std::string(128, '\1'));
  REQUIRE(out.write(folder / "m"));
  const auto file = ModelFile::open(folder / "m");
  REQUIRE(file);
  CHECK_FALSE(Matrix::load(*file, "m"));
  CHECK_FALSE(Matrix::load(*file, "n"));
  CHECK_FALSE(Matrix::load(*file, "missing"));
}

}  // namespace demarche
