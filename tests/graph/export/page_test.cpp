#include "graph/export/page.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <regex>

#include "graph/model/document.h"

namespace demarche {
namespace {

const std::filesystem::path folder = DEMARCHE_SOURCE_DIR "/data/page";

std::size_t count(const std::string& text, const std::string& piece) {
  std::size_t found = 0;
  for (auto at = text.find(piece); at != std::string::npos; at = text.find(piece, at + piece.size())) ++found;
  return found;
}

TEST_CASE("a page is whole and refers to nothing elsewhere", "[page]") {
  const auto page = write_page(folder, "{\"nodes\":[],\n\"links\":[]}\n").value();
  for (const auto* place : {"{{policy}}", "{{styles}}", "{{scripts}}", "{{data}}", "{{generator}}"})
    CHECK(page.find(place) == std::string::npos);
  CHECK(page.find("<link") == std::string::npos);
  CHECK_FALSE(std::regex_search(page, std::regex("<[a-z]+ [^<>]*src=")));
  CHECK(page.find("default-src 'none'") != std::string::npos);
  CHECK(page.find("connect-src 'none'") != std::string::npos);
}

TEST_CASE("the policy names every script by its hash and no other", "[page]") {
  const auto page = write_page(folder, "{}").value();
  const auto policy =
      page.substr(page.find("script-src"), page.find("; style-src") - page.find("script-src"));
  CHECK(count(policy, "'sha256-") == count(page, "<script>"));
  CHECK(policy.find("unsafe") == std::string::npos);
}

TEST_CASE("nothing in the data can end the element it lies in", "[page]") {
  const auto page = write_page(folder, R"({"name":"</script><!--<script>alert(1)</script>"})").value();
  CHECK(page.find("</script><!--") == std::string::npos);
  CHECK(page.find(R"({"name":"\u003c/script>\u003c!--\u003cscript>)") != std::string::npos);
  const auto separators = write_page(folder, "{\"name\":\"a\u2028b\u2029c\"}").value();
  CHECK(separators.find(R"({"name":"a\u2028b\u2029c"})") != std::string::npos);
}

TEST_CASE("placeholders in the data are left alone", "[page]") {
  const auto page = write_page(folder, R"({"name":"{{scripts}}"})").value();
  CHECK(count(page, "{{scripts}}") == 1);
}

TEST_CASE("a page without a graph may ask its own server", "[page]") {
  CHECK(write_page(folder, "").value().find("connect-src 'self'") != std::string::npos);
}

TEST_CASE("a folder without the page is an error that says where it looked", "[page]") {
  const auto page = write_page("/nowhere", "{}");
  REQUIRE_FALSE(page);
  CHECK(page.error().what == "/nowhere/page.html");
}

TEST_CASE("Cytoscape is the file that the README beside it names", "[page]") {
  const auto read = [](const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return std::string{std::istreambuf_iterator<char>(in), {}};
  };
  CHECK(read(folder / "README.md").find(sha256(read(folder / "cytoscape.min.js"))) != std::string::npos);
}

}  // namespace
}  // namespace demarche
