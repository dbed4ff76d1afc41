// How much the graph file holds.
#include <array>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/json_rows.h"
#include "cli/table.h"

namespace demarche {
namespace {

struct NoArguments {};

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

Result<int> stats(Session& session, const NoArguments&) {
  const auto figures = session.read_graph().and_then([](const Store& store) { return store.stats(); });
  return figures.map([&session](const StoreStats& known) {
    session.out.write(session.options.json ? json_rows(std::array{known}, write_stats)
                                           : stats_table(known, session.terminal()));
    return known.documents > 0 ? exit_found : exit_nothing;
  });
}

}  // namespace

void add_stats(CLI::App& program, Session& session) {
  CLI::App& command = add_command(program, Chapter::Keeping, "stats", "How much the graph file holds.",
                                  {"demarche stats", "demarche stats --json"});
  on_run(command, session, std::make_shared<NoArguments>(), stats);
}

}  // namespace demarche
