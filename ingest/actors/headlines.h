// Headlines as a parser that learnt from running text can read them. They write a comma for "and" ("Norland,
// Sweland reach accord"), and verbs that it takes for nouns or adverbs ("Unions back pay deal"): read with
// "and", and with another verb (data/headlines.txt), they show their tree. Tested by
// tests/ingest/actors/headlines_test.cpp.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/model/error.h"
#include "ingest/language/language_model.h"
#include "ingest/language/sentence.h"

namespace demarche {

// A headline with other words at some places, to be parsed.
struct HeadlineReading {
  Sentence sentence;
  int comma = -1;  // read as "and"; -1 for none
  int verb = -1;   // read as another verb; -1 for none
};

class Headlines {
 public:
  // Errors: Unreadable, or Malformed with file and line.
  [[nodiscard]] static Result<Headlines> load(const std::filesystem::path& data);

  // Of the parsed sentences gives those headlines another tree that show one when they are read otherwise.
  // `this` must outlive their tokens.
  void read_again(std::span<Sentence* const> parsed, const LanguageModel& language, Parser::Room& room) const;

  // The ways of reading a parsed headline, the likeliest first; none of other sentences.
  [[nodiscard]] std::vector<HeadlineReading> readings(const Sentence& headline) const;

  // Whether the parsed reading shows what it was made to: subjects joined at the comma, a verb with a
  // subject.
  [[nodiscard]] static bool holds(const HeadlineReading& reading);

  // Gives `headline` the tags and arcs of a reading that holds; its words stay its own.
  void take(const HeadlineReading& reading, Sentence& headline) const;

 private:
  struct Verb {
    std::string reading, lemma;
  };

  [[nodiscard]] int misread_verb(const Sentence& headline) const;

  std::unordered_map<std::string, Verb> verbs_;
};

}  // namespace demarche
