// Which names many states have a body for is learnt from the gazetteer: take the state out of "Supreme Court
// of India" and of "Mexican Supreme Court", and what is left names a body of either.
#include "graph/identity/actor_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "graph/identity/naming_words.h"
#include "graph/identity/spelling.h"
#include "graph/identity/wording.h"
#include "graph/model/unicode.h"

namespace demarche {
namespace {

constexpr std::size_t longest_state_name = 6;  // words: "democratic peoples republic of korea"
constexpr std::size_t longest_acronym = 7;     // letters

// A text cannot tell a state from its capital or its body, but it can tell a person from all of them.
bool fits(ActorKind found, ActorKind entry) {
  return found == ActorKind::Unknown || (found == ActorKind::Person) == (entry == ActorKind::Person);
}

const GazetteerEntry* entry_named(std::string_view text, ActorKind kind, const Gazetteer& gazetteer) {
  const auto* entry = gazetteer.named(text, kind);
  return entry && fits(kind, entry->kind) ? entry : nullptr;
}

// "IRGC", "M23", "U.S.A.": capitals, digits and points, at least two capitals or one and a digit.
bool is_acronym(std::string_view text) {
  std::size_t capitals = 0;
  std::size_t digits = 0;
  for (char c : text) {
    capitals += is_capital_letter(c);
    digits += is_digit(c);
    if (!is_capital_letter(c) && !is_digit(c) && c != '.' && c != '-') return false;
  }
  return capitals > 0 && capitals + digits >= 2 && capitals + digits <= longest_acronym;
}

// "Brightwater" of "Brightwater Packaging"; "Kharkiv" is not "Kharkiv Oblast", which is named after it.
bool is_short_for(std::string_view mention, std::string_view name) {
  const bool is_beginning =
      name.size() > mention.size() && name.starts_with(mention) && name[mention.size()] == ' ';
  return is_beginning && !is_naming(NamingClass::Sited, fold(name.substr(name.rfind(' ') + 1)));
}

// "Senate" of "academic senate", which says not whose it is.
bool is_end_of(std::string_view mention, std::string_view name) {
  return name.size() > mention.size() && name.ends_with(mention) &&
         name[name.size() - mention.size() - 1] == ' ';
}

// "The arbitrator".
bool is_role(std::string_view mention) {
  return is_naming(NamingClass::Role, plain_name(mention));
}

// "Harbour minister", "attorney general".
bool is_office(std::string_view plain) {
  const auto space = plain.rfind(' ');
  return space != std::string_view::npos &&
         (is_naming(NamingClass::Office, plain) || is_naming(NamingClass::Office, plain.substr(space + 1)));
}

bool begins_small(std::string_view text) {
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z' &&
         std::none_of(text.begin(), text.end(), is_capital_letter);
}

// "A congress of the party": one of many, whatever the gazetteer calls so.
bool is_any_of_its_kind(const Actor& actor) {
  const auto is_open = [](const Span& mention) {
    const auto words = words_of(mention.text);
    return has_open_article(mention.text) && words.size() > 1 && begins_small(words[1]);
  };
  return !actor.mentions.empty() && std::all_of(actor.mentions.begin(), actor.mentions.end(), is_open);
}

std::string joined(const std::vector<std::string_view>& words, std::size_t from, std::size_t to) {
  std::string text;
  for (std::size_t i = from; i < to; ++i) {
    if (i > from) text += ' ';
    text += words[i];
  }
  return text;
}

// First and last names alone count: initials and "Jr" differ from outlet to outlet.
std::string person_name(const std::string& plain) {
  std::string name;
  const auto words = pieces_of(plain);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool is_initial = words[i].size() == 1 && i > 0 && i + 1 < words.size();
    if (is_initial || (i > 1 && is_naming(NamingClass::Generation, words[i]))) continue;
    if (!name.empty()) name += ' ';
    name += words[i];
  }
  return name;
}

// "m23 rebels" and "m23 rebel group" as "m23"; "vision group" stays.
std::string_view without_calling(std::string_view plain) {
  for (std::string_view ending : {" rebel group", " militant group", " armed group"})
    if (plain.ends_with(ending)) plain.remove_suffix(ending.size());
  while (true) {
    const auto space = plain.rfind(' ');
    if (space == std::string_view::npos || !is_naming(NamingClass::Calling, plain.substr(space + 1)))
      return plain;
    plain = plain.substr(0, space);
  }
}

// "Hospital Workers United union" without the small word behind a name that says what bears it.
std::string_view without_sort(std::string_view name) {
  const auto space = name.rfind(' ');
  if (space == std::string_view::npos || !is_naming(NamingClass::Sort, name.substr(space + 1))) return name;
  const auto rest = name.substr(0, space);
  return begins_with_capital(rest.substr(rest.rfind(' ') + 1)) ? rest : name;
}

}  // namespace

ActorSort sort_of(ActorKind kind) {
  switch (kind) {
    case ActorKind::Person:
      return ActorSort::Person;
    case ActorKind::State:
    case ActorKind::Place:
      return ActorSort::Land;
    case ActorKind::Organisation:
    case ActorKind::Group:
      return ActorSort::Body;
    case ActorKind::Unknown:
      return ActorSort::Unknown;
  }
  return ActorSort::Unknown;
}

