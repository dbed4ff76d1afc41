#include "graph/model/document.h"

#include <catch2/catch.hpp>

#include "graph/model/unicode.h"
#include "tests/case_rows.h"

namespace demarche {
namespace {

TEST_CASE("lines of JSON are read as documents, or refused with the reason") {
  for (const auto& row : case_rows("model/documents.jsonl")) {
    const std::string line = row["line"].GetString();
    INFO(line);
    const auto doc = document_from_json(line);
    if (row.HasMember("why")) {
      REQUIRE_FALSE(doc);
      CHECK(doc.error().kind == ErrorKind::Malformed);
      CHECK(doc.error().what.empty());
      CHECK(doc.error().why == row["why"].GetString());
    } else {
      REQUIRE(doc);
      CHECK(to_json(*doc) == row["written"].GetString());
    }
  }
}

TEST_CASE("what is written is read back the same") {
  const Document doc{"id \"1\"", "T\u00EFtle \U0001F54A",           Date{2025, 11, 0},
                     "S\n",      "https://a.example/?q=1&r=\u2014", "Text\t\\ / \u0001 \u2028 end.",
                     ""};
  const auto read = document_from_json(to_json(doc));
  REQUIRE(read);
  CHECK(read->id == doc.id);
  CHECK(read->title == doc.title);
  CHECK(read->date == doc.date);
  CHECK(read->source == doc.source);
  CHECK(read->url == doc.url);
  CHECK(read->text == doc.text);
  CHECK(to_json(doc).find('\n') == std::string::npos);
}

TEST_CASE("a document that is cut at any byte is refused") {
  const std::string line =
      R"({"id":"a","title":"T \ud83d\udd4a é","date":"2025-12-03","source":null,"url":"https://a.example/","text":"The “text”."})";
  REQUIRE(document_from_json(line));
  for (std::size_t length = 0; length < line.size(); ++length) {
    INFO(length);
    CHECK_FALSE(document_from_json(line.substr(0, length)));
  }
}

TEST_CASE("bytes that are no UTF-8, lone surrogates and NULs are refused wherever they stand") {
  CHECK(document_from_json(R"({"text": "\ud83d\udd4a \\ud83d"})"));
  CHECK_FALSE(document_from_json(R"({"text": "\\ud83d\udd4a"})"));
  for (const std::string& bad :
       {std::string("\xE9"), std::string("\xC0\x80"), std::string("\xED\xA0\x80"), std::string("\xF0\x9F"),
        std::string("\\ud83d"), std::string("\\udd4a"), std::string("\0", 1)}) {
    CHECK_FALSE(document_from_json("{\"text\": \"a" + bad + "\"}"));
    CHECK_FALSE(document_from_json("{\"text\": \"a\", \"more\": \"" + bad + "\"}"));
    CHECK_FALSE(document_from_json("{\"text\": \"a\"}" + bad));
  }
}

TEST_CASE("JSON that is nested without end is refused, not followed") {
  const std::string open(100'000, '[');
  const std::string close(100'000, ']');
  CHECK_FALSE(document_from_json("{\"text\": \"a\", \"more\": " + open + close + "}"));
  CHECK_FALSE(document_from_json(open));
  std::string brackets_in_text(1000, '[');
  CHECK(document_from_json("{\"text\": \"" + brackets_in_text + "\"}"));
  CHECK(document_from_json("{\"text\": \"\\\"" + brackets_in_text + "\\\\\"}"));
}

TEST_CASE("the hash depends on title, date, source and text, and on nothing else") {
  const Document doc{"", "Title", Date{2025, 12, 3}, "Source", std::nullopt, "Text", ""};
  const auto hash = content_hash(doc);
  CHECK(hash.size() == 64);
  const Document elsewhere{"id", doc.title, doc.date, doc.source, "https://a.example/", doc.text, "path"};
  CHECK(content_hash(elsewhere) == hash);
  for (const Document& other : {Document{"", "Titles", doc.date, doc.source, {}, doc.text, ""},
                                Document{"", doc.title, Date{2025, 12, 4}, doc.source, {}, doc.text, ""},
                                Document{"", doc.title, {}, doc.source, {}, doc.text, ""},
                                Document{"", doc.title, doc.date, {}, {}, doc.text, ""},
                                Document{"", doc.title, doc.date, doc.source, {}, doc.text + "\n", ""},
                                Document{"", "Titl", doc.date, doc.source, {}, "e" + doc.text, ""}})
    CHECK(content_hash(other) != hash);
}

TEST_CASE("SHA-256 is the one everybody knows") {
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("a document is named by its id, else its URL, else its hash") {
  Document doc{"", "", std::nullopt, std::nullopt, std::nullopt, "Text", ""};
  Document named = doc;
  name_document(named);
  CHECK(named.id == content_hash(doc));
  named = doc;
  named.url = "";
  name_document(named);
  CHECK(named.id == content_hash(doc));
  named = doc;
  named.url = "https://a.example/";
  name_document(named);
  CHECK(named.id == "https://a.example/");
  named.id = "given";
  name_document(named);
  CHECK(named.id == "given");
}

TEST_CASE("fields have the names of the contract") {
  CHECK(name(Field::Title) == "title");
  CHECK(name(Field::Text) == "text");
  CHECK(field_named("title") == Field::Title);
  CHECK(field_named("text") == Field::Text);
  CHECK_FALSE(field_named("Text"));
  CHECK_FALSE(field_named(""));
}

}  // namespace
}  // namespace demarche
