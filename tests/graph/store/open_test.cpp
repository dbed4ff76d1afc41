#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <functional>

#include "graph/store/store.h"
#include "tests/graph/store/samples.h"

namespace demarche {
namespace {

using namespace samples;
namespace fs = std::filesystem;

fs::path graph_file(const fs::path& file) {
  auto store = open(file);
  for (int n = 1; n <= 3; ++n) must(store.put(sample(n)));
  return file;
}

// What opening gives: "ok", or the Error's message.
std::string outcome(const fs::path& file, Access access) {
  const auto store = Store::open(file, access);
  return store ? "ok" : store.error().message();
}

// The result of `body` in a process of a user who may not write everywhere.
std::string as_nobody(const std::function<std::string()>& body) {
  constexpr uid_t nobody = 65534;
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    const bool is_changed = geteuid() != 0 || (setgid(nobody) == 0 && setuid(nobody) == 0);
    const auto result = is_changed ? body() : "cannot change the user";
    const auto written = write(ends[1], result.data(), result.size());
    _exit(written == static_cast<ssize_t>(result.size()) ? 0 : 1);
  }
  close(ends[1]);
  std::string result;
  char buffer[4096];
  for (ssize_t size = 0; (size = read(ends[0], buffer, sizeof buffer)) > 0;)
    result.append(buffer, static_cast<std::size_t>(size));
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  CHECK(status == 0);
  return result;
}

// Opens to read, and gives the content.
std::string content(const fs::path& file) {
  const auto store = Store::open(file, Access::Read);
  if (!store) return store.error().message();
  std::string lines;
  const auto walked = store->each_extraction(WithText::Yes, [&](Extraction&& found) -> Result<void> {
    lines += found.document.path + ' ' + to_json(found, WithText::Yes) + '\n';
    return {};
  });
  return walked ? lines : walked.error().message();
}

// A folder as on a read-only disk, until it goes out of scope.
class ReadOnly {
 public:
  explicit ReadOnly(const Folder& folder) : folder_(folder.path()) {
    for (const auto& entry : fs::directory_iterator(folder_)) chmod(entry.path().c_str(), 0444);
    chmod(folder_.c_str(), 0555);
  }
  ReadOnly(const ReadOnly&) = delete;
  ReadOnly& operator=(const ReadOnly&) = delete;
  ~ReadOnly() { chmod(folder_.c_str(), 0755); }

 private:
  fs::path folder_;
};

TEST_CASE("A graph file says in its header whose it is, and leaves nothing beside itself") {
  Folder folder;
  const auto file = graph_file(folder / "g.db");
  const auto bytes = bytes_of(file);
  CHECK(bytes.substr(68, 4) == "Dmrc");
  CHECK(bytes.substr(60, 4) == std::string("\0\0\0\2", 4));
  CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator{}) == 1);
  { CHECK_FALSE(dump(open(file, Access::Read)).empty()); }
  CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator{}) == 1);
  CHECK(bytes_of(file) == bytes);
}

TEST_CASE("Files of any name can be graph files") {
  for (const auto* name : {"a b.db", "file:x?mode=memory", "100%25#1.db", ":memory:", "naïve — 图.db",
                           "it's \"it\".db", "new\nline", "\xff\xfe.db", "-wal", "noending"}) {
    INFO(name);
    Folder folder;
    graph_file(folder / name);
    CHECK(dump(open(folder / name, Access::Read)) == dump(open(folder / name)));
    fs::permissions(folder.path(), fs::perms(0755));
    const ReadOnly disk(folder);
    CHECK(as_nobody([&] { return content(folder / name); }) == content(folder / name));
  }
}

TEST_CASE("A relative path that looks like a URI is a path") {
  Folder folder;
  const auto before = fs::current_path();
  fs::current_path(folder.path());
  graph_file("file:g.db?mode=memory");
  CHECK(fs::exists(folder / "file:g.db?mode=memory"));
  fs::current_path(before);
}

TEST_CASE("What is no graph file is refused in one line, and not touched") {
  Folder folder;
  const auto file = folder / "g.db";
  const auto next_to_nothing = [&] {
    return std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator{}) == 1;
  };
  std::string why;
  SECTION("a text") {
    write_bytes(file, "Not a database, but a text of some length: " + std::string(200, 'x'));
    why = "not a graph file";
  }
  SECTION("a short text") {
    write_bytes(file, "SQLite");
    why = "not a graph file";
  }
  SECTION("the beginning of a database") {
    write_bytes(file, std::string("SQLite format 3\0\x10\0\2\2", 20));
    why = "damaged: cut short";
  }
  SECTION("a database of another program, with a log") {
    SQLite::Database db(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    db.exec("PRAGMA journal_mode = WAL; CREATE TABLE t (x); INSERT INTO t VALUES (1)");
    why = "an SQLite file of another program, not a graph file";
    CHECK(outcome(file, Access::Read) == file.string() + ": " + why);
    CHECK(outcome(file, Access::Write) == file.string() + ": " + why);
    CHECK(db.execAndGet("SELECT count(*) FROM t").getInt() == 1);
  }
  const auto bytes = bytes_of(file);
  CHECK(outcome(file, Access::Read) == file.string() + ": " + why);
  CHECK(outcome(file, Access::Write) == file.string() + ": " + why);
  CHECK(bytes_of(file) == bytes);
  CHECK(next_to_nothing());
}

