// The graph as a picture or as data, on standard output or in a file.
#include "graph/export/export.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/relations.h"

namespace demarche {
namespace {

struct ExportArguments {
  ExportFormat format = ExportFormat::Dot;
  std::optional<std::string> output;
  ExportOptions options;
  bool whole = false;
  Filter filter;
};

Result<void> write_file(const std::string& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  file.close();
  if (file) return {};
  return fail(ErrorKind::Unreadable, path, std::strerror(errno));
}

// A folder that is not there is made; files in it that bear other names are left alone.
Result<void> write_folder(const std::string& path, const std::vector<ExportedFile>& files) {
  std::error_code problem;
  std::filesystem::create_directories(path, problem);
  if (problem) return fail(ErrorKind::Unreadable, path, problem.message());
  for (const ExportedFile& file : files)
    if (auto written = write_file((std::filesystem::path(path) / file.name).string(), file.bytes); !written)
      return written;
  return {};
}

Result<int> print_export(Session& session, const Result<Exported>& exported,
                         const std::optional<std::string>& file) {
  if (!exported) return session.unanswered(exported.error());
  session.note_undated(exported->undated_left_out);
  if (!exported->files.empty())
    return write_folder(*file, exported->files).map([] { return int{exit_found}; });
  if (file && *file != "-") return write_file(*file, exported->bytes).map([] { return int{exit_found}; });
  session.out.write(exported->bytes);
  return exit_found;
}

Result<int> run_export(Session& session, const ExportArguments& arguments) {
  const bool to_standard_output = arguments.output.value_or("-") == "-";
  if (to_standard_output && is_folder(arguments.format))
    return fail(ErrorKind::Usage, "export", fmt::format("{} is several files", name(arguments.format)),
                "name a folder with -o FOLDER");
  if (to_standard_output && is_binary(arguments.format) && session.terminal().interactive)
    return fail(ErrorKind::Usage, "export", fmt::format("{} is not for a terminal", name(arguments.format)),
                "name a file with -o FILE");
  ExportOptions options = arguments.options;
  if (arguments.whole) options.detail = Detail::Whole;
  options.page = session.options.data / "page";
  return session.read_all_of_graph().and_then([&](const Graph& graph) {
    const auto exported =
        export_as(arguments.format, graph.knowledge, graph.store, arguments.filter, options);
    return print_export(session, exported, arguments.output);
  });
}

}  // namespace

void add_export(CLI::App& program, Session& session) {
  auto arguments = std::make_shared<ExportArguments>();
  CLI::App& command = add_command(
      program, Chapter::Asking, "export", "Write the graph as a picture or as data.",
      {"demarche export svg -o graph.svg",
       "demarche export png -o plan.png --about '28-point plan' --depth 2",
       "demarche export svg --view stances --about '28-point plan' -o stances.svg",
       "demarche export png --view timeline --about '28-point plan' --theme dark -o timeline.png",
       "demarche export pdf --view actor --about Russia -o russia.pdf",
       "demarche export svg --view blocs --as-of 2025-12-01 -o blocs.svg",
       "demarche export dot --relations proposed,accepted,rejected --in-force",
       "demarche export json | jq '.nodes[].name'", "demarche export html -o talks.html",
       "demarche export gexf -o talks.gexf --from 2025-12-01", "demarche export neo4j -o import"});
  require(add_choice(command, "FORMAT", fmt::format("{}", fmt::join(words(all_export_formats), ", ")),
                     words(all_export_formats), [arguments = arguments.get()](std::string_view word) {
                       arguments->format = *export_format_named(word);
                     }));
  add_text(command, "-o,--output", "FILE",
           "Where to; - is standard output, as without it. For neo4j and dna, a folder", arguments->output);
  add_choice(
      command, "--view",
      fmt::format("What a picture shows: {}; graph where not given. stances is of the proposal, actor of "
                  "the actor, and timeline of either that --about names",
                  fmt::join(words(all_export_views), ", ")),
      words(all_export_views), [arguments = arguments.get()](std::string_view word) {
        arguments->options.view = *export_view_named(word);
      });
  add_choice(command, "--theme", "The ground of a picture: light or dark; light where not given",
             words(all_themes), [arguments = arguments.get()](std::string_view word) {
               arguments->options.theme = *theme_named(word);
             });
  add_text(command, "--about", "NAME", "Only what is near that actor, proposal or document",
           arguments->options.about);
  add_number(command, "--depth", "How many edges away is near; 1 where not given", 0,
             arguments->options.depth);
  add_flag(command, "--whole", "Draw also what a crowded picture leaves out or folds, which it says",
           arguments->whole);
  add_relations(command, "--relations", arguments->filter.relations);
  add_filters(command, arguments->filter);
  on_run(command, session, arguments, run_export);
}

}  // namespace demarche
