#include "ingest/read/json_ld.h"

#include <catch2/catch.hpp>

namespace demarche {
namespace {

TEST_CASE("the article is found alone, in an array and in a graph") {
  const std::string article =
      R"({"@type": "NewsArticle", "headline": "Talks fail", "datePublished": "2025-11-23", "url": "https://a.example/"})";
  for (const std::string& json :
       {article, "[{\"@type\": \"WebPage\", \"headline\": \"x\"}, " + article + "]",
        "{\"@graph\": [{\"@type\": \"Person\"}, " + article + "]}", "[{\"@graph\": [" + article + "]}]"}) {
    INFO(json);
    const auto facts = article_of_json_ld(json);
    CHECK(facts.headline == "Talks fail");
    CHECK(facts.date == "2025-11-23");
    CHECK(facts.url == "https://a.example/");
  }
}

TEST_CASE("a publisher may be a name, an object, an array or a reference") {
  const auto publisher = [](const std::string& value, const std::string& more = "") {
    return article_of_json_ld(
               "[{\"@type\": [\"Thing\", \"https://schema.org/BlogPosting\"], \"headline\": \"x\", "
               "\"publisher\": " +
               value + "}" + more + "]")
        .publisher;
  };
  CHECK(publisher(R"("Northwire")") == "Northwire");
  CHECK(publisher(R"({"name": "Smith &amp; Sons"})") == "Smith & Sons");
  CHECK(publisher(R"([{"name": "First"}, {"name": "Second"}])") == "First");
  CHECK(publisher(R"({"@id": "#org"})", R"(, {"@id": "#org", "name": "Northwire"})") == "Northwire");
  CHECK(publisher(R"({"@id": "#nobody"})").empty());
  CHECK(publisher("17").empty());
}

TEST_CASE("entities are resolved, and broken lines within strings are read as spaces") {
  CHECK(article_of_json_ld(R"({"@type": "Article", "headline": "Holt&#x27;s &quot;no&quot; <sic>"})")
            .headline == "Holt's \"no\" <sic>");
  CHECK(article_of_json_ld("{\"@type\": \"Article\",\n\t\"headline\": \"Talks\nfail\"}").headline ==
        "Talks fail");
}

TEST_CASE("what is no article says nothing") {
  for (const char* json : {"", "{", "null", "[]", "[[[]]]", "17",
                           R"({"@type": "Recipe", "headline": "Soup"})", R"({"headline": "Untyped"})",
                           R"({"@type": 7, "headline": "x"})", R"({"@graph": {"@type": "NewsArticle"}})"}) {
    INFO(json);
    CHECK(article_of_json_ld(json).headline.empty());
  }
}

}  // namespace
}  // namespace demarche
