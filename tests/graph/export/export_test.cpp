// Whole files, from graphs put into a graph file.
#include "graph/export/export.h"

#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <random>
#include <set>

#include "../graph_cases.h"
#include "graph/model/json.h"

namespace demarche {
namespace {

using Graph = std::vector<Extraction>;

// A graph file in a folder of its own, that goes with it.
class TemporaryStore {
 public:
  explicit TemporaryStore(const Graph& graph) {
    static int count = 0;
    folder_ = std::filesystem::temp_directory_path() /
              ("demarche-export-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
    std::filesystem::create_directories(folder_);
    store_.emplace(Store::open(folder_ / "graph.db", Access::Write).value());
    for (const auto& found : graph) REQUIRE(store_->put(found).has_value());
  }
  ~TemporaryStore() {
    store_.reset();
    std::filesystem::remove_all(folder_);
  }
  TemporaryStore(const TemporaryStore&) = delete;
  TemporaryStore& operator=(const TemporaryStore&) = delete;

  [[nodiscard]] const Store& operator*() const { return *store_; }

 private:
  std::filesystem::path folder_;
  std::optional<Store> store_;
};

std::string exported(const Graph& graph, ExportFormat format, const Filter& filter = {},
                     const ExportOptions& options = {}) {
  const TemporaryStore store(graph);
  const auto knowledge = Knowledge::load(*store, testing::test_gazetteer()).value();
  return export_as(format, knowledge, *store, filter, options).value().bytes;
}

Graph talks() {
  return testing::read_cases("export/talks.txt").at(0).graph;
}

std::set<std::string> types_in(const std::string& bytes) {
  std::set<std::string> types;
  const auto parsed = json::parse(bytes).value();
  for (const auto& link : parsed["links"].GetArray()) types.emplace(json::view(link["type"]));
  return types;
}

bool is_sorted_by_id(const rapidjson::Value& array) {
  return std::is_sorted(array.Begin(), array.End(), [](const auto& a, const auto& b) {
    return json::view(a["id"]) < json::view(b["id"]);
  });
}

TEST_CASE("the order of arrival changes no byte of the exports") {
  auto graph = talks();
  const auto as_json = exported(graph, ExportFormat::Json);
  const auto as_lines = exported(graph, ExportFormat::Extractions);
  const auto as_dot = exported(graph, ExportFormat::Dot);
  std::mt19937 random(11);
  for (int round = 0; round < 4; ++round) {
    std::shuffle(graph.begin(), graph.end(), random);
    CHECK((exported(graph, ExportFormat::Json) == as_json));
    CHECK((exported(graph, ExportFormat::Extractions) == as_lines));
    CHECK((exported(graph, ExportFormat::Dot) == as_dot));
  }
}

TEST_CASE("the graph as JSON has the nodes, links and mentions of the contract, sorted by id") {
  const auto parsed = json::parse(exported(talks(), ExportFormat::Json)).value();
  CHECK(is_sorted_by_id(parsed["nodes"]));
  CHECK(is_sorted_by_id(parsed["links"]));
  std::set<std::string> ids;
  for (const auto& node : parsed["nodes"].GetArray()) {
    for (const auto* key : {"id", "labels", "name", "kind", "points", "mentions"}) CHECK(node.HasMember(key));
    ids.emplace(json::view(node["id"]));
  }
  for (const auto& link : parsed["links"].GetArray()) {
    CHECK(ids.contains(std::string(json::view(link["source"]))));
    CHECK(ids.contains(std::string(json::view(link["target"]))));
    if (!link.HasMember("modality")) continue;
    for (const auto* key :
         {"extent", "date", "speaker", "quote", "document", "start", "end", "rule", "confidence"})
      CHECK(link.HasMember(key));
  }
}

TEST_CASE("extractions go out as load reads them, and give the same graph again") {
  const auto lines = exported(talks(), ExportFormat::Extractions);
  Graph again;
  for (const auto& line : testing::split(lines, "\n")) {
    const auto read = extraction_from_json(line);
    REQUIRE(read.has_value());
    CHECK(read->has_text);
    again.push_back(*read);
  }
  CHECK(again.size() == 10);
  CHECK(exported(again, ExportFormat::Json) == exported(talks(), ExportFormat::Json));
}

TEST_CASE("filters and about cut every format") {
  Filter filter;
  filter.relations = {Relation::Rejected};
  CHECK(types_in(exported(talks(), ExportFormat::Json, filter)) ==
        std::set<std::string>{"COUNTERS", "MENTIONS", "REJECTED", "LEADS"});
  CHECK(testing::split(exported(talks(), ExportFormat::Extractions, filter), "\n").size() == 6);

  const auto near = exported(talks(), ExportFormat::Json, {}, {"Merz", 1});
  CHECK(types_in(near) == std::set<std::string>{"MENTIONS", "OPPOSED"});
  CHECK(exported(talks(), ExportFormat::Dot, {}, {"Merz", 1}).find("Ushakov") == std::string::npos);

  Filter early;
  early.as_of = Date{2025, 11, 20};
  CHECK(testing::split(exported(talks(), ExportFormat::Extractions, early), "\n").size() == 2);
}

TEST_CASE("a picture leaves out what a later stance replaced") {
  const auto dot = exported(testing::graph_of(R"(
doc d1 2025-11-20 - First
actor a1 state Ukraine
proposal p1 plan 28: a 28-point plan
act a1 opposed p1: Ukraine opposed it.
doc d2 2025-11-25 - Second
actor a1 state Ukraine
proposal p1 plan 28: the 28-point plan
act a1 accepted p1: Ukraine accepted it.)"),
                            ExportFormat::Dot);
  CHECK(dot.find("accepted [1]") != std::string::npos);
  CHECK(dot.find("opposed [") == std::string::npos);
}

TEST_CASE("an empty graph has its exports too") {
  CHECK(exported({}, ExportFormat::Json) == "{\"nodes\":[],\n\"links\":[]}\n");
  CHECK(exported({}, ExportFormat::Extractions).empty());
  CHECK(exported({}, ExportFormat::Svg).find("</svg>") != std::string::npos);
}

TEST_CASE("an unknown name is an error, an unknown format is none of ours") {
  const TemporaryStore store(talks());
  const auto knowledge = Knowledge::load(*store, testing::test_gazetteer()).value();
  CHECK(export_as(ExportFormat::Json, knowledge, *store, {}, {"Nobody", 1}).error().kind ==
        ErrorKind::NotFound);
  CHECK_FALSE(export_format_named("tiff"));
  for (const auto format : all_export_formats) CHECK(export_format_named(name(format)) == format);
  CHECK(is_binary(ExportFormat::Png));
  CHECK_FALSE(is_binary(ExportFormat::Svg));
}

}  // namespace
}  // namespace demarche
