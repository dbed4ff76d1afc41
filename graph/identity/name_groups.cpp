// Every rule looks only at names that share a key of its own (the name, its sound, the surname, the acronym,
// the name without one letter), so the cost stays near that of sorting. Names are taken in the order of their
// keys and joined under the better one.
#include "graph/identity/name_groups.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/pending/disjoint_sets.hpp>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "graph/identity/naming_words.h"
#include "graph/identity/spelling.h"

namespace demarche {
namespace {

using Names = std::vector<std::size_t>;  // indices, ascending
using Blocks = std::unordered_map<std::string, Names>;

constexpr std::size_t shortest_sounded = 6;        // letters; shorter names have too many neighbours
constexpr std::size_t shortest_mistyped = 6;       // letters
constexpr std::size_t slip_is_rarer = 8;           // times, than the name it stands for
constexpr std::size_t oddity_is_in = 2;            // documents, at most
constexpr std::size_t shortest_oddity = 10;        // letters
constexpr std::chrono::days short_name_alone{60};  // is taken up from texts at most so far away

bool share_any(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  const auto& [few, many] = a.size() < b.size() ? std::tie(a, b) : std::tie(b, a);
  return std::any_of(few.begin(), few.end(),
                     [&](auto document) { return std::binary_search(many.begin(), many.end(), document); });
}

std::string_view last_word(std::string_view name) {
  return name.substr(name.rfind(' ') + 1);
}
std::string_view first_word(std::string_view name) {
  return name.substr(0, name.find(' '));
}

// "il" of "il: army".
std::string_view state_in(std::string_view name) {
  const auto colon = name.find(": ");
  return colon == std::string_view::npos ? "" : name.substr(0, colon);
}

std::string_view without_state(std::string_view name) {
  const auto state = state_in(name);
  return state.empty() ? name : name.substr(state.size() + 2);
}

// "dwu" of "dock and wharf workers union": letters that begin its words in their order, the first and the
// last word's among them.
bool is_initials_of(std::string_view letters, std::string_view name) {
  if (!is_one_word(letters) || is_one_word(name) || letters.front() != name.front() ||
      letters.back() != last_word(name).front())
    return false;
  std::size_t next = 0;
  for (std::string_view word : pieces_of(name))
    if (next < letters.size() && word.front() == letters[next]) ++next;
  return next == letters.size();
}

class Grouping {
 public:
  explicit Grouping(const std::vector<KnownName>& names) : names_(names), sets_(names.size()) {
    best_.resize(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) best_[i] = i;
  }

  std::vector<std::size_t> run() {
    join_entries();
    join_unknown_sorts();
    join_stateless();  // before "Senate" is taken for the entry that bears the bare name
    join_sounds();
    join_middle_names();
    join_surnames();
    join_short_forms();
    join_roles();
    join_offices();
    join_tails();
    join_heads();
    join_ends();
    join_slips();
    std::vector<std::size_t> groups;
    for (std::size_t i = 0; i < names_.size(); ++i) groups.push_back(best(i));
    return groups;
  }

 private:
  [[nodiscard]] const ActorName& name(std::size_t i) const { return names_[i].name; }
  [[nodiscard]] std::size_t best(std::size_t i) { return best_[sets_.find_set(i)]; }

  [[nodiscard]] bool is_better(std::size_t a, std::size_t b) const {
    const auto rank = [&](std::size_t i) {
      return std::tuple(name(i).entry.empty(), -static_cast<std::ptrdiff_t>(names_[i].documents.size()),
                        std::string_view(name(i).name), name(i).sort);
    };
    return rank(a) < rank(b);
  }

  // Entries are never joined with each other, nor sorts mixed, nor what a document tells apart.
  bool may_join(std::size_t a, std::size_t b) {
    const auto x = best(a);
    const auto y = best(b);
    if (x == y) return false;
    if (!name(x).entry.empty() && !name(y).entry.empty() && name(x).entry != name(y).entry) return false;
    const auto one = name(x).sort;
    const auto other = name(y).sort;
    if (one != other && one != ActorSort::Unknown && other != ActorSort::Unknown) return false;
    return !share_any(names_[a].documents, names_[b].documents);
  }

  void join(std::size_t a, std::size_t b) {
    if (may_join(a, b)) unite(a, b);
  }

  void unite(std::size_t a, std::size_t b) {
    const auto better = is_better(best(a), best(b)) ? best(a) : best(b);
    sets_.union_set(a, b);
    best_[sets_.find_set(a)] = better;
  }

  template <class Key>
  [[nodiscard]] Blocks blocks(Key key) const {
    Blocks found;
    for (std::size_t i = 0; i < names_.size(); ++i)
      if (auto text = key(i); !text.empty()) found[std::move(text)].push_back(i);
    return found;
  }

