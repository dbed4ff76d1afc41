// Text to lexemes: the tokens of a text and the white space before each, before anything is known about
// sentences. Follows the conventions of the English Web Treebank: clitics and hyphens are split off,
// abbreviations keep their full stop. Tested by tests/ingest/language/tokenize_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace demarche {

// What stands between a lexeme and the one before it.
enum class Gap : std::uint8_t {
  None,
  Space,
  Line,       // a line break that may be the wrapping of a paragraph
  Paragraph,  // a blank line, or a line that begins anew; also before the first lexeme
};

enum class LexemeKind : std::uint8_t {
  Word,
  Number,
  Abbreviation,  // ends in a full stop of its own
  Address,       // of mail or the web
  Face,          // :-)
  Terminal,      // a run of . ! ?
  Quote,         // double quotation marks, and single ones that are no apostrophe
  Open,
  Close,
  Hyphen,
  Other,
};

struct Lexeme {
  std::size_t begin = 0;  // byte
  std::size_t end = 0;    // byte, exclusive
  Gap gap = Gap::Paragraph;
  LexemeKind kind = LexemeKind::Word;
  bool is_clitic = false;   // continues the lexeme before: do|n't
  bool is_capital = false;  // begins with an upper-case letter
};

// Appends the lexemes of `text` to `lexemes`; every character that is not white space is in exactly one.
void scan(std::string_view text, std::vector<Lexeme>& lexemes);

}  // namespace demarche
