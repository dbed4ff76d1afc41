#include "tests/cli/story.h"

#include <catch2/catch.hpp>

namespace demarche::test {
namespace {

rapidjson::Document json(const char* text) {
  rapidjson::Document document;
  document.Parse(text);
  REQUIRE_FALSE(document.HasParseError());
  return document;
}

TEST_CASE("a row of a story matches by any name of its key, and only where every field does") {
  Story story;
  story.actors["Norway"] = {"Norway", "Kingdom of Norway"};
  story.proposals["first offer"] = {"42 crowns"};
  const Aliases aliases = [](const std::string& id) {
    return id == "p:1" ? std::vector<std::string>{"an offer of 42 crowns a share"}
                       : std::vector<std::string>{};
  };
  const Judge judge(story, aliases);
  const auto row = json(R"({"actor":{"id":"no","name":"The Kingdom of Norway"},"relation":"rejected",
    "proposal":{"id":"p:1","name":"the bid"},"document":{"id":"d1","source":"The Post"},"via":[],
    "sides":[[{"relation":"accepted"}],[{"relation":"rejected"}]]})");

  for (const char* wanted :
       {R"({"actor":"Norway","relation":"rejected"})", R"({"proposal":"first offer","source":"The Post"})",
        R"({"document":"d1"})", R"({"sides":[{"relation":"rejected"},{"relation":"accepted"}]})"})
    CHECK(judge.matches(row, json(wanted)));
  for (const char* wanted :
       {R"({"actor":"Sweden"})", R"({"actor":"Norway","relation":"accepted"})", R"({"proposal":"47 crowns"})",
        R"({"status":"silent"})", R"({"via":[{"from":"Norway","relation":"leads","to":"Norway"}]})",
        R"({"sides":[{"relation":"rejected"},{"relation":"rejected"}]})"})
    CHECK_FALSE(judge.matches(row, json(wanted)));
}

TEST_CASE("a question is answered right when what it expects stands there and what it rules out does not") {
  const Story story;
  const Aliases none = [](const std::string&) { return std::vector<std::string>(); };
  const Judge judge(story, none);
  const auto rows =
      json(R"([{"actor":{"name":"A"},"relation":"accepted"},{"actor":{"name":"B"},"relation":"rejected"}])");

  CHECK_FALSE(
      judge.fault(json(R"({"expect":[{"actor":"B"},{"actor":"A"}],"absent":[{"actor":"C"}]})"), rows));
  CHECK(judge.fault(json(R"({"expect":[{"actor":"C"}],"absent":[]})"), rows));
  CHECK(judge.fault(json(R"({"expect":[],"absent":[{"relation":"accepted"}]})"), rows));
  CHECK(judge.fault(json(R"({"ordered":true,"expect":[{"actor":"B"},{"actor":"A"}],"absent":[]})"), rows));
  CHECK(judge.fault(json(R"({"expect":[],"absent":[],"through":["C"]})"), rows));
  CHECK(judge.fault(json(R"({"expect":[],"absent":[],"together":[["A","B"]]})"), rows));
}

}  // namespace
}  // namespace demarche::test
