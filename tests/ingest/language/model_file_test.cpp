#include "ingest/language/model_file.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <string>

#include "ingest/language/string_table.h"
#include "tests/ingest/language/temporary_folder.h"

namespace demarche {
namespace {

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

std::filesystem::path small_file(const TemporaryFolder& folder) {
  ModelWriter out;
  out.add("greeting", "hello");
  out.add_numbers<std::uint32_t>("numbers", std::vector<std::uint32_t>{1, 2, 3});
  add_string_table(out, "words", std::vector<std::string>{"plan", "", "talks", "größer"});
  REQUIRE(out.write(folder / "model"));
  return folder / "model";
}

}  // namespace

TEST_CASE("what was put into a model file is found in it") {
  const TemporaryFolder folder;
  const auto file = ModelFile::open(small_file(folder));
  REQUIRE(file);
  CHECK(file->text("greeting") == "hello");
  const auto numbers = file->numbers<std::uint32_t>("numbers");
  REQUIRE(numbers);
  CHECK(numbers->back() == 3);
  CHECK(file->section("nothing").empty());
  CHECK_FALSE(file->numbers<std::uint32_t>("greeting"));  // five bytes are no whole numbers
}

TEST_CASE("a string table finds each of its strings and no other") {
  const TemporaryFolder folder;
  const auto file = ModelFile::open(small_file(folder));
  REQUIRE(file);
  const auto table = StringTable::load(*file, "words");
  REQUIRE(table);
  CHECK(table->size() == 4);
  for (std::uint32_t id = 0; id < 4; ++id) CHECK(table->find((*table)[id]) == id);
  CHECK_FALSE(table->find("plans"));
  CHECK_FALSE(StringTable::load(*file, "greeting"));
}

TEST_CASE("a missing, empty, foreign or outdated file is told apart, and what to do is said") {
  const TemporaryFolder folder;
  const auto missing = ModelFile::open(folder / "none");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().kind == ErrorKind::NotFound);
  CHECK(missing.error().next == "make one with demarche-model train");

  write(folder / "empty", "");
  CHECK(ModelFile::open(folder / "empty").error().why == "empty");
  write(folder / "foreign", std::string(1000, 'x'));
  CHECK(ModelFile::open(folder / "foreign").error().why == "not a language model");

  auto bytes = bytes_of(small_file(folder));
  bytes[8] = 99;
  write(folder / "old", bytes);
  const auto old = ModelFile::open(folder / "old");
  CHECK(old.error().kind == ErrorKind::Unsupported);
  CHECK(old.error().why == "a language model of version 99, where 2 is read");
  CHECK_FALSE(ModelFile::open("/"));
}

TEST_CASE("a file cut at any byte is refused") {
  const TemporaryFolder folder;
  const auto bytes = bytes_of(small_file(folder));
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    write(folder / "cut", bytes.substr(0, length));
    CHECK_FALSE(ModelFile::open(folder / "cut"));
  }
}

TEST_CASE("a file with any byte changed is refused") {
  const TemporaryFolder folder;
  const auto bytes = bytes_of(small_file(folder));
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (at >= 56 && at < 64) continue;  // reserved
    auto changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 0x40);
    write(folder / "changed", changed);
    CHECK_FALSE(ModelFile::open(folder / "changed"));
  }
}

}  // namespace demarche
