#include "graph/model/vocabulary.h"

#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

namespace demarche {
namespace {

// The words in the order of their stored numbers: a change here breaks every graph file there is.
template <class Values, class Named>
void check(const Values& values, const std::vector<std::string>& words, Named named) {
  REQUIRE(values.size() == words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    INFO(words[i]);
    CHECK(static_cast<std::size_t>(values[i]) == i);
    CHECK(name(values[i]) == words[i]);
    CHECK(named(words[i]) == values[i]);
    CHECK_FALSE(named(words[i] + " "));
    CHECK_FALSE(named(words[i].substr(1)));
    std::string capital = words[i];
    capital[0] = static_cast<char>(capital[0] - 'a' + 'A');
    CHECK_FALSE(named(capital));
  }
  CHECK_FALSE(named(""));
}

TEST_CASE("words and stored numbers of the vocabulary are what they have always been") {
  check(all_relations,
        {"proposed", "accepted", "rejected", "supported", "opposed", "amended", "withdrew", "received",
         "discussed"},
        relation_named);
  check(all_modalities, {"actual", "denied", "planned", "possible", "urged"}, modality_named);
  check(all_extents, {"full", "partial"}, extent_named);
  check(all_actor_kinds, {"unknown", "person", "state", "organisation", "group", "place"}, actor_kind_named);
  check(all_link_kinds, {"leads", "speaks_for", "member_of", "part_of", "seat_of", "counters", "revises"},
        link_kind_named);
}

TEST_CASE("links join actors or proposals, and part_of joins either") {
  const std::set<LinkKind> of_proposals = {LinkKind::PartOf, LinkKind::Counters, LinkKind::Revises};
  for (const LinkKind kind : all_link_kinds) {
    INFO(name(kind));
    CHECK(joins_proposals(kind) == of_proposals.contains(kind));
    CHECK(joins_actors(kind) == (kind == LinkKind::PartOf || !of_proposals.contains(kind)));
  }
}

}  // namespace
}  // namespace demarche
