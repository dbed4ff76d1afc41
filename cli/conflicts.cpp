// Reports that cannot both be right.
#include "graph/answers/conflicts.h"

#include "cli/acts.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/table.h"
#include "graph/answers/json.h"

namespace demarche {
namespace {

struct ConflictsArguments {
  Filter filter;
  bool alone = false;
};

// Of every conflict one row a report, the sides one after the other.
std::string table_of(const std::vector<Conflict>& conflicts, const Terminal& terminal) {
  Table table({name_column("Actor"),
               {"Proposal", Align::Left, TextStyle::Green, Fit::Wrap},
               {"Either", Align::Left, TextStyle::Yellow, Fit::Wrap},
               whole_column("Date"),
               {"Source"}});
  for (const Conflict& conflict : conflicts) {
    bool is_first = true;
    for (const std::vector<Row>& side : conflict.sides)
      for (const Row& row : side) {
        table.add({{is_first ? conflict.actor.name : "", is_first ? conflict.proposal.name : "",
                    relation_cell(row), row.date ? row.date->iso() : "", row.document.source.value_or("")},
                   {quotation(row)}});
        is_first = false;
      }
  }
  return table.text(terminal);
}

Result<int> print_conflicts(Session& session, const Result<Conflicts>& answer) {
  if (!answer) return session.unanswered(answer.error());
  session.note_undated(answer->undated_left_out);
  if (session.options.json)
    session.out.write(to_json(answer->conflicts));
  else if (!answer->conflicts.empty())
    session.out.write(table_of(answer->conflicts, session.terminal()));
  return answer->conflicts.empty() ? exit_nothing : exit_found;
}

Result<int> answer_conflicts(Session& session, const ConflictsArguments& arguments) {
  return session.read_all_of_graph().and_then([&](const Graph& graph) {
    return print_conflicts(session, conflicts(graph.knowledge, arguments.filter,
                                              arguments.alone ? RollUp::Alone : RollUp::Together));
  });
}

}  // namespace

void add_conflicts(CLI::App& program, Session& session) {
  auto arguments = std::make_shared<ConflictsArguments>();
  CLI::App& command = add_command(program, Chapter::Asking, "conflicts",
                                  "Reports that contradict each other: an act that is denied, or opposite "
                                  "stances reported within the same days.",
                                  {"demarche conflicts", "demarche conflicts --from 2025-12-01 --json"});
  add_flag(command, "--alone", "Each actor for itself, not for the state or body that it acts for",
           arguments->alone);
  add_filters(command, arguments->filter);
  on_run(command, session, arguments, answer_conflicts);
}

}  // namespace demarche
