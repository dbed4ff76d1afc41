#include "cli/basis.h"

#include <fstream>
#include <iterator>

#include "graph/identity/identity.h"

namespace demarche {

std::string basis_of(const Options& options) {
  std::ifstream in(options.data / "actors.jsonl", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  return std::string(identity_rules) + " " + sha256(bytes);
}

}  // namespace demarche
