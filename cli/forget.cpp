// Deletes a document and all it gave.
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/whole_network.h"

namespace demarche {
namespace {

struct ForgetArguments {
  std::vector<std::string> documents;
};

Result<int> forget(Session& session, const ForgetArguments& arguments) {
  if (const Result<Store> existing = session.read_graph(); !existing)
    return tl::make_unexpected(existing.error());
  Result<Store> store = session.write_graph();
  if (!store) return tl::make_unexpected(store.error());
  int status = exit_found;
  for (const std::string& document : arguments.documents) {
    const Result<void> forgotten = store->forget(document);
    if (!forgotten && forgotten.error().kind != ErrorKind::NotFound)
      return tl::make_unexpected(forgotten.error());
    if (!forgotten) status = session.unanswered(forgotten.error());
  }
  delete_snapshot(session.options.graph);
  return store->purge_search().and_then([&] { return session.settle(*store); }).map([status] {
    return status;
  });
}

}  // namespace

void add_forget(CLI::App& program, Session& session) {
  auto arguments = std::make_shared<ForgetArguments>();
  CLI::App& command = add_command(
      program, Chapter::Keeping, "forget", "Delete documents and all that was found in them.",
      {"demarche forget https://example.org/news/1", "demarche list documents   # shows the ids"});
  require(add_words(command, "DOCUMENT", "Ids of documents", arguments->documents));
  on_run(command, session, arguments, forget);
}

}  // namespace demarche
