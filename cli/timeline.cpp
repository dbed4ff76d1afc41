// The acts of an actor or towards a proposal in the order of time.
#include "graph/answers/timeline.h"

#include "cli/acts.h"
#include "cli/arguments.h"
#include "cli/commands.h"

namespace demarche {
namespace {

struct TimelineArguments {
  TimelineQuestion question;
  Filter filter;
  bool alone = false;
};

Result<int> answer_timeline(Session& session, const TimelineArguments& arguments) {
  TimelineQuestion question = arguments.question;
  question.roll_up = arguments.alone ? RollUp::Alone : RollUp::Together;
  return session.read_all_of_graph().and_then([&](const Graph& graph) {
    return print_answer(session, timeline(graph.knowledge, question, arguments.filter));
  });
}

}  // namespace

void add_timeline(CLI::App& program, Session& session) {
  auto arguments = std::make_shared<TimelineArguments>();
  CLI::App& command =
      add_command(program, Chapter::Asking, "timeline",
                  "What an actor did, or what was done to a proposal, newest first.",
                  {"demarche timeline '28-point plan'", "demarche timeline Russia --from 2025-12-01",
                   "demarche timeline Ukraine --modality all"});
  require(add_word(command, "NAME", "A name or id of an actor or a proposal", arguments->question.name));
  add_flag(command, "--alone", "Of an actor: without those who lead it, speak for it or are its seat",
           arguments->alone);
  add_filters(command, arguments->filter);
  on_run(command, session, arguments, answer_timeline);
}

}  // namespace demarche
