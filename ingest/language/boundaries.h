// Where sentences end, among the lexemes of a text.
// Tested by tests/ingest/language/tokenize_test.cpp over tests/cases/tokenize/*.txt.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "ingest/language/lexer.h"

namespace demarche {

// Appends to `ends`, in order, the index behind the last lexeme of each sentence of `text`; every lexeme is
// in exactly one sentence.
void find_sentence_ends(std::string_view text, std::span<const Lexeme> lexemes,
                        std::vector<std::size_t>& ends);

}  // namespace demarche
