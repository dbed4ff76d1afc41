// Words, numbers, texts and signs of a query. Comments and blanks are left out. Keywords are names here: only
// the parser knows where a name is a keyword. Tested by tests/graph/cypher/engine_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/cypher/failure.h"

namespace demarche::cypher {

enum class TokenKind { Name, QuotedName, Integer, Float, String, Parameter, Sign, End };

struct Token {
  TokenKind kind = TokenKind::End;
  std::string text;  // the name without its quotes, the text without quotes and escapes, the digits, the sign
  Place place;
};

// The last token is End. Throws Failure.
[[nodiscard]] std::vector<Token> tokens_of(std::string_view query);

}  // namespace demarche::cypher
