#include "graph/answers/representation.h"

#include <algorithm>
#include <deque>
#include <tuple>

#include "graph/answers/filter.h"
#include "graph/identity/actors.h"
#include "graph/identity/naming_words.h"
#include "graph/identity/wording.h"
#include "graph/model/unicode.h"

namespace demarche {
namespace {

using std::chrono::sys_days;

// A text names somebody's office, or its end, some days after an act.
constexpr std::chrono::days told_later{7};

bool has_term(const EntityLink& link) {
  return link.since || link.until;
}

}  // namespace

Representation::Representation(const Knowledge& knowledge, const std::optional<Date>& as_of)
    : knowledge_(knowledge) {
  std::set<std::tuple<std::size_t, LinkKind, std::size_t>> with_term;
  for (const auto& link : knowledge.links)
    if (has_term(link)) with_term.emplace(link.from, link.relation, link.to);
  for (std::size_t i = 0; i < knowledge.links.size(); ++i) {
    const auto& link = knowledge.links[i];
    // A text that calls somebody president does not outlast the term that the gazetteer knows.
    const bool is_overruled = !has_term(link) && with_term.contains({link.from, link.relation, link.to});
    const bool is_known = !link.document || known_by(knowledge.documents[*link.document], as_of);
    if (rolls_up(link.relation) && !is_overruled && is_known) add(i);
    if (link.relation == LinkKind::MemberOf && is_known) add_ending(link);
  }
  for (const auto& [holder, offices] : upwards_)
    for (const auto& office : offices)
      if (knowledge.links[office.link].relation == LinkKind::Leads)
        leaders_of_[knowledge.links[office.link].to].push_back(&office);
}

// Links of the same ends follow each other, the gazetteer's first.
void Representation::add(std::size_t index) {
  const auto& link = knowledge_.links[index];
  const auto& date = link.document ? knowledge_.documents[*link.document].date : std::nullopt;
  const auto day = date ? std::optional(date->first_day()) : std::nullopt;
  auto& offices = upwards_[link.from];
  const auto* before = offices.empty() ? nullptr : &knowledge_.links[offices.back().link];
  const bool is_same =
      before && !has_term(link) && before->relation == link.relation && before->to == link.to;
  if (!is_same) return offices.push_back({index, day, day});
  auto& office = offices.back();
  if (!office.first) return;
  if (!day)
    office.first = office.last = std::nullopt;
  else
    office.first = std::min(*office.first, *day), office.last = std::max(*office.last, *day);
}

// "who resigned as its chairman", "the former minister": a membership that says of itself that it is over.
void Representation::add_ending(const EntityLink& link) {
  if (!link.document || !link.evidence || !knowledge_.documents[*link.document].date) return;
  const auto words = words_of(link.evidence->text);
  const bool is_over = std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return is_naming(NamingClass::Former, fold(word)) || is_naming(NamingClass::Leaving, word);
  });
  if (is_over)
    endings_[link.from].push_back({link.to, knowledge_.documents[*link.document].date->first_day()});
}

bool Representation::has_ended(const Office& office, sys_days day) const {
  const auto& link = knowledge_.links[office.link];
  if (const auto told = endings_.find(link.from); told != endings_.end())
    for (const auto& ending : told->second)
      if (ending.body == link.to && ending.day > *office.last && day > *office.last &&
          ending.day <= day + told_later)
        return true;
  if (link.relation != LinkKind::Leads) return false;
  const auto begins_after = [&](const Office& other) {
    return other.first && *other.first > *office.last && *other.first <= day;
  };
  const auto& leaders = leaders_of_.at(link.to);
  const auto& own = upwards_.at(link.from);
  return std::any_of(leaders.begin(), leaders.end(),
                     [&](const Office* other) { return begins_after(*other); }) ||
         std::any_of(own.begin(), own.end(), begins_after);
}

bool Representation::holds(const Office& office, const std::optional<Date>& day) const {
  const auto& link = knowledge_.links[office.link];
  if (!day) return true;
  if (has_term(link))
    return (!link.since || link.since->first_day() <= day->last_day()) &&
           (!link.until || day->first_day() <= link.until->last_day());
  return !office.first ||
         (*office.first <= day->last_day() + told_later && !has_ended(office, day->first_day()));
}

std::optional<std::vector<std::size_t>> Representation::way(std::size_t actor,
                                                            const std::set<std::size_t>& asked,
                                                            const std::optional<Date>& day) const {
  std::map<std::size_t, std::vector<std::size_t>> ways{{actor, {}}};
  for (std::deque<std::size_t> next{actor}; !next.empty(); next.pop_front()) {
    const auto here = next.front();
    if (asked.contains(here)) return ways.at(here);
    const auto offices = upwards_.find(here);
    if (offices == upwards_.end()) continue;
    for (const auto& office : offices->second) {
      const auto to = knowledge_.links[office.link].to;
      if (!holds(office, day) || ways.contains(to)) continue;
      auto way = ways.at(here);
      way.push_back(office.link);
      ways.emplace(to, std::move(way));
      next.push_back(to);
    }
  }
  return std::nullopt;
}

std::vector<std::size_t> Representation::way_up(std::size_t actor, const std::optional<Date>& day) const {
  std::vector<std::size_t> way;
  std::set<std::size_t> passed{actor};
  for (auto offices = upwards_.find(actor); offices != upwards_.end();) {
    const auto& here = offices->second;
    const auto next = std::find_if(here.begin(), here.end(), [&](const Office& office) {
      return holds(office, day) && !passed.contains(knowledge_.links[office.link].to);
    });
    if (next == here.end()) break;
    way.push_back(next->link);
    passed.insert(knowledge_.links[next->link].to);
    offices = upwards_.find(knowledge_.links[next->link].to);
  }
  return way;
}

// "The government of Norland" for Norland.
bool Representation::is_of_the_same(const std::vector<std::size_t>& way) const {
  return std::all_of(way.begin(), way.end(), [&](std::size_t i) {
    const auto& link = knowledge_.links[i];
    const auto words = words_of(knowledge_.entity(link.from).name);
    return link.relation == LinkKind::SpeaksFor &&
           std::any_of(words.begin(), words.end(),
                       [](const std::string& word) { return is_naming(NamingClass::Governing, fold(word)); });
  });
}

std::size_t Representation::party(std::size_t actor, const std::optional<Date>& day) const {
  const auto way = way_up(actor, day);
  return way.empty() ? actor : knowledge_.links[way.back()].to;
}

}  // namespace demarche
