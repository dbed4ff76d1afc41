// The grammar words and verbs that the shallow reading of a sentence rests on, from data/words.txt and
// data/verbs.txt (formats in data/README.md). Tested by tests/ingest/lists_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/error.h"
#include "ingest/actors/word_table.h"

namespace demarche {

// What a word of a closed class can be; a word may be several.
enum class WordClass : std::uint64_t {
  Determiner = 1ull << 0,
  Owner = 1ull << 1,  // its, their, his
  Pronoun = 1ull << 2,
  Preposition = 1ull << 3,
  Conjunction = 1ull << 4,
  Subordinator = 1ull << 5,
  Relative = 1ull << 6,
  Auxiliary = 1ull << 7,
  Modal = 1ull << 8,
  Negation = 1ull << 9,
  Adverb = 1ull << 10,
  Adjective = 1ull << 11,
  Number = 1ull << 12,
  Condition = 1ull << 13,  // if, unless, whether
  Noun = 1ull << 14,       // a verb's form that is as often a noun
  Report = 1ull << 15,     // a verb of saying
  Month = 1ull << 16,
  Weekday = 1ull << 17,
  Unit = 1ull << 18,     // pct, dlrs, million
  Animate = 1ull << 19,  // a pronoun for persons
  Be = 1ull << 20,       // am, is, was, been
  Untrue = 1ull << 21,   // an adjective that denies: "inaccurate"
  Session = 1ull << 23,  // where a body acts: "at a cabinet *meeting*"
  Naming = 1ull << 24,   // a verb that says what its object is: "*called* it a stunt"
  Ordinal = 1ull << 25,
  Season = 1ull << 26,     // its value is the month that it ends in
  Feast = 1ull << 27,      // a day by its name: "Easter"
  Writing = 1ull << 22,    // a noun that speaks for who wrote it: "the Treasury *brief* proposed"
  Issued = 1ull << 29,     // in a title, a document that somebody speaks in: "*statement* by the party"
  Record = 1ull << 30,     // in a title, one of what a body resolved: "*minutes*"
  Numbered = 1ull << 31,   // a noun that a number behind it tells apart: "*Amendment* 2"
  Delegated = 1ull << 32,  // who stands for those behind "of" or "from": "*negotiators* from X and Y"
  Period = 1ull << 33,     // how long: "gave them a *week* to accept it"
  Offering = 1ull << 28,   // a verb that puts its object forward: "*made* an offer"
};

enum VerbForm : std::uint8_t {
  form_base = 1,
  form_third = 2,
  form_past = 4,
  form_participle = 8,
  form_ing = 16
};

struct WordFacts {
  std::uint64_t classes = 0;
  std::uint8_t forms = 0;
  int verb = -1;   // the verb it is a form of; -1 for no verb
  int value = -1;  // of a number word, month (1 to 12) or weekday (Monday 1)

  [[nodiscard]] bool is(WordClass which) const { return (classes & static_cast<std::uint64_t>(which)) != 0; }
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

  WordTable<WordFacts> words_;
  std::vector<std::string> lemmas_;
  WordTable<int> verbs_;  // lemma to number
};

// A noun's regular plural: "proposal" gives "proposals", "treaty" "treaties".
[[nodiscard]] std::string plural_of(const std::string& noun);

}  // namespace demarche
