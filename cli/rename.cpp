// An analyst says what something is called.
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/correct.h"
#include "graph/answers/correcting.h"

namespace demarche {
namespace {

struct RenameArguments {
  std::string name, to;
  Signature signature;
};

Result<int> make_rename(Session& session, const RenameArguments& arguments) {
  return correct(session, arguments.signature,
                 [&](const Knowledge& knowledge, const std::vector<Correction>&) {
                   return rename(knowledge, arguments.name, arguments.to);
                 });
}

}  // namespace

void add_rename(CLI::App& program, Session& session) {
  auto arguments = std::make_shared<RenameArguments>();
  CLI::App& command = add_command(program, Chapter::Correcting, "rename",
                                  "Say what an actor or a proposal is called; its other names still find it.",
                                  {"demarche rename p:0123456789ab 'Geneva plan'"});
  require(add_word(command, "NAME", "A name or id of an actor or a proposal", arguments->name));
  require(add_word(command, "TEXT", "Its name from now on", arguments->to));
  add_signature(command, arguments->signature);
  on_run(command, session, arguments, make_rename);
}

}  // namespace demarche
