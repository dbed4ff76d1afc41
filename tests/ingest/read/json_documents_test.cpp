#include "ingest/read/json_documents.h"

#include <catch2/catch.hpp>

namespace demarche {
namespace {

TEST_CASE("one document, an array and an object that holds one are read alike") {
  const std::string doc =
      R"({"text": "The board accepted it.\r\n", "date": "2025-01-02T03:04:05Z", "more": [1.5, null]})";
  for (const std::string& json : {doc, "[" + doc + "]", " {\"documents\": [" + doc + "], \"more\": 1} "}) {
    INFO(json);
    const auto documents = read_json(json);
    REQUIRE(documents);
    REQUIRE(documents->size() == 1);
    CHECK((*documents)[0]->text == "The board accepted it.\r\n");
    CHECK((*documents)[0]->date == Date{2025, 1, 2});
  }
}

TEST_CASE("JSON of another shape is refused as a whole") {
  for (const char* json : {"7", "\"text\"", "null", "[]", R"({"documents": 7})", R"({"documents": []})", "",
                           "{", "[{\"text\": \"a\"}"}) {
    INFO(json);
    CHECK_FALSE(read_json(json).has_value());
  }
}

}  // namespace
}  // namespace demarche