  // The blocks of more than one name, in the order of their keys.
  static std::map<std::string_view, const Names*> crowded(const Blocks& blocks) {
    std::map<std::string_view, const Names*> sorted;
    for (const auto& [key, members] : blocks)
      if (members.size() > 1) sorted.emplace(key, &members);
    return sorted;
  }

  // All names of one entry, also where a document has two of them for two actors: they are the entry's.
  void join_entries() {
    const auto same = blocks([&](std::size_t i) { return name(i).entry; });
    for (const auto& [key, members] : crowded(same))
      for (std::size_t i : *members) unite(members->front(), i);
  }

  // A name whose kind a text does not tell is that of the commonest kind.
  void join_unknown_sorts() {
    const auto same = blocks([&](std::size_t i) { return name(i).name; });
    for (const auto& [key, members] : crowded(same)) {
      std::optional<std::size_t> known;
      for (std::size_t i : *members)
        if (name(i).sort != ActorSort::Unknown && (!known || is_better(i, *known))) known = i;
      for (std::size_t i : *members)
        if (known && name(i).sort == ActorSort::Unknown) join(*known, i);
    }
  }

  void join_sounds() {
    const auto alike = blocks([&](std::size_t i) {
      const std::string_view text = name(i).name;
      const auto state = state_in(text);
      if (text.size() < shortest_sounded) return std::string();
      return std::string(state) + sound_of(text.substr(state.size()));
    });
    for (const auto& [key, members] : crowded(alike)) join_to_best(*members);
  }

  void join_to_best(const Names& members) {
    const auto best = *std::min_element(members.begin(), members.end(),
                                        [&](std::size_t a, std::size_t b) { return is_better(a, b); });
    for (std::size_t i : members) join(best, i);
  }

  // "Mohammed al-Sudani" is the one person of that first and last name who has a middle name.
  void join_middle_names() {
    const auto alike = blocks([&](std::size_t i) -> std::string {
      if (name(i).sort != ActorSort::Person || is_one_word(name(i).name)) return "";
      return std::string(first_word(name(i).name)) + ' ' + std::string(last_word(name(i).name));
    });
    for (const auto& [key, members] : crowded(alike)) {
      std::set<std::size_t> fuller;
      for (std::size_t i : *members)
        if (name(i).name != key) fuller.insert(best(i));
      if (fuller.size() == 1) join_to_best(*members);
    }
  }

  // A surname alone, however spelt, is the one person so called in texts of the same weeks; it may be that of
  // somebody of whom its text does not tell that it is a person.
  void join_surnames() {
    const auto namesakes = blocks([&](std::size_t i) -> std::string {
      const auto sort = name(i).sort;
      const bool may_be_surname =
          sort == ActorSort::Person ||
          (sort == ActorSort::Unknown && is_one_word(name(i).name) && name(i).entry.empty());
      return may_be_surname && !names_[i].documents.empty() ? sound_of(last_word(name(i).name)) : "";
    });
    for (const auto& [surname, members] : crowded(namesakes)) {
      std::map<std::size_t, std::size_t> persons;  // by group, one name each
      for (std::size_t i : *members)
        if (!is_one_word(name(i).name)) persons.emplace(best(i), i);
      if (persons.size() != 1) continue;
      const auto person = persons.begin()->second;
      for (std::size_t i : *members)
        if (is_one_word(name(i).name) && are_near(i, person)) join_surname(i, person);
    }
  }

  // A word that may be anything must be spelt as the surname is; but who is found so beside the full name is
  // the same, though one document lists both.
  void join_surname(std::size_t i, std::size_t person) {
    if (name(i).sort == ActorSort::Person) return join(person, i);
    const bool is_spelt_so = name(i).name == last_word(name(person).name);
    if (is_spelt_so && best(i) == i) unite(person, i);
  }

  [[nodiscard]] bool are_near(std::size_t a, std::size_t b) const {
    const auto& one = names_[a];
    const auto& other = names_[b];
    if (!one.first || !other.first) return true;
    return *one.first - *other.last <= short_name_alone && *other.first - *one.last <= short_name_alone;
  }

  // An acronym or a first word alone is the one actor that some document of the same weeks gives both its
  // name and the short form.
  void join_short_forms() {
    std::map<std::string_view, std::set<std::size_t>> bearers;
    for (std::size_t i = 0; i < names_.size(); ++i)
      for (const auto& form : name(i).short_forms)
        if (form != name(i).name) bearers[form].insert(i);
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (!name(i).entry.empty() || name(i).sort == ActorSort::Person) continue;
      const auto known = bearers.find(name(i).name);
      if (known == bearers.end()) continue;
      const auto bearer = the_one_near(known->second, i);
      const bool is_spelt = bearer && is_initials_of(name(i).name, name(*bearer).name);
      if (is_spelt && best(i) == i)
        unite(*bearer, i);  // though a document lists both, which does not say that they are one
      else if (bearer)
        join(*bearer, i);
    }
  }

