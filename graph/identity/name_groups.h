// Which names of actors are one actor's, over a whole set of documents: spellings, short forms, acronyms,
// slips of the pen. Two names by which one document tells two actors apart are never one. Tested by
// tests/graph/identity/identity_test.cpp over tests/cases/identity/actors.txt.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/identity/actor_names.h"

namespace demarche {

// One name with all that the documents say of it. Sort, entry and name are its key.
struct KnownName {
  ActorName name;                                    // its short forms from all documents
  std::vector<std::uint32_t> documents;              // numbers, ascending, without doubles
  std::optional<std::chrono::sys_days> first, last;  // of those dated
};

// One number a name: names of one actor bear the same, the index of the one that names it best (an entry of
// the gazetteer, else the commonest, else the one that sorts first). REQUIRES: `names` has no two of one key
[[nodiscard]] std::vector<std::size_t> group_names(const std::vector<KnownName>& names);

}  // namespace demarche
