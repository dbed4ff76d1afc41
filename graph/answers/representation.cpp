#include "graph/answers/representation.h"

#include <algorithm>
#include <deque>
#include <tuple>

#include "graph/identity/actors.h"

namespace demarche {
namespace {

bool has_term(const EntityLink& link) {
  return link.since || link.until;
}

}  // namespace

Representation::Representation(const Knowledge& knowledge, const std::vector<std::size_t>& asked)
    : knowledge_(knowledge), asked_(asked.begin(), asked.end()) {
  std::set<std::tuple<std::size_t, LinkKind, std::size_t>> with_term;
  for (const auto& link : knowledge.links)
    if (has_term(link)) with_term.emplace(link.from, link.relation, link.to);
  for (std::size_t i = 0; i < knowledge.links.size(); ++i) {
    const auto& link = knowledge.links[i];
    // A text that calls somebody president does not outlast the term that the gazetteer knows.
    const bool is_overruled = !has_term(link) && with_term.contains({link.from, link.relation, link.to});
    if (rolls_up(link.relation) && !is_overruled) upwards_[link.from].push_back(i);
  }
}

bool Representation::holds(const EntityLink& link, const std::optional<Date>& day) const {
  if (!day) return true;
  return (!link.since || link.since->first_day() <= day->last_day()) &&
         (!link.until || day->first_day() <= link.until->last_day());
}

std::optional<std::vector<std::size_t>> Representation::way(std::size_t actor,
                                                            const std::optional<Date>& day) const {
  std::map<std::size_t, std::vector<std::size_t>> ways{{actor, {}}};
  for (std::deque<std::size_t> next{actor}; !next.empty(); next.pop_front()) {
    const auto here = next.front();
    if (asked_.contains(here)) return ways.at(here);
    const auto links = upwards_.find(here);
    if (links == upwards_.end()) continue;
    for (std::size_t i : links->second) {
      const auto& link = knowledge_.links[i];
      if (!holds(link, day) || ways.contains(link.to)) continue;
      auto way = ways.at(here);
      way.push_back(i);
      ways.emplace(link.to, std::move(way));
      next.push_back(link.to);
    }
  }
  return std::nullopt;
}

}  // namespace demarche
