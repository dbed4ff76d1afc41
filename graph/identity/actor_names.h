// What the actors of one document are called, as compared across documents: by the gazetteer's entry, else by
// a name. A body whose name does not say whose it is ("Supreme Court", "police") is taken for that of the
// state its document is about. Tested by tests/graph/identity/identity_test.cpp over
// tests/cases/identity/actors.txt.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "graph/model/extraction.h"
#include "graph/model/gazetteer.h"

namespace demarche {

// Kinds that different texts may give one actor; actors of two sorts are never one, but any may be Unknown.
enum class ActorSort { Unknown, Person, Land, Body };

[[nodiscard]] ActorSort sort_of(ActorKind kind);

struct ActorName {
  std::string entry;  // the gazetteer's key; empty where no entry is meant
  ActorSort sort = ActorSort::Unknown;
  std::string name;  // plain, a state in it as its key: "us: army"
  std::vector<std::string>
      short_forms;  // acronyms, first words and roles by which the document calls it besides, plain
};

// Reads names by one gazetteer, which must outlive it.
class ActorNamer {
 public:
  explicit ActorNamer(const Gazetteer& gazetteer);

  // One an actor, in the order of the Extraction.
  [[nodiscard]] std::vector<ActorName> names_in(const Extraction& found) const;

  // The name of an entry, or one of its aliases, as a document's actor would bear it.
  [[nodiscard]] std::string compared(std::string_view name, ActorSort sort) const;

 private:
  struct Owned {
    std::string state;  // key; empty where the name says none
    std::string rest;   // without the state
  };

  // Of a document: to mentions, and earlier is more.
  using StatesNamed = std::map<std::string, std::pair<std::size_t, std::size_t>>;

  [[nodiscard]] static std::string main_state(const StatesNamed& states);
  [[nodiscard]] std::string_view called(const Actor& actor) const;
  [[nodiscard]] bool is_anyones(const Owned& body) const;
  [[nodiscard]] std::string owned_by_unknown(const Actor& actor) const;
  [[nodiscard]] bool is_people(const Actor& actor) const;
  void name_by_office(const Actor& actor, const std::string& main, ActorName& named) const;
  [[nodiscard]] Owned owned(std::string_view plain) const;
  [[nodiscard]] std::string home(const GazetteerEntry& entry) const;
  [[nodiscard]] const GazetteerEntry* entry_of(const Actor& actor) const;
  [[nodiscard]] bool is_shortened(const Owned& body, const GazetteerEntry* entry) const;
  [[nodiscard]] StatesNamed states_named(const Extraction& found,
                                         const std::vector<const GazetteerEntry*>& entries) const;
  [[nodiscard]] ActorName name_of(const Actor& actor, const GazetteerEntry* entry, const StatesNamed& states,
                                  const std::string& main) const;

  const Gazetteer& gazetteer_;
  std::unordered_map<std::string, std::string> states_;  // plain name or adjective to key
  std::unordered_set<std::string> peoples_;              // plain
  std::unordered_map<std::string, std::map<std::string, std::string>>
      bodies_;                                                // rest to state to entry's key
  std::set<std::pair<std::string, std::string>> with_state_;  // rest and key, of names that say the state
};

}  // namespace demarche
