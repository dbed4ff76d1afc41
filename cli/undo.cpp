// An analyst takes a correction back.
#include <fmt/format.h>

#include "cli/arguments.h"
#include "cli/commands.h"

namespace demarche {
namespace {

struct UndoArguments {
  std::size_t number = 0;
};

Result<int> undo(Session& session, const UndoArguments& arguments) {
  if (const Result<Store> existing = session.read_graph(); !existing)
    return tl::make_unexpected(existing.error());
  Result<Store> store = session.write_graph();
  if (!store) return tl::make_unexpected(store.error());
  const Result<void> undone = store->undo(static_cast<std::int64_t>(arguments.number));
  if (!undone) return session.unanswered(undone.error());
  if (const Result<void> settled = session.settle(*store); !settled)
    return tl::make_unexpected(settled.error());
  if (!session.options.json) session.out.write(fmt::format("correction {} undone\n", arguments.number));
  return exit_found;
}

}  // namespace

void add_undo(CLI::App& program, Session& session) {
  auto arguments = std::make_shared<UndoArguments>();
  CLI::App& command =
      add_command(program, Chapter::Correcting, "undo", "Take a correction back; it stays on the list.",
                  {"demarche corrections   # shows the numbers", "demarche undo 3"});
  require(add_number(command, "N", "The number of a correction", 1, arguments->number));
  on_run(command, session, arguments, undo);
}

}  // namespace demarche
