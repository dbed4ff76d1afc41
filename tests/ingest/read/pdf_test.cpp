#include "ingest/read/pdf.h"

#include <catch2/catch.hpp>
#include <cstdlib>

#include "tests/ingest/read/reading.h"

namespace demarche {
namespace {

// A page of blocks of lines, as `pdftotext -bbox-layout` writes it, without the positions.
std::string page(const std::vector<std::vector<std::string>>& blocks) {
  std::string xml = "<page>";
  for (const auto& block : blocks) {
    xml += "<flow>\n<block>\n";
    for (const auto& line : block) xml += "<line>\n<word>" + line + "</word>\n</line>\n";
    xml += "</block>\n</flow>";
  }
  return xml + "</page>";
}

std::string text_of(const std::string& pages) {
  return document_of_layout("<html><body><doc>" + pages + "</doc></body></html>").text;
}

TEST_CASE("the lines of a block are one paragraph") {
  CHECK(text_of(page({{"Both sides said", "that they would", "meet again."}, {"Nobody paid."}})) ==
        "Both sides said that they would meet again.\n\nNobody paid.");
}

TEST_CASE("a word parted at a line's end is whole again, and keeps a hyphen of its own") {
  CHECK(text_of(page({{"The coun-", "tries met."}})) == "The countries met.");
  CHECK(text_of(page({{"A 28-", "point plan."}})) == "A 28-point plan.");
  CHECK(text_of(page({{"The US-", "backed plan."}})) == "The US-backed plan.");
  CHECK(text_of(page({{"He paused -", "then left."}})) == "He paused - then left.");
  CHECK(text_of(page({{"The non-", "Western states."}})) == "The non- Western states.");
}

TEST_CASE("page numbers go, and a paragraph runs over the page's end") {
  CHECK(text_of(page({{"The union and the"}, {"- 1 -"}}) + page({{"board met."}, {"They agreed."}, {"2"}})) ==
        "The union and the board met.\n\nThey agreed.");
  CHECK(text_of(page({{"They agreed."}}) + page({{"the end"}})) == "They agreed.\n\nthe end");
  CHECK(text_of(page({}) + page({{"Alone."}})) == "Alone.");
}

TEST_CASE("the properties give title and date, but no title that a program made up") {
  const auto of = [](const std::string& title) {
    return document_of_layout(
        "<html><head><title>" + title +
        "</title><meta name=\"CreationDate\" content=\"2025-12-09T08:15:00Z\"/></head><body><doc>" +
        page({{"Talks fail in Hale"}, {"They failed."}}) + "</doc></body></html>");
  };
  CHECK(of("The Hale Statement").title == "The Hale Statement");
  CHECK(of("").title == "Talks fail in Hale");
  CHECK(of("Microsoft Word - a.doc").title == "Talks fail in Hale");
  CHECK(of("final_2.docx").title == "Talks fail in Hale");
  CHECK(of("").date == Date{2025, 12, 9});
}

TEST_CASE("an empty layout is an empty document") {
  CHECK(document_of_layout("").text.empty());
}

TEST_CASE("where pdftotext is not installed one line says what to install") {
  const std::string path = std::getenv("PATH");
  setenv("PATH", "/nowhere", 1);
  const auto told = read_bytes("a.pdf", file_bytes(case_path("documents/canal.pdf")));
  setenv("PATH", path.c_str(), 1);
  CHECK(told.documents.empty());
  CHECK(told.refused ==
        std::vector<std::string>{
            "a.pdf: PDF is read by pdftotext, which is not installed; install poppler-utils"});
}

TEST_CASE("a PDF that is cut anywhere is read or refused") {
  const std::string bytes = file_bytes(case_path("documents/canal.pdf"));
  constexpr std::size_t step = 150;
  for (std::size_t length = 0; length < bytes.size(); length += step) {
    INFO(length);
    const auto doc = read_pdf(bytes.substr(0, length));
    if (doc)
      CHECK_FALSE(doc->text.empty());
    else
      CHECK_FALSE(doc.error().why.empty());
  }
}

}  // namespace
}  // namespace demarche
