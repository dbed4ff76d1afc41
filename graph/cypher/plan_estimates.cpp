// Degrees and shares from counts of edges by type and label.
#include <algorithm>

#include "graph/cypher/plan_order.h"

namespace demarche::cypher {

TypeChoice types_in(const network::PropertyGraph& graph, const std::vector<std::string>& names) {
  TypeChoice choice;
  choice.all = names.empty();
  for (const std::string& name : names) {
    const auto id = graph.type_id(name);
    if (id && std::find(choice.types.begin(), choice.types.end(), *id) == choice.types.end())
      choice.types.push_back(*id);
  }
  return choice;
}

Towards reversed(Towards towards) {
  if (towards == Towards::Either) return towards;
  return towards == Towards::Right ? Towards::Left : Towards::Right;
}

std::optional<std::vector<network::LabelId>> Estimates::labels(const WantedNode& node) const {
  std::vector<network::LabelId> ids;
  for (const std::string& name : node.labels) {
    const auto id = graph_.label_id(name);
    if (!id) return std::nullopt;
    ids.push_back(*id);
  }
  return ids;
}

double Estimates::nodes_with(const std::vector<network::LabelId>& labels) const {
  std::size_t fewest = graph_.node_count();
  for (const network::LabelId label : labels) fewest = std::min(fewest, graph_.nodes_with(label).size());
  return static_cast<double>(fewest);
}

std::vector<network::TypeId> Estimates::each(const TypeChoice& types) const {
  if (!types.all) return types.types;
  std::vector<network::TypeId> all(graph_.types().size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<network::TypeId>(i);
  return all;
}

double Estimates::edges(const TypeChoice& types) const {
  double count = 0;
  for (const network::TypeId type : each(types)) count += static_cast<double>(graph_.edges_of_type(type));
  return count;
}

double Estimates::edges_at_far_end(network::LabelId label, const TypeChoice& types, Towards towards) const {
  double count = 0;
  for (const network::TypeId type : each(types)) {
    count += static_cast<double>(towards == Towards::Right ? graph_.edges_to(type, label)
                                                           : graph_.edges_from(label, type));
  }
  return count;
}

double Estimates::degree(const std::vector<network::LabelId>& labels, const TypeChoice& types,
                         Towards towards) const {
  if (towards == Towards::Either)
    return degree(labels, types, Towards::Right) + degree(labels, types, Towards::Left);
  double count = edges(types);
  for (const network::LabelId label : labels)
    count = std::min(count, edges_at_far_end(label, types, reversed(towards)));
  return count / std::max(1.0, nodes_with(labels));
}

std::vector<network::LabelId> Estimates::not_implied(const std::vector<network::LabelId>& labels,
                                                     const TypeChoice& types, Towards towards) const {
  std::vector<network::LabelId> rest;
  const double all = edges(types);
  for (const network::LabelId label : labels) {
    const bool right = towards == Towards::Left || edges_at_far_end(label, types, Towards::Right) == all;
    const bool left = towards == Towards::Right || edges_at_far_end(label, types, Towards::Left) == all;
    if (!right || !left) rest.push_back(label);
  }
  return rest;
}

double Estimates::share(const std::vector<network::LabelId>& labels, const TypeChoice& types,
                        Towards towards) const {
  double result = 1;
  const double all = std::max(1.0, edges(types));
  for (const network::LabelId label : labels) {
    if (towards != Towards::Either)
      result *= edges_at_far_end(label, types, towards) / all;
    else
      result *=
          (edges_at_far_end(label, types, Towards::Right) + edges_at_far_end(label, types, Towards::Left)) /
          (2 * all);
  }
  return result;
}

}  // namespace demarche::cypher
