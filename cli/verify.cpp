// Whether the graph file is sound: every defect in one line.
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/json_rows.h"
#include "cli/table.h"
#include "cli/whole_network.h"

namespace demarche {
namespace {

struct NoArguments {};

void write_defect(json::Writer& out, const Defect& defect) {
  json::member(out, "document", defect.document);
  json::member(out, "why", defect.why);
}

std::string defects_table(const std::vector<Defect>& defects, const Terminal& terminal) {
  Table table({name_column("Document"), {"Defect"}});
  for (const Defect& defect : defects) table.add({{defect.document, defect.why}});
  return table.text(terminal);
}

Result<int> verify(Session& session, const NoArguments&) {
  auto defects = session.read_graph().and_then([](const Store& store) { return store.verify(); });
  if (!defects) return tl::make_unexpected(defects.error());
  if (const auto defect = defect_of_snapshot(session.options.graph))
    defects->push_back(
        {"", defect->what + ": " + defect->why + "; delete it, and the next query makes it anew"});
  if (session.options.json)
    session.out.write(json_rows(*defects, write_defect));
  else if (!defects->empty())
    session.out.write(defects_table(*defects, session.terminal()));
  return defects->empty() ? exit_found : exit_nothing;
}

}  // namespace

void add_verify(CLI::App& program, Session& session) {
  CLI::App& command =
      add_command(program, Chapter::Keeping, "verify",
                  "Check the graph file and its snapshot: pages, hashes, quotations, references, index.",
                  {"demarche verify", "demarche verify --graph talks.db && echo sound"});
  on_run(command, session, std::make_shared<NoArguments>(), verify);
}

}  // namespace demarche
