// Units are joined one pair after another: the analyst's pairs first, then every anchor with the entity that
// it was found to be. A join that would bring two distinct anchors together is left undone.
#include "graph/identity/overlay.h"

#include <algorithm>
#include <set>

#include "graph/identity/identity.h"

namespace demarche {
namespace {

// An anchor, or a whole entity without its anchors: no document, and the id behind a mark no id has.
using Unit = Anchor;

Unit whole(const std::string& id) {
  return {"", "\n" + id};
}

class Units {
 public:
  explicit Units(const Overlay& overlay) : overlay_(overlay) {}

  void join(const Unit& a, const Unit& b) {
    auto& one = set_of(a);
    auto& other = set_of(b);
    if (one == other || are_apart(sets_.at(one), sets_.at(other))) return;
    const auto kept = std::min(one, other);
    const auto dropped = std::max(one, other);
    for (const auto& unit : sets_.at(dropped)) place_[unit] = kept, sets_[kept].insert(unit);
    sets_.erase(dropped);
  }

  [[nodiscard]] const std::set<Unit>& together_with(const Unit& unit) { return sets_.at(set_of(unit)); }

 private:
  std::size_t& set_of(const Unit& unit) {
    const auto [at, is_new] = place_.emplace(unit, place_.size());
    if (is_new) sets_[at->second].insert(unit);
    return at->second;
  }

  [[nodiscard]] bool are_apart(const std::set<Unit>& a, const std::set<Unit>& b) const {
    return std::any_of(overlay_.distinct.begin(), overlay_.distinct.end(), [&](const auto& pair) {
      return (a.contains(pair.first) && b.contains(pair.second)) ||
             (a.contains(pair.second) && b.contains(pair.first));
    });
  }

  const Overlay& overlay_;
  std::map<Unit, std::size_t> place_;
  std::map<std::size_t, std::set<Unit>> sets_;
};

// A key of the gazetteer rather than a derived id, else the one that sorts first; where no whole entity is in
// the set, one of its own.
std::string id_for(const std::set<Unit>& units, const std::string& prefix) {
  std::string best;
  for (const auto& unit : units) {
    if (!unit.local.starts_with('\n')) continue;
    const auto id = unit.local.substr(1);
    const bool is_key = !id.starts_with(prefix);
    if (best.empty() || (is_key && best.starts_with(prefix))) best = id;
  }
  if (!best.empty()) return best;
  return derived_id(prefix, {"apart", units.begin()->document, units.begin()->local});
}

// All anchors in the order in which they claim their entity: the first of each pair, then the others.
std::vector<Anchor> anchors_of(const Overlay& overlay) {
  std::vector<Anchor> anchors;
  for (const auto* pairs : {&overlay.distinct, &overlay.same})
    for (const auto& [a, b] : *pairs) anchors.push_back(a);
  for (const auto* pairs : {&overlay.distinct, &overlay.same})
    for (const auto& [a, b] : *pairs) anchors.push_back(b);
  for (const auto& [anchor, name] : overlay.names) anchors.push_back(anchor);
  return anchors;
}

}  // namespace

Rearranged rearrange(const Overlay& overlay, const std::string& prefix,
                     const std::function<std::string(const Anchor&)>& id_of) {
  Units units(overlay);
  const auto is_there = [&](const Anchor& anchor) { return !id_of(anchor).empty(); };
  for (const auto& [a, b] : overlay.same)
    if (is_there(a) && is_there(b)) units.join(a, b);
  const auto anchors = anchors_of(overlay);
  for (const auto& anchor : anchors)
    if (is_there(anchor)) units.join(anchor, whole(id_of(anchor)));

  Rearranged result;
  for (const auto& anchor : anchors) {
    const auto id = id_of(anchor);
    if (id.empty()) continue;
    result.anchors.emplace(anchor, id_for(units.together_with(anchor), prefix));
    if (auto now = id_for(units.together_with(whole(id)), prefix); now != id)
      result.ids.emplace(id, std::move(now));
  }
  return result;
}

}  // namespace demarche
