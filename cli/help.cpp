#include "cli/help.h"

#include <fmt/format.h>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/terminal.h"

namespace demarche {
namespace {

constexpr std::size_t first_column = 26;
constexpr std::size_t help_width = 100;

// "  left        right", the right side wrapped in its own column.
std::string entry(const std::string& left, const std::string& right) {
  std::string text = "  " + left;
  bool fits = padded(text, first_column - 1).size() < first_column;
  for (const std::string& line : wrap(right, help_width - first_column)) {
    text = fits ? padded(std::move(text), first_column) : text + "\n" + std::string(first_column, ' ');
    text += line;
    fits = false;
  }
  return text + "\n";
}

}  // namespace

HelpFormatter::HelpFormatter() {
  label("Positionals", "Arguments");
}

std::string HelpFormatter::make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const {
  const CLI::App* program = app->get_parent();
  std::string text = make_description(app) + "\n" + make_usage(app, std::move(name)) + make_positionals(app);
  text += make_subcommands(app, mode);
  text += make_groups(app, mode);
  if (program) text += make_groups(program, CLI::AppFormatMode::Sub);
  if (!app->get_footer().empty()) text += "\n" + make_footer(app);
  for (std::size_t at; (at = text.find("\n\n\n")) != std::string::npos;) text.erase(at, 1);
  return text;
}

std::string HelpFormatter::make_description(const CLI::App* app) const {
  std::string text;
  for (const std::string& line : wrap(app->get_description(), help_width)) text += line + "\n";
  return text;
}

std::string HelpFormatter::make_usage(const CLI::App* app, std::string name) const {
  std::string usage = "Usage: " + name;
  if (app->get_parent() == nullptr) return usage + " COMMAND [ARGUMENT…] [OPTION…]\n";
  for (const CLI::Option* option :
       app->get_options([](const CLI::Option* each) { return each->get_positional(); })) {
    const char* several = option->get_expected_max() > 1 ? "…" : "";
    const std::string argument = option->get_name(true) + several;
    usage += option->get_required() ? " " + argument : fmt::format(" [{}]", argument);
  }
  return usage + " [OPTION…]\n";
}

std::string HelpFormatter::make_option(const CLI::Option* option, bool is_positional) const {
  if (is_positional) return entry(option->get_name(true), option->get_description());
  const std::string placeholder = option->get_option_text();
  return entry(option->get_name(false, true) + (placeholder.empty() ? "" : " " + placeholder),
               option->get_description());
}

std::string HelpFormatter::make_subcommand(const CLI::App* command) const {
  return entry(command->get_name(), command->get_description());
}

std::string short_help(const CLI::App& program) {
  const HelpFormatter formatter;
  return program.get_description() + "\n\n" + formatter.make_usage(&program, program.get_name()) +
         formatter.make_subcommands(&program, CLI::AppFormatMode::Normal) +
         "\nBegin with:\n  demarche ingest data/samples\n  demarche who rejected\n" +
         "\nMore: demarche --help, demarche COMMAND --help\n";
}

void add_help(CLI::App& program, Session& session) {
  auto name = std::make_shared<std::string>();
  CLI::App& command = add_command(program, Chapter::Keeping, "help",
                                  "Show the help, of a command with examples.", {"demarche help who"});
  std::vector<std::string> commands;
  for (const CLI::App* each : program.get_subcommands({})) commands.push_back(each->get_name());
  add_choice(command, "COMMAND", "The command, else the program", commands,
             [name](std::string_view word) { *name = word; });
  on_read(command, [&program, &session, name] {
    const CLI::App* meant = name->empty() ? &program : program.get_subcommand(*name);
    const std::string called = name->empty() ? program.get_name() : program.get_name() + " " + *name;
    session.command = [meant, called](Session& with) {
      with.out.write(HelpFormatter().make_help(meant, called, CLI::AppFormatMode::Normal));
      return Result<int>(exit_found);
    };
  });
}

}  // namespace demarche
