// An analyst says that two are not one.
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/correct.h"
#include "graph/answers/correcting.h"

namespace demarche {
namespace {

struct DistinctArguments {
  std::string one, other;
  Signature signature;
};

Result<int> make_distinct(Session& session, const DistinctArguments& arguments) {
  return correct(session, arguments.signature,
                 [&](const Knowledge& knowledge, const std::vector<Correction>&) {
                   return distinct(knowledge, arguments.one, arguments.other);
                 });
}

}  // namespace

void add_distinct(CLI::App& program, Session& session) {
  auto arguments = std::make_shared<DistinctArguments>();
  CLI::App& command = add_command(
      program, Chapter::Correcting, "distinct",
      "Say that two actors, or two proposals, are never one, also those that are taken for one now.",
      {"demarche distinct 'Anna Berg' 'Lena Berg'", "demarche distinct 'the 2026 budget' 'the 2027 budget'"});
  require(add_word(command, "ONE", "A name or id of an actor or a proposal", arguments->one));
  require(add_word(command, "OTHER", "Another; of two taken for one, the words of a document for each",
                   arguments->other));
  add_signature(command, arguments->signature);
  on_run(command, session, arguments, make_distinct);
}

}  // namespace demarche
