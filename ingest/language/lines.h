// Which line breaks of a text only wrap a paragraph, and which end one.
// Tested by tests/ingest/language/tokenize_test.cpp over tests/cases/tokenize/lines.txt.
#pragma once

#include <span>
#include <string_view>

#include "ingest/language/lexer.h"

namespace demarche {

// Turns each Gap::Line of `lexemes` that ends a paragraph into Gap::Paragraph. REQUIRES: `lexemes` are those
// of `text`
void unwrap_lines(std::string_view text, std::span<Lexeme> lexemes);

}  // namespace demarche
