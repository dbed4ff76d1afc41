// Reading, checking and writing Extractions. One whole line is the base; the cases of
// tests/cases/model/extractions.jsonl change one member of it ("at" is a JSON pointer) and say what becomes
// of it.
#include "graph/model/extraction.h"

#include <rapidjson/pointer.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <catch2/catch.hpp>
#include <random>

#include "graph/model/unicode.h"
#include "tests/case_rows.h"

namespace demarche {
namespace {

std::string text_of(const rapidjson::Value& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> out(buffer);
  value.Accept(out);
  return buffer.GetString();
}

// The first line of the file of cases, under "base".
std::string base_line() {
  return text_of(case_rows("model/extractions.jsonl").front()["base"]);
}

// The base with the change of one case.
std::string changed_line(const rapidjson::Value& row) {
  rapidjson::Document line;
  line.Parse(base_line().c_str());
  const rapidjson::Pointer at(row["at"].GetString());
  REQUIRE(at.IsValid());
  if (row.HasMember("to"))
    at.Set(line, rapidjson::Value(row["to"], line.GetAllocator()));
  else
    at.Erase(line);
  return text_of(line);
}

TEST_CASE("an Extraction that is read and written is the same line") {
  const auto line = base_line();
  const auto found = extraction_from_json(line);
  REQUIRE(found);
  CHECK(to_json(*found, WithText::Yes) == line);
}

TEST_CASE("every field of the contract is read") {
  const auto found = extraction_from_json(base_line());
  REQUIRE(found);
  CHECK(found->document.id == "doc-1");
  CHECK(found->document.date == Date{2025, 12, 3});
  CHECK(found->has_text);
  CHECK(found->extractor == "by hand");
  REQUIRE(found->actors.size() == 2);
  CHECK(found->actors[0].kind == ActorKind::Person);
  CHECK(found->actors[0].mentions.at(0) == Span{Field::Title, 1, 5, "Holt"});
  CHECK(found->proposals.at(0).points == 28);
  const auto& assertion = found->assertions.at(0);
  CHECK(assertion.relation == Relation::Rejected);
  CHECK(assertion.modality == Modality::Denied);
  CHECK(assertion.extent == Extent::Partial);
  CHECK(assertion.speaker == "a2");
  CHECK(assertion.date == Date{2025, 12, 0});
  CHECK(assertion.trigger->text == "reject");
  CHECK(assertion.also.size() == 1);
  CHECK(assertion.confidence == 0.93);
  CHECK(found->links.at(0).relation == LinkKind::SpeaksFor);
}

TEST_CASE("unknown fields are kept where they stand") {
  const auto found = extraction_from_json(base_line());
  REQUIRE(found);
  CHECK(found->unknown == R"({"note":{"by":["x",1.5,null]}})");
  CHECK(found->actors.at(0).unknown == R"({"wikidata":"Q1"})");
  CHECK(found->proposals.at(0).unknown == R"({"colour":"red"})");
  CHECK(found->assertions.at(0).unknown == R"({"coder":"x"})");
  CHECK(found->links.at(0).unknown == R"({"sure":true})");
}

TEST_CASE("a line with one thing changed is read, or refused with the place and the reason") {
  auto rows = case_rows("model/extractions.jsonl");
  for (std::size_t i = 1; i < rows.size(); ++i) {
    INFO(text_of(rows[i]));
    const auto found = extraction_from_json(changed_line(rows[i]));
    if (rows[i].HasMember("why")) {
      REQUIRE_FALSE(found);
      CHECK(found.error().kind == ErrorKind::Malformed);
      CHECK(found.error().what.empty());
      CHECK(found.error().why == rows[i]["why"].GetString());
    } else {
      INFO((found ? "" : found.error().why));
      REQUIRE(found);
      CHECK(extraction_from_json(to_json(*found, WithText::Yes)).has_value());
    }
  }
}

TEST_CASE("null equals missing, everywhere") {
  for (const char* at :
       {"/title", "/date", "/source", "/url", "/note", "/actors/0/kind", "/actors/0/mentions",
        "/proposals/0/kind", "/proposals/0/points", "/assertions/0/modality", "/assertions/0/extent",
        "/assertions/0/speaker", "/assertions/0/trigger", "/assertions/0/also", "/assertions/0/confidence",
        "/links", "/text"}) {
    INFO(at);
    rapidjson::Document missing;
    missing.Parse(base_line().c_str());
    rapidjson::Document null;
    null.Parse(base_line().c_str());
    rapidjson::Pointer(at).Erase(missing);
    rapidjson::Pointer(at).Set(null, rapidjson::Value());
    const auto without = extraction_from_json(text_of(missing));
    const auto with_null = extraction_from_json(text_of(null));
    REQUIRE(without.has_value() == with_null.has_value());
    if (without && std::string(at) != "/note")
      CHECK(to_json(*without, WithText::Yes) == to_json(*with_null, WithText::Yes));
  }
}

TEST_CASE("text is written only where it is asked for and there") {
  auto found = extraction_from_json(base_line());
  REQUIRE(found);
  CHECK(to_json(*found, WithText::No).find("She said so twice.\",\"sha256") == std::string::npos);
  CHECK(to_json(*found, WithText::Yes).find("She said so twice.\",\"sha256") != std::string::npos);
  found->has_text = false;
  CHECK(to_json(*found, WithText::Yes) == to_json(*found, WithText::No));
}

TEST_CASE("spans are held against the document that is known") {
  const auto found = extraction_from_json(base_line());
  REQUIRE(found);
  CHECK(check_spans(*found, found->document));
  Document other = found->document;
  other.text = "x" + other.text;
  const auto moved = check_spans(*found, other);
  REQUIRE_FALSE(moved);
  CHECK(moved.error().why ==
        "actor 'a1', mentions[1]: at text 0-20 stands 'xMarland’s 🕊 ministe', not 'Marland’s 🕊 "
        "minister'");
  other.text.clear();
  CHECK_FALSE(check_spans(*found, other));
}

TEST_CASE("actors and proposals are found by their id") {
  const auto found = extraction_from_json(base_line());
  REQUIRE(found);
  CHECK(find_actor(*found, "a2")->name == "Marland");
  CHECK(find_proposal(*found, "p1")->name == "28-point plan");
  CHECK(find_actor(*found, "p1") == nullptr);
  CHECK(find_proposal(*found, "") == nullptr);
}

TEST_CASE("an Extraction that is cut at any byte is refused") {
  const auto line = base_line();
  for (std::size_t length = 0; length < line.size(); ++length) {
    INFO(length);
    CHECK_FALSE(extraction_from_json(line.substr(0, length)));
  }
}

TEST_CASE("an Extraction with changed bytes is refused or read as something that can be written") {
  constexpr int rounds = 3000;
  const auto line = base_line();
  std::mt19937 random(20251203);
  for (int round = 0; round < rounds; ++round) {
    std::string damaged = line;
    damaged[random() % damaged.size()] = static_cast<char>(random() % 256);
    INFO("round " << round);
    const auto found = extraction_from_json(damaged);
    if (!found) {
      CHECK(is_utf8(found.error().why));
      continue;
    }
    const auto written = to_json(*found, WithText::Yes);
    CHECK(is_utf8(written));
    CHECK(extraction_from_json(written).has_value());
  }
}

}  // namespace
}  // namespace demarche
