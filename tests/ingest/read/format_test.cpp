#include "ingest/read/format.h"

#include <catch2/catch.hpp>

#include "tests/case_rows.h"

namespace demarche {
namespace {

TEST_CASE("a file's format is told by its ending and by what it holds") {
  for (const auto& row : case_rows("read/formats.jsonl")) {
    const std::string file = row["file"].GetString();
    const std::string head = row["head"].GetString();
    INFO(file << ": " << head);
    CHECK(name(format_of(head, format_of_ending(file))) == row["format"].GetString());
  }
}

TEST_CASE("every format is found by its name") {
  for (const char* word : {"text", "markdown", "html", "json", "jsonl", "docx", "pdf"})
    CHECK(name(format_named(word).value()) == word);
  CHECK_FALSE(format_named("odt"));
  CHECK_FALSE(format_named("Text"));
  CHECK_FALSE(format_named(""));
}

TEST_CASE("other endings tell of no format") {
  for (const char* file : {"a.jpg", "a.gz", "a", "txt", ".txt", "a.txt.bz2", "a.txt~", ""}) {
    INFO(file);
    CHECK_FALSE(format_of_ending(file));
  }
}

}  // namespace
}  // namespace demarche
