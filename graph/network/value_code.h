// A property's value as bytes, for columns that hold values of several types. Equal values have equal bytes;
// numbers are little-endian. Written to snapshots: never change what a byte means. Tested by
// tests/graph/network/value_code_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "graph/network/property_graph.h"

namespace demarche::network {

[[nodiscard]] std::string encoded(const PropertyValue& value);

// The value, null where `bytes` were cut or never came from `encoded`.
[[nodiscard]] PropertyValue decoded(std::string_view bytes);

}  // namespace demarche::network
