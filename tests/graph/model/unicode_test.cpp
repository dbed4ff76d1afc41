#include "graph/model/unicode.h"

#include <catch2/catch.hpp>

#include "tests/case_rows.h"

namespace demarche {
namespace {

// The obvious way: the place of every character, one after another.
std::vector<std::size_t> starts_of(std::string_view text) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((text[i] & 0xC0) != 0x80) starts.push_back(i);
  starts.push_back(text.size());
  return starts;
}

std::string repeated(std::string_view piece, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += piece;
  return text;
}

TEST_CASE("only well-formed UTF-8 is UTF-8") {
  using namespace std::string_view_literals;
  for (const auto good :
       {""sv, "plain"sv, "caf\xC3\xA9"sv, "\xE2\x80\x94"sv, "\xF0\x9F\x95\x8A"sv, "\xF4\x8F\xBF\xBF"sv,
        "\xEF\xBF\xBE"sv, "\xED\x9F\xBF"sv, "\xEE\x80\x80"sv, "a\0b"sv}) {
    INFO(good);
    CHECK(is_utf8(good));
  }
  for (const auto bad :
       {"\x80"sv, "\xC3"sv, "caf\xE9"sv, "\xC0\x80"sv, "\xC1\xBF"sv, "\xE0\x80\x80"sv, "\xE2\x80"sv,
        "\xED\xA0\x80"sv, "\xED\xBF\xBF"sv, "\xF0\x80\x80\x80"sv, "\xF4\x90\x80\x80"sv, "\xF5\x80\x80\x80"sv,
        "\xFF"sv, "\xFE"sv, "\xF0\x9F\x95"sv, "\xC3\xA9\xA9"sv}) {
    INFO(bad);
    CHECK_FALSE(is_utf8(bad));
  }
}

TEST_CASE("a text cut inside a character is no UTF-8") {
  const std::string text = "a\u00E9\u2014\U0001F54A";
  const auto starts = starts_of(text);
  for (std::size_t length = 0; length <= text.size(); ++length) {
    INFO(length);
    CHECK(is_utf8(text.substr(0, length)) ==
          (std::find(starts.begin(), starts.end(), length) != starts.end()));
  }
}

TEST_CASE("positions are code points, whatever their bytes, on texts of every length around a mark") {
  for (const char* piece :
       {"a", "\u00E9", "\u2014", "\U0001F54A", "a\u00E9", "e\u0301x", "ab\U0001F54Ac\u2014"})
    for (int times = 0; times < 140; ++times) {
      const std::string text = repeated(piece, times);
      const auto starts = starts_of(text);
      const CodePointIndex index(text);
      REQUIRE(index.size() == starts.size() - 1);
      REQUIRE(code_points(text) == index.size());
      for (std::size_t i = 0; i < starts.size(); ++i) {
        REQUIRE(index.byte_of(i) == starts[i]);
        REQUIRE(index.code_point_of(starts[i]) == i);
      }
    }
}

TEST_CASE("a slice is what stands between two positions, and nothing outside the text") {
  const std::string text = repeated("x", 100) + "\u201CNo,\u201D said \U0001F54A." + repeated("\u00E9", 100);
  const CodePointIndex index(text);
  CHECK(index.slice(100, 105) == "\u201CNo,\u201D");
  CHECK(index.slice(111, 112) == "\U0001F54A");
  CHECK(index.slice(0, index.size()) == text);
  CHECK(index.slice(5, 5).empty());
  CHECK(index.slice(6, 5).empty());
  CHECK(index.slice(0, index.size() + 1).empty());
  CHECK(index.slice(index.size(), index.size()).empty());
  CHECK(CodePointIndex("").slice(0, 0).empty());
}

TEST_CASE("names are folded to what they are compared by") {
  for (const auto& row : case_rows("model/folds.jsonl")) {
    INFO(row["text"].GetString());
    CHECK(fold(row["text"].GetString()) == row["folded"].GetString());
    CHECK(fold(row["folded"].GetString()) == row["folded"].GetString());
  }
}

TEST_CASE("white space is collapsed, of whatever kind") {
  CHECK(collapse_spaces("  a \t\n b\r\n") == "a b");
  CHECK(collapse_spaces("a\u00A0b\u2009c\u3000d\u2028e") == "a b c d e");
  CHECK(collapse_spaces("\u201C caf\u00E9 \U0001F54A \u201D") == "\u201C caf\u00E9 \U0001F54A \u201D");
  CHECK(collapse_spaces(" \n ").empty());
  CHECK(collapse_spaces("").empty());
}

TEST_CASE("a text takes as many columns as a terminal gives it") {
  CHECK(display_width("") == 0);
  CHECK(display_width("plain") == 5);
  CHECK(display_width("caf\u00E9") == 4);
  CHECK(display_width("cafe\u0301") == 4);
  CHECK(display_width("\u63D0\u6848") == 4);
  CHECK(display_width("\U0001F54A\uFE0F") >= 1);
  CHECK(display_width("\u200B\u00AD") == 0);
}

TEST_CASE("no function of ours comes to harm from bytes that are no UTF-8") {
  for (const char* bad : {"caf\xE9", "\xE2\x80", "\xFF\xFE", "a\xF0\x9F"}) {
    CHECK(is_utf8(fold(bad)));
    static_cast<void>(collapse_spaces(bad));
    static_cast<void>(display_width(bad));
  }
}

}  // namespace
}  // namespace demarche
