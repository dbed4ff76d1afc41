#include "cli/output.h"

#include <unistd.h>

#include <catch2/catch.hpp>

namespace demarche {
namespace {

TEST_CASE("a full disk is an error that is told once, at the end") {
  std::FILE* full = std::fopen("/dev/full", "w");
  REQUIRE(full != nullptr);
  Output out(full);
  out.write("some text");
  const Result<void> written = out.finish();
  REQUIRE_FALSE(written);
  CHECK(written.error().message() == "standard output: No space left on device");
  CHECK_FALSE(out.open());
  std::fclose(full);
}

TEST_CASE("a reader that has gone away ends the writing and is no error") {
  ignore_broken_pipes();
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  close(ends[0]);
  std::FILE* broken = fdopen(ends[1], "w");
  Output out(broken);
  out.write("some text");
  CHECK(out.finish());
  CHECK_FALSE(out.open());
  std::fclose(broken);
}

}  // namespace
}  // namespace demarche
