#include "graph/answers/likeness.h"

#include <catch2/catch.hpp>

namespace demarche {
namespace {

TEST_CASE("letters changed, left out, added and swapped count one each") {
  CHECK(edit_distance("plan", "plan") == 0);
  CHECK(edit_distance("plan", "paln") == 1);
  CHECK(edit_distance("plan", "plant") == 1);
  CHECK(edit_distance("plan", "pan") == 1);
  CHECK(edit_distance("plan", "clan") == 1);
  CHECK(edit_distance("", "plan") == 4);
  CHECK(edit_distance("plan", "") == 4);
}

TEST_CASE("short words allow no slip, long ones two") {
  CHECK(is_slip("us", "us"));
  CHECK_FALSE(is_slip("us", "uk"));
  CHECK(is_slip("plan", "paln"));
  CHECK_FALSE(is_slip("plan", "pact"));
  CHECK(is_slip("zelensky", "zelenskyy"));
  CHECK(is_slip("zelenski", "zelenskyy"));
  CHECK_FALSE(is_slip("framework", "frameshop"));
}

TEST_CASE("a number of points is read in its ways of writing") {
  CHECK(points_in("28-point plan") == 28);
  CHECK(points_in("the plan of 28 points") == 28);
  CHECK(points_in("set of 28") == 28);
  CHECK(points_in("twenty-eight-point plan") == 28);
  CHECK(points_in("Twelve points") == 12);
  CHECK(points_in("the plan's 27 proposals") == 27);
}

TEST_CASE("what is no number of points is not read as one") {
  for (const auto* name : {"", "plan", "the 2025 budget", "a $45 billion bid", "45 percent offer", "a point",
                           "€20 offer", "99999999999999999999", "points"}) {
    INFO(name);
    CHECK_FALSE(points_in(name));
  }
}

TEST_CASE("distance runs from a name that is borne to one that shares nothing") {
  Entity entity;
  entity.aliases = {"Vladimir Putin", "Putin"};
  CHECK(distance_to(entity, "PUTIN") == 0.0);
  CHECK(distance_to(entity, "Putni") < 0.5);
  CHECK(distance_to(entity, "Macron") > distance_to(entity, "Putni"));
}

}  // namespace
}  // namespace demarche
