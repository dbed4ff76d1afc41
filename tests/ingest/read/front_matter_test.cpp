#include "ingest/read/front_matter.h"

#include <catch2/catch.hpp>

namespace demarche {
namespace {

TEST_CASE("front matter says what the document is, and is taken off the text") {
  std::string_view text =
      "---\nid: 17\ntitle: \"Talks: a new round\"\ndate: 2025-11-23 10:00\noutlet: Northwire\nlink: "
      "https://a.example/\n"
      "tags: [a, b]\nnested: {a: 1}\n---\nThe text.\n";
  const auto doc = take_front_matter(text);
  REQUIRE(doc);
  CHECK(doc->id == "17");
  CHECK(doc->title == "Talks: a new round");
  CHECK(doc->date == Date{2025, 11, 23});
  CHECK(doc->source == "Northwire");
  CHECK(doc->url == "https://a.example/");
  CHECK(text == "The text.\n");
}

TEST_CASE("what is missing, null, empty or no plain value is not said") {
  std::string_view text = "---\ntitle: ~\ndate:\nsource: ''\nurl: [a]\n...\nThe text.";
  const auto doc = take_front_matter(text);
  REQUIRE(doc);
  CHECK(doc->title.empty());
  CHECK_FALSE(doc->date);
  CHECK_FALSE(doc->source);
  CHECK_FALSE(doc->url);
  CHECK(text == "The text.");
}

TEST_CASE("a text that only has rules in it has no front matter") {
  for (const char* whole :
       {"The text.\n---\nMore.\n---\n", "---\nThe text.\n---\nMore.", "---\nThe text goes on.",
        "----\na: b\n----\n", "---\n---\nThe text.", "---", "", "\n---\na: b\n---\n"}) {
    INFO(whole);
    std::string_view text = whole;
    const auto doc = take_front_matter(text);
    REQUIRE(doc);
    CHECK(text == whole);
  }
}

TEST_CASE("front matter that does not parse is refused with its line") {
  std::string_view text = "---\ntitle: Talks\nsource: [a, b\n---\nThe text.";
  const auto doc = take_front_matter(text);
  REQUIRE_FALSE(doc);
  CHECK(doc.error().why.starts_with("front matter: line "));
}

TEST_CASE("front matter cut at any byte is read, refused or taken for text, but never kept in part") {
  const std::string whole =
      "---\ntitle: Talks\ndate: 2025-11-23\nsource: \"A 'quoted' name\"\n---\nThe text.";
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const std::string cut = whole.substr(0, length);
    std::string_view text = cut;
    const auto doc = take_front_matter(text);
    if (doc && text.size() < cut.size()) CHECK(doc->title == "Talks");
  }
}

}  // namespace
}  // namespace demarche
