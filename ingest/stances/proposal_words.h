// The nouns that name proposals, data/proposals.jsonl (format in data/README.md).
// Tested by tests/ingest/lists_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/model/error.h"
#include "ingest/actors/chunks.h"

namespace demarche {

enum class Family : std::uint8_t { Plan, Offer, Law, Deal, Demand };

// Whose a proposal is when somebody stands before it.
enum class Ownership : std::uint8_t {
  None,        // jointly held: "the Turkey-EU deal"
  Possessive,  // only by 's or "his": "Congress's budget", not "the Gaza resolution"
  Any,         // also "the EU offer"
};

struct ProposalNoun {
  std::string noun;  // singular
  Family family = Family::Plan;
  Ownership ownership = Ownership::None;
  bool weak = false;    // a proposal only where an act says so: "cut", "move"
  bool plural = false;  // as found
};

class ProposalWords {
 public:
  // Errors: Unreadable, or Malformed with file and line.
  [[nodiscard]] static Result<ProposalWords> load(const std::filesystem::path& data);

  // The noun at this word, singular or plural, hyphens joined ("cease-fire"); nullptr for another word.
  [[nodiscard]] const ProposalNoun* find(const Shallow& text, int word) const;

  [[nodiscard]] const ProposalNoun* find(const std::string& key) const;

 private:
  std::unordered_map<std::string, ProposalNoun> nouns_;
};

}  // namespace demarche
