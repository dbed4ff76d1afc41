#include "cli/terminal.h"

#include <catch2/catch.hpp>

namespace demarche {
namespace {

using Lines = std::vector<std::string>;

TEST_CASE("lines break between words and are no wider than asked for") {
  CHECK(wrap("", 10) == Lines{""});
  CHECK(wrap("one two three", 7) == Lines{"one two", "three"});
  CHECK(wrap("one two three", 13) == Lines{"one two three"});
  CHECK(wrap("one two three", 12) == Lines{"one two", "three"});
}

TEST_CASE("a word too long for a line is broken inside") {
  CHECK(wrap("abcdefgh", 3) == Lines{"abc", "def", "gh"});
  CHECK(wrap("ab cdefgh i", 4) == Lines{"ab", "cdef", "gh i"});
}

TEST_CASE("wide characters count two columns and combining marks none") {
  CHECK(wrap("和平计划", 4) == Lines{"和平", "计划"});
  CHECK(wrap("和平计划", 5) == Lines{"和平", "计划"});
  CHECK(wrap("e\u0301e\u0301e\u0301", 2) == Lines{"e\u0301e\u0301", "e\u0301"});
  CHECK(padded("和平", 6) == "和平  ");
  CHECK(padded("plan", 3) == "plan");
}

TEST_CASE("no byte of a text can move the cursor") {
  CHECK(printable("a\x1b[31mb") == "a\uFFFD[31mb");
  CHECK(printable("two\nlines\tand  spaces ") == "two lines and spaces");
  CHECK(printable("\u009B5m") ==
        "\uFFFD"
        "5m");
  CHECK(printable("naïve 和") == "naïve 和");
}

TEST_CASE("style is put on only where the terminal is coloured") {
  Terminal terminal;
  CHECK(styled("word", TextStyle::Bold, terminal) == "word");
  terminal.colored = true;
  CHECK(styled("word", TextStyle::Bold, terminal) == "\x1b[1mword\x1b[0m");
  CHECK(styled("word", TextStyle::Plain, terminal) == "word");
}

}  // namespace
}  // namespace demarche
