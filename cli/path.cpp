// How two actors or proposals hang together.
#include "graph/answers/path.h"

#include <fmt/format.h>

#include "cli/acts.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/json_rows.h"
#include "cli/table.h"

namespace demarche {
namespace {

struct PathArguments {
  std::string from, to;
  Filter filter;
};

void write_end(json::Writer& out, const char* key, const NodeRef& node) {
  out.Key(key);
  out.StartObject();
  json::member(out, "id", node.id);
  json::member(out, "name", node.name);
  out.EndObject();
}

void write_step(json::Writer& out, const PathStep& step) {
  const NetworkEdge& edge = step.edge;
  write_end(out, "from", step.from);
  json::member(out, "type", edge.type);
  json::member(out, "direction", step.is_forward ? "out" : "in");
  write_end(out, "to", step.to);
  json::member(out, "id", edge.id);
  date_member(out, "date", edge.date);
  json::optional_member(out, "document", edge.document);
  json::optional_member(out, "quote", edge.quote ? std::optional(edge.quote->text) : std::nullopt);
}

std::string path_table(const Path& path, const Terminal& terminal) {
  Table table({name_column("From"),
               {"", Align::Left, TextStyle::Yellow, Fit::Whole},
               name_column("To"),
               whole_column("Date")});
  for (const PathStep& step : path.steps) {
    TableRow row{{step.from.name,
                  (step.is_forward ? "-" : "<-") + step.edge.type + (step.is_forward ? "->" : "-"),
                  step.to.name, step.edge.date ? step.edge.date->iso() : ""}};
    if (step.edge.quote) row.below.push_back(fmt::format("“{}”", step.edge.quote->text));
    table.add(std::move(row));
  }
  return table.text(terminal);
}

Result<int> print_path(Session& session, const Result<Path>& path) {
  if (!path) return session.unanswered(path.error());
  session.note_undated(path->undated_left_out);
  if (session.options.json)
    session.out.write(json_rows(path->steps, write_step));
  else if (!path->steps.empty())
    session.out.write(path_table(*path, session.terminal()));
  return path->is_found ? exit_found : exit_nothing;
}

Result<int> answer_path(Session& session, const PathArguments& arguments) {
  return session.read_all_of_graph().and_then([&](const Graph& graph) {
    return print_path(session, path(graph.knowledge, arguments.from, arguments.to, arguments.filter));
  });
}

}  // namespace

void add_path(CLI::App& program, Session& session) {
  auto arguments = std::make_shared<PathArguments>();
  CLI::App& command =
      add_command(program, Chapter::Asking, "path",
                  "The shortest way between two nodes, along acts and links, with the words that prove it.",
                  {"demarche path Putin Ukraine", "demarche path Peskov '28-point plan' --as-of 2025-12-01"});
  require(add_word(command, "FROM", "A name or id of an actor, a proposal or a document", arguments->from));
  require(add_word(command, "TO", "Another", arguments->to));
  add_filters(command, arguments->filter);
  on_run(command, session, arguments, answer_path);
}

}  // namespace demarche
