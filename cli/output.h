// Standard output. A write that fails is remembered, so that whoever writes much can stop, and is reported
// once at the end. A reader that goes away (`demarche list documents | head`) is no error. Tested by
// tests/cli/output_test.cpp.
#pragma once

#include <cstdio>
#include <string_view>

#include "graph/model/error.h"

namespace demarche {

class Output {
 public:
  // Writes to `file`, which must outlive this; SIGPIPE must be ignored (see `ignore_broken_pipes`).
  explicit Output(std::FILE* file) : file_(file) {}

  void write(std::string_view text);

  // False once a write has failed: nothing more can arrive.
  [[nodiscard]] bool open() const { return failure_ == 0; }

  // Writes out what is buffered. Errors: Unreadable, with the reason ("No space left on device").
  [[nodiscard]] Result<void> finish();

 private:
  std::FILE* file_;
  int failure_ = 0;  // errno of the first write that failed
};

// Makes a write to a closed pipe fail with EPIPE instead of ending the program.
void ignore_broken_pipes();

}  // namespace demarche
