// Tests of ingest/pipeline.h.
#include "ingest/pipeline.h"

#include <catch2/catch.hpp>

#include "tests/ingest/cases.h"
#include "tests/ingest/shipped_pipeline.h"

using namespace demarche;

namespace {

Document document_of(const testing::Case& one) {
  Document doc;
  doc.title = one.field("title");
  doc.text = one.field("text");
  doc.date = Date::parse(one.field("date"));
  name_document(doc);
  return doc;
}

// "Iran rejected, planned: EU offer (partial) said by X on 2025-12-03"
std::string as_line(const Extraction& found, const Assertion& assertion) {
  std::string line = find_actor(found, assertion.actor)->name + " " + std::string(name(assertion.relation));
  if (assertion.modality != Modality::Actual) line += ", " + std::string(name(assertion.modality));
  line += ": " + find_proposal(found, assertion.proposal)->name;
  if (assertion.extent == Extent::Partial) line += " (partial)";
  if (assertion.speaker) line += " said by " + find_actor(found, *assertion.speaker)->name;
  if (assertion.date) line += " on " + assertion.date->iso();
  return line;
}

std::vector<std::string> assertions_of(const Extraction& found) {
  std::vector<std::string> out;
  for (const Assertion& assertion : found.assertions) out.push_back(as_line(found, assertion));
  return out;
}

}  // namespace

TEST_CASE("sentences give the assertions that stand beside them", "[pipeline]") {
  for (const char* file : {"stances.txt", "words.txt", "modality.txt", "extent.txt", "hard.txt",
                           "judgments.txt", "constructions.txt", "retold.txt", "issuers.txt", "wordings.txt",
                           "context.txt", "plain.txt", "minutes.txt", "days.txt"})
    for (const auto& one : testing::read_cases(std::string("pipeline/") + file)) {
      DYNAMIC_SECTION(file << ": " << one.name) {
        const Document doc = document_of(one);
        INFO(doc.title << "\n" << doc.text);
        CHECK(testing::lines(assertions_of(pipeline().extract(doc))) == testing::lines(one.expected));
      }
    }
}

TEST_CASE("every span stands at its place in the document", "[pipeline]") {
  for (const auto& one : testing::read_cases("pipeline/stances.txt")) {
    const Document doc = document_of(one);
    const auto checked = check_spans(pipeline().extract(doc), doc);
    INFO(one.name << ": " << (checked ? "" : checked.error().message()));
    CHECK(checked);
  }
}

TEST_CASE("an extraction can be written, read again and stays the same", "[pipeline]") {
  Document doc;
  doc.title = "Ministers reject the harbour plan";
  doc.text = "Norway and Sweden rejected the harbour plan on Friday. “We cannot accept it,” a minister said.";
  doc.date = Date::parse("2024-05-06");
  name_document(doc);
  const Extraction found = pipeline().extract(doc);
  const std::string line = to_json(found, WithText::Yes);
  const auto again = extraction_from_json(line);
  REQUIRE(again);
  CHECK(to_json(*again, WithText::Yes) == line);
  CHECK(found.extractor == extractor_version());
  CHECK(found.sha256 == content_hash(doc));
}

TEST_CASE("a text without sentences gives an extraction without findings", "[pipeline]") {
  for (const char* text : {"", " \n\n ", "...", "\"", "<", "- - -", "the", "of", "Summary", "Zyx\n\nZyx"}) {
    Document doc;
    doc.id = "empty";
    doc.text = text;
    const Extraction found = pipeline().extract(doc);
    INFO("text: " << text);
    CHECK(found.assertions.empty());
  }
}