TEST_CASE("An empty file is new to a writer, and nothing to a reader") {
  Folder folder;
  const auto file = folder / "g.db";
  write_bytes(file, "");
  CHECK_THAT(outcome(file, Access::Read), Catch::Contains("empty, not a graph file"));
  CHECK(outcome(file, Access::Write) == "ok");
  CHECK(outcome(file, Access::Read) == "ok");
}

TEST_CASE("A missing file is not found by a reader, nor made by it") {
  Folder folder;
  const auto store = Store::open(folder / "g.db", Access::Read);
  REQUIRE_FALSE(store);
  CHECK(store.error().kind == ErrorKind::NotFound);
  CHECK_FALSE(fs::exists(folder / "g.db"));
  CHECK_THAT(outcome(folder / "no/g.db", Access::Write), Catch::Contains("cannot be written: No such file"));
  CHECK_THAT(outcome("", Access::Read), Catch::Contains("no such graph file"));
}

TEST_CASE("Folders and devices are no graph files") {
  Folder folder;
  for (const auto access : {Access::Read, Access::Write}) {
    CHECK(outcome(folder.path(), access) == folder.path().string() + ": a folder, not a file");
    CHECK(outcome("/dev/null", access) == "/dev/null: not a regular file");
  }
}

TEST_CASE("A file with our mark but without our tables is damaged") {
  Folder folder;
  const auto file = graph_file(folder / "g.db");
  run_sql(file, "DROP TABLE meta");
  for (const auto access : {Access::Read, Access::Write}) {
    const auto store = Store::open(file, access);
    REQUIRE_FALSE(store);
    CHECK(store.error().kind == ErrorKind::Malformed);
    CHECK_THAT(store.error().why, Catch::Contains("damaged: no such table"));
  }
}

TEST_CASE("A file on a read-only disk can be read, and says why it cannot be written") {
  Folder folder;
  const auto file = graph_file(folder / "g.db");
  const auto whole = content(file);
  const ReadOnly disk(folder);
  CHECK(as_nobody([&] { return content(file); }) == whole);
  CHECK(as_nobody([&] { return message(Store::open(file, Access::Read)->verify().value()); }) == "");
  CHECK(as_nobody([&] { return outcome(file, Access::Write); }) ==
        file.string() + ": cannot be written: Permission denied");
  CHECK(as_nobody([&] { return Store::open(file, Access::Read)->put(sample(4)).error().message(); }) ==
        file.string() + ": cannot be written: attempt to write a readonly database");
  CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator{}) == 1);
}

TEST_CASE("A reader's store refuses to be written") {
  Folder folder;
  auto store = open(graph_file(folder / "g.db"), Access::Read);
  CHECK(store.put(sample(4)).error().kind == ErrorKind::Unreadable);
  CHECK(store.forget("doc-1").error().kind == ErrorKind::Unreadable);
}

TEST_CASE("A file that may not be read says so") {
  Folder folder;
  const auto file = graph_file(folder / "g.db");
  chmod(folder.path().c_str(), 0755);
  chmod(file.c_str(), 0000);
  for (const auto access : {Access::Read, Access::Write})
    CHECK(as_nobody([&] { return outcome(file, access); }) == file.string() + ": Permission denied");
}

// Puts a document and ends without closing the file, as a killed program does.
void leave_a_log(const fs::path& file) {
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    auto store = Store::open(file, Access::Write);
    const bool is_put = store && store->put(sample(4));
    _exit(is_put ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  REQUIRE(status == 0);
  REQUIRE(fs::file_size(file.string() + "-wal") > 0);
}

TEST_CASE("A log that a killed program left is taken in by the next reader") {
  Folder folder;
  const auto file = graph_file(folder / "g.db");
  leave_a_log(file);
  CHECK_THAT(content(file), Catch::Contains("doc-4"));
  CHECK_FALSE(fs::exists(file.string() + "-wal"));
  CHECK_FALSE(fs::exists(file.string() + "-shm"));
}

TEST_CASE("A log on a read-only disk is refused in one line with the next step") {
  Folder folder;
  const auto file = graph_file(folder / "g.db");
  leave_a_log(file);
  fs::remove(file.string() + "-shm");
  const ReadOnly disk(folder);
  CHECK(as_nobody([&] { return outcome(file, Access::Read); }) ==
        file.string() +
            ": its write-ahead log cannot be read here; open it once where it can be written, then copy it");
}

TEST_CASE("A file cut short anywhere is refused or found damaged, and not touched") {
  constexpr std::size_t step = 512;
  Folder folder;
  const auto whole = bytes_of(graph_file(folder / "whole.db"));
  const auto file = folder / "cut.db";
  for (std::size_t size = 0; size < whole.size(); size += step) {
    INFO("cut to " << size);
    const auto cut = whole.substr(0, size);
    write_bytes(file, cut);
    const auto store = Store::open(file, Access::Read);
    if (store) {
      const auto defects = store->verify();
      CHECK((!defects || !defects->empty()));
    } else {
      CHECK_FALSE(store.error().why.empty());
    }
    CHECK(bytes_of(file) == cut);
  }
}

TEST_CASE("A writer survives a file cut short anywhere") {
  constexpr std::size_t step = 512;
  Folder folder;
  const auto whole = bytes_of(graph_file(folder / "whole.db"));
  for (std::size_t size = step; size < whole.size(); size += step) {
    INFO("cut to " << size);
    const auto file = folder / fmt::format("cut-{}.db", size);
    write_bytes(file, whole.substr(0, size));
    auto store = Store::open(file, Access::Write);
    if (!store) continue;
    const auto put = store->put(sample(1));
    CHECK((put || put.error().kind == ErrorKind::Malformed));
  }
}

}  // namespace
}  // namespace demarche
