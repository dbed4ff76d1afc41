#include "ingest/read/tidy.h"

#include <catch2/catch.hpp>

namespace demarche {
namespace {

TEST_CASE("a tidy text has plain line ends and spaces and nothing that cannot be seen") {
  struct Case {
    std::string untidy, tidied;
  };
  using namespace std::string_literals;
  for (const auto& [untidy, tidied] :
       std::vector<Case>{{"a\r\nb\rc\nd", "a\nb\nc\nd"},
                         {"a\r\n\r\nb", "a\n\nb"},
                         {"a\n\n\n \n\nb", "a\n\nb"},
                         {"\n\n a  \n\t\n", " a"},
                         {"a\tb\u00A0c\u2009d\u3000e", "a b c d e"},
                         {"a\u2028b\u2029c\fd\ve\u0085f", "a\nb\nc\nd\ne\nf"},
                         {"pro\u00ADposal zero\u200Bwidth \uFEFFmark", "proposal zerowidth mark"},
                         {"a\x01\x1B\x7F\u009Bb\0c"s, "abc"},
                         {"caf\u00E9 \U0001F54A \u201Cno\u201D", "caf\u00E9 \U0001F54A \u201Cno\u201D"},
                         {"", ""},
                         {" \n \r\n", ""}}) {
    INFO(untidy);
    CHECK(tidy(untidy) == tidied);
    CHECK(tidy(tidied) == tidied);
  }
}

TEST_CASE("trimming takes white space off both ends") {
  CHECK(trim(" \t\r\n a b \n") == "a b");
  CHECK(trim(" \n").empty());
  CHECK(trim("").empty());
}

TEST_CASE("lines are taken one by one") {
  std::string_view text = "a\n\nb";
  CHECK(take_line(text) == "a");
  CHECK(take_line(text).empty());
  CHECK(take_line(text) == "b");
  CHECK(text.empty());
  CHECK(take_line(text).empty());
}

}  // namespace
}  // namespace demarche