ActorNamer::ActorNamer(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {
  for (const auto& entry : gazetteer.entries()) {
    if (entry.kind != ActorKind::State) continue;
    states_.emplace(plain_name(entry.name), entry.key);
    for (const auto& alias : entry.aliases) states_.emplace(plain_name(alias), entry.key);
    for (const auto& adjective : entry.adjectives) states_.emplace(plain_name(adjective), entry.key);
    for (const auto& people : entry.demonyms) peoples_.insert(plain_name(people));
  }
  for (const auto& [name, key] : states_) peoples_.erase(name);  // "French" may be said of anything French
  const auto add = [&](const GazetteerEntry& entry, const std::string& name) {
    const auto [state, rest] = owned(plain_name(name));
    const auto whose = state.empty() ? home(entry) : state;
    if (!whose.empty()) bodies_[rest].emplace(whose, entry.key);
    if (!state.empty()) with_state_.emplace(rest, entry.key);
  };
  for (const auto& entry : gazetteer.entries()) {
    if (entry.kind != ActorKind::Organisation) continue;
    add(entry, entry.name);
    for (const auto& alias : entry.aliases) add(entry, alias);
  }
}

// "us army", "army of the us" and "us's army" are "army" of "us".
ActorNamer::Owned ActorNamer::owned(std::string_view plain) const {
  const auto words = pieces_of(plain);
  const auto state_of = [&](std::size_t from, std::size_t to) -> std::string {
    auto text = joined(words, from, to);
    auto known = states_.find(text);
    if (known == states_.end() && text.ends_with('s')) known = states_.find(text.substr(0, text.size() - 1));
    return known == states_.end() ? "" : known->second;
  };
  for (std::size_t n = std::min(longest_state_name + 1, words.size()); n-- > 1;)
    if (auto state = state_of(0, n); !state.empty()) return {state, joined(words, n, words.size())};
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (words[i] != "of") continue;
    const auto from = i + 1 + (words[i + 1] == "the" && i + 2 < words.size());
    if (auto state = state_of(from, words.size()); !state.empty()) return {state, joined(words, 0, i)};
  }
  return {"", std::string(plain)};
}

// The state that an entry belongs to or acts for; itself where it is one.
std::string ActorNamer::home(const GazetteerEntry& entry) const {
  std::vector<const GazetteerEntry*> chain{&entry};
  for (std::size_t i = 0; i < chain.size() && chain.size() < 16; ++i) {
    if (chain[i]->kind == ActorKind::State) return chain[i]->key;
    for (const auto& standing : chain[i]->affiliations)
      if (const auto* above = gazetteer_.find(standing.to)) chain.push_back(above);
  }
  return "";
}

// By its name, else by a mention. A person's surname alone names nobody: its document's fuller name decides.
const GazetteerEntry* ActorNamer::entry_of(const Actor& actor) const {
  if (is_any_of_its_kind(actor)) return nullptr;
  if (const auto* entry = entry_named(actor.name, actor.kind, gazetteer_)) return entry;
  for (const auto& mention : actor.mentions) {
    if (actor.kind == ActorKind::Person && is_one_word(mention.text)) continue;
    if (is_end_of(plain_name(mention.text), plain_name(actor.name))) continue;
    if (const auto* entry = entry_named(mention.text, actor.kind, gazetteer_)) return entry;
  }
  return nullptr;
}

// What the document itself calls an actor that extraction may have given the gazetteer's name: a mention that
// says whose it is, else the name where it is a mention, else the first mention.
std::string_view ActorNamer::called(const Actor& actor) const {
  for (const auto& mention : actor.mentions)
    if (!owned(plain_name(mention.text)).state.empty()) return mention.text;
  const auto is_name = [&](const Span& mention) { return mention.text == actor.name; };
  if (actor.mentions.empty() || std::any_of(actor.mentions.begin(), actor.mentions.end(), is_name))
    return actor.name;
  return actor.mentions.front().text;
}

// Whether several states have a body of this name.
bool ActorNamer::is_anyones(const Owned& body) const {
  const auto known = bodies_.find(body.rest);
  return body.state.empty() && known != bodies_.end() && known->second.size() > 1;
}

// "National Guard", where the entry is that of the United States: another state may have one.
bool ActorNamer::is_shortened(const Owned& body, const GazetteerEntry* entry) const {
  return entry && body.state.empty() && with_state_.contains({body.rest, entry->key});
}

// How often a document mentions a state, with its capital, leaders and bodies, but for bodies that any state
// may have by that name.
ActorNamer::StatesNamed ActorNamer::states_named(const Extraction& found,
                                                 const std::vector<const GazetteerEntry*>& entries) const {
  StatesNamed counted;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto& actor = found.actors[i];
    const auto body = owned(plain_name(called(actor)));
    auto state = body.state;
    if (state.empty() && entries[i] && !is_anyones(body) && !is_shortened(body, entries[i]))
      state = home(*entries[i]);
    if (state.empty()) continue;
    const auto at = counted.try_emplace(state, 0, found.actors.size() - i).first;
    at->second.first += std::max<std::size_t>(1, actor.mentions.size());
  }
  return counted;
}

