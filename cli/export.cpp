// The graph as a picture or as data, on standard output or in a file.
#include "graph/export/export.h"

#include <cerrno>
#include <cstring>
#include <fstream>

#include <fmt/format.h>

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

Result<int> print_export(Session& session, const Result<Exported>& exported, const std::optional<std::string>& file) {
  if (!exported) return session.unanswered(exported.error());
  session.note_undated(exported->undated_left_out);
  if (file && *file != "-") return write_file(*file, exported->bytes).map([] { return int{exit_found}; });
  session.out.write(exported->bytes);
  return exit_found;
}

Result<int> run_export(Session& session, const ExportArguments& arguments) {
  if (arguments.output.value_or("-") == "-" && is_binary(arguments.format) && session.terminal().interactive)
    return fail(ErrorKind::Usage, "export", fmt::format("{} is not for a terminal", name(arguments.format)),
                "name a file with -o FILE");
  ExportOptions options = arguments.options;
  if (arguments.whole) options.detail = Detail::Whole;
  options.page = session.options.data / "page";
  return session.read_all_of_graph().and_then([&](const Graph& graph) {
    const auto exported = export_as(arguments.format, graph.knowledge, graph.store, arguments.filter, options);
    return print_export(session, exported, arguments.output);
  });
}

}  // namespace

void add_export(CLI::App& program, Session& session) {
  auto arguments = std::make_shared<ExportArguments>();
  CLI::App& command = add_command(
      program, Chapter::Asking, "export", "Write the graph as a picture or as data.",
      {"demarche export svg -o graph.svg", "demarche export png -o plan.png --about '28-point plan' --depth 2",
       "demarche export dot --relations proposed,accepted,rejected --in-force", "demarche export json | jq '.nodes[].name'",
       "demarche export html -o talks.html"});
  require(add_choice(command, "FORMAT", fmt::format("{}", fmt::join(words(all_export_formats), ", ")), words(all_export_formats),
                     [arguments = arguments.get()](std::string_view word) { arguments->format = *export_format_named(word); }));
  add_text(command, "-o,--output", "FILE", "Where to; - is standard output, as without it", arguments->output);
  add_text(command, "--about", "NAME", "Only what is near that actor, proposal or document", arguments->options.about);
  add_number(command, "--depth", "How many edges away is near; 1 where not given", 0, arguments->options.depth);
  add_flag(command, "--whole", "Draw also the proposals of a single actor, which a crowded picture leaves out",
           arguments->whole);
  add_relations(command, "--relations", arguments->filter.relations);
  add_filters(command, arguments->filter);
  on_run(command, session, arguments, run_export);
}

}  // namespace demarche
