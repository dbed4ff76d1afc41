// Any bytes as a query: they are parsed and checked, and what is well formed is planned and run over an empty
// graph for a moment. Build with clang's -fsanitize=fuzzer, or with standalone.cpp to read files.
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "graph/cypher/engine.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace demarche;
  const auto query = cypher::prepare(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!query) {
    static_cast<void>(
        cypher::underlined(query.error(), std::string_view(reinterpret_cast<const char*>(data), size)));
    return 0;
  }
  const network::PropertyGraph nothing;
  static_cast<void>(
      cypher::run(*query, nothing, {}, {std::chrono::milliseconds(100), std::size_t{64} << 20}));
  return 0;
}
