#include "graph/answers/json.h"

#include <catch2/catch.hpp>

#include "../graph_cases.h"
#include "graph/answers/who.h"
#include "graph/model/json.h"

namespace demarche {
namespace {

std::vector<std::string> keys_of(const rapidjson::Value& object) {
  std::vector<std::string> keys;
  for (const auto& member : object.GetObject()) keys.emplace_back(json::view(member.name));
  return keys;
}

TEST_CASE("a row has the members of the contract, in their order") {
  const auto knowledge = testing::knowledge_of(R"(
doc d1 2025-12-03 "Continental Wire" Talks "end"
actor a1 person Dmitry Peskov
actor a2 state Russia
proposal p1 plan 27: a 27-point plan
act a1 supported p1 sure 0.875: Peskov “welcomed” the plan.
link a1 speaks_for a2)");
  const auto answer = what(knowledge, {"Russia", {}, RollUp::Together}, {}).value();
  const auto parsed = json::parse(to_json(answer.rows)).value();
  REQUIRE(parsed.IsArray());
  REQUIRE(parsed.Size() == 1);
  const auto& row = parsed[0];
  CHECK(keys_of(row) == std::vector<std::string>{"id", "actor", "relation", "modality", "extent", "proposal",
                                                 "date", "first_date", "last_date", "speaker", "quote", "at",
                                                 "document", "reports", "in_force", "confidence", "via"});
  CHECK(keys_of(row["actor"]) == std::vector<std::string>{"id", "name", "kind"});
  CHECK(keys_of(row["proposal"]) == std::vector<std::string>{"id", "name", "points", "version_of"});
  CHECK(keys_of(row["at"]) == std::vector<std::string>{"field", "start", "end"});
  CHECK(keys_of(row["document"]) == std::vector<std::string>{"id", "title", "source", "date"});
  CHECK(json::view(row["quote"]) == "Peskov “welcomed” the plan.");
  CHECK(json::view(row["document"]["title"]) == "Talks \"end\"");
  CHECK(row["proposal"]["version_of"].IsNull());
  CHECK(row["speaker"].IsNull());
  CHECK(row["proposal"]["points"].GetInt() == 27);
  CHECK(row["confidence"].GetDouble() == 0.88);
  CHECK(row["reports"].GetInt() == 1);
  CHECK(row["in_force"].GetBool());
  CHECK(json::view(row["via"][0]["from"]["name"]) == "Dmitry Peskov");
  CHECK(json::view(row["via"][0]["relation"]) == "speaks_for");
}

TEST_CASE("nothing found is an empty array") {
  CHECK(to_json(std::vector<Row>{}) == "[]\n");
  CHECK(to_json(std::vector<ActorLine>{}) == "[]\n");
  CHECK(to_json(std::vector<ProposalLine>{}) == "[]\n");
  CHECK(to_json(std::vector<DocumentLine>{}) == "[]\n");
}

TEST_CASE("listings and views are arrays of objects, an element a line") {
  const auto knowledge = testing::knowledge_of(
      "doc d1 - - T\nactor a1 person A B\nactor a2 person C D\nproposal p1 plan: a plan\nact a1 rejected p1: "
      "No.");
  const auto actors = to_json(list_actors(knowledge, {}).value().lines);
  CHECK(std::count(actors.begin(), actors.end(), '\n') == 2);
  CHECK(json::parse(actors).value().Size() == 2);
  CHECK(json::parse(to_json(list_proposals(knowledge, {}).value().lines)).value()[0]["points"].IsNull());
  CHECK(json::parse(to_json(list_documents(knowledge, {}).value().lines)).value()[0]["date"].IsNull());
  const auto actor = json::parse(to_json(show(knowledge, "A B", {}).value())).value();
  CHECK(json::view(actor[0]["label"]) == "Actor");
  CHECK(actor[0]["acts"].Size() == 1);
  const auto document = json::parse(to_json(show(knowledge, "d1", {}).value())).value();
  CHECK(json::view(document[0]["label"]) == "Document");
}

}  // namespace
}  // namespace demarche
