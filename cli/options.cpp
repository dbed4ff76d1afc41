#include "cli/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/arguments.h"

namespace demarche {
namespace {

constexpr const char* filters = "Filters";

void add_modality(CLI::App& command, Filter& filter) {
  std::vector<std::string> choices = words(all_modalities);
  choices.emplace_back("all");
  const auto take = [&filter](const std::vector<std::string>& given) {
    filter.modalities.emplace();
    for (const std::string& word : given) {
      if (const auto modality = modality_named(word))
        filter.modalities->insert(*modality);
      else
        filter.modalities->insert(all_modalities.begin(), all_modalities.end());
    }
  };
  const std::string help = fmt::format("Acts of these modalities: {}", fmt::join(choices, ", "));
  add_choices(command, "--modality", help, choices, take)->group(filters);
}

}  // namespace

std::filesystem::path default_data() {
  std::error_code unknown;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", unknown);
  const std::filesystem::path installed = program.parent_path().parent_path() / "share" / "demarche";
  return std::filesystem::exists(installed / "actors.jsonl", unknown) ? installed : DEMARCHE_SOURCE_DATA;
}

void add_options(CLI::App& program, Options& options) {
  options.data = default_data();
  program.add_option("--graph", options.graph, "The graph file, else $DEMARCHE_GRAPH, else demarche.db")
      ->option_text("FILE")
      ->envname("DEMARCHE_GRAPH");
  program.add_option("--data", options.data, "The data folder, else $DEMARCHE_DATA, else the one installed")
      ->option_text("DIR")
      ->envname("DEMARCHE_DATA");
  program.add_flag("--json", options.json, "Print a JSON array, one element a line");
  add_choice(program, "--color", "Colour on standard output and error", {"auto", "always", "never"},
             [&options](std::string_view word) {
               options.color = word == "always"  ? ColorChoice::Always
                               : word == "never" ? ColorChoice::Never
                                                 : ColorChoice::Auto;
             });
}

void add_filters(CLI::App& command, Filter& filter) {
  add_day(command, "--as-of", "What was known on that day: documents dated up to it", filter.as_of)
      ->group(filters);
  add_day(command, "--from", "Acts of that day and later", filter.from)->group(filters);
  add_day(command, "--to", "Acts up to that day", filter.to)->group(filters);
  add_modality(command, filter);
  add_text(command, "--speaker", "NAME", "Acts as that speaker states them", filter.speaker)->group(filters);
  add_text(command, "--source", "NAME", "Documents of that publisher", filter.source)->group(filters);
  command.add_flag("--first-hand", filter.first_hand, "Only what the actor itself says or does")
      ->group(filters);
  const auto take_confidence = [&filter](const std::string& value) {
    return CLI::detail::lexical_cast(value, filter.min_confidence) && filter.min_confidence >= 0 &&
           filter.min_confidence <= 1;
  };
  add_value(command, "--min-confidence", "X", "Acts at least so sure, from 0 to 1", "a number from 0 to 1",
            take_confidence)
      ->group(filters);
  command.add_flag("--in-force", filter.in_force, "Only each party's latest stance on each proposal")
      ->group(filters);
}

}  // namespace demarche
