// What is refused, in which words, and that the rest goes on; and what outranks what.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <thread>

#include "graph/model/unicode.h"
#include "ingest/read/limits.h"
#include "tests/ingest/read/reading.h"

namespace demarche {
namespace {

using Catch::Matchers::Contains;
using Messages = std::vector<std::string>;

constexpr const char* text =
    "Marland turns down the plan\n\nORLE, Nov. 18, 2025 - Marland rejected the plan and said that it would "
    "table its own.\n";

// Standard input is this file as long as the object lives.
class StandardInput {
 public:
  explicit StandardInput(const std::filesystem::path& file) : saved_(dup(STDIN_FILENO)) {
    const int descriptor = open(file.c_str(), O_RDONLY);
    REQUIRE(descriptor >= 0);
    dup2(descriptor, STDIN_FILENO);
    close(descriptor);
  }
  StandardInput(const StandardInput&) = delete;
  StandardInput& operator=(const StandardInput&) = delete;
  ~StandardInput() {
    dup2(saved_, STDIN_FILENO);
    close(saved_);
  }

 private:
  int saved_;
};

TEST_CASE("each bad file is refused with exactly one line that says why") {
  using namespace std::string_literals;
  struct Case {
    std::string name, bytes, message;
  };
  const std::string page = "<html><body><nav><p>Home</p></nav><script>var a = 1;</script></body></html>";
  const std::string german =
      "Die Regierung hat den Vorschlag der Opposition am Montag abgelehnt und will nun einen eigenen Entwurf "
      "vorlegen.";
  const std::vector<Case> bad = {
      {"empty.txt", "", "empty.txt: empty"},
      {"white.txt", " \n\t\r\n ", "white.txt: holds nothing but white space"},
      {"white.jsonl", "\n\n \n", "white.jsonl: holds nothing but white space"},
      {"binary.txt", "\x7f"s + "ELF\x02\x01\x01\0\0\0\0\0\x03\0>\0"s, "binary.txt: binary data, not text"},
      {"binary.jsonl", "SQLite format 3\0\x10\0\x01\x01"s, "binary.jsonl: binary data, not JSON Lines"},
      {"picture.json", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s, "picture.json: binary data, not text"},
      {"old.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"s,
       "old.doc: an old or locked Office file; save it as .docx"},
      {"zip.docx", "PK\x03\x04\x14\0"s, "zip.docx: truncated or damaged zip archive"},
      {"cut.json", R"({"text": "The board accep)",
       "cut.json: not JSON: missing a closing quotation mark in string (at byte 25)"},
      {"number.json", "17", "number.json: neither a document nor an array of documents"},
      {"none.json", "[]", "none.json: an empty array: no documents"},
      {"latin.json", "{\"text\": \"caf\xe9\"}", "latin.json: not UTF-8; convert it with iconv"},
      {"untexted.json", R"({"title": "Only a title"})", "untexted.json: no text"},
      {"nul.json", R"({"text": "a \u0000 b"})", "nul.json: a NUL character in its text"},
      {"page.html", page, "page.html: no text in it"},
      {"heading.md", "```\nonly code\n```\n", "heading.md: no text in it"},
      {"german.txt", german, "german.txt: not in English but in German"},
      {"front.txt", "---\ntitle: a: b\n---\ntext",
       "front.txt: front matter: line 2: illegal map value; put quotation marks around a value that holds a "
       "colon"},
      {"day.txt", "---\ndate: soon\n---\ntext",
       "day.txt: front matter: date: not a day: soon; write YYYY-MM-DD, YYYY-MM or YYYY"},
  };
  for (const auto& [name, bytes, message] : bad) {
    INFO(name);
    const auto told = read_bytes(name, bytes);
    CHECK(told.refused == Messages{message});
    CHECK(told.documents.empty());
    CHECK(told.progress == bytes.size());
  }
}

TEST_CASE("a path that cannot be read is refused with one line") {
  const TemporaryFolder folder;
  CHECK_THAT(read_path(folder.path() / "missing.txt").refused.at(0), Contains("No such file"));
  CHECK_THAT(read_path(folder.path()).refused.at(0), Contains("Is a directory"));
  const auto link = folder.path() / "dangling.txt";
  std::filesystem::create_symlink("nowhere", link);
  CHECK(read_path(link).refused.size() == 1);
  if (getuid() != 0) {
    const auto file = folder.write("locked.txt", text);
    std::filesystem::permissions(file, std::filesystem::perms::none);
    CHECK_THAT(read_path(file).refused.at(0), Contains("Permission denied"));
  }
}

TEST_CASE("a document larger than the limit is refused") {
  const TemporaryFolder folder;
  const auto file = folder.write("long.txt", std::string(largest_document + 1, 'a'));
  const auto told = read_path(file);
  REQUIRE(told.refused.size() == 1);
  CHECK_THAT(told.refused[0], Contains("larger than 64 MB; split it"));
  CHECK(told.progress == largest_document + 1);

  std::filesystem::resize_file(file, 4 * largest_document);
  CHECK(read_path(file).refused == told.refused);
}

TEST_CASE("what inflates beyond the limit is refused") {
  const auto told = read_bytes("bomb.txt.gz", gzipped(std::string(largest_document + 1, ' ')));
  REQUIRE(told.refused.size() == 1);
  CHECK_THAT(told.refused[0], Contains("larger than 64 MB"));
}

TEST_CASE("a line of JSON Lines beyond the limit is refused, and the next one read") {
  const std::string good = R"({"text": "The board accepted the bid.", "date": "2025"})";
  const auto lines = good + "\n{\"text\": \"" + std::string(largest_document, 'a') + "\"}\n" + good + "\n";
  const auto told = read_bytes("long.jsonl", lines);
  CHECK(told.refused == Messages{"long.jsonl:2: a line longer than 64 MB"});
  REQUIRE(told.documents.size() == 2);
  CHECK(told.documents[1].path == "long.jsonl#3");
}

TEST_CASE("gzip that is cut gives the whole lines before the cut and one refusal") {
  std::string lines;
  for (int i = 0; i < 2000; ++i)
    lines += R"({"text": "The board accepted bid number )" + std::to_string(i * 7919) +
             R"(.", "date": "2025"})" + "\n";
  const auto packed = gzipped(lines);
  const auto told = read_bytes("cut.jsonl.gz", packed.substr(0, packed.size() / 2));
  CHECK(told.refused == Messages{"cut.jsonl.gz: truncated: the gzip data ends early"});
  CHECK(told.documents.size() > 100);
  CHECK(told.documents.size() < 2000);
}

