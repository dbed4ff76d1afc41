// The analyst's corrections: the list, and the way out of one graph file and into another.
#include <fmt/format.h>

#include <fstream>
#include <iostream>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/table.h"
#include "graph/answers/anchors.h"
#include "graph/answers/correcting.h"

namespace demarche {
namespace {

struct CorrectionsArguments {
  std::string action = "list";
  std::string path = "-";
};

std::string_view state_of(const Correction& correction, bool is_dormant) {
  return correction.is_undone ? "undone" : is_dormant ? "dormant" : "";
}

std::string table_of(const std::vector<Correction>& corrections, const std::vector<bool>& dormant,
                     const Terminal& terminal) {
  Table table({number_column("N"),
               whole_column("At"),
               {"Author"},
               {"Kind"},
               name_column("Says"),
               whole_column("State")});
  for (std::size_t i = 0; i < corrections.size(); ++i) {
    const Correction& each = corrections[i];
    table.add({{std::to_string(each.number), each.at, each.author, std::string(name(each.kind)),
                sentence_of(each), std::string(state_of(each, dormant[i]))}});
  }
  return table.text(terminal);
}

// The line of a correction with whether it is dormant.
std::string line_of(const Correction& correction, bool is_dormant) {
  std::string line = to_json(correction);
  line.insert(line.size() - 1, fmt::format(",\"dormant\":{}", is_dormant));
  return line;
}

Result<int> list_corrections(Session& session) {
  return session.read_all_of_graph().and_then([&](const Graph& graph) -> Result<int> {
    const Result<std::vector<Correction>> all = graph.store.corrections();
    const Result<Gazetteer> gazetteer = session.gazetteer();
    if (!all) return tl::make_unexpected(all.error());
    if (!gazetteer) return tl::make_unexpected(gazetteer.error());
    const std::vector<bool> dormant = applied(*all, graph.knowledge.extractions, *gazetteer).dormant;
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < all->size(); ++i) lines.push_back(line_of((*all)[i], dormant[i]));
    if (session.options.json)
      session.out.write(fmt::format("[{}]\n", fmt::join(lines, ",\n")));
    else if (!all->empty())
      session.out.write(table_of(*all, dormant, session.terminal()));
    return all->empty() ? exit_nothing : exit_found;
  });
}

Result<int> export_corrections(Session& session) {
  return session.read_graph().and_then([&](const Store& store) -> Result<int> {
    const Result<std::vector<Correction>> all = store.corrections();
    if (!all) return tl::make_unexpected(all.error());
    for (const Correction& correction : *all) session.out.write(to_json(correction) + "\n");
    return all->empty() ? exit_nothing : exit_found;
  });
}

struct ImportTally {
  std::size_t taken = 0, known = 0, refused = 0;
};

bool is_known(const std::vector<Correction>& kept, const Correction& correction) {
  return std::any_of(kept.begin(), kept.end(), [&](const Correction& each) {
    return says_the_same(each, correction) && each.at == correction.at && each.author == correction.author;
  });
}

// Errors: those of the store; a bad line is reported and counted.
Result<void> import_lines(Session& session, Store& store, std::istream& lines, const std::string& file,
                          ImportTally& tally) {
  Result<std::vector<Correction>> kept = store.corrections();
  if (!kept) return tl::make_unexpected(kept.error());
  std::string line;
  for (std::size_t number = 1; std::getline(lines, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    Result<Correction> correction = correction_from_json(line);
    if (!correction) {
      correction.error().what = fmt::format("{}:{}", file, number);
      session.messages().report(correction.error());
      ++tally.refused;
    } else if (is_known(*kept, *correction)) {
      ++tally.known;
    } else {
      if (const auto done = store.correct(*correction); !done) return tl::make_unexpected(done.error());
      kept->push_back(std::move(*correction));
      ++tally.taken;
    }
  }
  return {};
}

Result<int> import_corrections(Session& session, const std::string& path) {
  std::ifstream file(path);
  if (path != "-" && !file) return fail(ErrorKind::NotFound, path, "no such file");
  Result<Store> store = session.write_graph();
  if (!store) return tl::make_unexpected(store.error());
  ImportTally tally;
  const Result<void> read = path == "-" ? import_lines(session, *store, std::cin, "standard input", tally)
                                        : import_lines(session, *store, file, path, tally);
  if (!read) return tl::make_unexpected(read.error());
  if (const Result<void> settled = session.settle(*store); !settled)
    return tl::make_unexpected(settled.error());
  session.messages().note(fmt::format("{} imported, {} known already; {} refused",
                                      counted(tally.taken, "correction"), tally.known,
                                      counted(tally.refused, "line")));
  return tally.refused > 0 ? exit_nothing : exit_found;
}

Result<int> run_corrections(Session& session, const CorrectionsArguments& arguments) {
  if (arguments.action == "export") return export_corrections(session);
  if (arguments.action == "import") return import_corrections(session, arguments.path);
  return list_corrections(session);
}

}  // namespace

void add_corrections(CLI::App& program, Session& session) {
  auto arguments = std::make_shared<CorrectionsArguments>();
  CLI::App& command = add_command(program, Chapter::Correcting, "corrections",
                                  "List the corrections, or write and read them, one JSON object a line. "
                                  "Those whose words are in no document any "
                                  "more are dormant.",
                                  {"demarche corrections", "demarche corrections export > corrections.jsonl",
                                   "demarche --graph other.db corrections import corrections.jsonl"});
  add_choice(command, "ACTION", "list, export or import", {"list", "export", "import"},
             [arguments = arguments.get()](std::string_view word) { arguments->action = word; });
  add_word(command, "PATH", "For import: the file, else standard input", arguments->path);
  on_run(command, session, arguments, run_corrections);
}

}  // namespace demarche
