#include <catch2/catch.hpp>
#include <fstream>
#include <random>

#include "graph/store/search_query.h"
#include "graph/store/store.h"
#include "tests/graph/store/samples.h"

namespace demarche {

using namespace std::string_literals;
namespace {

using namespace samples;

void put_text(Store& store, const std::string& id, const std::string& title, const std::string& text) {
  Extraction found;
  found.document = {id, title, Date{2025, 11, 20}, "Herald", std::nullopt, text, ""};
  found.has_text = true;
  must(store.put(found));
}

// The ids that are found, in their order.
std::string found_by(const Store& store, std::string_view words, std::size_t limit = 10) {
  std::string ids;
  for (const auto& hit : must(store.search(words, limit, "[", "]"))) ids += hit.document;
  return ids;
}

TEST_CASE("Purged, the file holds no word of a forgotten document") {
  Folder folder;
  const auto file = folder / "graph.db";
  {
    auto store = open(file);
    put_text(store, "a", "", "The xylophonist rejected it.");
    put_text(store, "b", "", "Others accepted it.");
    must(store.forget("a"));
    must(store.purge_search());
  }
  CHECK(bytes_of(file).find("xylophon") == std::string::npos);
}

TEST_CASE("What is typed becomes a query without syntax of its own") {
  std::ifstream cases(DEMARCHE_SOURCE_DIR "/tests/cases/store/search_queries.tsv");
  int count = 0;
  for (std::string line; std::getline(cases, line);) {
    if (line.starts_with('#')) continue;
    const auto tab = line.find('\t');
    REQUIRE(tab != std::string::npos);
    INFO(line);
    CHECK(search_query(line.substr(0, tab)) == line.substr(tab + 1));
    ++count;
  }
  CHECK(count >= 10);
}

TEST_CASE("Search finds words in titles and texts, whatever their ending, capitals and accents") {
  Folder folder;
  auto store = open(folder / "g.db");
  put_text(store, "a", "Sanctions eased", "The café in Kraków closed.");
  put_text(store, "b", "Talks", "A sanction was proposed. The peace plan of 28 points stands.");
  put_text(store, "c", "Other news", "The plan for peace: 28-point.");

  CHECK(found_by(store, "sanction") == "ab");
  CHECK(found_by(store, "SANCTIONS proposed") == "b");
  CHECK(found_by(store, "cafe krakow") == "a");
  CHECK(found_by(store, "peace plan").size() == 2);
  CHECK(found_by(store, "\"peace plan\"") == "b");
  CHECK(found_by(store, "krak*") == "a");
  CHECK(found_by(store, "krak") == "");
  CHECK(found_by(store, "28-point").size() == 2);
  CHECK(found_by(store, "peace - plan …").size() == 2);
  CHECK(found_by(store, "absent") == "");
  CHECK(found_by(store, "") == "");
  CHECK(found_by(store, "...") == "");
  CHECK(found_by(store, "peace", 1).size() == 1);
  CHECK(found_by(store, "peace", 0) == "");
}

TEST_CASE("A hit shows the document and the words that matched") {
  Folder folder;
  auto store = open(folder / "g.db");
  put_text(store, "b", "Talks", "A sanction was proposed.");
  const auto hits = must(store.search("sanctions", 10, "<<", ">>"));
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].title == "Talks");
  CHECK(hits[0].date == Date{2025, 11, 20});
  CHECK(hits[0].source == "Herald");
  CHECK(hits[0].snippet == "A <<sanction>> was proposed.");
}

TEST_CASE("A word in the title outranks the same word in a text") {
  Folder folder;
  auto store = open(folder / "g.db");
  put_text(store, "a", "Weather", "A ceasefire was mentioned among other things.");
  put_text(store, "b", "Ceasefire agreed", "Guns were silent among all these things.");
  CHECK(found_by(store, "ceasefire") == "ba");
}

TEST_CASE("Nothing that can be typed is an error") {
  Folder folder;
  auto store = open(folder / "g.db");
  must(store.put(sample(1)));
  const std::string alphabet = "ab\"*'()+-:^{}NEARORT \\\0\n\xff\xc3,."s;
  std::mt19937 random(7);
  for (int trial = 0; trial < 3000; ++trial) {
    std::string words;
    for (auto length = random() % 12; length > 0; --length) words += alphabet[random() % alphabet.size()];
    const auto hits = store.search(words, 5, "[", "]");
    INFO(words);
    CHECK(hits);
  }
  std::string many;
  for (int i = 0; i < 5000; ++i) many += "word" + std::to_string(i) + ' ';
  CHECK(store.search(many, 5, "[", "]"));
}

}  // namespace
}  // namespace demarche
