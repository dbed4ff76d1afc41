// Each way of finding is one function from the typed name to the entities it finds; the first way that finds
// anything decides, and finding several things is ambiguous unless they are one by the rules at the end.
#include "graph/answers/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "graph/answers/filter.h"
#include "graph/answers/likeness.h"
#include "graph/answers/versions.h"
#include "graph/identity/naming_words.h"
#include "graph/identity/proposal_facts.h"
#include "graph/identity/spelling.h"
#include "graph/identity/wording.h"
#include "graph/model/unicode.h"

namespace demarche {
namespace {

using Hits = std::vector<std::size_t>;  // indices of entities, ascending
using Words = std::set<std::string>;
using AsOf = std::optional<Date>;

constexpr std::size_t nearest_shown = 3;
constexpr std::size_t candidates_shown = 8;

// Folded, without article, hyphens and spaces, so that "cease-fire" is "ceasefire".
std::string compared(std::string_view name) {
  auto folded = fold(name);
  for (std::string_view article : {"the ", "a ", "an "})
    if (folded.starts_with(article)) {
      folded.erase(0, article.size());
      break;
    }
  std::erase_if(folded, [](char c) { return c == ' ' || c == '-'; });
  return folded;
}

Words telling_words(std::string_view text) {
  Words words;
  for (const auto& word : words_of(text))
    if (!is_function_word(fold(word)) && !is_naming(NamingClass::Proposing, fold(word)))
      words.insert(stem(word));
  return words;
}

bool includes(const Words& all, const Words& some) {
  return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

// The last word of a person's name, folded; a person goes by it in every text. Empty for others.
std::string surname(const Entity& entity) {
  if (entity.actor_kind != ActorKind::Person) return "";
  return fold(std::string_view(entity.name).substr(entity.name.rfind(' ') + 1));
}

// For every entity, whether a document known at that day names it; what only the gazetteer brings always is.
std::vector<bool> named_by(const Knowledge& knowledge, const AsOf& as_of) {
  std::vector<bool> named;
  for (const auto& entity : knowledge.identity.entities) named.push_back(!as_of || entity.documents == 0);
  for (std::size_t i = 0; i < knowledge.documents.size(); ++i) {
    if (!known_by(knowledge.documents[i], as_of)) continue;
    for (std::size_t entity : knowledge.identity.documents[i].actors) named[entity] = true;
    for (std::size_t entity : knowledge.identity.documents[i].proposals) named[entity] = true;
  }
  return named;
}

// Finds what one typed name means among the entities of one kind.
class Finder {
 public:
  Finder(const Knowledge& knowledge, Entity::Kind kind, std::string_view typed, const AsOf& as_of)
      : knowledge_(knowledge),
        kind_(kind),
        typed_(typed),
        words_(telling_words(typed)),
        points_(points_in(typed)),
        is_named_(named_by(knowledge, as_of)) {
    if (kind == Entity::Kind::Proposal) add_other_names();
    for (const auto& act : knowledge.acts) {
      const bool is_proposer =
          act.finding.relation == Relation::Proposed && act.finding.modality == Modality::Actual;
      if (is_proposer) proposers_[act.proposal].insert(act.actor);
      parties_[act.proposal].insert(act.actor);
    }
  }

  struct Found {
    std::size_t way = 0;  // a smaller one is surer
    Hits hits;
  };

  [[nodiscard]] Found find() const {
    using Way = Hits (Finder::*)() const;
    constexpr Way ways[] = {&Finder::by_id,         &Finder::by_alias,       &Finder::by_points,
                            &Finder::by_name_words, &Finder::by_alias_words, &Finder::by_owner_words,
                            &Finder::by_spelling,   &Finder::by_party_words, &Finder::by_matter_words};
    std::size_t tried = 0;
    for (const Way way : ways) {
      if (auto hits = (this->*way)(); !hits.empty()) return {tried, std::move(hits)};
      ++tried;
    }
    return {tried, {}};
  }

 private:
  template <class Test>
  [[nodiscard]] Hits all_that(Test test) const {
    Hits hits;
    for (std::size_t i = 0; i < knowledge_.identity.entities.size(); ++i)
      if (knowledge_.entity(i).kind == kind_ && is_named_[i] && test(i)) hits.push_back(i);
    return hits;
  }

  [[nodiscard]] Hits by_id() const {
    return all_that([&](std::size_t i) { return knowledge_.entity(i).id == typed_; });
  }

  [[nodiscard]] Hits by_alias() const {
    const auto name = compared(typed_);
    const bool is_counted = kind_ == Entity::Kind::Proposal && words_.size() > 1 &&
                            std::any_of(typed_.begin(), typed_.end(), is_digit);
    const auto is_said = [&](const std::string& alias) {  // "60-dollar levy" by "levy of 60 dollars"
      return compared(alias) == name || (is_counted && telling_words(alias) == words_);
    };
    return all_that([&](std::size_t i) {
      const auto& entity = knowledge_.entity(i);
      return compared(entity.name) == name || surname(entity) == name ||
             std::any_of(entity.aliases.begin(), entity.aliases.end(), is_said);
    });
  }

  [[nodiscard]] Hits by_points() const {
    if (kind_ != Entity::Kind::Proposal || !points_) return {};
    auto hits = all_that([&](std::size_t i) { return knowledge_.entity(i).points == points_; });
    auto narrower = hits;
    std::erase_if(narrower, [&](std::size_t i) { return !includes(words_with_owners(i), words_); });
    return narrower.empty() ? hits : narrower;
  }

  // "27-point plan" is not looked for among other words where nothing has 27 points.
  [[nodiscard]] bool may_be_likened() const {
    return !words_.empty() && !(kind_ == Entity::Kind::Proposal && points_ && words_.contains("point"));
  }

  [[nodiscard]] Hits by_name_words() const {
    if (!may_be_likened()) return {};
    return all_that([&](std::size_t i) { return says_all(telling_words(knowledge_.entity(i).name)); });
  }

  [[nodiscard]] Hits by_alias_words() const {
    if (!may_be_likened()) return {};
    return all_that([&](std::size_t i) {
      const auto& aliases = knowledge_.entity(i).aliases;
      return std::any_of(aliases.begin(), aliases.end(),
                         [&](const auto& alias) { return says_all(telling_words(alias)); });
    });
  }

  [[nodiscard]] Hits by_owner_words() const {
    if (!may_be_likened() || kind_ != Entity::Kind::Proposal) return {};
    return all_that([&](std::size_t i) { return says_all(words_with_owners(i)); });
  }

  [[nodiscard]] Hits by_spelling() const {
    if (!may_be_likened()) return {};
    return all_that([&](std::size_t i) {
      const auto known = words_with_owners(i);
      return std::all_of(words_.begin(), words_.end(), [&](const auto& word) {
        return std::any_of(known.begin(), known.end(),
                           [&](const auto& other) { return is_slip(word, other); });
      });
    });
  }

  // "Tarn Glass offer" for the one that Tarn Glass has refused.
  [[nodiscard]] Hits by_party_words() const {
    if (!may_be_likened() || kind_ != Entity::Kind::Proposal) return {};
    return all_that([&](std::size_t i) {
      auto words = words_with_owners(i);
      if (const auto parties = parties_.find(i); parties != parties_.end()) add_names(parties->second, words);
      return says_all(words);
    });
  }

  // "The referendum question" for a referendum: without what may be said of any proposal.
  [[nodiscard]] Hits by_matter_words() const {
    if (kind_ != Entity::Kind::Proposal || points_) return {};
    Words matter = words_;
    std::erase_if(matter, [](const auto& word) { return is_general_word(word); });
    if (matter.empty() || matter == words_) return {};
    return all_that([&](std::size_t i) { return says_all(matter, words_with_owners(i)); });
  }

  // "The UN resolution" for that of the United Nations: by what other names the actors typed go.
  void add_other_names() {
    for (const auto& entity : knowledge_.identity.entities) {
      if (entity.kind != Entity::Kind::Actor) continue;
      for (const auto& alias : entity.aliases) {
        if (is_one_word(alias) && words_.contains(stem(alias)))
          for (const auto& other : entity.aliases) other_names_[stem(alias)].push_back(telling_words(other));
      }
    }
  }

  // Whether these words, of a proposal, say all that was typed.
  [[nodiscard]] bool says_all(const Words& known) const { return says_all(words_, known); }

  [[nodiscard]] bool says_all(const Words& typed, const Words& known) const {
    return std::all_of(typed.begin(), typed.end(), [&](const auto& word) {
      if (known.contains(word)) return true;
      const auto others = other_names_.find(word);
      return others != other_names_.end() &&
             std::any_of(others->second.begin(), others->second.end(),
                         [&](const Words& other) { return !other.empty() && includes(known, other); });
    });
  }

  void add_names(const std::set<std::size_t>& actors, Words& words) const {
    for (std::size_t actor : actors) words.merge(telling_words(knowledge_.entity(actor).name));
  }

  // Every word the entity goes by, its number of points, and for a proposal the words of those who proposed
  // it.
  [[nodiscard]] Words words_with_owners(std::size_t index) const {
    const auto& entity = knowledge_.entity(index);
    Words words;
    for (const auto& alias : entity.aliases) words.merge(telling_words(alias));
    if (entity.points) words.insert({std::to_string(*entity.points), "point"});
    if (kind_ != Entity::Kind::Proposal) return words;
    words.insert(stem(entity.proposal_kind));
    if (const auto proposers = proposers_.find(index); proposers != proposers_.end())
      add_names(proposers->second, words);
    return words;
  }

  const Knowledge& knowledge_;
  Entity::Kind kind_;
  std::string_view typed_;
  Words words_;
  std::optional<int> points_;
  std::vector<bool> is_named_;                              // one an entity
  std::map<std::string, std::vector<Words>> other_names_;   // of the actors that a word of these names
  std::map<std::size_t, std::set<std::size_t>> proposers_;  // by proposal
  std::map<std::size_t, std::set<std::size_t>> parties_;    // who did anything to it, by proposal
};

std::string_view label(Entity::Kind kind) {
  return kind == Entity::Kind::Actor ? "actor" : "proposal";
}

std::string name_and_id(const Entity& entity) {
  return fmt::format("{} ({})", entity.name, entity.id);
}

tl::unexpected<Error> ambiguous(const Knowledge& knowledge, std::string_view typed, std::string_view what,
                                const Hits& hits) {
  std::vector<std::string> shown;
  for (std::size_t i : hits) shown.push_back(name_and_id(knowledge.entity(i)));
  std::sort(shown.begin(), shown.end());
  shown.resize(std::min(shown.size(), candidates_shown));
  auto list = fmt::format("{}", fmt::join(shown, ", "));
  if (hits.size() > candidates_shown) list += fmt::format(" and {} more", hits.size() - candidates_shown);
  return fail(ErrorKind::Ambiguous, std::string(typed),
              fmt::format("may be any of {} {}s", hits.size(), what), "say which: " + list);
}

tl::unexpected<Error> not_found(const Knowledge& knowledge, std::string_view typed, std::string_view what,
                                const std::vector<Entity::Kind>& kinds) {
  std::vector<std::pair<double, const Entity*>> by_distance;
  for (const auto& entity : knowledge.identity.entities)
    if (std::find(kinds.begin(), kinds.end(), entity.kind) != kinds.end())
      by_distance.emplace_back(distance_to(entity, typed), &entity);
  std::stable_sort(by_distance.begin(), by_distance.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> nearest;
  for (std::size_t i = 0; i < by_distance.size() && i < nearest_shown; ++i)
    nearest.push_back(name_and_id(*by_distance[i].second));
  return fail(ErrorKind::NotFound, std::string(typed), fmt::format("no such {}", what),
              nearest.empty() ? "" : fmt::format("nearest: {}", fmt::join(nearest, ", ")));
}

// A surname alone may be one person that some texts name in full and others do not.
bool is_one_person(const Knowledge& knowledge, const Hits& hits) {
  std::size_t full_names = 0;
  for (std::size_t i : hits) {
    if (knowledge.entity(i).actor_kind != ActorKind::Person) return false;
    full_names += !is_one_word(knowledge.entity(i).name);
  }
  return full_names <= 1;
}

// Of several, those whose very name was typed.
Hits named_exactly(const Knowledge& knowledge, std::string_view typed, const Hits& hits) {
  Hits exact = hits;
  std::erase_if(exact, [&](std::size_t i) { return compared(knowledge.entity(i).name) != compared(typed); });
  return exact.empty() ? hits : exact;
}

using AskedActs = std::optional<std::vector<std::size_t>>;  // none: all

// The proposals to which something was done; the rest are named in passing.
std::set<std::size_t> acted_on(const Knowledge& knowledge, const AskedActs& acts) {
  std::set<std::size_t> touched;
  if (!acts)
    for (const auto& act : knowledge.acts) touched.insert(act.proposal);
  else
    for (std::size_t i : *acts) touched.insert(knowledge.acts[i].proposal);
  return touched;
}

// One actor, or nothing where the hits are several.
std::optional<Hits> one_actor(const Knowledge& knowledge, std::string_view typed, const Hits& hits) {
  if (hits.size() == 1 || is_one_person(knowledge, hits)) return hits;
  const auto exact = named_exactly(knowledge, typed, hits);
  return exact.size() == 1 ? std::optional(exact) : std::nullopt;
}

// A number narrows a name to one version: of points, crowns, percent or drafts; a year tells versions not
// apart.
bool has_number(std::string_view typed) {
  if (points_in(typed)) return true;
  const auto words = words_of(typed);
  return std::any_of(words.begin(), words.end(),
                     [](const std::string& word) { return is_digit(word[0]) && !is_year(word); });
}

// "The revised plan" means that version, not the one before.
bool is_renewed(std::string_view typed) {
  const auto words = words_of(typed);
  return std::any_of(words.begin(), words.end(),
                     [](const std::string& word) { return is_naming(NamingClass::Renewing, fold(word)); });
}

// Of several, those that are meant rather, the surest first: that these acts are about, then to which
// anything was done; of these first those of that very name.
std::vector<Hits> narrowed(const Knowledge& knowledge, std::string_view typed, const Hits& hits,
                           const AskedActs& acts) {
  const auto exact = named_exactly(knowledge, typed, hits);
  std::vector<Hits> narrower;
  for (const auto& touched : {acted_on(knowledge, acts), acted_on(knowledge, std::nullopt)})
    for (Hits some : {exact, hits}) {
      std::erase_if(some, [&](std::size_t i) { return !touched.contains(i); });
      narrower.push_back(std::move(some));
    }
  narrower.push_back(exact);
  return narrower;
}

// One proposal with its versions, narrowed by a number or an id; nothing where the hits are several.
std::optional<Hits> one_proposal(const Knowledge& knowledge, std::string_view typed, Hits hits,
                                 const AsOf& as_of, const AskedActs& acts) {
  if (knowledge.entity(hits.front()).id == typed) return hits;
  const Versions versions(knowledge, as_of);
  const auto is_one = [&](const Hits& some) {
    return std::all_of(some.begin(), some.end(),
                       [&](std::size_t i) { return versions.family(i) == versions.family(some.front()); });
  };
  if (!is_one(hits)) {
    const auto narrower = narrowed(knowledge, typed, hits, acts);
    const auto one = std::find_if(narrower.begin(), narrower.end(),
                                  [&](const Hits& some) { return !some.empty() && is_one(some); });
    if (one == narrower.end()) return std::nullopt;
    hits = *one;
  }
  if (has_number(typed) || is_renewed(typed)) return hits;
  return versions.all_of(hits.front());
}

std::optional<Hits> one_entity(const Knowledge& knowledge, std::string_view typed, Entity::Kind kind,
                               const Hits& hits, const AsOf& as_of, const AskedActs& acts) {
  return kind == Entity::Kind::Actor ? one_actor(knowledge, typed, hits)
                                     : one_proposal(knowledge, typed, hits, as_of, acts);
}

Result<Hits> resolve_kind(const Knowledge& knowledge, std::string_view typed, Entity::Kind kind,
                          const AsOf& as_of, const AskedActs& acts = std::nullopt) {
  const auto found = Finder(knowledge, kind, typed, as_of).find();
  if (found.hits.empty()) return not_found(knowledge, typed, label(kind), {kind});
  if (auto one = one_entity(knowledge, typed, kind, found.hits, as_of, acts)) return *one;
  return ambiguous(knowledge, typed, label(kind), found.hits);
}

}  // namespace

Result<Hits> resolve_actor(const Knowledge& knowledge, std::string_view name, const AsOf& as_of) {
  return resolve_kind(knowledge, name, Entity::Kind::Actor, as_of);
}

Result<Hits> resolve_proposal(const Knowledge& knowledge, std::string_view name, const AsOf& as_of,
                              const AskedActs& acts) {
  return resolve_kind(knowledge, name, Entity::Kind::Proposal, as_of, acts);
}

Result<Hits> resolve_entity(const Knowledge& knowledge, std::string_view name, const AsOf& as_of) {
  const auto actors = Finder(knowledge, Entity::Kind::Actor, name, as_of).find();
  const auto proposals = Finder(knowledge, Entity::Kind::Proposal, name, as_of).find();
  if (actors.hits.empty() && proposals.hits.empty())
    return not_found(knowledge, name, "actor or proposal", {Entity::Kind::Actor, Entity::Kind::Proposal});
  if (actors.way < proposals.way) return resolve_actor(knowledge, name, as_of);
  if (proposals.way < actors.way) return resolve_proposal(knowledge, name, as_of);
  Hits both = actors.hits;
  both.insert(both.end(), proposals.hits.begin(), proposals.hits.end());
  return ambiguous(knowledge, name, "actors and proposal", both);
}

std::optional<std::size_t> find_document(const Knowledge& knowledge, std::string_view name) {
  const auto& documents = knowledge.documents;
  const auto by = [&](auto test) -> std::optional<std::size_t> {
    const auto found = std::find_if(documents.begin(), documents.end(), test);
    if (found == documents.end()) return std::nullopt;
    return static_cast<std::size_t>(found - documents.begin());
  };
  if (const auto found = by([&](const Document& doc) { return doc.id == name; })) return found;
  const auto title = fold(name);
  return by([&](const Document& doc) { return !title.empty() && fold(doc.title) == title; });
}

}  // namespace demarche