  // "The arbitrator" is the one person of the same weeks who is named and so called; "the chair of the talks"
  // where her document names her.
  void join_roles() {
    std::map<std::string_view, std::set<std::size_t>> bearers;
    for (std::size_t i = 0; i < names_.size(); ++i)
      for (const auto& form : name(i).short_forms)
        if (is_naming(NamingClass::Role, form) && !is_called_by_role(i)) bearers[form].insert(i);
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const auto known = bearers.find(first_word(name(i).name));
      if (!is_called_by_role(i) || known == bearers.end()) continue;
      std::map<std::size_t, std::size_t> near;  // by group, one name each
      for (std::size_t bearer : known->second)
        if (are_near(bearer, i)) near.emplace(best(bearer), bearer);
      const bool is_one = near.size() == 1 && best(i) == i;
      if (is_one && (is_one_word(name(i).name) ||
                     share_any(names_[i].documents, names_[near.begin()->second].documents)))
        unite(near.begin()->second, i);
    }
  }

  [[nodiscard]] bool is_called_by_role(std::size_t i) const {
    return name(i).sort == ActorSort::Person && is_naming(NamingClass::Role, first_word(name(i).name));
  }

  // "The harbour minister" is the one person of the same weeks who is named and so called, of whatever land
  // where the text names none.
  void join_offices() {
    std::map<std::string_view, std::set<std::size_t>> bearers;
    for (std::size_t i = 0; i < names_.size(); ++i)
      for (const auto& form : name(i).short_forms)
        if (name(i).sort == ActorSort::Person && form != name(i).name) {
          bearers[form].insert(i);
          bearers[without_state(form)].insert(i);
        }
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const auto known = name(i).sort == ActorSort::Person ? bearers.find(name(i).name) : bearers.end();
      if (known == bearers.end() || best(i) != i) continue;
      std::map<std::size_t, std::size_t> near;  // by group, one name each
      for (std::size_t bearer : known->second)
        if (are_near(bearer, i)) near.emplace(best(bearer), bearer);
      if (near.size() == 1) unite(near.begin()->second, i);
    }
  }

  // "The Senate" of a text that names no state is the one of texts of the same weeks.
  void join_stateless() {
    std::map<std::string_view, std::set<std::size_t>> bodies;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const auto state = state_in(name(i).name);
      const bool is_borne = !state.empty() && !names_[i].documents.empty();
      if (is_borne) bodies[std::string_view(name(i).name).substr(state.size() + 2)].insert(i);
    }
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (!name(i).entry.empty() || name(i).sort == ActorSort::Person) continue;
      const auto known = bodies.find(name(i).name);
      if (known != bodies.end()) join_to_the_one(known->second, i);
    }
  }

  // Where all that it may be are one by now.
  void join_to_the_one(const std::set<std::size_t>& candidates, std::size_t i) {
    if (const auto one = the_one_near(candidates, i)) join(*one, i);
  }

  // Of candidates of the same weeks, where they are one by now.
  std::optional<std::size_t> the_one_near(const std::set<std::size_t>& candidates, std::size_t i) {
    std::map<std::size_t, std::size_t> near;  // by group, one name each
    for (std::size_t candidate : candidates)
      if (are_near(candidate, i)) near.emplace(best(candidate), candidate);
    return near.size() == 1 ? std::optional(near.begin()->second) : std::nullopt;
  }

  // "Players' Guild" is the one "Professional Players' Guild" of the same weeks; what several states have a
  // body so called is anybody's.
  void join_tails() {
    std::map<std::string_view, std::set<std::size_t>> longer;  // by what is left without the first words
    std::set<std::string_view> bodies;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      std::string_view rest = name(i).name;
      if (const auto state = state_in(rest); !state.empty()) {
        bodies.insert(rest.substr(state.size() + 2));
        continue;
      }
      if (name(i).sort != ActorSort::Body || names_[i].documents.empty()) continue;
      for (auto space = rest.find(' '); space != std::string_view::npos; space = rest.find(' ')) {
        rest.remove_prefix(space + 1);
        if (!is_one_word(rest)) longer[rest].insert(i);
      }
    }
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const auto known = longer.find(name(i).name);
      const bool may_be_tail = name(i).entry.empty() && name(i).sort == ActorSort::Body &&
                               !names_[i].documents.empty() && !bodies.contains(name(i).name);
      if (may_be_tail && known != longer.end()) join_to_the_one(known->second, i);
    }
  }

  // "Saint Olaf" is the one "Saint Olaf Health" of the same weeks.
  void join_heads() {
    std::map<std::string_view, std::set<std::size_t>> longer;  // by what is left without the last words
    for (std::size_t i = 0; i < names_.size(); ++i) {
      std::string_view rest = name(i).name;
      const bool is_sited = is_naming(NamingClass::Sited, last_word(rest));
      if (!may_be_body(i) || !state_in(rest).empty() || is_sited) continue;
      for (auto space = rest.rfind(' '); space != std::string_view::npos; space = rest.rfind(' ')) {
        rest.remove_suffix(rest.size() - space);
        if (!is_one_word(rest)) longer[rest].insert(i);
      }
    }
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const auto known = longer.find(name(i).name);
      if (known != longer.end() && name(i).entry.empty() && may_be_body(i)) join_to_the_one(known->second, i);
    }
  }

  // "Harbour fund" is the one "Harbour Teachers' Pension Fund" of the same weeks.
  void join_ends() {
    std::map<std::string, std::set<std::size_t>> longer;  // by first and last word
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const std::string_view whole = name(i).name;
      const auto middle = whole.find(' ');
      const bool is_long = middle != std::string_view::npos && middle != whole.rfind(' ');
      if (is_long && name(i).sort == ActorSort::Body && !names_[i].documents.empty() &&
          state_in(whole).empty())
        longer[fmt::format("{} {}", first_word(whole), last_word(whole))].insert(i);
    }
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const auto known = longer.find(name(i).name);
      const bool may_be_ends = name(i).entry.empty() && name(i).sort == ActorSort::Body;
      if (may_be_ends && known != longer.end()) join_to_the_one(known->second, i);
    }
  }

  // Of a text, and nobody's of whom it tells that it is a person or a place.
  [[nodiscard]] bool may_be_body(std::size_t i) const {
    const auto sort = name(i).sort;
    return (sort == ActorSort::Body || sort == ActorSort::Unknown) && !names_[i].documents.empty();
  }

  // A rare name one letter off a far commoner one, or off one of the gazetteer's, is a slip of the pen. Names
  // so near share a shortening: one of them without one of its letters.
  void join_slips() {
    const auto shortened = with_a_letter_less();
    std::map<std::size_t, std::size_t> meant;  // by the slip
    for (std::size_t other = 0; other < names_.size(); ++other)
      each_shortening(name(other).name, [&](std::size_t hash) {
        const auto known = shortened.find(hash);
        if (known == shortened.end()) return;
        for (std::size_t i : known->second) {
          if (!is_slip_of(i, other)) continue;
          const auto [at, is_new] = meant.emplace(i, other);
          if (!is_new && is_better(other, at->second)) at->second = other;
        }
      });
    for (const auto& [slip, other] : meant) join(other, slip);
  }

  using ByHash = std::unordered_map<std::size_t, Names>;

  // Calls `use` with a hash of the name, and of the name without each of its letters in turn.
  template <class Use>
  static void each_shortening(const std::string& text, Use use) {
    use(std::hash<std::string_view>{}(text));
    std::string shorter;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (i > 0 && text[i] == text[i - 1]) continue;
      shorter.assign(text, 0, i).append(text, i + 1);
      use(std::hash<std::string_view>{}(shorter));
    }
  }

  // Of the names that may be slips.
  [[nodiscard]] ByHash with_a_letter_less() const {
    ByHash shortened;
    for (std::size_t i = 0; i < names_.size(); ++i)
      if (name(i).entry.empty() && name(i).name.size() >= shortest_mistyped)
        each_shortening(name(i).name, [&](std::size_t hash) { shortened[hash].push_back(i); });
    return shortened;
  }

  // Far rarer than what is meant; or an oddity that is near a name of the gazetteer, however rare that is
  // here.
  [[nodiscard]] bool is_slip_of(std::size_t i, std::size_t meant) const {
    const auto count = names_[i].documents.size();
    const bool is_rarer = count * slip_is_rarer <= names_[meant].documents.size();
    const bool is_oddity =
        !name(meant).entry.empty() && count <= oddity_is_in && name(i).name.size() >= shortest_oddity;
    return (is_rarer || is_oddity) && state_in(name(i).name) == state_in(name(meant).name) &&
           is_one_slip(name(i).name, name(meant).name);
  }

  const std::vector<KnownName>& names_;
  boost::disjoint_sets_with_storage<> sets_;
  std::vector<std::size_t> best_;  // by representative
};

}  // namespace

std::vector<std::size_t> group_names(const std::vector<KnownName>& names) {
  return Grouping(names).run();
}

}  // namespace demarche
