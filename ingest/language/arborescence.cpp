// Every node takes its best head; where that makes a circle, the circle is contracted into one node, the
// smaller problem is solved, and the circle is opened where the arc that enters it lands. One child of node 0
// is enforced by making its arcs dearer than all others together.
#include "ingest/language/arborescence.h"

#include <limits>

namespace demarche {
namespace {

constexpr std::int64_t root_toll = std::int64_t{1} << 50;
constexpr std::int64_t no_arc = std::numeric_limits<std::int64_t>::min() / 4;

struct Problem {
  std::size_t size = 0;
  std::vector<std::int64_t> scores;  // row: dependent

  explicit Problem(std::size_t n) : size(n), scores(n * n, no_arc) {}
  [[nodiscard]] std::int64_t& at(std::size_t dependent, std::size_t head) {
    return scores[dependent * size + head];
  }
  [[nodiscard]] std::int64_t at(std::size_t dependent, std::size_t head) const {
    return scores[dependent * size + head];
  }
};

std::vector<std::size_t> greedy_heads(const Problem& problem) {
  std::vector<std::size_t> heads(problem.size, 0);
  for (std::size_t d = 1; d < problem.size; ++d) {
    std::size_t best = 0;
    for (std::size_t h = 1; h < problem.size; ++h)
      if (h != d && problem.at(d, h) > problem.at(d, best)) best = h;
    heads[d] = best;
  }
  return heads;
}

// The nodes of a circle of `heads`; none where it is a tree.
std::vector<std::size_t> find_circle(const std::vector<std::size_t>& heads) {
  std::vector<std::size_t> seen_from(heads.size(), 0);
  for (std::size_t start = 1; start < heads.size(); ++start) {
    std::size_t at = start;
    while (at != 0 && seen_from[at] == 0) {
      seen_from[at] = start;
      at = heads[at];
    }
    if (at == 0 || seen_from[at] != start) continue;
    std::vector<std::size_t> circle;
    for (std::size_t node = at; circle.empty() || node != at; node = heads[node]) circle.push_back(node);
    return circle;
  }
  return {};
}

std::vector<std::size_t> solve(const Problem& problem);

// Solves with `circle` as one node, then opens it.
std::vector<std::size_t> solve_contracted(const Problem& problem, std::vector<std::size_t> heads,
                                          const std::vector<std::size_t>& circle) {
  std::vector<char> inside(problem.size, 0);
  for (const auto node : circle) inside[node] = 1;
  std::vector<std::size_t> outside;  // the old numbers of the nodes that stay
  for (std::size_t node = 0; node < problem.size; ++node)
    if (!inside[node]) outside.push_back(node);

  const std::size_t contracted = outside.size();
  Problem smaller(contracted + 1);
  std::vector<std::size_t> leaves_at(contracted);  // for a node outside: its best head in the circle
  std::vector<std::size_t> enters_at(contracted);  // for a head outside: the node of the circle it takes over
  for (std::size_t i = 0; i < contracted; ++i) {
    for (std::size_t j = 0; j < contracted; ++j) smaller.at(i, j) = problem.at(outside[i], outside[j]);
    for (const auto node : circle) {
      if (problem.at(outside[i], node) > smaller.at(i, contracted)) {
        smaller.at(i, contracted) = problem.at(outside[i], node);
        leaves_at[i] = node;
      }
      const auto gain = problem.at(node, outside[i]) - problem.at(node, heads[node]);
      if (gain > smaller.at(contracted, i)) {
        smaller.at(contracted, i) = gain;
        enters_at[i] = node;
      }
    }
  }
  const auto found = solve(smaller);
  for (std::size_t i = 1; i < contracted; ++i)
    heads[outside[i]] = found[i] == contracted ? leaves_at[i] : outside[found[i]];
  const auto entry = found[contracted];
  heads[enters_at[entry]] = outside[entry];
  return heads;
}

std::vector<std::size_t> solve(const Problem& problem) {
  auto heads = greedy_heads(problem);
  const auto circle = find_circle(heads);
  return circle.empty() ? heads : solve_contracted(problem, std::move(heads), circle);
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

void best_tree(std::span<const std::int64_t> scores, std::span<int> heads) {
  const std::size_t n = heads.size();
  heads[0] = -1;
  for (std::size_t d = 1; d < n; ++d) {
    std::size_t best = 0;
    for (std::size_t h = 1; h < n; ++h)
      if (h != d && scores[d * n + h] > scores[d * n + best]) best = h;
    heads[d] = static_cast<int>(best);
  }
  if (is_tree(heads)) return;

  Problem problem(n);
  for (std::size_t d = 1; d < n; ++d)
    for (std::size_t h = 0; h < n; ++h)
      if (h != d) problem.at(d, h) = scores[d * n + h] - (h == 0 ? root_toll : 0);
  const auto found = solve(problem);
  for (std::size_t d = 1; d < n; ++d) heads[d] = static_cast<int>(found[d]);
}

}  // namespace demarche
