// The command line: all commands and options, its errors and its help.
// Tested by tests/cases/cli/usage.txt.
#pragma once

#include <memory>

#include <CLI/CLI.hpp>

#include "cli/session.h"

namespace demarche {

// Every command, bound to `session`, which must outlive it.
[[nodiscard]] std::unique_ptr<CLI::App> make_program(Session& session);

// Reads the command line into `session`; what was asked for stands in `session.command` then, also where that is only
// the help. Errors: Usage, with the likely meaning of a mistyped word.
[[nodiscard]] Result<void> parse(CLI::App& program, Session& session, int count, const char* const* words);

}  // namespace demarche
