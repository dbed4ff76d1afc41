// Finding inputs: which files of a folder are taken, in which order.
#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "tests/ingest/read/reading.h"

namespace demarche {
namespace {

namespace fs = std::filesystem;

struct Found {
  std::vector<std::string> paths;  // without the folder
  std::vector<std::string> refused;
};

Found find(const TemporaryFolder& folder, const std::vector<std::string>& names) {
  std::vector<std::string> paths;
  for (const auto& name : names) paths.push_back(name == "-" ? name : (folder.path() / name).string());
  Found found;
  const std::string above = folder.path().string() + "/";
  const auto shorten = [&](std::string text) {
    return text.starts_with(above) ? text.substr(above.size()) : text;
  };
  for (const auto& input :
       find_inputs(paths, [&](const Error& e) { found.refused.push_back(shorten(e.message())); }))
    found.paths.push_back(shorten(input.path.string()));
  return found;
}

using Names = std::vector<std::string>;

TEST_CASE("a folder is walked in the order of names, and what is no document is passed over") {
  const TemporaryFolder folder;
  for (const char* name :
       {"in/b.txt", "in/a.md", "in/a.MD.GZ", "in/sub/c.html", "in/z.jsonl.gz", "in/photo.jpg", "in/noending",
        "in/.hidden.txt", "in/.git/d.txt", "in/archive.gz", "in/e.text", "in/f.xhtml", "in/g.ndjson",
        "in/h.docx", "in/i.pdf", "in/j.json", "in/k.htm", "in/l.markdown"})
    folder.write(name, "x");
  const auto found = find(folder, {"in"});
  CHECK(found.paths == Names{"in/a.MD.GZ", "in/a.md", "in/b.txt", "in/e.text", "in/f.xhtml", "in/g.ndjson",
                             "in/h.docx", "in/i.pdf", "in/j.json", "in/k.htm", "in/l.markdown",
                             "in/sub/c.html", "in/z.jsonl.gz"});
  CHECK(found.refused.empty());
}

TEST_CASE("a file that is named itself is taken, whatever its name") {
  const TemporaryFolder folder;
  for (const char* name : {"photo.jpg", ".hidden"}) folder.write(name, "x");
  CHECK(find(folder, {"photo.jpg", "-", ".hidden"}).paths == Names{"photo.jpg", "-", ".hidden"});
}

TEST_CASE("what is named twice is taken once") {
  const TemporaryFolder folder;
  folder.write("in/a.txt", "x");
  CHECK(find(folder, {"in/a.txt", "in", "in/../in/a.txt", "in/"}).paths == Names{"in/a.txt"});
}

TEST_CASE("links to files are followed, links to folders are not, so that no walk goes in a circle") {
  const TemporaryFolder folder;
  const auto file = folder.write("in/a.txt", "x");
  fs::create_directory_symlink(folder.path() / "in", folder.path() / "in/circle");
  fs::create_symlink(file, folder.path() / "in/b.txt");
  fs::create_symlink("nowhere", folder.path() / "in/c.txt");
  const auto found = find(folder, {"in"});
  CHECK(found.paths == Names{"in/a.txt", "in/b.txt"});
  CHECK(found.refused == Names{"in/c.txt: a link to a file that is not there"});
  CHECK(find(folder, {"in/circle"}).paths.size() == 2);
}

TEST_CASE("a pipe in a folder is passed over") {
  const TemporaryFolder folder;
  folder.write("in/a.txt", "x");
  REQUIRE(mkfifo((folder.path() / "in/pipe.txt").c_str(), 0600) == 0);
  CHECK(find(folder, {"in"}).paths == Names{"in/a.txt"});
}

TEST_CASE("a missing path and a folder without documents are refused, each with one line") {
  const TemporaryFolder folder;
  folder.write("pictures/a.jpg", "x");
  folder.write("in/a.txt", "x");
  const auto found = find(folder, {"missing.txt", "pictures", "in"});
  CHECK(found.paths == Names{"in/a.txt"});
  CHECK(found.refused ==
        Names{"missing.txt: no such file or folder",
              "pictures: no documents in this folder; known endings are " + known_endings()});
}

TEST_CASE("inputs carry their size") {
  const TemporaryFolder folder;
  const auto file = folder.write("a.txt", "12345");
  CHECK(find_inputs({file.string()}, {}).at(0).bytes == 5);
  CHECK(find_inputs({"-"}, {}).at(0).bytes == 0);
}

}  // namespace
}  // namespace demarche
