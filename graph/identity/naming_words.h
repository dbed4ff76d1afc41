// The words of data/naming.txt, by which names of proposals and actors are compared (format in
// data/README.md). They are part of the rules of identity and so built in, not read when the program runs.
// Tested by tests/graph/identity/naming_words_test.cpp.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "graph/model/error.h"

namespace demarche {

enum class NamingClass {
  Function,        // tells nothing of what a phrase is about
  Article,         // opens a name and is no part of it
  Preposition,     // may stand behind the noun of a name
  HeadEnd,         // ends the part of a name that has its noun
  Definite,        // takes up what was spoken of
  Owning,          // says whose by a pronoun
  Adjunct,         // begins what tells when, where or how
  Occasion,        // so does "in", "on", "by" or "over" before one of these
  BeforeOccasion,  // what may stand between
  Deciding,        // so does "by" before one of these: "vote"
  Open,            // opens the name of no certain thing: "any"
  Part,            // before "of", holds a part of what follows
  Number,          // with its value
  Numbered,        // a text that goes by its number: "draft"
  Scale,           // behind a number of money: "million"
  Counted,         // what a number counts that is no amount: "point"
  Measure,         // a unit that many things have as much of: "percent"
  General,         // may be said of any proposal
  Renewing,        // of a later version: "revised"
  Answering,       // of one that answers another: "rival"
  Telling,         // a noun of proposals that tells besides what it is about
  Same,            // with the noun that says the same
  Family,          // with its family of nouns
  Calling,         // what fighters are called behind their name
  Sited,           // ends the name of what is named after its place: "province"
  Generation,      // behind a name of a person: "jr"
  Proposing,       // "put", "forward" of what is somebody's
  Former,          // says that an office is over: "resigned"
  Leaving,         // so does, in small letters: "left"
  Sort,            // in small letters behind a name says what bears it: "union"
  Earlier,         // of the version before: "first", beside "revised"
  Reserving,       // behind "with", of how it was taken: "reservations"
  StateBody,       // what states have one of: "government"
  Role,            // what one person of a matter is called: "arbitrator"
  Ordinal,         // with its value: "second"
  Successive,      // a text of which the second replaces the first: "draft"
  Office,          // ends what one person of a land is called: "minister"
  Governing,       // what a land acts as: "government"
};

// Nouns that may be used of one thing ("plan", "framework"); a proposal of one family is none of another.
// A union ("merger") is offered first and agreed then, and so is called either.
enum class ProposalFamily { Any, Plan, Offer, Law, Deal, Demand, Union, Other };

// By its name in the file: "plan"; nothing for other words, as the rest have none.
[[nodiscard]] std::optional<ProposalFamily> family_named(std::string_view name);

class NamingWords {
 public:
  // Errors: Malformed with `file` and line: a class that nobody knows, a word that stands twice in one class,
  // a value that is missing, no number, no family, or where none belongs.
  [[nodiscard]] static Result<NamingWords> parse(std::string_view lines, const std::string& file);

  [[nodiscard]] bool holds(NamingClass cls, std::string_view word) const;

  // Of a word of a class with values; nothing where the class does not hold it.
  [[nodiscard]] std::optional<std::string_view> value(NamingClass cls, std::string_view word) const;

  static constexpr std::size_t classes = static_cast<std::size_t>(NamingClass::Governing) + 1;

 private:
  using Words = std::map<std::string, std::string, std::less<>>;  // to their values

  [[nodiscard]] Result<void> add(std::string_view line);
  [[nodiscard]] const Words& words(NamingClass cls) const { return words_[static_cast<std::size_t>(cls)]; }

  std::array<Words, classes> words_;
};

// Those that are built in.
[[nodiscard]] const NamingWords& naming_words();

[[nodiscard]] inline bool is_naming(NamingClass cls, std::string_view word) {
  return naming_words().holds(cls, word);
}

}  // namespace demarche
