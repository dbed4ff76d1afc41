// Every node takes its best head; where that makes a circle, the circle is contracted into one node, the
// smaller problem is solved, and the circle is opened where the arc that enters it lands. One child of node 0
// is enforced by making its arcs dearer than all others together.
#include "ingest/language/arborescence.h"

#include <limits>

namespace demarche {
namespace {

constexpr std::int64_t root_toll = std::int64_t{1} << 50;
constexpr std::int64_t no_arc = std::numeric_limits<std::int64_t>::min() / 4;

using Nodes = std::vector<std::size_t>;
using Contraction = TreeRoom::Contraction;

// The scores of a problem, a row for each dependent.
struct Problem {
  std::size_t size;
  std::vector<std::int64_t>& scores;

  [[nodiscard]] std::int64_t& at(std::size_t dependent, std::size_t head) const {
    return scores[dependent * size + head];
  }
};

void find_greedy_heads(const Problem& problem, Nodes& heads) {
  heads.assign(problem.size, 0);
  for (std::size_t d = 1; d < problem.size; ++d) {
    std::size_t best = 0;
    for (std::size_t h = 1; h < problem.size; ++h)
      if (h != d && problem.at(d, h) > problem.at(d, best)) best = h;
    heads[d] = best;
  }
}

// The nodes of a circle of `heads`; none where it is a tree.
void find_circle(const Nodes& heads, Nodes& seen_from, Nodes& circle) {
  circle.clear();
  seen_from.assign(heads.size(), 0);
  for (std::size_t start = 1; start < heads.size(); ++start) {
    std::size_t at = start;
    while (at != 0 && seen_from[at] == 0) {
      seen_from[at] = start;
      at = heads[at];
    }
    if (at == 0 || seen_from[at] != start) continue;
    for (std::size_t node = at; circle.empty() || node != at; node = heads[node]) circle.push_back(node);
    return;
  }
}

// Scores arcs between the nodes outside the circle and it, which is the last node of `smaller`.
void join_circle(const Problem& problem, const Nodes& circle, const Problem& smaller, std::size_t i,
                 Contraction& step) {
  const std::size_t contracted = smaller.size - 1;
  for (const auto node : circle) {
    if (const auto score = problem.at(step.outside[i], node); score > smaller.at(i, contracted)) {
      smaller.at(i, contracted) = score;
      step.leaves_at[i] = node;
    }
    const auto gain = problem.at(node, step.outside[i]) - problem.at(node, step.heads[node]);
    if (gain > smaller.at(contracted, i)) {
      smaller.at(contracted, i) = gain;
      step.enters_at[i] = node;
    }
  }
}

// The problem with the circle as one node, into room.contracted. Gives its size.
std::size_t contract(const Problem& problem, TreeRoom& room, Contraction& step) {
  room.inside.assign(problem.size, 0);
  for (const auto node : room.circle) room.inside[node] = 1;
  step.outside.clear();
  for (std::size_t node = 0; node < problem.size; ++node)
    if (!room.inside[node]) step.outside.push_back(node);

  const std::size_t contracted = step.outside.size();
  const Problem smaller{contracted + 1, room.contracted};
  room.contracted.assign(smaller.size * smaller.size, no_arc);
  step.leaves_at.assign(contracted, 0);
  step.enters_at.assign(contracted, 0);
  for (std::size_t i = 0; i < contracted; ++i) {
    for (std::size_t j = 0; j < contracted; ++j)
      smaller.at(i, j) = problem.at(step.outside[i], step.outside[j]);
    join_circle(problem, room.circle, smaller, i, step);
  }
  return smaller.size;
}

// Turns the heads before a contraction into a tree by those `found` after it.
void open_circle(const Nodes& found, Contraction& step) {
  const std::size_t contracted = step.outside.size();
  for (std::size_t i = 1; i < contracted; ++i)
    step.heads[step.outside[i]] = found[i] == contracted ? step.leaves_at[i] : step.outside[found[i]];
  const auto entry = found[contracted];
  step.heads[step.enters_at[entry]] = step.outside[entry];
}

// The heads of the best tree over room.scores.
const Nodes& solve(std::size_t size, TreeRoom& room) {
  std::size_t steps = 0;
  for (;; ++steps) {
    if (room.contractions.size() == steps) room.contractions.emplace_back();
    auto& step = room.contractions[steps];
    const Problem problem{size, room.scores};
    find_greedy_heads(problem, step.heads);
    find_circle(step.heads, room.seen_from, room.circle);
    if (room.circle.empty()) break;
    size = contract(problem, room, step);
    room.scores.swap(room.contracted);
  }
  for (; steps > 0; --steps) open_circle(room.contractions[steps].heads, room.contractions[steps - 1]);
  return room.contractions.front().heads;
}

// Whether `heads` is a tree with one child of node 0.
bool is_tree(std::span<const int> heads) {
  std::size_t roots = 0;
  for (std::size_t d = 1; d < heads.size(); ++d) {
    roots += heads[d] == 0;
    std::size_t steps = 0;
    for (int at = static_cast<int>(d); at != 0; at = heads[static_cast<std::size_t>(at)])
      if (++steps > heads.size()) return false;
  }
  return roots == 1;
}

}  // namespace

void best_tree(std::span<const std::int64_t> scores, std::span<int> heads, TreeRoom& room) {
  const std::size_t n = heads.size();
  heads[0] = -1;
  for (std::size_t d = 1; d < n; ++d) {
    std::size_t best = 0;
    for (std::size_t h = 1; h < n; ++h)
      if (h != d && scores[d * n + h] > scores[d * n + best]) best = h;
    heads[d] = static_cast<int>(best);
  }
  if (is_tree(heads)) return;

  room.scores.assign(n * n, no_arc);
  for (std::size_t d = 1; d < n; ++d)
    for (std::size_t h = 0; h < n; ++h)
      if (h != d) room.scores[d * n + h] = scores[d * n + h] - (h == 0 ? root_toll : 0);
  const auto& found = solve(n, room);
  for (std::size_t d = 1; d < n; ++d) heads[d] = static_cast<int>(found[d]);
}

}  // namespace demarche
