// An analyst says that a finding is wrong.
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/correct.h"
#include "graph/answers/correcting.h"

namespace demarche {
namespace {

struct RetractArguments {
  std::string assertion;
  Signature signature;
};

Result<int> make_retract(Session& session, const RetractArguments& arguments) {
  return correct(session, arguments.signature,
                 [&](const Knowledge& knowledge, const std::vector<Correction>&) {
                   return retract(knowledge, arguments.assertion);
                 });
}

}  // namespace

void add_retract(CLI::App& program, Session& session) {
  auto arguments = std::make_shared<RetractArguments>();
  CLI::App& command =
      add_command(program, Chapter::Correcting, "retract",
                  "Say that an assertion is wrong; it stays in the file, and no answer counts it.",
                  {"demarche who rejected --json   # shows the ids", "demarche retract s:0123456789ab"});
  require(add_word(command, "ASSERTION", "The id of an assertion", arguments->assertion));
  add_signature(command, arguments->signature);
  on_run(command, session, arguments, make_retract);
}

}  // namespace demarche
