// The grammar words and verbs that the shallow reading of a sentence rests on, from data/words.txt and
// data/verbs.txt (formats in data/README.md). Tested by tests/ingest/lists_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/model/error.h"

namespace demarche {

// What a word of a closed class can be; a word may be several.
enum class WordClass : std::uint32_t {
  Determiner = 1u << 0,
  Owner = 1u << 1,  // its, their, his
  Pronoun = 1u << 2,
  Preposition = 1u << 3,
  Conjunction = 1u << 4,
  Subordinator = 1u << 5,
  Relative = 1u << 6,
  Auxiliary = 1u << 7,
  Modal = 1u << 8,
  Negation = 1u << 9,
  Adverb = 1u << 10,
  Adjective = 1u << 11,
  Number = 1u << 12,
  Condition = 1u << 13,  // if, unless, whether
  Noun = 1u << 14,       // a verb's form that is as often a noun
  Report = 1u << 15,     // a verb of saying
  Month = 1u << 16,
  Weekday = 1u << 17,
  Unit = 1u << 18,     // pct, dlrs, million
  Animate = 1u << 19,  // a pronoun for persons
  Be = 1u << 20,       // am, is, was, been
  Untrue = 1u << 21,   // an adjective that denies: "inaccurate"
  Session = 1u << 23,  // where a body acts: "at a cabinet *meeting*"
  Naming = 1u << 24,   // a verb that says what its object is: "*called* it a stunt"
  Ordinal = 1u << 25,
  Season = 1u << 26,   // its value is the month that it ends in
  Feast = 1u << 27,    // a day by its name: "Easter"
  Writing = 1u << 22,  // a noun that speaks for who wrote it: "the Treasury *brief* proposed"
};

enum VerbForm : std::uint8_t {
  form_base = 1,
  form_third = 2,
  form_past = 4,
  form_participle = 8,
  form_ing = 16
};

struct WordFacts {
  std::uint32_t classes = 0;
  std::uint8_t forms = 0;
  int verb = -1;   // the verb it is a form of; -1 for no verb
  int value = -1;  // of a number word, month (1 to 12) or weekday (Monday 1)

  [[nodiscard]] bool is(WordClass which) const { return (classes & static_cast<std::uint32_t>(which)) != 0; }
};

class Grammar {
 public:
  // Reads both files of `data`. Errors: Unreadable, or Malformed with file and line.
  [[nodiscard]] static Result<Grammar> load(const std::filesystem::path& data);

  // Facts of nothing for a word that is not listed.
  [[nodiscard]] const WordFacts& find(const std::string& key) const;

  // The number of this verb, by its base form; -1 where it is not listed.
  [[nodiscard]] int verb(std::string_view lemma) const;
  [[nodiscard]] const std::string& lemma(int verb) const { return lemmas_[static_cast<std::size_t>(verb)]; }

 private:
  Result<void> read_classes(const std::filesystem::path& file);
  Result<void> read_verbs(const std::filesystem::path& file);
  void add_verb(const std::vector<std::string>& fields);
  void add_form(const std::string& key, int verb, std::uint8_t form, bool also_noun);

  std::unordered_map<std::string, WordFacts> words_;
  std::vector<std::string> lemmas_;
  std::unordered_map<std::string, int> verbs_;  // lemma to number
};

// A noun's regular plural: "proposal" gives "proposals", "treaty" "treaties".
[[nodiscard]] std::string plural_of(const std::string& noun);

}  // namespace demarche
