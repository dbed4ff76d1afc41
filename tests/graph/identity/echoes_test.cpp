#include "graph/identity/echoes.h"

#include <algorithm>
#include <catch2/catch.hpp>

namespace demarche {
namespace {

Extraction document(std::string text) {
  Extraction found;
  found.document.text = std::move(text);
  found.has_text = true;
  return found;
}

const std::string wire =
    "The harbour union rejected the offer on Tuesday after a night of talks, its chairwoman said. The "
    "company had offered "
    "four percent over two years and a day of leave for every ten years of service. Both sides will meet "
    "again on Friday "
    "in the old customs house, where the last dispute of this kind ended after eleven weeks without a ship "
    "unloaded.";
const std::string other =
    "Shipping in the port stood still for a third day as the union turned down four percent over two years. "
    "A spokesman "
    "for the company called that a surprise and said that the offer stood until the end of the week, when "
    "talks go on.";

TEST_CASE("a copy of a text is its echo, also with another beginning and end") {
  const auto stories = group_copies({document(wire), document(other), document("From our wire desk. " + wire),
                                     document(wire + " More soon."), document(wire)});
  CHECK(stories == std::vector<std::size_t>{0, 1, 0, 0, 0});
}

TEST_CASE("letter case and spacing make no other text") {
  auto shouted = wire;
  std::transform(shouted.begin(), shouted.end(), shouted.begin(),
                 [](unsigned char c) { return std::toupper(c); });
  CHECK(group_copies({document(wire), document("  " + shouted + "\n")}) == std::vector<std::size_t>{0, 0});
}

TEST_CASE("a text that shares one sentence with another is no echo of it") {
  CHECK(group_copies({document(wire), document(other + " Both sides will meet again on Friday.")}) ==
        std::vector<std::size_t>{0, 1});
}

TEST_CASE("documents without text are copies of nothing") {
  CHECK(group_copies({Extraction{}, Extraction{}, document(""), document("")}) ==
        std::vector<std::size_t>{0, 1, 2, 3});
}

TEST_CASE("texts of fewer words than a run are compared whole") {
  CHECK(group_copies({document("Talks fail"), document("talks fail"), document("Talks end")}) ==
        std::vector<std::size_t>{0, 0, 2});
}

}  // namespace
}  // namespace demarche
