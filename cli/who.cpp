// Who did this to that proposal.
#include "graph/answers/who.h"

#include "cli/acts.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/relations.h"

namespace demarche {
namespace {

struct WhoArguments {
  WhoQuestion question;
  Filter filter;
};

Result<int> answer_who(Session& session, const WhoArguments& arguments) {
  return session.read_all_of_graph().and_then([&](const Graph& graph) {
    return print_answer(session, who(graph.knowledge, arguments.question, arguments.filter));
  });
}

}  // namespace

void add_who(CLI::App& program, Session& session) {
  auto arguments = std::make_shared<WhoArguments>();
  CLI::App& command = add_command(program, Chapter::Asking, "who",
                                  "Who proposed, accepted, rejected … a proposal, newest first.",
                                  {"demarche who rejected '28-point plan'",
                                   "demarche who accepted,supported ceasefire --as-of 2025-12-01",
                                   "demarche who any --modality denied,possible"});
  require(add_relations(command, "RELATION", arguments->question.relations));
  add_text(command, "PROPOSAL", "NAME",
           "A name, part of a name or id of a proposal; all its versions are meant",
           arguments->question.proposal);
  add_filters(command, arguments->filter);
  on_run(command, session, arguments, answer_who);
}

}  // namespace demarche
