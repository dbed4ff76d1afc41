// The gazetteer: states, bodies, places and persons that are plain facts, from data/actors.jsonl (its format
// stands in data/README.md). The extraction finds their names in texts; identity knows by it that two names
// are one actor.
// Tested by tests/graph/model/gazetteer_test.cpp.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/model/date.h"
#include "graph/model/error.h"
#include "graph/model/vocabulary.h"

namespace demarche {

// A standing link of an entry: the capital is seat_of its state, the leader leads it from one date until
// another.
struct Affiliation {
  LinkKind relation = LinkKind::PartOf;
  std::string to;                          // another entry's key
  std::optional<Date> from;                // nothing where it is not known, or has always been so
  std::optional<Date> until;               // nothing where no end is known
  ActorKind to_kind = ActorKind::Unknown;  // of the entry `to`; filled in on loading
};

struct GazetteerEntry {
  std::string key;  // "ru": the actor's id in every graph; lower-case letters, digits and hyphens
  std::string name;
  ActorKind kind = ActorKind::Unknown;
  std::vector<std::string> aliases;  // other names: "Russian Federation"; acronyms as they are written: "EU"
  std::vector<std::string> adjectives;  // "Russian": own things ("the Russian proposal"), but do not act
  std::vector<std::string> demonyms;    // "Russians": the people of a state, as a group
  std::vector<Affiliation> affiliations;
};

// Without a leading "the" or "The".
[[nodiscard]] std::string_view without_article(std::string_view name);

// Whether `name` is an acronym so short ("US", "U.S.", "WHO", "NATO") that only its capitals tell it from a
// word: no lower-case letter, and at most four letters.
[[nodiscard]] bool is_short_acronym(std::string_view name);

class Gazetteer {
 public:
  // Reads and checks a whole file. Errors: Unreadable, or Malformed with file, line and reason (a key that
  // stands twice, an affiliation with a key that is not there, an unknown word, a name claimed by two entries
  // of one kind).
  [[nodiscard]] static Result<Gazetteer> load(const std::filesystem::path& file);

  // As `load`, from the file's contents; `file` is for messages only.
  [[nodiscard]] static Result<Gazetteer> parse(std::string_view lines, const std::string& file);

  [[nodiscard]] const std::vector<GazetteerEntry>& entries() const { return entries_; }

  [[nodiscard]] const GazetteerEntry* find(std::string_view key) const;

  // The entry that bears this name (its name or an alias, compared as `fold` does; a leading "the" does not
  // count), preferring one of this kind, then the one that stands first in the file; nothing where no entry
  // does. A short acronym must be written as it stands in the file.
  [[nodiscard]] const GazetteerEntry* named(std::string_view name, ActorKind kind = ActorKind::Unknown) const;

 private:
  // Takes one entry in. Errors: Malformed, with `what` left empty.
  [[nodiscard]] Result<void> add(GazetteerEntry entry);

  // Fills in where the affiliations of `entry` lead. Errors: as `add`, where one leads to no other entry.
  [[nodiscard]] Result<void> resolve_affiliations(GazetteerEntry& entry) const;

  std::vector<GazetteerEntry> entries_;                  // in file order
  std::unordered_map<std::string, std::size_t> by_key_;  // key to entry
  std::unordered_map<std::string, std::vector<std::size_t>>
      by_name_;  // name as compared to entries, in file order
};

}  // namespace demarche
