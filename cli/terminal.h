// What the program writes to: whether a person looks at it, how wide it is, and whether it may be coloured.
// And text made fit for it: no byte of a document can move the cursor, and lines break between words. Tested
// by tests/cli/terminal_test.cpp.
#pragma once

#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

enum class ColorChoice { Auto, Always, Never };

struct Terminal {
  bool interactive = false;  // somebody looks at it now
  std::size_t width = 100;   // in columns
  bool colored = false;

  // Looks at `file`, $COLUMNS, $NO_COLOR and $TERM.
  [[nodiscard]] static Terminal behind(std::FILE* file, ColorChoice choice);
};

enum class TextStyle { Plain, Bold, Dim, Red, Green, Yellow, Blue };

// `text` in this style where the terminal is coloured, else as it is.
[[nodiscard]] std::string styled(std::string_view text, TextStyle style, const Terminal& terminal);

// `text` on one line: white space collapsed, control characters replaced by U+FFFD.
[[nodiscard]] std::string printable(std::string_view text);

// `text` in lines of at most `width` columns, broken between words; a longer word is broken inside. At least
// one line. REQUIRES: width > 1
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t width);

// `text` followed by spaces up to `width` columns.
[[nodiscard]] std::string padded(std::string text, std::size_t width);

}  // namespace demarche
