// Questions in Cypher.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/arguments.h"
#include "cli/assembly.h"
#include "cli/commands.h"
#include "cli/query_session.h"
#include "cli/whole_network.h"
#include "graph/answers/as_network.h"

namespace demarche {
namespace {

struct QueryArguments {
  std::optional<std::string> text;
  std::vector<std::string> parameters;
  bool csv = false, explain = false, profile = false;
  std::size_t timeout = 0, memory = 0;  // seconds, megabytes; 0 for no bound
  Filter filter;
};

Result<QueryOptions> options_of(const Session& session, const QueryArguments& arguments) {
  QueryOptions options;
  options.format = session.options.json ? QueryFormat::Json
                   : arguments.csv      ? QueryFormat::Csv
                                        : QueryFormat::Table;
  options.told = arguments.explain   ? QueryTold::Plan
                 : arguments.profile ? QueryTold::Profile
                                     : QueryTold::Rows;
  options.limits.threads = std::min<std::size_t>(all_cores(), 2);
  if (arguments.timeout) options.limits.time = std::chrono::seconds(arguments.timeout);
  if (arguments.memory) options.limits.memory = arguments.memory << 20;
  for (const std::string& assignment : arguments.parameters) {
    if (const auto added = add_parameter(assignment, options.parameters); !added)
      return tl::make_unexpected(added.error());
  }
  return options;
}

// What the filter leaves of the graph. Errors: as `apply`.
Result<network::PropertyGraph> chosen_network(const Session& session, const Knowledge& knowledge,
                                              const Filter& filter) {
  const auto chosen = apply(filter, knowledge, {all_modalities.begin(), all_modalities.end()});
  if (!chosen) return tl::make_unexpected(chosen.error());
  session.note_undated(chosen->undated_left_out);
  const Scope scope = chooses_acts(filter) ? Scope::OnlyActs : Scope::Everything;
  return as_network(knowledge, chosen->acts, filter.as_of, scope);
}

Result<int> query(Session& session, const QueryArguments& arguments) {
  const auto options = options_of(session, arguments);
  if (!options) return tl::make_unexpected(options.error());
  const auto ask = [&](const network::PropertyGraph& network) {
    return arguments.text ? answer(session, network, *arguments.text, *options)
                          : query_shell(session, network, *options);
  };
  const bool is_whole = !chooses_acts(arguments.filter) && !arguments.filter.as_of;
  if (is_whole) return whole_network(session).map(ask);
  return session.read_all_of_graph().map([&](const Graph& graph) {
    const auto network = chosen_network(session, graph.knowledge, arguments.filter);
    return network ? ask(*network) : session.unanswered(network.error());
  });
}

}  // namespace

void add_query(CLI::App& program, Session& session) {
  auto arguments = std::make_shared<QueryArguments>();
  CLI::App& command = add_command(
      program, Chapter::Asking, "query",
      "Ask in Cypher; without a query, a shell that reads them one after another.",
      {"demarche query 'MATCH (a:Actor)-[r:REJECTED]->(p) RETURN a.name, p.name, r.date ORDER BY r.date'",
       "demarche query --param who=Russia 'MATCH (a {name: $who})-[r]->(p:Proposal) RETURN type(r), "
       "count(*)'",
       "demarche query --explain 'MATCH (a:Actor)-->(b:Actor) RETURN count(*)'"});
  add_text(command, "CYPHER", "", "The query; none for a shell", arguments->text);
  command
      .add_option_function<std::vector<std::string>>(
          "--param",
          [arguments = arguments.get()](const std::vector<std::string>& given) {
            arguments->parameters = given;
          },
          "A parameter $NAME: a number, 'text', list or map; else taken as text; may be given again")
      ->option_text("NAME=VALUE")
      ->allow_extra_args(false);
  add_flag(command, "--csv", "Rows as CSV with a header", arguments->csv);
  add_flag(command, "--explain", "Show how the query would be answered, and do not run it",
           arguments->explain);
  add_flag(command, "--profile", "Show beside the answer how many rows each step gave", arguments->profile);
  add_number(command, "--timeout", "Stop after so many seconds", 1, arguments->timeout);
  add_number(command, "--memory", "Stop when more than so many megabytes are held", 1, arguments->memory);
  add_filters(command, arguments->filter);
  on_run(command, session, arguments, query);
}

}  // namespace demarche
