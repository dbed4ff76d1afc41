// Word classes in context, without a trained tagger: what a word can be (grammar.h) narrowed by its
// neighbours. Everything unknown is a noun. Good for finding the verbs that matter; no more is promised.
// Tested by tests/ingest/actors/chunks_test.cpp over tests/cases/actors/chunks.txt.
#pragma once

#include <cstdint>
#include <vector>

#include "ingest/actors/grammar.h"
#include "ingest/actors/words.h"

namespace demarche {

enum class Tag : std::uint8_t {
  Noun,
  Adjective,  // listed ones, and participles before a noun
  Number,
  Determiner,  // also "its", "their"
  Possessive,  // 's
  Pronoun,
  Preposition,
  To,  // before a verb
  Conjunction,
  Subordinator,
  Relative,
  Verb,
  Auxiliary,
  Modal,
  Not,
  Adverb,
  Hyphen,
  Comma,
  Quote,
  Open,
  Close,
  Symbol,
  Stop,
};

struct Tagged {
  Tag tag = Tag::Noun;
  std::uint8_t forms = 0;  // of a verb, those still possible
  const WordFacts* facts = nullptr;
};

// One a word. For sentences that no parser has read; for the others see tree_tags.h.
[[nodiscard]] std::vector<Tagged> tag_words(const Line& line, const Grammar& grammar);

// The class of a punctuation mark or symbol.
[[nodiscard]] Tag tag_of_mark(std::string_view key);

[[nodiscard]] inline bool is_nominal(Tag tag) {
  return tag == Tag::Noun || tag == Tag::Adjective || tag == Tag::Number;
}

}  // namespace demarche
