// What `ingest` and `extract` share: the arguments that say what to read, and the reading itself with its
// refusals on standard error and its progress on a terminal. Tested by tests/cases/cli/refusals.txt and
// keeping.txt, and tests/cli/ingest_test.cpp.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/assembly.h"
#include "cli/session.h"
#include "ingest/read/read.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace demarche {

struct ReadingArguments {
  std::vector<std::string> paths;
  ReadOptions options;
  std::size_t jobs = all_cores();
};

// PATH… --jobs --date --source --format
CLI::Option* add_reading(CLI::App& command, ReadingArguments& arguments);

struct Reading {
  // Whether a document need not be extracted again: it is counted and never reaches `found`. Asked ahead,
  // while another thread may be in `found`. May be empty.
  std::function<bool(const Document&)> is_known;
  // Called in input order with what was found in each document. Its error ends the reading.
  std::function<Result<void>(const Extraction&)> found;
  // Called after all that a file held, where it was read to its end; see ReadEvents. May be empty.
  std::function<Result<void>(const std::string& path, std::size_t last)> whole;
};

struct ReadingTally {
  std::size_t documents = 0;  // read, those already known included
  std::size_t known = 0;
  std::size_t refused = 0;
};

// Reads all that `arguments` name; ends early where an interrupt or a closed standard output asks for it.
// Errors: data files that cannot be loaded; those of `found`.
[[nodiscard]] Result<ReadingTally> read_all(Session& session, const ReadingArguments& arguments,
                                            const Reading& reading);

}  // namespace demarche
