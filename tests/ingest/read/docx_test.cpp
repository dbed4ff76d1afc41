#include "ingest/read/docx.h"

#include <catch2/catch.hpp>

#include "ingest/read/limits.h"
#include "tests/ingest/read/archive.h"

namespace demarche {
namespace {

std::string document_xml(const std::string& body) {
  return R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
         R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" )"
         R"(xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>)" +
         body + "</w:body></w:document>";
}

std::string docx(const std::string& body) {
  return zipped({{"word/document.xml", document_xml(body)}});
}

std::string paragraph(const std::string& runs) {
  return "<w:p>" + runs + "</w:p>";
}
std::string run(const std::string& text) {
  return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

TEST_CASE("paragraphs are kept apart, and the runs of one are joined") {
  const auto doc = read_docx(
      docx(paragraph(run("Marland &amp; Sorvia ") + run("agreed.")) + paragraph("") +
           paragraph(run("Nobody") + "<w:r><w:tab/><w:t>paid</w:t><w:br/><w:t>a fee.</w:t></w:r>")));
  REQUIRE(doc);
  CHECK(doc->text == "Marland & Sorvia agreed.\n\nNobody paid\na fee.");
  CHECK(doc->title.empty());
  CHECK_FALSE(doc->date);
}

TEST_CASE("deleted text, field codes and fallbacks are left out; inserted text and links are kept") {
  const auto doc =
      read_docx(docx(paragraph(run("They ") + "<w:del>" + run("rejected") + "</w:del><w:ins>" +
                               run("accepted") + "</w:ins><w:hyperlink>" + run(" the plan") +
                               "</w:hyperlink><w:r><w:instrText>PAGE</w:instrText></"
                               "w:r><mc:AlternateContent><mc:Choice/><mc:Fallback>" +
                               run(" twice") + "</mc:Fallback></mc:AlternateContent>" + run("."))));
  REQUIRE(doc);
  CHECK(doc->text == "They accepted the plan.");
}

TEST_CASE("the cells of a table are paragraphs") {
  const auto doc =
      read_docx(docx(paragraph(run("The answers.")) + "<w:tbl><w:tr><w:tc>" + paragraph(run("Marland")) +
                     "</w:tc><w:tc>" + paragraph(run("yes")) + "</w:tc></w:tr></w:tbl>"));
  REQUIRE(doc);
  CHECK(doc->text == "The answers.\n\nMarland\n\nyes");
}

TEST_CASE("the title is that of the properties, else of the title's style, else the first line") {
  const std::string styled =
      "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>" + run("Styled title.") + "</w:p>";
  const std::string text = paragraph(run("The text follows."));
  const std::string properties =
      R"(<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Stated title</dc:title>)"
      R"(<dcterms:created>2025-11-23T10:00:00Z</dcterms:created></cp:coreProperties>)";
  CHECK(read_docx(docx(styled + text))->title == "Styled title.");
  CHECK(read_docx(docx(styled + text))->text == "The text follows.");
  CHECK(read_docx(docx(paragraph(run("First line")) + text))->title == "First line");
  const auto doc =
      read_docx(zipped({{"docProps/core.xml", properties}, {"word/document.xml", document_xml(text)}}));
  REQUIRE(doc);
  CHECK(doc->title == "Stated title");
  CHECK(doc->date == Date{2025, 11, 23});
  const std::string dated = document_xml(paragraph(run("HALE, 9 November 2025 - They agreed.")));
  CHECK(read_docx(zipped({{"docProps/core.xml", properties}, {"word/document.xml", dated}}))->date ==
        Date{2025, 11, 9});
}

TEST_CASE("an archive that is no Word document is refused") {
  CHECK(read_docx(zipped({{"mimetype", "application/vnd.oasis.opendocument.text"}})).error().why ==
        "a zip archive, but no Word document");
  CHECK(read_docx(zipped({{"word/document.xml", "<w:document>"}})).error().why == "damaged Word document");
  CHECK(read_docx("no archive").error().why == "truncated or damaged zip archive");
}

TEST_CASE("an archive that inflates beyond the limit is refused") {
  const auto bomb = zipped({{"word/document.xml", std::string(largest_document + 1, ' ')}});
  REQUIRE(bomb.size() < largest_document / 100);
  CHECK(read_docx(bomb).error().why == "larger than 64 MB when inflated");
}

TEST_CASE("entities that would grow without bound are not expanded") {
  std::string xml = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\">";
  for (char c = 'b'; c < 'p'; ++c) {
    xml += std::string("<!ENTITY ") + c + " \"";
    for (int i = 0; i < 10; ++i) xml += std::string("&") + static_cast<char>(c - 1) + ";";
    xml += "\">";
  }
  xml += "]><d><p><t>&o;</t></p></d>";
  const auto doc = read_docx(zipped({{"word/document.xml", xml}}));
  if (doc) CHECK(doc->text.empty());
}

}  // namespace
}  // namespace demarche
