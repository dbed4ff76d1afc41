#include "ingest/read/child.h"

#include <catch2/catch.hpp>
#include <csignal>

namespace demarche {
namespace {

constexpr ChildLimits wide{std::chrono::seconds(30), 10u << 20};

TEST_CASE("a program reads the input and gives its output, however large they are") {
  const std::string input(3'000'000, 'x');
  const auto output = run_child({"cat"}, input, wide);
  REQUIRE(output);
  CHECK(output->status == 0);
  CHECK(output->text == input);
  CHECK(run_child({"cat"}, "", wide)->text.empty());
}

TEST_CASE("a program that does not read its input does no harm") {
  const auto output = run_child({"echo", "a b", "$HOME; *"}, std::string(3'000'000, 'x'), wide);
  REQUIRE(output);
  CHECK(output->text == "a b $HOME; *\n");
}

TEST_CASE("the exit status and a signal are told") {
  CHECK(run_child({"false"}, "", wide)->status == 1);
  CHECK(run_child({"sh", "-c", "kill -KILL $$"}, "", wide)->status == 128 + SIGKILL);
}

TEST_CASE("a program that is not there is not found") {
  CHECK(run_child({"demarche-no-such-program"}, "", wide).error().kind == ErrorKind::NotFound);
}

TEST_CASE("a program beyond its limits is ended") {
  CHECK(run_child({"sleep", "600"}, "", {std::chrono::milliseconds(50), 100}).error().why ==
        "takes too long to convert");
  CHECK(run_child({"cat", "/dev/zero"}, "", {std::chrono::seconds(30), 100}).error().why ==
        "holds too much text");
}

}  // namespace
}  // namespace demarche
