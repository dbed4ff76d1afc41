#include "graph/answers/versions.h"

#include <algorithm>
#include <boost/pending/disjoint_sets.hpp>
#include <utility>

namespace demarche {

Versions::Versions(const Knowledge& knowledge) {
  const auto size = knowledge.identity.entities.size();
  boost::disjoint_sets_with_storage<> sets(size);
  for (const auto& link : knowledge.links)
    if (link.relation == LinkKind::Revises) sets.union_set(link.from, link.to);
  for (std::size_t i = 0; i < size; ++i) family_.push_back(sets.find_set(i));
}

std::vector<std::size_t> Versions::all_of(std::size_t entity) const {
  std::vector<std::size_t> versions;
  for (std::size_t i = 0; i < family_.size(); ++i)
    if (family_[i] == family_[entity]) versions.push_back(i);
  return versions;
}

std::optional<std::size_t> revised_by(const Knowledge& knowledge, std::size_t entity) {
  const auto& links = knowledge.links;  // ordered by ends and relation
  auto link = std::partition_point(links.begin(), links.end(), [&](const EntityLink& candidate) {
    return std::pair(candidate.from, candidate.relation) < std::pair(entity, LinkKind::Revises);
  });
  const bool is_found = link != links.end() && link->from == entity && link->relation == LinkKind::Revises;
  return is_found ? std::optional(link->to) : std::nullopt;
}

}  // namespace demarche
