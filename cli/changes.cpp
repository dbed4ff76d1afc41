// What is known since some day that was not known before.
#include "graph/answers/changes.h"

#include <fmt/format.h>

#include "cli/acts.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/table.h"
#include "graph/answers/json.h"

namespace demarche {
namespace {

struct ChangesArguments {
  std::optional<Date> since;
  Filter filter;
  bool alone = false;
};

std::string before_cell(const Change& change) {
  if (!change.before) return "";
  if (change.kind == Change::Kind::Version || !change.before->act) return change.before->proposal.name;
  const Row& row = *change.before->act;
  return fmt::format("{} {}{}", relation_cell(row), row.proposal.name,
                     row.date ? ", " + row.date->iso() : "");
}

TableRow row_of(const Change& change) {
  const std::string kind(name(change.kind));
  if (!change.after.act) return {{kind, "", "", change.after.proposal.name, "", before_cell(change)}};
  const Row& row = *change.after.act;
  return {{kind, actor_cell(row.actor, row.via), relation_cell(row), row.proposal.name,
           row.date ? row.date->iso() : "", before_cell(change)},
          {quotation(row)}};
}

std::string table_of(const std::vector<Change>& changes, const Terminal& terminal) {
  Table table({whole_column("Change"),
               name_column("Actor"),
               {"Relation", Align::Left, TextStyle::Yellow, Fit::Wrap},
               {"Proposal", Align::Left, TextStyle::Green, Fit::Wrap},
               whole_column("Date"),
               {"Before"}});
  for (const Change& change : changes) table.add(row_of(change));
  return table.text(terminal);
}

Result<int> print_changes(Session& session, const Result<Changes>& answer) {
  if (!answer) return session.unanswered(answer.error());
  session.note_undated(answer->undated_left_out);
  if (session.options.json)
    session.out.write(to_json(answer->changes));
  else if (!answer->changes.empty())
    session.out.write(table_of(answer->changes, session.terminal()));
  return answer->changes.empty() ? exit_nothing : exit_found;
}

Result<int> answer_changes(Session& session, const ChangesArguments& arguments) {
  const ChangesQuestion question{*arguments.since, arguments.alone ? RollUp::Alone : RollUp::Together};
  return session.read_all_of_graph().and_then([&](const Graph& graph) {
    return print_changes(session, changes(graph.knowledge, question, arguments.filter));
  });
}

}  // namespace

void add_changes(CLI::App& program, Session& session) {
  auto arguments = std::make_shared<ChangesArguments>();
  CLI::App& command = add_command(program, Chapter::Asking, "changes",
                                  "What documents since a day brought: new stances, changed minds (flip), "
                                  "new versions, copies of old reports (echo).",
                                  {"demarche changes --since 2025-12-01",
                                   "demarche changes --since 2025-11-24 --as-of 2025-11-30 --json"});
  require(add_day(command, "--since", "Documents of that day and later", arguments->since));
  add_flag(command, "--alone", "Each actor for itself, not for the state or body that it acts for",
           arguments->alone);
  add_filters(command, arguments->filter);
  on_run(command, session, arguments, answer_changes);
}

}  // namespace demarche
