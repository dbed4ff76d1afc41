// The closed lists of English that the tokenizer knows: abbreviations, prefixes that keep their hyphen, words
// that are two tokens, and words that begin sentences. Looked up without regard to case unless said
// otherwise. Tested by tests/ingest/language/tokenize_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>

namespace demarche {

enum class Abbreviation {
  None,
  BeforeName,    // "Mr.", "Sen.": a capital after it does not begin a sentence
  BeforeNumber,  // "No.", "Sept.": an abbreviation only where a number follows
  Name,          // "Corp.", "Calif.": ends a sentence only where a word that begins sentences follows
  Common,        // "etc.", "dlrs.": a capital after it begins a sentence
};

// What `word`, written without its full stop, is in front of one.
[[nodiscard]] Abbreviation abbreviation(std::string_view word);

// Whether `word` keeps the hyphen behind it: "non", "co", "e" (mail).
[[nodiscard]] bool is_prefix(std::string_view word);

// Where `word` falls into two tokens ("can|not", "gon|na", "did|nt"): the length of the first; else 0.
[[nodiscard]] std::size_t contraction(std::string_view word);

// Whether `word` is a unit that is its own token behind a number: "20|km", "5|pm"; of single letters those in
// small print, and K and M.
[[nodiscard]] bool is_unit(std::string_view word);

// Whether `word`, behind an apostrophe that begins a token, belongs to it: "'s", "'ll", "'em".
[[nodiscard]] bool is_apart_clitic(std::string_view word);

// Whether `word`, a capitalised one, is commonly the first of a sentence: "The", "He", "However".
[[nodiscard]] bool begins_sentences(std::string_view word);

// Whether `word` ends letters, in front of the name: "Regards".
[[nodiscard]] bool closes_letters(std::string_view word);

}  // namespace demarche
