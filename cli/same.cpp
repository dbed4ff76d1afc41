// An analyst says that two are one.
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/correct.h"
#include "graph/answers/correcting.h"

namespace demarche {
namespace {

struct SameArguments {
  std::string one, other;
  Signature signature;
};

Result<int> make_same(Session& session, const SameArguments& arguments) {
  return correct(session, arguments.signature,
                 [&](const Knowledge& knowledge, const std::vector<Correction>& kept) {
                   return same(knowledge, kept, arguments.one, arguments.other);
                 });
}

}  // namespace

void add_same(CLI::App& program, Session& session) {
  auto arguments = std::make_shared<SameArguments>();
  CLI::App& command = add_command(
      program, Chapter::Correcting, "same", "Say that two actors, or two proposals, are one.",
      {"demarche same 'the Geneva paper' '28-point plan'", "demarche same a:0123456789ab fr --author anna"});
  require(add_word(command, "ONE", "A name or id of an actor or a proposal", arguments->one));
  require(add_word(command, "OTHER", "Another", arguments->other));
  add_signature(command, arguments->signature);
  on_run(command, session, arguments, make_same);
}

}  // namespace demarche
