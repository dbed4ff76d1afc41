// The nouns that name proposals, data/proposals.jsonl, and the words that tell how such names hang together,
// data/proposal-words.txt (formats in data/README.md). Tested by tests/ingest/lists_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/error.h"
#include "ingest/actors/chunks.h"
#include "ingest/actors/word_table.h"

namespace demarche {

enum class Family : std::uint8_t { Plan, Offer, Law, Deal, Demand, Talks };

// As data/proposals.jsonl writes it: "plan".
[[nodiscard]] std::string_view name(Family family);

// Whose a proposal is when somebody stands before it.
enum class Ownership : std::uint8_t {
  None,        // jointly held: "the Turkey-EU deal"
  Possessive,  // only by 's or "his": "Congress's budget", not "the Gaza resolution"
  Adjective,   // also by a state's or body's adjective or acronym: "an Egyptian draft law"
  Any,         // also "the EU offer"
};

struct ProposalNoun {
  std::string noun;   // singular
  std::string sense;  // the noun that says the same and stands for all such: "deal" for "accord"; else itself
  std::string verb;   // what is done in putting it forward: "propose" of "proposal"; else the noun itself
  Family family = Family::Plan;
  Ownership ownership = Ownership::None;
  bool weak = false;     // a proposal only where an act says so: "cut", "move"
  bool generic = false;  // can take up any proposal: "the plan", "the document"
  bool counted = false;  // a proposal only as so many of it: "the nine points"
  bool plural = false;   // as found

  // Whether a body passes it: "bill", "package".
  [[nodiscard]] bool is_passed() const {
    return family == Family::Law || is_one_of(noun, {"package", "charter"});
  }

  // Whether the noun itself says what the proposal is about: "tax", not "plan" or "law".
  [[nodiscard]] bool says_matter() const {
    return weak && !generic && (family == Family::Plan || family == Family::Talks);
  }
};

// What a word in a proposal's name does; a word may do several.
struct ProposalWord {
  bool container = false;  // only holds what stands behind its "of": "a set of"
  bool part = false;       // holds a part of it
  bool piece = false;      // is itself a part of what stands behind its "of", "in" or "to": "a clause of"
  bool open = false;       // opens the name of something not spoken of before: "a", "any"
  bool apart = false;      // of another proposal than the one before: "rival", "second"
  bool original = false;   // of the one before a later version: "first"
  bool past = false;       // of one that is over: "earlier"
  bool renewed = false;    // of a later version: "revised"
  bool compared = false;   // of another version, later or not: "higher"
  bool answering = false;  // of one that answers another: "counter"
  bool dull = false;       // does not tell what it is about: "new", "controversial"
  bool proposed = false;   // makes a proposal of what is only sometimes one: "planned"
  bool proposing = false;  // a verb that does so behind it: "draft" of "changes drafted in May"
  // Preposition and noun that tell how something is done to a proposal: "in part", "by majority".
  bool circumstance = false;
  bool attempted = false;  // what a "bid to" is no offer: "win"
  bool charges = false;    // two words for what is to be paid where the last is a plural: "water bills"
  bool never = false;      // two words that name none though the last does: "phone call"
};

class ProposalWords {
 public:
  // Errors: Unreadable, or Malformed with file and line.
  [[nodiscard]] static Result<ProposalWords> load(const std::filesystem::path& data);

  // The noun at this word, singular or plural, hyphens joined ("cease-fire"); nullptr for another word, and
  // where the word before makes something else of it ("a phone call").
  [[nodiscard]] const ProposalNoun* find(const Shallow& text, int word) const;

  [[nodiscard]] const ProposalNoun* find(const std::string& key) const;

  // Nothing for a word that is not listed.
  [[nodiscard]] const ProposalWord& word(const std::string& key) const;

 private:
  Result<void> read_nouns(const std::filesystem::path& file);
  Result<void> read_words(const std::filesystem::path& file);

  WordTable<ProposalNoun> nouns_;
  WordTable<ProposalWord> words_;
};

}  // namespace demarche
