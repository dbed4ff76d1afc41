#include "ingest/read/lines.h"

#include <catch2/catch.hpp>

#include "tests/ingest/read/reading.h"

namespace demarche {
namespace {

// The lines as "number:text", those that are too long as "number:!".
std::vector<std::string> lines_of(const std::string& bytes, std::size_t head, std::size_t limit) {
  const TemporaryFolder folder;
  auto source = ByteSource::open(folder.write("lines", bytes));
  REQUIRE(source);
  std::string begun;
  if (head > 0) REQUIRE(source->read(begun, head));
  LineReader reader(*source, begun, limit);
  std::vector<std::string> lines;
  while (true) {
    const auto next = reader.next();
    REQUIRE(next);
    if (!*next) return lines;
    const TextLine& line = **next;
    lines.push_back(std::to_string(line.number) + ":" + (line.too_long ? "!" : std::string(line.text)));
  }
}

using Lines = std::vector<std::string>;

TEST_CASE("lines come one by one with their numbers, wherever the head ends") {
  for (std::size_t head = 0; head < 12; ++head) {
    INFO(head);
    CHECK(lines_of("one\n\nthree\nfour", head, 100) == Lines{"1:one", "2:", "3:three", "4:four"});
    CHECK(lines_of("one\ntwo\n", head, 100) == Lines{"1:one", "2:two"});
    CHECK(lines_of("\n", head, 100) == Lines{"1:"});
    CHECK(lines_of("", head, 100).empty());
  }
}

TEST_CASE("a line beyond the limit is told of, and the next one comes whole") {
  CHECK(lines_of("12345\n123456\n1\n", 4, 5) == Lines{"1:12345", "2:!", "3:1"});
  CHECK(lines_of("123456", 4, 5) == Lines{"1:!"});
  CHECK(lines_of("a\n" + std::string(2'000'000, 'x') + "\nb", 4, 1000) == Lines{"1:a", "2:!", "3:b"});
}

TEST_CASE("lines longer than any buffer come whole") {
  const std::string line(3'000'000, 'x');
  CHECK(lines_of(line + "\n" + line, 4, 4'000'000) == Lines{"1:" + line, "2:" + line});
}

}  // namespace
}  // namespace demarche
