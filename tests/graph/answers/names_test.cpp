// What typed names mean: tests/cases/names/names.txt.
#include "graph/answers/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "../graph_cases.h"

namespace demarche {
namespace {

using testing::split;
using Strings = std::vector<std::string>;

Result<std::vector<std::size_t>> resolve(const Knowledge& knowledge, const std::string& kind,
                                         const std::string& typed) {
  if (kind == "actor") return resolve_actor(knowledge, typed);
  if (kind == "proposal") return resolve_proposal(knowledge, typed);
  REQUIRE(kind == "any");
  return resolve_entity(knowledge, typed);
}

// The pieces must all be there, in their order.
bool has_in_order(std::string_view text, const Strings& pieces) {
  for (const auto& piece : pieces) {
    const auto at = text.find(piece);
    if (at == std::string_view::npos) return false;
    text.remove_prefix(at + piece.size());
  }
  return true;
}

void check_error(const Error& error, const std::string& expected) {
  const bool is_ambiguous = expected.starts_with("! ambiguous: ");
  const std::string word = is_ambiguous ? "! ambiguous:" : "! not found:";
  REQUIRE(expected.starts_with(word));
  CHECK(error.kind == (is_ambiguous ? ErrorKind::Ambiguous : ErrorKind::NotFound));
  CHECK(has_in_order(error.next, split(std::string_view(expected).substr(word.size()), "; ")));
}

void check_line(const Knowledge& knowledge, std::string line) {
  REQUIRE(line.starts_with("? "));
  line.erase(0, 2);
  const auto arrow = line.find(" =>");
  REQUIRE(arrow != std::string::npos);
  const auto space = line.find(' ');
  const auto expected = line.substr(std::min(arrow + 4, line.size()));
  const auto given = resolve(knowledge, line.substr(0, space), line.substr(space + 1, arrow - space - 1));
  if (!given) {
    INFO(given.error().message());
    return check_error(given.error(), expected);
  }
  Strings names;
  for (std::size_t entity : *given) names.push_back(knowledge.entity(entity).name);
  std::sort(names.begin(), names.end());
  CHECK(names == split(expected, "; "));
}

TEST_CASE("a typed name means what it comes nearest to, or says what it may mean") {
  for (const auto& test : testing::read_cases("names/names.txt")) {
    const auto knowledge = Knowledge::from(test.graph, testing::test_gazetteer());
    for (const auto& line : test.other_lines) {
      INFO(test.name << ": " << line);
      check_line(knowledge, line);
    }
  }
}

TEST_CASE("an id is a name, and so is a document's title") {
  const auto knowledge =
      testing::knowledge_of("doc d1 - - Talks End\nactor a1 person Maria Lind\nproposal p1 plan: a plan");
  for (const auto& entity : knowledge.identity.entities)
    CHECK(knowledge.entity(resolve_entity(knowledge, entity.id).value().front()).id == entity.id);
  CHECK(find_document(knowledge, "d1") == 0u);
  CHECK(find_document(knowledge, "talks  end") == 0u);
  CHECK_FALSE(find_document(knowledge, "talks"));
  CHECK_FALSE(find_document(knowledge, ""));
}

}  // namespace
}  // namespace demarche
