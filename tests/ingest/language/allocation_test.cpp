// Counts what is allocated while sentences are parsed, by an operator new of this program's own; not under a
// sanitizer, which has its own.
#ifndef __SANITIZE_ADDRESS__
#include <atomic>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <new>
#include <string>
#include <vector>

#include "ingest/language/parser.h"
#include "ingest/language/tokenize.h"
#include "tests/ingest/language/small_network.h"
#include "tests/ingest/language/temporary_folder.h"

namespace {

std::atomic<std::size_t> allocations{0};

}  // namespace

void* operator new(std::size_t size) {
  ++allocations;
  if (void* place = std::malloc(size > 0 ? size : 1)) return place;
  throw std::bad_alloc();
}

void operator delete(void* place) noexcept {
  std::free(place);
}

void operator delete(void* place, std::size_t) noexcept {
  std::free(place);
}

namespace demarche {

TEST_CASE("once there is room, parsing allocates nothing for tokens or sentences") {
  const TemporaryFolder folder;
  ModelWriter out;
  REQUIRE(quantise(small_network(), out));
  REQUIRE(out.write(folder / "model"));
  const auto file = ModelFile::open(folder / "model");
  REQUIRE(file);
  const auto parser = Parser::load(*file);
  REQUIRE(parser);

  Document doc;
  for (int i = 0; i < 400; ++i)
    doc.text += "The talks on number " + std::to_string(i) + " failed, as many an uncommonly long plan.\n\n";
  auto sentences = tokenize(doc, Field::Text);
  REQUIRE(sentences.size() == 400);
  const auto room = parser->make_room();
  parser->parse(sentences, *room);
  const std::size_t before = allocations;
  parser->parse(sentences, *room);
  CHECK(allocations - before <= 4);  // lists of the sentences
}

}  // namespace demarche

#endif
