#include "ingest/read/english.h"

#include <catch2/catch.hpp>

#include "tests/case_rows.h"

namespace demarche {
namespace {

TEST_CASE("a text is foreign only where it plainly is") {
  for (const auto& row : case_rows("read/languages.jsonl")) {
    const std::string text = row["text"].GetString();
    INFO(text);
    CHECK(foreign_language(text).value_or("English") ==
          (row["language"].IsString() ? row["language"].GetString() : "English"));
  }
}

TEST_CASE("only the head of a long text is looked at, and no character is cut") {
  std::string accents;
  while (accents.size() < 5000) accents += "é";
  for (const char* before : {"", "a", "ab", "abc"}) CHECK_NOTHROW(foreign_language(before + accents));
}

}  // namespace
}  // namespace demarche
