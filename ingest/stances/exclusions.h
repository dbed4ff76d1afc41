// What guidelines leave out: words that are refused or rejected without being a proposal, from
// data/exclusions.txt. Tested by tests/ingest/lists_test.cpp.
#pragma once

#include <filesystem>
#include <string>
#include <unordered_set>

#include "graph/model/error.h"

namespace demarche {

struct Exclusions {
  std::unordered_set<std::string> talk;    // verbs: "refused to comment"
  std::unordered_set<std::string> ballot;  // verbs: "voted to elect a president"
  std::unordered_set<std::string> claims;  // nouns: "rejected the allegation"
  std::unordered_set<std::string> things;  // nouns: "accepted responsibility"

  // Errors: Unreadable, or Malformed with file and line.
  [[nodiscard]] static Result<Exclusions> load(const std::filesystem::path& data);
};

}  // namespace demarche
