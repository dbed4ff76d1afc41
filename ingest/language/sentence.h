// A sentence as every stage after reading sees it: tokens with their place in the document and, once parsed,
// their tags, lemmas and dependency tree. Fields are open; a stage fills what it knows.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/document.h"

namespace demarche {

// How a word is capitalised.
enum class Casing : std::uint8_t {
  AsWritten,
  Small,     // plan
  Title,     // Moscow
  Capitals,  // NATO
};

struct Token {
  std::size_t start = 0;   // code point in the field
  std::size_t end = 0;     // code point, exclusive
  std::string_view form;   // the token as written; a view into the document, which must outlive it
  bool is_clitic = false;  // the rest of the orthographic word that the token before begins: do|n't

  // How running text would write the word, where its line is all in capitals or in title case: see casing.h.
  Casing casing = Casing::AsWritten;

  // Filled by the tagger and parser; empty until then.
  std::string_view upos;      // "VERB"
  std::string_view xpos;      // "VBD"
  std::string lemma;          // "reject"
  std::string_view deprel;    // UD relation to the head, with subtype: "nsubj:pass"
  std::string_view features;  // "Number=Sing|Tense=Past": see features.h
  int head = -1;              // index of the head in the sentence; -1 for the root, and where not parsed
};

struct Sentence {
  Field field = Field::Text;
  std::size_t start = 0;  // code point in the field
  std::size_t end = 0;    // code point, exclusive
  std::vector<Token> tokens;

  [[nodiscard]] bool is_parsed() const { return !tokens.empty() && !tokens.front().deprel.empty(); }
};

}  // namespace demarche
