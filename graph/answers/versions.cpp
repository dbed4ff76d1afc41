#include "graph/answers/versions.h"

#include <algorithm>
#include <boost/pending/disjoint_sets.hpp>
#include <numeric>
#include <utility>

#include "graph/answers/filter.h"

namespace demarche {
namespace {

std::vector<const EntityLink*> revisions(const Knowledge& knowledge, const std::optional<Date>& as_of) {
  std::vector<const EntityLink*> links;
  for (const auto& link : knowledge.links) {
    const bool is_known = !link.document || known_by(knowledge.documents[*link.document], as_of);
    if (link.relation == LinkKind::Revises && is_known) links.push_back(&link);
  }
  return links;
}

}  // namespace

Versions::Versions(const Knowledge& knowledge, const std::optional<Date>& as_of) {
  const auto size = knowledge.identity.entities.size();
  boost::disjoint_sets_with_storage<> sets(size);
  const auto links = revisions(knowledge, as_of);
  for (const auto* link : links) sets.union_set(link->from, link->to);
  for (std::size_t i = 0; i < size; ++i) family_.push_back(sets.find_set(i));
  by_family_.resize(size);
  std::iota(by_family_.begin(), by_family_.end(), 0);
  std::ranges::stable_sort(by_family_, {}, [&](std::size_t i) { return family_[i]; });

  // Longest way down to a first version; texts that claim to revise each other end after as many rounds.
  depth_.resize(size);
  bool changed = true;
  for (std::size_t round = 0; changed && round < links.size(); ++round) {
    changed = false;
    for (const auto* link : links)
      if (depth_[link->from] <= depth_[link->to]) depth_[link->from] = depth_[link->to] + 1, changed = true;
  }

  first_told_.resize(size);
  for (std::size_t i = 0; i < knowledge.documents.size(); ++i) {
    const auto& doc = knowledge.documents[i];
    if (!doc.date || !known_by(doc, as_of)) continue;
    for (std::size_t entity : knowledge.identity.documents[i].proposals) {
      auto& first = first_told_[entity];
      first = first ? std::min(*first, doc.date->first_day()) : doc.date->first_day();
    }
  }
}

std::vector<std::size_t> Versions::all_of(std::size_t entity) const {
  const auto of = [&](std::size_t i) { return family_[i]; };
  const auto versions = std::ranges::equal_range(by_family_, family_[entity], {}, of);
  return {versions.begin(), versions.end()};
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
