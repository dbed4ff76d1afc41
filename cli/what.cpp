// What an actor did, alone or together with those who speak for it.
#include "cli/acts.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/relations.h"
#include "graph/answers/who.h"

namespace demarche {
namespace {

struct WhatArguments {
  WhatQuestion question;
  Filter filter;
  bool alone = false;
};

Result<int> answer_what(Session& session, const WhatArguments& arguments) {
  WhatQuestion question = arguments.question;
  question.roll_up = arguments.alone ? RollUp::Alone : RollUp::Together;
  return session.read_all_of_graph().and_then([&](const Graph& graph) {
    return print_answer(session, what(graph.knowledge, question, arguments.filter));
  });
}

}  // namespace

void add_what(CLI::App& program, Session& session) {
  auto arguments = std::make_shared<WhatArguments>();
  CLI::App& command =
      add_command(program, Chapter::Asking, "what", "What an actor did, newest first.",
                  {"demarche what Putin rejected", "demarche what Russia", "demarche what Russia --alone"});
  require(add_word(command, "ACTOR", "A name or id of an actor", arguments->question.actor));
  add_relations(command, "RELATION", arguments->question.relations);
  add_flag(command, "--alone", "Without those who lead it, speak for it or are its seat", arguments->alone);
  add_filters(command, arguments->filter);
  on_run(command, session, arguments, answer_what);
}

}  // namespace demarche
