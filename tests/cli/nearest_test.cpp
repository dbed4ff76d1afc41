#include "cli/nearest.h"

#include <catch2/catch.hpp>

namespace demarche {
namespace {

const std::vector<std::string> commands{"ingest", "extract", "load", "who", "what", "list", "show", "search"};

TEST_CASE("a slip of the fingers is understood") {
  CHECK(nearest("ingset", commands) == "ingest");
  CHECK(nearest("whoo", commands) == "who");
  CHECK(nearest("serch", commands) == "search");
  CHECK(nearest("extarct", commands) == "extract");
}

TEST_CASE("a word that is near nothing means nothing") {
  CHECK(nearest("frobnicate", commands) == std::nullopt);
  CHECK(nearest("", commands) == std::nullopt);
}

}  // namespace
}  // namespace demarche
