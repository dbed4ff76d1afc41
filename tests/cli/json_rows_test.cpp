#include "cli/json_rows.h"

#include <catch2/catch.hpp>
#include <vector>

namespace demarche {
namespace {

std::string counts(const std::vector<std::size_t>& rows) {
  return json_rows(rows, [](json::Writer& out, std::size_t row) { count_member(out, "n", row); });
}

TEST_CASE("rows are an array with one element a line, and nothing is an empty one") {
  CHECK(counts({}) == "[]\n");
  CHECK(counts({1}) == "[{\"n\":1}]\n");
  CHECK(counts({1, 2}) == "[{\"n\":1},\n{\"n\":2}]\n");
}

}  // namespace
}  // namespace demarche
