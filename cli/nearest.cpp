#include "cli/nearest.h"

#include <algorithm>

#include "graph/answers/likeness.h"

namespace demarche {

std::optional<std::string> nearest(std::string_view typed, const std::vector<std::string>& candidates) {
  std::optional<std::string> best;
  std::size_t least = std::max<std::size_t>(1, typed.size() / 3);
  for (const std::string& candidate : candidates) {
    const std::size_t slips = edit_distance(typed, candidate);
    if (slips > least || (best && slips == least)) continue;
    best = candidate;
    least = slips;
  }
  return best;
}

}  // namespace demarche
