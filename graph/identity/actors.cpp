#include "graph/identity/actors.h"

#include <map>
#include <set>
#include <unordered_map>

#include "graph/identity/actor_names.h"
#include "graph/identity/identity.h"
#include "graph/identity/name_groups.h"

namespace demarche {
namespace {

std::string_view word_for(ActorSort sort) {
  switch (sort) {
    case ActorSort::Unknown:
      return "unknown";
    case ActorSort::Person:
      return "person";
    case ActorSort::Land:
      return "land";
    case ActorSort::Body:
      return "body";
  }
  return "";
}

std::string id_of(const ActorName& named) {
  if (!named.entry.empty()) return named.entry;
  return derived_id("a:", {std::string(word_for(named.sort)), named.name});
}

// The distinct names of all documents, and which of them each actor bears.
class NameTable {
 public:
  explicit NameTable(const Gazetteer& gazetteer) : namer_(gazetteer) {
    for (const auto& entry : gazetteer.entries()) {
      add_entry(entry, entry.name);
      for (const auto& alias : entry.aliases) add_entry(entry, alias);
    }
  }

  void add(const Extraction& found) {
    auto& borne = borne_.emplace_back();
    const auto document = static_cast<std::uint32_t>(borne_.size() - 1);
    for (auto& named : namer_.names_in(found)) {
      const auto i = place_of(named);
      note(names_[i], document, found.document.date);
      short_forms_[i].insert(named.short_forms.begin(), named.short_forms.end());
      borne.push_back(i);
    }
  }

  std::vector<std::vector<std::string>> ids() {
    const auto id = id_of_each();
    std::vector<std::vector<std::string>> all;
    for (const auto& borne : borne_) {
      auto& document = all.emplace_back();
      for (std::size_t i : borne) document.push_back(id[i]);
    }
    return all;
  }

 private:
  void add_entry(const GazetteerEntry& entry, const std::string& name) {
    const auto sort = sort_of(entry.kind);
    place_of({entry.key, sort, namer_.compared(name, sort), {}});
  }

  std::size_t place_of(const ActorName& named) {
    const auto key = named.entry + '\n' + std::string(word_for(named.sort)) + '\n' + named.name;
    const auto [at, is_new] = places_.emplace(key, names_.size());
    if (is_new) names_.push_back({{named.entry, named.sort, named.name, {}}, {}, {}, {}});
    return at->second;
  }

  // Grouped in the order of their keys, whatever the order in which the documents came.
  std::vector<std::string> id_of_each() {
    const std::map<std::string_view, std::size_t> sorted(places_.begin(), places_.end());
    std::vector<KnownName> names;
    for (const auto& [key, i] : sorted) {
      names.push_back(std::move(names_[i]));
      names.back().name.short_forms.assign(short_forms_[i].begin(), short_forms_[i].end());
    }
    const auto groups = group_names(names);
    std::vector<std::string> ids(names.size());
    std::size_t place = 0;
    for (const auto& [key, i] : sorted) ids[i] = id_of(names[groups[place++]].name);
    return ids;
  }

  static void note(KnownName& name, std::uint32_t document, const std::optional<Date>& date) {
    if (name.documents.empty() || name.documents.back() != document) name.documents.push_back(document);
    if (!date) return;
    if (!name.first || date->first_day() < *name.first) name.first = date->first_day();
    if (!name.last || date->last_day() > *name.last) name.last = date->last_day();
  }

  ActorNamer namer_;
  std::vector<KnownName> names_;
  std::unordered_map<std::string, std::size_t> places_;
  std::map<std::size_t, std::set<std::string>> short_forms_;
  std::vector<std::vector<std::size_t>> borne_;  // by document, by actor: index into names_
};

}  // namespace

std::vector<std::vector<std::string>> actor_ids(const std::vector<Extraction>& extractions,
                                                const Gazetteer& gazetteer) {
  NameTable table(gazetteer);
  for (const auto& found : extractions) table.add(found);
  return table.ids();
}

std::string government_id(const std::string& state) {
  return id_of({"", ActorSort::Body, state + ": government", {}});
}

bool rolls_up(LinkKind kind) {
  return kind == LinkKind::SpeaksFor || kind == LinkKind::SeatOf || kind == LinkKind::Leads;
}

std::vector<std::string> with_those_above(std::vector<std::string> keys, const Gazetteer& gazetteer) {
  std::set<std::string> above;
  while (!keys.empty()) {
    const auto key = std::move(keys.back());
    keys.pop_back();
    const auto* entry = gazetteer.find(key);
    if (!entry || !above.insert(key).second) continue;
    for (const auto& affiliation : entry->affiliations)
      if (rolls_up(affiliation.relation)) keys.push_back(affiliation.to);
  }
  return {above.begin(), above.end()};
}

}  // namespace demarche
