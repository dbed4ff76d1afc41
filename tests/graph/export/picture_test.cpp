#include "graph/export/picture.h"

#include <catch2/catch.hpp>

#include "../graph_cases.h"
#include "graph/answers/as_network.h"

namespace demarche {
namespace {

Picture picture(std::string_view lines) {
  const auto knowledge = testing::knowledge_of(lines);
  const auto outcome = apply({}, knowledge, {all_modalities.begin(), all_modalities.end()}).value();
  return picture_of(as_network(knowledge, outcome.acts, std::nullopt, Scope::Everything), "Talks");
}

const char* const plain = R"(
doc d1 2025-11-21 "Continental Wire" First report
actor a1 state Ukraine
actor a2 state France
actor a3 person Maria Lind
proposal p1 plan 28: a 28-point plan
act a1 rejected p1 partial by a3: Ukraine rejected part of it, Lind said.
act a1 accepted p1 possible: Ukraine may accept it.
doc d2 2025-11-20 - Second report
actor a1 state Ukraine
proposal p1 plan 28: the plan of 28 points
proposal p2 proposal: a counter-proposal of the union
act a1 rejected p1 partial sure 0.5: Ukraine does not want all of it.
link p2 counters p1)";

TEST_CASE("who acts and what answers another proposal is drawn, and nobody else") {
  const auto drawn = picture(plain);
  REQUIRE(drawn.nodes.size() == 3);
  for (const auto& node : drawn.nodes) CHECK(node.label != "France");
  CHECK(drawn.title == "Talks, 2025-11-20 to 2025-11-21, 2 documents");
}

TEST_CASE("documents are numbered by date") {
  const auto drawn = picture(plain);
  REQUIRE(drawn.sources.size() == 2);
  CHECK(drawn.sources[0].label == "[1] Second report\n2025-11-20");
  CHECK(drawn.sources[1].label == "[2] First report\nContinental Wire, 2025-11-21");
  CHECK(drawn.sources[1].url == "https://news.example/d1");
}

TEST_CASE("one act of several documents is one edge under its best evidence") {
  const auto drawn = picture(plain);
  REQUIRE(drawn.edges.size() == 3);
  const auto& possible = drawn.edges[0];
  const auto& rejected = drawn.edges[1];
  CHECK(possible.label == "accepted (possible) [2]");
  CHECK(possible.stroke == Stroke::Dashed);
  CHECK(rejected.label == "rejected in part ×2 [1, 2]");
  CHECK(rejected.stroke == Stroke::Solid);
  CHECK(rejected.head == ArrowHead::Bar);
  CHECK(rejected.width < possible.width);
  CHECK(rejected.tooltip ==
        "“Ukraine rejected part of it, Lind said.”\naccording to Maria Lind\n"
        "First report, Continental Wire, 2025-11-21");
  CHECK(drawn.edges[2].label == "counters [1]");
  CHECK(drawn.edges[2].flow == PictureEdge::Flow::Backward);
}

TEST_CASE("only a web address is linked, and nothing in it breaks out of its quotes") {
  const auto url_for = [](const std::string& url) {
    auto graph = testing::graph_of(plain);
    graph[0].document.url = url;
    const auto knowledge = Knowledge::from(graph, testing::test_gazetteer());
    return picture_of(as_network(knowledge, {0, 1, 2}, std::nullopt, Scope::Everything), "Talks")
        .sources[1]
        .url;
  };
  CHECK(url_for("https://news.example/a?b=1&c=2#d") == "https://news.example/a?b=1&c=2#d");
  CHECK(url_for("https://news.example/\"><script>\\") == "https://news.example/%22%3E%3Cscript%3E%5C");
  CHECK(url_for("javascript:alert(1)").empty());
  CHECK(url_for("").empty());
}

TEST_CASE("labels are wrapped between words") {
  CHECK(wrapped("an updated framework for peace", 12) == "an updated\nframework\nfor peace");
  CHECK(wrapped("incomprehensibilities", 5) == "incomprehensibilities");
  CHECK(wrapped("", 5) == "");
  CHECK(wrapped("  a  b ", 5) == "a b");
}

}  // namespace
}  // namespace demarche
