#include "graph/model/error.h"

namespace demarche {

std::string Error::message() const {
  std::string line = what.empty() ? why : what + ": " + why;
  if (!next.empty()) line += "; " + next;
  return line;
}

}  // namespace demarche