TEST_CASE("the format is taken from the option, else from what the file holds and its name says") {
  const std::string json = R"({"title": "Bid", "text": "The board accepted the bid.", "date": "2025"})";
  CHECK(read_bytes("object", json).documents.at(0).title == "Bid");
  CHECK(read_bytes("lines.json", json + "\n" + json + "\n").documents.size() == 2);
  CHECK(read_bytes("lines", json + "\n" + json).documents.size() == 2);
  CHECK(read_bytes("page", "<!DOCTYPE html><title>Bid</title><p>The board accepted the bid.")
            .documents.at(0)
            .title == "Bid");
  CHECK(read_bytes("notes.log", text).documents.at(0).title == "Marland turns down the plan");
  CHECK(read_bytes("notes.txt", "# Bid\n\nThe board accepted it.").documents.at(0).title == "# Bid");
  CHECK(read_bytes("notes.txt", "# Bid\n\nThe board accepted it.", {Format::Markdown, {}, {}})
            .documents.at(0)
            .title == "Bid");
}

TEST_CASE("options outrank what the document says, which outranks its dateline") {
  const std::string front = "---\ndate: 2025-11-20\nsource: Northwire\n---\n" + std::string(text);
  CHECK(read_bytes("a.txt", text).documents.at(0).date == Date{2025, 11, 18});
  CHECK(read_bytes("a.txt", front).documents.at(0).date == Date{2025, 11, 20});
  CHECK(read_bytes("a.txt", front).documents.at(0).source == "Northwire");
  const ReadOptions options{{}, Date{2024, 1, 0}, "Desk"};
  CHECK(read_bytes("a.txt", front, options).documents.at(0).date == Date{2024, 1, 0});
  CHECK(read_bytes("a.txt", front, options).documents.at(0).source == "Desk");
}

TEST_CASE("a document without a date is read, with one remark") {
  const auto told =
      read_bytes("a.txt", "Marland rejected the plan on Tuesday, November 18, and tabled its own.");
  CHECK(told.remarks == Messages{"a.txt: has no date; give one with --date"});
  REQUIRE(told.documents.size() == 1);
  CHECK_FALSE(told.documents[0].date);
}

TEST_CASE("the id is the one given, else the URL, else the hash of the content") {
  const auto id_of = [](const char* json) { return read_bytes("a.json", json).documents.at(0).id; };
  CHECK(id_of(R"({"id": "x", "url": "https://a.example/", "text": "The board accepted it."})") == "x");
  CHECK(id_of(R"({"url": "https://a.example/", "text": "The board accepted it."})") == "https://a.example/");
  CHECK(id_of(R"({"text": "The board accepted it."})").size() == 64);
  CHECK(id_of(R"({"text": "The board accepted it."})") != id_of(R"({"text": "The board rejected it."})"));
}

TEST_CASE("standard input is read like a file, and has no path") {
  const TemporaryFolder folder;
  const StandardInput input(folder.write("input", R"({"text": "The board accepted it.", "date": "2025"})"
                                                  "\n{}\n"));
  const auto told = read_path("-");
  REQUIRE(told.documents.size() == 1);
  CHECK(told.documents[0].path.empty());
  CHECK(told.refused == Messages{"standard input:2: no text"});
}

TEST_CASE("a named pipe that is named itself is read to its end") {
  const TemporaryFolder folder;
  const auto pipe = folder.path() / "pipe";
  REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  std::thread writer([&] { std::ofstream(pipe) << text; });
  const auto told = read_path(pipe);
  writer.join();
  CHECK(told.documents.size() == 1);
}

TEST_CASE("reading stops between documents when it is asked to") {
  const std::string line = R"({"text": "The board accepted the bid.", "date": "2025"})";
  const TemporaryFolder folder;
  const auto file = folder.write("a.jsonl", line + "\n" + line + "\n" + line + "\n");
  int read = 0;
  ReadEvents events;
  events.document = [&](Document&&) { ++read; };
  events.stop = [&] { return read == 2; };
  read_input({file, 0}, {}, events);
  CHECK(read == 2);
}

TEST_CASE("events that nobody listens to are not told") {
  const TemporaryFolder folder;
  read_input({folder.write("a.txt", text), 1}, {}, {});
  read_input({folder.write("b.txt", ""), 1}, {}, {});
  read_input({folder.write("c.txt", "Marland rejected the plan on Tuesday."), 1}, {}, {});
}

TEST_CASE("a file's name that is not UTF-8 is shown as UTF-8") {
  const auto told = read_bytes("caf\xe9.txt", text);
  REQUIRE(told.documents.size() == 1);
  CHECK(is_utf8(told.documents[0].path));
}

}  // namespace
}  // namespace demarche
