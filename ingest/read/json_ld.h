// The article that a page describes in JSON-LD, by schema.org's vocabulary, alone, in an array or in a graph.
// Tested by tests/ingest/read/json_ld_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace demarche {

// Each empty where it is not said; entities are resolved.
struct ArticleFacts {
  std::string headline;
  std::string date;  // as written
  std::string publisher;
  std::string url;
};

// The first NewsArticle, Article, BlogPosting or the like; all empty where there is none, or for what is no
// JSON.
[[nodiscard]] ArticleFacts article_of_json_ld(std::string_view json);

}  // namespace demarche
