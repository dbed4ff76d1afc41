#include "ingest/read/text.h"

#include <catch2/catch.hpp>

#include "tests/case_rows.h"

namespace demarche {
namespace {

TEST_CASE("the first line of a text is its title, or is not") {
  for (const auto& row : case_rows("read/titles.jsonl")) {
    INFO(row["name"].GetString());
    const auto doc = read_text(row["text"].GetString());
    REQUIRE(doc);
    CHECK(doc->title == row["title"].GetString());
    CHECK(doc->text == row["rest"].GetString());
  }
}

}  // namespace
}  // namespace demarche
