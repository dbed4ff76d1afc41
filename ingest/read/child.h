// Runs another program on some bytes, without a shell, and gives what it writes.
// Tested by tests/ingest/read/child_test.cpp.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/error.h"

namespace demarche {

struct ChildLimits {
  std::chrono::milliseconds time;
  std::size_t output;  // bytes
};

struct ChildOutput {
  int status = 0;  // its exit status; 128 and more where a signal ended it
  std::string text;
};

// Runs `command` (found on the path, then its arguments) with `input` as its standard input, which it can
// also seek in, until it ends; what it writes to standard error is dropped. Errors: NotFound where there is
// no such program; Unsupported where it goes beyond a limit, and is then ended; Internal.
[[nodiscard]] Result<ChildOutput> run_child(const std::vector<std::string>& command, std::string_view input,
                                            const ChildLimits& limits);

}  // namespace demarche
