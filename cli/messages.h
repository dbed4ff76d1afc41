// Standard error: one line a message, and on a terminal a last line that is drawn over and over until it is
// cleared. Tested by tests/cli/messages_test.cpp.
#pragma once

#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>

#include "cli/terminal.h"
#include "graph/model/error.h"

namespace demarche {

// "1 document", "2 documents".
[[nodiscard]] std::string counted(std::size_t number, std::string_view noun);

class Messages {
 public:
  // Writes to `file`, which must outlive this.
  Messages(std::FILE* file, const Terminal& terminal) : file_(file), terminal_(terminal) {}

  // "demarche: what: why; next", on one line whatever the error holds.
  void report(const Error& error);

  // A line that is no error.
  void note(std::string_view line);

  // Draws `line` in place of the one before; nothing where nobody looks.
  // REQUIRES: `line` is printable and narrower than the terminal
  void draw(std::string_view line);

  // Takes the drawn line away.
  void clear();

  [[nodiscard]] const Terminal& terminal() const { return terminal_; }

 private:
  std::FILE* file_;
  Terminal terminal_;
  bool drawn_ = false;
};

}  // namespace demarche