// The one most mentioned; of equals the one that is named first.
std::string ActorNamer::main_state(const StatesNamed& states) {
  const auto most = std::max_element(states.begin(), states.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == states.end() ? "" : most->first;
}

std::string ActorNamer::compared(std::string_view name, ActorSort sort) const {
  const auto plain = plain_name(without_sort(name));
  if (sort == ActorSort::Person) return person_name(plain);
  const auto [state, rest] = owned(without_calling(plain));
  if (state.empty()) return rest;
  return rest.empty() ? plain : state + ": " + rest;
}

// "verania: government" of "Verania's government", a state that the gazetteer does not know.
std::string ActorNamer::owned_by_unknown(const Actor& actor) const {
  for (const auto& mention : actor.mentions) {
    const auto name = without_article(mention.text);
    const auto possessive = name.find("'s ");
    if (possessive == std::string_view::npos || !begins_with_capital(name) ||
        !owned(plain_name(name)).state.empty())
      continue;
    const auto body = name.substr(possessive + 3);
    if (is_naming(NamingClass::StateBody, body))
      return plain_name(name.substr(0, possessive)) + ": " + std::string(body);
  }
  return "";
}

ActorName ActorNamer::name_of(const Actor& actor, const GazetteerEntry* entry, const StatesNamed& states,
                              const std::string& main) const {
  ActorName named{
      entry ? entry->key : "", sort_of(actor.kind), compared(actor.name, sort_of(actor.kind)), {}};
  for (const auto& mention : actor.mentions)
    if (is_acronym(mention.text) || is_short_for(mention.text, actor.name) || is_role(mention.text))
      named.short_forms.push_back(plain_name(mention.text));
  if (is_any_of_its_kind(actor)) {
    named.name = fold(actor.mentions.front().text);
    return named;
  }
  if (is_people(actor)) return {"", ActorSort::Body, plain_name(actor.mentions.front().text), {}};
  if (named.sort == ActorSort::Person) name_by_office(actor, main, named);
  if (named.sort == ActorSort::Person || named.sort == ActorSort::Land) return named;

  if (auto name = owned_by_unknown(actor); !entry && !name.empty()) {
    named.name = std::move(name);
    return named;
  }
  const auto text = called(actor);
  const auto body = owned(plain_name(text));
  const auto& whose = body.state.empty() ? main : body.state;
  const auto known = bodies_.find(body.rest);
  const bool is_anothers = entry && ((!body.state.empty() && home(*entry) != body.state) ||
                                     (is_shortened(body, entry) && !states.contains(home(*entry))));
  if (whose.empty() && is_anyones(body)) {
    named.entry.clear();
    named.name = body.rest;
  } else if (!whose.empty() && known != bodies_.end() && (is_anyones(body) || !entry || is_anothers)) {
    const auto theirs = known->second.find(whose);
    named.entry = theirs == known->second.end() ? "" : theirs->second;
    named.name = whose + ": " + body.rest;
  } else if (!whose.empty() && !entry && begins_small(text)) {
    named.name = whose + ": " + body.rest;
  }
  return named;
}

// "No: harbour minister" of who is called only so in a text about Norway, and besides of who is so called
// beside his name.
void ActorNamer::name_by_office(const Actor& actor, const std::string& main, ActorName& named) const {
  const auto whose = [&](const std::string& office) { return main.empty() ? office : main + ": " + office; };
  const bool is_nameless = std::all_of(actor.mentions.begin(), actor.mentions.end(), [](const Span& mention) {
    return begins_small(without_article(mention.text));
  });
  if (is_nameless && is_office(named.name)) {
    named.name = whose(named.name);
    return;
  }
  for (const auto& mention : actor.mentions) {
    const auto said = without_article(mention.text);
    const auto behind = said.rfind(' ' + actor.name);
    const auto office = owned(plain_name(said.substr(0, behind))).rest;
    const bool is_told = behind != std::string_view::npos || begins_small(said);
    if (is_told && is_office(office)) named.short_forms.push_back(whose(office));
  }
}

// Whether all that it is called by is a people: "Belizeans" are not Belize.
bool ActorNamer::is_people(const Actor& actor) const {
  return !actor.mentions.empty() &&
         std::all_of(actor.mentions.begin(), actor.mentions.end(),
                     [&](const Span& mention) { return peoples_.contains(plain_name(mention.text)); });
}

std::vector<ActorName> ActorNamer::names_in(const Extraction& found) const {
  std::vector<const GazetteerEntry*> entries;
  for (const auto& actor : found.actors) entries.push_back(entry_of(actor));
  const auto states = states_named(found, entries);
  const auto main = main_state(states);
  std::vector<ActorName> names;
  for (std::size_t i = 0; i < entries.size(); ++i)
    names.push_back(name_of(found.actors[i], entries[i], states, main));
  return names;
}

}  // namespace demarche
