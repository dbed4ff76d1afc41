// Every reader survives whatever becomes of a file: cut at any byte, or with bytes changed. It gives
// documents or says once why not; what it gives is text. The changes come from a fixed sequence, so that a
// failure can be seen again.
#include <catch2/catch.hpp>
#include <random>

#include "graph/model/unicode.h"
#include "tests/ingest/read/archive.h"
#include "tests/ingest/read/reading.h"

namespace demarche {
namespace {

struct Sample {
  std::string name, bytes;
};

// Small, for each is read once for every byte.
std::vector<Sample> samples() {
  const std::string line =
      R"({"id": "1", "title": "Bid", "date": "2025-01-02", "text": "The board \u00e9 accepted “it”."})";
  const std::string xml =
      R"(<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>The board accepted it.</w:t></w:r></w:p></w:body></w:document>)";
  std::vector<Sample> all = {
      {"a.txt", "---\ntitle: Bid\ndate: 2025-01-02\n---\nHALE, 3 May 2025 - The board accepted “it”.\r\n"},
      {"a.md",
       "# Bid\n\n- The [board](https://a.example) *accepted* `it`\n\n| a | b |\n|---|---|\n| c | &amp; |\n"},
      {"a.json", "{\"documents\": [" + line + "]}"},
      {"a.jsonl", line + "\n\n" + line + "\n"},
      {"a.docx", zipped({{"word/document.xml", xml}, {"docProps/core.xml", "<p><title>Bid</title></p>"}})},
      {"b.txt", std::string("\xFF\xFE") + std::string("T\0h\0e\0 \0b\0o\0a\0r\0d\0", 18)},
      {"a.html",
       R"(<!DOCTYPE html><html><head><meta charset="utf-8"><title>Bid</title><meta property="og:title" content="B">)"
       R"(<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Bid","publisher":{"name":"N"}}]}</script>)"
       R"(</head><body><nav>Home</nav><article><p>The board accepted &quot;it&quot;.</p><ul><li>One</ul></article></body></html>)"}};
  all.push_back({"a.jsonl.gz", gzipped(all[3].bytes)});
  return all;
}

void check(const TemporaryFolder& folder, const Sample& sample, const std::string& bytes) {
  const auto told = read_bytes(folder, sample.name, bytes);
  CHECK(told.progress == bytes.size());
  CHECK_FALSE((told.documents.empty() && told.refused.empty()));
  for (const auto& doc : told.documents) {
    CHECK_FALSE(doc.id.empty());
    CHECK_FALSE(doc.text.empty());
    CHECK(is_utf8(doc.text));
    CHECK(is_utf8(doc.title));
    CHECK(is_utf8(to_json(doc)));
  }
  const bool has_one_document = sample.name.find(".jsonl") == std::string::npos;
  if (has_one_document) CHECK(told.documents.size() + told.refused.size() == 1);
  for (const auto& message : told.refused) CHECK(is_utf8(message));
}

TEST_CASE("every reader survives a cut at every byte") {
  const TemporaryFolder folder;
  for (const auto& sample : samples())
    for (std::size_t length = 0; length <= sample.bytes.size(); ++length) {
      INFO(sample.name << " cut at " << length);
      check(folder, sample, sample.bytes.substr(0, length));
    }
}

TEST_CASE("every reader survives changed bytes") {
  const TemporaryFolder folder;
  constexpr int rounds = 400;
  std::mt19937 random(20251203);
  for (const auto& sample : samples())
    for (int round = 0; round < rounds; ++round) {
      std::string bytes = sample.bytes;
      for (auto changes = random() % 4 + 1; changes > 0; --changes)
        bytes[random() % bytes.size()] = static_cast<char>(random() % 256);
      INFO(sample.name << ", round " << round);
      check(folder, sample, bytes);
    }
}

TEST_CASE("every reader survives bytes that are left out, doubled and moved") {
  const TemporaryFolder folder;
  constexpr int rounds = 200;
  std::mt19937 random(20251204);
  for (const auto& sample : samples())
    for (int round = 0; round < rounds; ++round) {
      const std::size_t from = random() % sample.bytes.size();
      const std::size_t size = random() % (sample.bytes.size() - from) + 1;
      std::string bytes = sample.bytes;
      if (round % 2 == 0)
        bytes.erase(from, size);
      else
        bytes.insert(random() % bytes.size(), sample.bytes.substr(from, size));
      INFO(sample.name << ", round " << round);
      check(folder, sample, bytes);
    }
}

TEST_CASE("pages and lists that are nested without end are read or refused") {
  std::string page, end, list, array;
  for (int i = 0; i < 100'000; ++i) {
    page += "<div>";
    list += "> ";
    array += "[";
  }
  for (const auto& [name, bytes] :
       std::vector<Sample>{{"a.html", page + "<p>The board accepted it."},
                           {"a.md", list + "The board accepted it."},
                           {"a.json", array},
                           {"a.jsonl", "{\"text\": \"a\", \"more\": " + array + "}"}}) {
    INFO(name);
    const auto told = read_bytes(name, bytes);
    CHECK(told.documents.size() + told.refused.size() == 1);
  }
}

}  // namespace
}  // namespace demarche
