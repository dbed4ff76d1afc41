// Every file of tests/cases/read/documents is read, and what reading tells is held against the file of the
// same name with ".expected" behind it. With DEMARCHE_REWRITE_CASES set, those files are written anew, to be
// reviewed.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

#include "tests/ingest/read/reading.h"

namespace demarche {
namespace {

namespace fs = std::filesystem;

std::string shown(const Document& doc) {
  const bool has_given_id = !doc.url && doc.id != content_hash(doc);
  std::string text = "path: " + doc.path + "\n";
  if (has_given_id) text += "id: " + doc.id + "\n";
  text += "title: " + doc.title + "\n";
  text += "date: " + (doc.date ? doc.date->iso() : "none") + "\n";
  text += "source: " + doc.source.value_or("none") + "\n";
  text += "url: " + doc.url.value_or("none") + "\n\n" + doc.text + "\n";
  return text;
}

std::string shown(const Told& told) {
  std::string text;
  for (const auto& doc : told.documents) text += shown(doc) + "----\n";
  for (const auto& message : told.refused) text += "refused: " + message + "\n";
  for (const auto& message : told.remarks) text += "remark: " + message + "\n";
  return text;
}

std::vector<fs::path> sample_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(case_path("documents")))
    if (entry.path().extension() != ".expected") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

bool can_be_read(const fs::path& file) {
  if (file.extension() != ".pdf" || std::system("pdftotext -v 2>/dev/null") == 0) return true;
  WARN("skipped, for pdftotext is not installed: " << file.filename());
  return false;
}

TEST_CASE("every sample document is read as its expected file says") {
  const auto files = sample_files();
  REQUIRE(files.size() >= 12);
  for (const auto& file : files) {
    if (!can_be_read(file)) continue;
    const auto name = file.filename().string();
    const std::string found = shown(read_bytes(name, file_bytes(file)));
    const fs::path expected = file.string() + ".expected";
    if (std::getenv("DEMARCHE_REWRITE_CASES")) std::ofstream(expected) << found;
    INFO(name);
    CHECK(found == file_bytes(expected));
  }
}

TEST_CASE("every sample document reads the same when it is gzipped") {
  for (const auto& file : sample_files()) {
    if (!can_be_read(file)) continue;
    const auto name = file.filename().string();
    INFO(name);
    const auto plain = read_bytes(name, file_bytes(file));
    const auto packed = read_bytes(name + ".gz", gzipped(file_bytes(file)));
    REQUIRE(plain.documents.size() == packed.documents.size());
    CHECK(plain.refused.size() == packed.refused.size());
    for (std::size_t i = 0; i < plain.documents.size(); ++i)
      CHECK(to_json(plain.documents[i]) == to_json(packed.documents[i]));
  }
}

}  // namespace
}  // namespace demarche
