#include "graph/network/value_code.h"

#include <catch2/catch.hpp>

namespace demarche::network {
namespace {

TEST_CASE("a value's bytes give it back, and bytes that were cut give null") {
  const PropertyValue values[] = {PropertyList{"a", 1, 2.5, PropertyValue(Day{3})},
                                  ZonedDateTime{12, 5, 3600, "Europe/Stockholm"}, Duration{1, 2, 3, 4}};
  for (const auto& value : values) {
    const auto bytes = encoded(value);
    CHECK(decoded(bytes) == value);
    for (std::size_t length = 0; length < bytes.size(); ++length)
      CHECK(decoded(std::string_view(bytes).substr(0, length)).is_null());
    CHECK(decoded(bytes + "x").is_null());
  }
  CHECK(decoded("?").is_null());
}

}  // namespace
}  // namespace demarche::network
