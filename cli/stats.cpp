// How much the graph file holds, and what is central in it.
#include <fmt/format.h>

#include <array>
#include <cmath>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/json_rows.h"
#include "cli/table.h"
#include "graph/answers/as_network.h"
#include "graph/network/centrality.h"

namespace demarche {
namespace {

struct StatsArguments {
  bool central = false;
};

// Documents whose findings are of another version of the extractor: `refresh` reads them anew.
std::size_t old_documents(const StoreStats& stats) {
  std::size_t old = 0;
  for (const auto& [extractor, documents] : stats.extractors)
    if (extractor.starts_with("demarche ") && extractor != extractor_version()) old += documents;
  return old;
}

template <class Values>
void counts_member(json::Writer& out, const char* key, const Values& counts) {
  out.Key(key);
  out.StartObject();
  for (const auto& [value, count] : counts) {
    json::write(out, name(value));
    out.Uint64(count);
  }
  out.EndObject();
}

void write_stats(json::Writer& out, const StoreStats& stats) {
  count_member(out, "documents", stats.documents);
  count_member(out, "undated", stats.documents_undated);
  date_member(out, "first", stats.first);
  date_member(out, "last", stats.last);
  count_member(out, "actors", stats.actors);
  count_member(out, "proposals", stats.proposals);
  count_member(out, "assertions", stats.assertions);
  count_member(out, "links", stats.links);
  counts_member(out, "relations", stats.by_relation);
  counts_member(out, "modalities", stats.by_modality);
  out.Key("extractors");
  out.StartObject();
  for (const auto& [extractor, documents] : stats.extractors) {
    json::write(out, extractor);
    out.Uint64(documents);
  }
  out.EndObject();
  count_member(out, "old", old_documents(stats));
}

std::string stats_table(const StoreStats& stats, const Terminal& terminal) {
  Table table({name_column("What"), number_column("Number")});
  const auto add = [&table](std::string what, std::size_t number) {
    table.add({{std::move(what), std::to_string(number)}});
  };
  add("documents", stats.documents);
  add("documents without a date", stats.documents_undated);
  if (stats.first) table.add({{"first document", stats.first->iso()}});
  if (stats.last) table.add({{"last document", stats.last->iso()}});
  add("actors found in documents", stats.actors);
  add("proposals found in documents", stats.proposals);
  add("assertions", stats.assertions);
  for (const auto& [relation, count] : stats.by_relation) add(std::string(name(relation)), count);
  for (const auto& [modality, count] : stats.by_modality)
    add("modality " + std::string(name(modality)), count);
  add("links", stats.links);
  for (const auto& [extractor, documents] : stats.extractors)
    add("documents read by " + extractor, documents);
  add("documents to refresh", old_documents(stats));
  return table.text(terminal);
}

struct CentralNode {
  NetworkNode node;
  network::Centrality rank;
};

std::vector<CentralNode> central_nodes(const Knowledge& knowledge, const std::vector<std::size_t>& acts) {
  const auto graph = as_network(knowledge, acts, std::nullopt, Scope::Everything);
  const auto nodes = nodes_of(graph);
  std::vector<CentralNode> central;
  for (const auto& rank : network::centralities(graph)) central.push_back({nodes[rank.node], rank});
  return central;
}

void write_central(json::Writer& out, const CentralNode& central) {
  constexpr double six_decimals = 1e6;
  json::member(out, "id", central.node.id);
  json::member(out, "name", central.node.name);
  json::member(out, "kind", central.node.kind);
  count_member(out, "neighbours", central.rank.neighbours);
  out.Key("betweenness");
  out.Double(std::round(central.rank.betweenness * six_decimals) / six_decimals);
  count_member(out, "core", central.rank.core);
}

std::string central_table(const std::vector<CentralNode>& all, const Terminal& terminal) {
  Table table({name_column("Node"), name_column("Kind"), number_column("Neighbours"),
               number_column("Betweenness"), number_column("Core")});
  for (const auto& [node, rank] : all)
    table.add({{node.name, node.kind, std::to_string(rank.neighbours),
                fmt::format("{:.3f}", rank.betweenness), std::to_string(rank.core)}});
  return table.text(terminal);
}

// As `path` walks: along actual acts, and links.
Result<int> answer_central(Session& session) {
  return session.read_all_of_graph().and_then([&session](const Graph& graph) -> Result<int> {
    const auto chosen = apply(Filter{}, graph.knowledge, {Modality::Actual});
    if (!chosen) return tl::make_unexpected(chosen.error());
    const auto central = central_nodes(graph.knowledge, chosen->acts);
    if (session.options.json)
      session.out.write(json_rows(central, write_central));
    else if (!central.empty())
      session.out.write(central_table(central, session.terminal()));
    return central.empty() ? exit_nothing : exit_found;
  });
}

Result<int> stats(Session& session, const StatsArguments& arguments) {
  if (arguments.central) return answer_central(session);
  const auto figures = session.read_graph().and_then([](const Store& store) { return store.stats(); });
  return figures.map([&session](const StoreStats& known) {
    session.out.write(session.options.json ? json_rows(std::array{known}, write_stats)
                                           : stats_table(known, session.terminal()));
    return known.documents > 0 ? exit_found : exit_nothing;
  });
}

}  // namespace

void add_stats(CLI::App& program, Session& session) {
  auto arguments = std::make_shared<StatsArguments>();
  CLI::App& command =
      add_command(program, Chapter::Keeping, "stats", "How much the graph file holds.",
                  {"demarche stats", "demarche stats --json", "demarche stats --central | head"});
  add_flag(command, "--central",
           "Instead, the nodes that most lies between: neighbours, betweenness and core number",
           arguments->central);
  on_run(command, session, arguments, stats);
}

}  // namespace demarche
