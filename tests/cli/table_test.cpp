#include "cli/table.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "graph/model/unicode.h"

namespace demarche {
namespace {

Terminal wide(std::size_t width) {
  Terminal terminal;
  terminal.width = width;
  return terminal;
}

TEST_CASE("columns are as wide as their widest cell") {
  Table table({{"Name"}, number_column("Acts")});
  table.add({{"Russia", "12"}});
  table.add({{"Ukraine", "3"}});
  CHECK(table.text(wide(40)) ==
        "Name     Acts\n"
        "Russia     12\n"
        "Ukraine     3\n");
}

TEST_CASE("a cell too wide for the terminal is wrapped in its column") {
  Table table({{"Name"}, {"Proposal"}});
  table.add({{"Russia", "a plan of many words and more"}});
  CHECK(table.text(wide(20)) ==
        "Name    Proposal\n"
        "Russia  a plan of\n"
        "        many words\n"
        "        and more\n");
}

TEST_CASE("a date or an id stays whole while anything else can give way") {
  Table table({{"Proposal"}, whole_column("Id")});
  table.add({{"a plan of many words", "p:44ebb5f68ec9"}});
  CHECK(table.text(wide(24)) ==
        "Proposal  Id\n"
        "a plan    p:44ebb5f68ec9\n"
        "of many\n"
        "words\n");
}

TEST_CASE("where words would be broken, each row is lines of header and cell") {
  Table table({{"Actor"}, {"Proposal"}, whole_column("Date"), {"Speaker"}});
  table.add({{"Switzerland", "counter-proposal", "2025-12-03", ""}, {"Bern made a counter-proposal."}});
  table.add({{"Ukraine", "a truce", "2025-12-04", "Zelensky"}});
  CHECK(table.text(wide(40)) ==
        "Actor     Switzerland\n"
        "Proposal  counter-proposal\n"
        "Date      2025-12-03\n"
        "    Bern made a counter-proposal.\n"
        "\n"
        "Actor     Ukraine\n"
        "Proposal  a truce\n"
        "Date      2025-12-04\n"
        "Speaker   Zelensky\n");
}

TEST_CASE("a quotation stands below its row across the whole width") {
  Table table({{"Name"}});
  table.add({{"Russia"}, {"Moscow rejected the plan on Monday."}});
  CHECK(table.text(wide(24)) ==
        "Name\n"
        "Russia\n"
        "    Moscow rejected the\n"
        "    plan on Monday.\n");
}

TEST_CASE("a column without a single cell is left out, and a header of nothing") {
  Table table({{"Name"}, {"Speaker"}});
  table.add({{"Russia", ""}});
  CHECK(table.text(wide(40)) == "Name\nRussia\n");
  Table bare({{""}, {""}});
  bare.add({{"id", "ru"}});
  CHECK(bare.text(wide(40)) == "id  ru\n");
}

TEST_CASE("no line is wider than the terminal, whatever the cells hold") {
  Table table({{"Actor"}, {"Relation"}, {"Proposal"}, whole_column("Date"), {"Source"}, {"Speaker"}});
  table.add(
      {{"the Organisation for Security and Co-operation in Europe", "rejected (possible)",
        "和平计划和平计划和平计划和平计划和平计划", "2025-12-03", "Continental Wire", std::string(70, 'x')},
       {std::string(200, 'y')}});
  for (std::size_t width = 40; width <= 120; ++width) {
    std::istringstream lines(table.text(wide(width)));
    for (std::string line; std::getline(lines, line);) {
      INFO(width << ": " << line);
      CHECK(display_width(line) <= width);
    }
  }
}

}  // namespace
}  // namespace demarche
