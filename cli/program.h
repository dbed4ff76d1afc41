// The command line: all commands and options, its errors and its help.
// Tested by tests/cases/cli/usage.txt.
#pragma once

#include "cli/session.h"

namespace demarche {

// Reads the command line into `session` and does what it asks for, be it only to show the help; the exit
// status. Errors: Usage, with the likely meaning of a mistyped word; those of the command.
[[nodiscard]] Result<int> run(Session& session, int count, const char* const* words);

}  // namespace demarche
