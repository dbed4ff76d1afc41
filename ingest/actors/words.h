// A sentence's tokens made ready to be looked up: what each is called in our lists, and how it is written.
// Tested by tests/ingest/actors/words_test.cpp.
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/language/sentence.h"

namespace demarche {

enum class Shape : std::uint8_t {
  Lower,    // "plan"
  Capital,  // "Plan"
  Upper,    // "EU", "U.S."; two letters at least
  Number,   // "28", "1,200"
  Mark,     // punctuation and symbols
};

struct Word {
  std::string key;  // folded; an acronym without its full stops: "U.S." is "us"
  Shape shape = Shape::Lower;
  Shape natural = Shape::Lower;  // as running text would write it, where a headline writes otherwise
  bool glued = false;            // no white space between it and the word before
  bool dotted = false;           // written with full stops inside: "U.S."
};

// How a sentence uses capitals, and so what a capital says.
enum class Style : std::uint8_t {
  Prose,     // a capital marks a name
  Headline,  // Most Words Begin With One
  Shouting,  // EVERY LETTER IS ONE
};

struct Line {
  const Sentence* sentence = nullptr;
  std::vector<Word> words;  // one a token
  Style style = Style::Prose;

  [[nodiscard]] int size() const { return static_cast<int>(words.size()); }
};

[[nodiscard]] inline bool is_one_of(std::string_view key, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), key) != words.end();
}

// Whether a word is the sign of a currency, or begins with it: "$", "€40".
[[nodiscard]] inline bool bears_currency(std::string_view key) {
  return key.starts_with('$') || key.starts_with("€") || key.starts_with("£") || key.starts_with("¥") ||
         key.starts_with("₹");
}

// The key of a word of our lists or of a text.
[[nodiscard]] std::string word_key(std::string_view form);

// `sentence` must outlive the result.
[[nodiscard]] Line read_words(const Sentence& sentence);

}  // namespace demarche
