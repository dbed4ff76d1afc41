// Where a proposal stands with each party.
#include "graph/answers/status.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/acts.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/table.h"
#include "graph/answers/json.h"

namespace demarche {
namespace {

struct StatusArguments {
  StatusQuestion question;
  Filter filter;
  bool alone = false;
};

std::string status_cell(const StatusRow& row) {
  return fmt::format("{}{}", name(row.status), row.stale ? ", stale" : "");
}

std::string party_cell(const StatusRow& row) {
  const auto own = std::find_if(row.evidence.begin(), row.evidence.end(),
                                [&row](const Row& act) { return act.actor.id == row.actor.id; });
  return own == row.evidence.end() ? row.actor.name : actor_cell(row.actor, own->via);
}

std::string table_of(const std::vector<StatusRow>& rows, const Terminal& terminal) {
  Table table({name_column("Party"),
               {"Status", Align::Left, TextStyle::Yellow, Fit::Wrap},
               {"Proposal", Align::Left, TextStyle::Green, Fit::Wrap},
               whole_column("Since")});
  for (const StatusRow& row : rows) {
    TableRow cells{{party_cell(row), status_cell(row), row.proposal.name, row.since ? row.since->iso() : ""},
                   {row.rule}};
    for (const Row& act : row.evidence) cells.below.push_back(quotation(act));
    table.add(std::move(cells));
  }
  return table.text(terminal);
}

Result<int> print_status(Session& session, const Result<Status>& status) {
  if (!status) return session.unanswered(status.error());
  session.note_undated(status->undated_left_out);
  if (session.options.json)
    session.out.write(to_json(status->rows));
  else if (!status->rows.empty())
    session.out.write(table_of(status->rows, session.terminal()));
  return status->rows.empty() ? exit_nothing : exit_found;
}

Result<int> answer_status(Session& session, const StatusArguments& arguments) {
  StatusQuestion question = arguments.question;
  question.roll_up = arguments.alone ? RollUp::Alone : RollUp::Together;
  return session.read_all_of_graph().and_then([&](const Graph& graph) {
    return print_status(session, status(graph.knowledge, question, arguments.filter));
  });
}

}  // namespace

void add_status(CLI::App& program, Session& session) {
  auto arguments = std::make_shared<StatusArguments>();
  CLI::App& command =
      add_command(program, Chapter::Asking, "status",
                  "Where a proposal stands with each party: proposed, accepted, partial, supported, opposed, "
                  "rejected, withdrawn, "
                  "disputed, or silent where it was given the text or urged and has not answered.",
                  {"demarche status '28-point plan'", "demarche status ceasefire --as-of 2025-12-01",
                   "demarche status --alone --json"});
  add_text(command, "PROPOSAL", "NAME",
           "A name, part of a name or id of a proposal, else every one; a number narrows "
           "it to one version",
           arguments->question.proposal);
  add_flag(command, "--alone", "Each actor for itself, not for the state or body that it acts for",
           arguments->alone);
  add_filters(command, arguments->filter);
  on_run(command, session, arguments, answer_status);
}

}  // namespace demarche
