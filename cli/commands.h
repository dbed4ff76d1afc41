// The commands of the program: each `add_…` defines one, with its arguments, help and examples, and lives in
// a source of its own (add_who in who.cpp). Tested by tests/cli/*_test.cpp, which run the program.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "cli/session.h"

namespace CLI {
class App;
}

namespace demarche {

void add_ingest(CLI::App& program, Session& session);
void add_extract(CLI::App& program, Session& session);
void add_load(CLI::App& program, Session& session);
void add_who(CLI::App& program, Session& session);
void add_what(CLI::App& program, Session& session);
void add_status(CLI::App& program, Session& session);
void add_timeline(CLI::App& program, Session& session);
void add_changes(CLI::App& program, Session& session);
void add_conflicts(CLI::App& program, Session& session);
void add_list(CLI::App& program, Session& session);
void add_show(CLI::App& program, Session& session);
void add_search(CLI::App& program, Session& session);
void add_blocs(CLI::App& program, Session& session);
void add_path(CLI::App& program, Session& session);
void add_query(CLI::App& program, Session& session);
void add_stats(CLI::App& program, Session& session);
void add_parse(CLI::App& program, Session& session);
void add_why(CLI::App& program, Session& session);
void add_export(CLI::App& program, Session& session);
void add_serve(CLI::App& program, Session& session);
void add_same(CLI::App& program, Session& session);
void add_distinct(CLI::App& program, Session& session);
void add_rename(CLI::App& program, Session& session);
void add_retract(CLI::App& program, Session& session);
void add_undo(CLI::App& program, Session& session);
void add_corrections(CLI::App& program, Session& session);
void add_forget(CLI::App& program, Session& session);
void add_refresh(CLI::App& program, Session& session);
void add_verify(CLI::App& program, Session& session);
void add_completion(CLI::App& program, Session& session);
void add_help(CLI::App& program, Session& session);  // after all others, which it knows

// Under which heading the help lists a command.
enum class Chapter { Reading, Asking, Keeping, Correcting };

// A command named `name`. `does` is one sentence; `examples` are command lines shown below its help.
CLI::App& add_command(CLI::App& program, Chapter chapter, const std::string& name, const std::string& does,
                      const std::vector<std::string>& examples);

// Calls `done` once the command's arguments are read.
void on_read(CLI::App& command, const std::function<void()>& done);

// What the command does once its `arguments` are read.
template <class Arguments>
void on_run(CLI::App& command, Session& session, const std::shared_ptr<Arguments>& arguments,
            Result<int> (*run)(Session&, const Arguments&)) {
  on_read(command, [&session, arguments, run] {
    session.command = [arguments, run](Session& with) { return run(with, *arguments); };
  });
}

}  // namespace demarche
