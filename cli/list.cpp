// Inventories of actors, proposals and documents.
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/table.h"
#include "graph/answers/json.h"
#include "graph/answers/listing.h"

namespace demarche {
namespace {

struct ListArguments {
  std::string what;
  Filter filter;
};

std::string iso_or_blank(const std::optional<Date>& date) {
  return date ? date->iso() : "";
}

std::string table_of(const std::vector<ActorLine>& lines, const Terminal& terminal) {
  Table table({name_column("Actor"),
               {"Kind"},
               number_column("Acts"),
               number_column("Documents"),
               whole_column("Id")});
  for (const ActorLine& line : lines) {
    table.add({{line.actor.name, std::string(name(line.actor.kind)), std::to_string(line.acts),
                std::to_string(line.documents), line.actor.id}});
  }
  return table.text(terminal);
}

std::string table_of(const std::vector<ProposalLine>& lines, const Terminal& terminal) {
  Table table({name_column("Proposal"),
               {"Kind"},
               number_column("Points"),
               number_column("Acts"),
               number_column("Documents"),
               whole_column("First"),
               whole_column("Last"),
               whole_column("Id")});
  for (const ProposalLine& line : lines) {
    const auto points = line.proposal.points;
    table.add({{line.proposal.name, line.kind, points ? std::to_string(*points) : "",
                std::to_string(line.acts), std::to_string(line.documents), iso_or_blank(line.first_date),
                iso_or_blank(line.last_date), line.proposal.id}});
  }
  return table.text(terminal);
}

std::string table_of(const std::vector<DocumentLine>& lines, const Terminal& terminal) {
  Table table({name_column("Document, id"), whole_column("Date"), {"Source"}, number_column("Acts")});
  for (const DocumentLine& line : lines) {
    const DocumentRef& doc = line.document;
    table.add(
        {{doc.title, iso_or_blank(doc.date), doc.source.value_or(""), std::to_string(line.acts)}, {doc.id}});
  }
  return table.text(terminal);
}

template <class Line>
Result<int> print_listing(Session& session, const Result<Listing<Line>>& listing) {
  if (!listing) return session.unanswered(listing.error());
  session.note_undated(listing->undated_left_out);
  if (session.options.json)
    session.out.write(to_json(listing->lines));
  else if (!listing->lines.empty())
    session.out.write(table_of(listing->lines, session.terminal()));
  return listing->lines.empty() ? exit_nothing : exit_found;
}

Result<int> list(Session& session, const ListArguments& arguments) {
  return session.read_all_of_graph().and_then([&](const Graph& graph) {
    const Knowledge& known = graph.knowledge;
    if (arguments.what == "actors") return print_listing(session, list_actors(known, arguments.filter));
    if (arguments.what == "proposals") return print_listing(session, list_proposals(known, arguments.filter));
    return print_listing(session, list_documents(known, arguments.filter));
  });
}

}  // namespace

void add_list(CLI::App& program, Session& session) {
  auto arguments = std::make_shared<ListArguments>();
  CLI::App& command =
      add_command(program, Chapter::Asking, "list",
                  "List actors and proposals, those with the most acts first, or documents by date.",
                  {"demarche list proposals", "demarche list actors --from 2025-12-01",
                   "demarche list documents --json"});
  require(add_choice(command, "WHAT", "actors, proposals or documents", {"actors", "proposals", "documents"},
                     [arguments = arguments.get()](std::string_view word) { arguments->what = word; }));
  add_filters(command, arguments->filter);
  on_run(command, session, arguments, list);
}

}  // namespace demarche
