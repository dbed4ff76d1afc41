// Ctrl-C, and the order to end: the first asks the program to finish the document in hand and stop; the
// second ends it at once, as ever. Tested by tests/cli/ingest_test.cpp.
#pragma once

namespace demarche {

void watch_for_interrupts();

// The signal that asked to stop; 0 where none did.
[[nodiscard]] int interrupted_by();

}  // namespace demarche
