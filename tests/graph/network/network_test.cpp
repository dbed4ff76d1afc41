#include "graph/network/network.h"

#include <catch2/catch.hpp>

namespace demarche {
namespace {

TEST_CASE("types are the words of the vocabulary in capitals") {
  CHECK(type_of(Relation::Proposed) == "PROPOSED");
  CHECK(type_of(LinkKind::SpeaksFor) == "SPEAKS_FOR");
  CHECK(name(NetworkNode::Label::Document) == "Document");
}

}  // namespace
}  // namespace demarche
