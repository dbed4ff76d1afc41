// One query: prepared, run, shown; and what the reader may have meant where it names what the graph does not
// have.
#include "cli/query_session.h"

#include <fmt/format.h>

#include <cstdio>
#include <span>

#include "cli/nearest.h"
#include "cli/query_output.h"
#include "graph/cypher/functions.h"
#include "graph/cypher/vocabulary.h"

namespace demarche {
namespace {

std::string meant(std::string_view typed, const std::vector<std::string>& known) {
  const auto near = nearest(typed, known);
  return near ? fmt::format("did you mean {}?", *near) : "";
}

int refuse(const Session& session, const cypher::Failure& failure, const std::string& text) {
  Error error = cypher::to_error(failure);
  if (failure.detail == "UnknownFunction") {
    const std::string called = text.substr(failure.place.start, failure.place.end - failure.place.start);
    error.next = meant(called.substr(0, called.find('(')), cypher::function_names());
  }
  session.messages().report(error);
  std::fputs(cypher::underlined(failure, text).c_str(), stderr);
  return exit_error;
}

void hint(const Session& session, const std::set<std::string>& used, std::span<const std::string> known,
          std::string_view kind) {
  const std::vector<std::string> names(known.begin(), known.end());
  for (const std::string& name : used) {
    if (std::find(names.begin(), names.end(), name) != names.end()) continue;
    const std::string next = meant(name, names);
    session.messages().note(
        fmt::format("the graph has no {} {}{}{}", kind, name, next.empty() ? "" : "; ", next));
  }
}

void hint_at_unknown(const Session& session, const cypher::Query& query,
                     const network::PropertyGraph& graph) {
  const cypher::NamesUsed used = cypher::names_used(query);
  hint(session, used.labels, graph.labels(), "label");
  hint(session, used.types, graph.types(), "relationship type");
  if (graph.edge_count() + graph.node_count() > 0) hint(session, used.keys, graph.keys(), "property");
}

void print_profile(const std::vector<cypher::StepProfile>& profile) {
  for (const cypher::StepProfile& step : profile) {
    const std::string expected =
        step.expected > 0 ? fmt::format(", about {:.0f} expected", step.expected) : "";
    std::fputs(fmt::format("{:>10} rows{}  {}\n", step.rows, expected, step.step).c_str(), stderr);
  }
}

int print_plan(Session& session, const cypher::Prepared& query, const network::PropertyGraph& graph,
               const QueryOptions& options) {
  const auto plan = cypher::explain(query, graph, options.parameters);
  if (!plan) return refuse(session, plan.error(), query.text);
  session.out.write(fmt::format("query  {}\n", cypher::text_of(*query.query)));
  for (const cypher::Step& step : plan->steps)
    session.out.write(fmt::format("step   {}\n", cypher::text_of(step, graph)));
  return exit_found;
}

std::string shown(const cypher::Table& rows, const network::PropertyGraph& graph, const Session& session,
                  QueryFormat format) {
  switch (format) {
    case QueryFormat::Json:
      return query_json(rows, graph);
    case QueryFormat::Csv:
      return query_csv(rows, graph);
    case QueryFormat::Table:
      break;
  }
  return rows.rows.empty() ? "" : query_table(rows, graph, session.terminal());
}

}  // namespace

int answer(Session& session, const network::PropertyGraph& graph, const std::string& text,
           const QueryOptions& options) {
  const auto query = cypher::prepare(text);
  if (!query) return refuse(session, query.error(), text);
  hint_at_unknown(session, *query->query, graph);
  if (options.told == QueryTold::Plan) return print_plan(session, *query, graph, options);
  std::vector<cypher::StepProfile> profile;
  const auto rows = cypher::run(*query, graph, options.parameters, options.limits,
                                options.told == QueryTold::Profile ? &profile : nullptr);
  if (!rows) return refuse(session, rows.error(), text);
  session.out.write(shown(*rows, graph, session, options.format));
  print_profile(profile);
  return rows->rows.empty() ? exit_nothing : exit_found;
}

Result<void> add_parameter(const std::string& assignment, cypher::Map& parameters) {
  const std::size_t sign = assignment.find('=');
  if (sign == 0 || sign == std::string::npos)
    return fail(ErrorKind::Usage, "--param", fmt::format("'{}' is not NAME=VALUE", assignment));
  const std::string name = assignment.substr(0, sign), text = assignment.substr(sign + 1);
  const network::PropertyGraph nothing;
  const auto query = cypher::prepare("RETURN " + text + " AS value");
  const auto value = query ? cypher::run(*query, nothing) : tl::make_unexpected(query.error());
  parameters[name] = value && value->rows.size() == 1 ? value->rows[0][0] : cypher::Value(text);
  return {};
}

}  // namespace demarche
