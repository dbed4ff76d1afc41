#include "ingest/read/bytes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "tests/ingest/read/reading.h"

namespace demarche {
namespace {

std::string varied_bytes(std::size_t size) {
  std::string bytes;
  for (std::uint32_t state = 1; bytes.size() < size; state = state * 1664525u + 1013904223u)
    bytes += static_cast<char>(state >> 24);
  return bytes;
}

Result<std::string> all_of(const std::filesystem::path& file, std::size_t limit) {
  auto source = ByteSource::open(file);
  if (!source) return tl::make_unexpected(source.error());
  std::string bytes;
  if (auto done = source->read_all(bytes, limit); !done) return tl::make_unexpected(done.error());
  return bytes;
}

TEST_CASE("plain and gzipped files give the same bytes") {
  const TemporaryFolder folder;
  const std::string bytes = varied_bytes(1'000'000);
  CHECK(all_of(folder.write("plain", bytes), bytes.size()).value() == bytes);
  CHECK(all_of(folder.write("packed", gzipped(bytes)), bytes.size()).value() == bytes);
  CHECK(all_of(folder.write("empty", ""), 1).value().empty());
  CHECK(all_of(folder.write("packed-empty", gzipped("")), 1).value().empty());
  CHECK(all_of(folder.write("two-members", gzipped("one ") + gzipped("two")), 100).value() == "one two");
}

TEST_CASE("one byte beyond the limit is too much") {
  const TemporaryFolder folder;
  for (const auto& file : {folder.write("plain", "12345"), folder.write("packed", gzipped("12345"))}) {
    CHECK(all_of(file, 5).has_value());
    CHECK(all_of(file, 4).error().kind == ErrorKind::Unsupported);
  }
}

TEST_CASE("gzip that is cut at any byte is an error, and never a short text") {
  const TemporaryFolder folder;
  const std::string packed = gzipped("The board accepted the bid, and then it accepted the other bid.");
  for (std::size_t length = 2; length < packed.size(); ++length) {
    INFO(length);
    CHECK_FALSE(all_of(folder.write("cut", packed.substr(0, length)), 1000).has_value());
  }
}

TEST_CASE("gzip with any byte changed gives an error or the same text") {
  const TemporaryFolder folder;
  const std::string text = "The board accepted the bid, and then it accepted the other bid.";
  const std::string packed = gzipped(text);
  for (std::size_t i = 10; i < packed.size(); ++i) {
    std::string damaged = packed;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x55);
    if (const auto bytes = all_of(folder.write("damaged", damaged), 1000)) CHECK(*bytes == text);
  }
}

TEST_CASE("what follows a packed file is passed over") {
  const TemporaryFolder folder;
  for (const char* rest : {"\x1F", "padding", "padding that is longer than what is packed"})
    CHECK(all_of(folder.write("padded", gzipped("one") + rest), 100).value() == "one");
}

TEST_CASE("a pipe gives what has come so far, and is left when that is asked for") {
  const TemporaryFolder folder;
  const std::string pipe = folder.path() / "pipe";
  for (const std::string& sent : {std::string("plain"), gzipped("plain")}) {
    std::filesystem::remove(pipe);
    REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
    int asked = 0;
    auto source = ByteSource::open(pipe, [&asked] { return ++asked > 3; });
    REQUIRE(source);
    const Descriptor writer(open(pipe.c_str(), O_WRONLY));
    REQUIRE(write(writer.number(), sent.data(), sent.size()) == static_cast<ssize_t>(sent.size()));
    std::string bytes;
    while (bytes.size() < 5) REQUIRE(source->read(bytes, 100));
    CHECK(bytes == "plain");
    CHECK(source->read(bytes, 100).error().kind == ErrorKind::Unreadable);
    CHECK(source->consumed() == sent.size());
  }
}

TEST_CASE("files that cannot be opened say why") {
  const TemporaryFolder folder;
  CHECK(ByteSource::open(folder.path() / "missing").error().kind == ErrorKind::NotFound);
  CHECK(ByteSource::open(folder.path()).error().why == "Is a directory");
}

}  // namespace
}  // namespace demarche
