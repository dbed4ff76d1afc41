#include "graph/store/corrections.h"

#include <catch2/catch.hpp>

namespace demarche {
namespace {

Correction example(Correction::Kind kind) {
  Correction correction;
  correction.at = "2026-01-02T03:04:05Z";
  correction.author = "anna";
  correction.kind = kind;
  CorrectionAnchor anchor;
  anchor.document = "d1";
  anchor.quote = {Field::Text, 3, 9, "Norway"};
  if (kind == Correction::Kind::Retract) {
    anchor.kind = CorrectionAnchor::Kind::Assertion;
    anchor.relation = Relation::Rejected;
    anchor.modality = Modality::Denied;
    anchor.actor = "Norway";
    anchor.proposal = "the plan";
  }
  correction.anchors = {anchor};
  if (kind == Correction::Kind::Rename) correction.name = "Kingdom of Norway";
  if (kind == Correction::Kind::Same || kind == Correction::Kind::Distinct) {
    CorrectionAnchor other;
    other.key = "no";
    other.quote.text = "Norway";
    correction.anchors.push_back(other);
  }
  return correction;
}

TEST_CASE("every kind of correction is written and read back") {
  for (const auto kind : {Correction::Kind::Same, Correction::Kind::Distinct, Correction::Kind::Rename,
                          Correction::Kind::Retract}) {
    const auto correction = example(kind);
    const auto read = correction_from_json(to_json(correction));
    INFO(to_json(correction));
    REQUIRE(read);
    CHECK(says_the_same(*read, correction));
    CHECK(read->at == correction.at);
    CHECK(read->author == correction.author);
  }
}

TEST_CASE("a line cut anywhere is refused") {
  const auto line = to_json(example(Correction::Kind::Same));
  for (std::size_t length = 0; length < line.size(); ++length)
    CHECK_FALSE(correction_from_json(std::string_view(line).substr(0, length)));
}

TEST_CASE("lines that are no corrections are refused with the reason") {
  for (const char* line :
       {"[]", "{}", R"({"at":"x","author":"a","kind":"merge","anchors":[]})",
        R"({"at":"x","author":"a","kind":"same","anchors":[]})",
        R"({"at":"x","author":"a","kind":"rename","anchors":[{"kind":"actor","key":"no"}]})",
        R"({"at":"x","author":"a","kind":"retract","anchors":[{"kind":"actor","key":"no"}]})"}) {
    INFO(line);
    const auto read = correction_from_json(line);
    REQUIRE_FALSE(read);
    CHECK(read.error().kind == ErrorKind::Malformed);
  }
}

}  // namespace
}  // namespace demarche
