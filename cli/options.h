// The options of every command, and the filters of every answer: each flag and its help is defined here,
// once. Tested by tests/cases/cli/usage.txt and answers.txt.
#pragma once

#include <filesystem>

#include "cli/terminal.h"
#include "graph/answers/filter.h"

namespace CLI {
class App;
}

namespace demarche {

struct Options {
  std::filesystem::path graph = "demarche.db";
  std::filesystem::path data;  // the folder of actors.jsonl and its like
  bool json = false;
  ColorChoice color = ColorChoice::Auto;
};

// "../share/demarche" beside the program where it is installed, else the source tree's data.
[[nodiscard]] std::filesystem::path default_data();

// --graph --data --json --color, taken before and after the command.
void add_options(CLI::App& program, Options& options);

// --as-of --from --to --modality --speaker --source --first-hand --min-confidence --in-force
void add_filters(CLI::App& command, Filter& filter);

}  // namespace demarche
