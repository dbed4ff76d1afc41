// The gazetteer's names as a text writes them: the longest one that begins at each word.
// Tested by tests/ingest/actors/cast_test.cpp over tests/cases/actors/cast.txt.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/model/gazetteer.h"
#include "ingest/actors/words.h"

namespace demarche {

enum class NameUse : std::uint8_t {
  Name,       // acts: "Russia"
  Adjective,  // owns: "Russian"
  Demonym,    // its people: "Russians"
};

// Words `first` to `last` of a line, both inside.
struct NameMatch {
  int first = 0;
  int last = 0;
  const GazetteerEntry* entry = nullptr;
  NameUse use = NameUse::Name;
  bool shared = false;  // by bodies of several states: "Senate", beside "French Senate"
};

class NameIndex {
 public:
  // `gazetteer` must outlive the index.
  explicit NameIndex(const Gazetteer& gazetteer);

  // Those that do not overlap, from left to right. Where several entries bear a name, the one that stands
  // first in the gazetteer.
  [[nodiscard]] std::vector<NameMatch> find(const Line& line) const;

  // The state that an entry is, or belongs to by its links; null for none.
  [[nodiscard]] const GazetteerEntry* state_of(const GazetteerEntry& entry) const;

 private:
  enum class Capitals : std::uint8_t { AnyName, Acronym };
  struct Form {
    std::vector<std::string> keys;
    const GazetteerEntry* entry = nullptr;
    NameUse use = NameUse::Name;
    Capitals capitals = Capitals::AnyName;
    bool dotted = false;  // "U.S.": no other word looks like it, even in capitals
    bool shared = false;
  };

  void add(const std::string& name, const GazetteerEntry& entry, NameUse use);
  void find_states(const Gazetteer& gazetteer);
  void find_shared();
  [[nodiscard]] bool fits(const Form& form, const Line& line, int at) const;

  std::unordered_map<std::string, std::vector<Form>> by_first_;  // longest first, then in gazetteer order
  std::unordered_map<const GazetteerEntry*, const GazetteerEntry*> states_;
};

}  // namespace demarche
