#include "graph/network/undirected.h"

#include <algorithm>
#include <tuple>

namespace demarche::network {
namespace {

bool leads_alike(const Step& a, const Step& b) {
  return a.from == b.from && a.to == b.to;
}

}  // namespace

Undirected::Undirected(const PropertyGraph& graph, const std::vector<TypeId>& types, Keep keep) {
  std::vector<bool> is_wanted(graph.types().size());
  for (const auto type : types) is_wanted[type] = true;
  for (EdgeId edge = 0; edge < graph.edge_count(); ++edge) {
    if (!is_wanted[graph.type(edge)]) continue;
    steps_.push_back({graph.source(edge), graph.target(edge), edge});
    steps_.push_back({graph.target(edge), graph.source(edge), edge});
  }
  std::sort(steps_.begin(), steps_.end(), [](const Step& a, const Step& b) {
    return std::tie(a.from, a.to, a.edge) < std::tie(b.from, b.to, b.edge);
  });
  if (keep == Keep::Simple) {
    std::erase_if(steps_, [](const Step& step) { return step.from == step.to; });
    steps_.erase(std::unique(steps_.begin(), steps_.end(), leads_alike), steps_.end());
  }
  for (const auto& step : steps_) {
    const bool is_loop_again = !edges_.empty() && edges_.back() == step;
    if (step.from <= step.to && !is_loop_again) edges_.push_back(step);
  }
  starts_.assign(graph.node_count() + 1, 0);
  for (const auto& step : steps_) ++starts_[step.from + 1];
  for (std::size_t node = 1; node < starts_.size(); ++node) starts_[node] += starts_[node - 1];
}

std::vector<TypeId> types_without(const PropertyGraph& graph, std::string_view unwanted) {
  std::vector<TypeId> types;
  for (std::size_t type = 0; type < graph.types().size(); ++type)
    if (graph.types()[type] != unwanted) types.push_back(static_cast<TypeId>(type));
  return types;
}

}  // namespace demarche::network
