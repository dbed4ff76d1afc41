#include "graph/network/text_pool.h"

#include <catch2/catch.hpp>
#include <set>
#include <string>

namespace demarche::network {
namespace {

TEST_CASE("texts are kept once, known by number, and sorted by their bytes") {
  TextPool pool;
  std::set<std::string> sorted;
  for (int i = 0; i < 3000; ++i) {
    const auto text = "Actor " + std::to_string(i * 7 % 1000);
    CHECK(pool.text(pool.add(text)) == text);
    sorted.insert(text);
  }
  CHECK(pool.size() == 1000);
  const auto result = pool.sorted();
  REQUIRE(result.starts.size() == 1001);
  std::size_t place = 0;
  for (const auto& text : sorted) {
    const auto start = result.starts[place];
    CHECK(std::string(result.bytes.data() + start, result.starts[place + 1] - start) == text);
    CHECK(result.rank[pool.add(text)] == place);
    ++place;
  }
}

}  // namespace
}  // namespace demarche::network
