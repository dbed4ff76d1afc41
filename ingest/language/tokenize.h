// Text to sentences of tokens, on newswire as it is.
// Tested by tests/ingest/language/tokenize_test.cpp over tests/cases/tokenize/*.txt.
#pragma once

#include <vector>

#include "ingest/language/sentence.h"

namespace demarche {

// Splits one field of `doc` into sentences and tokens with exact code-point positions; every character that
// is not white space is in exactly one token. The views in the result point into `doc`, which must outlive
// them.
[[nodiscard]] std::vector<Sentence> tokenize(const Document& doc, Field field);

// The title's sentences, then the text's.
[[nodiscard]] std::vector<Sentence> tokenize(const Document& doc);

}  // namespace demarche
