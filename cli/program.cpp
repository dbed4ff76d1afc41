#include "cli/program.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/help.h"
#include "cli/nearest.h"

namespace demarche {
namespace {

std::string heading(Chapter chapter) {
  switch (chapter) {
    case Chapter::Reading:
      return "Documents in";
    case Chapter::Asking:
      return "Answers out";
    case Chapter::Correcting:
      return "Corrections";
    case Chapter::Keeping:
      return "Keeping house";
  }
  return {};
}

// The command that was named; the program itself where none was.
const CLI::App& command_in_hand(const CLI::App& program) {
  const std::vector<CLI::App*> named = program.get_subcommands();
  return named.empty() ? program : *named.front();
}

std::vector<std::string> command_names(const CLI::App& program) {
  std::vector<std::string> names;
  for (const CLI::App* command : program.get_subcommands({})) names.push_back(command->get_name());
  return names;
}

std::vector<std::string> option_names(const CLI::App& program, const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::App* app : {&command, &program})
    for (const CLI::Option* option : app->get_options())
      for (const std::string& flag : option->get_lnames()) names.push_back("--" + flag);
  return names;
}

// The error for a word that nothing takes.
Error unexpected_word(const CLI::App& program, const std::string& word) {
  const CLI::App& command = command_in_hand(program);
  const bool is_option = word.starts_with("-");
  const bool wants_command = !is_option && &command == &program;
  const std::string flag = word.substr(0, word.find('='));
  const auto meant = is_option       ? nearest(flag, option_names(program, command))
                     : wants_command ? nearest(word, command_names(program))
                                     : std::nullopt;
  const std::string what = &command == &program ? word : command.get_name();
  std::string why = wants_command ? "no such command" : fmt::format("unexpected '{}'", word);
  if (is_option && &command == &program) why = "no such option";
  const std::string help = &command == &program ? "see demarche --help"
                                                : fmt::format("see demarche {} --help", command.get_name());
  return {ErrorKind::Usage, what, why, meant ? fmt::format("did you mean {}?", *meant) : help};
}

Error usage_error(const CLI::App& program, const CLI::ParseError& error) {
  const CLI::App& command = command_in_hand(program);
  const std::vector<std::string> strangers = program.remaining(true);
  if (!strangers.empty()) return unexpected_word(program, strangers.front());
  if (&command == &program) return {ErrorKind::Usage, "", error.what(), "see demarche --help"};
  return {ErrorKind::Usage, command.get_name(), error.what(),
          fmt::format("see demarche {} --help", command.get_name())};
}

void print_instead(Session& session, std::string text) {
  session.command = [text = std::move(text)](Session& with) -> Result<int> {
    with.out.write(text);
    return exit_found;
  };
}

// Every command, bound to `session`, which must outlive it.
std::unique_ptr<CLI::App> make_program(Session& session) {
  auto program = std::make_unique<CLI::App>(
      "Demarche reads documents, finds who proposed, accepted or rejected which proposal, and answers "
      "questions about it.",
      "demarche");
  program->formatter(std::make_shared<HelpFormatter>());
  program->option_defaults()->group("Options of every command");
  add_options(*program, session.options);
  program->set_help_flag("-h,--help", "Show the help, of a command with examples")
      ->group("Options of every command");
  program->set_version_flag("--version", "demarche " DEMARCHE_VERSION "\n", "Show the version");
  program->option_defaults()->group("Options");
  program->require_subcommand(1);
  program->fallthrough();
  for (const auto add :
       {add_ingest,   add_extract,    add_load,    add_who,   add_what,        add_status, add_timeline,
        add_changes,  add_conflicts,  add_blocs,   add_path,  add_list,        add_show,   add_search,
        add_query,    add_stats,      add_why,     add_parse, add_export,      add_serve,  add_same,
        add_distinct, add_rename,     add_retract, add_undo,  add_corrections, add_forget, add_refresh,
        add_verify,   add_completion, add_help})
    add(*program, session);
  return program;
}

// What was asked for stands in `session.command` then, also where that is only the help.
Result<void> parse(CLI::App& program, Session& session, int count, const char* const* words) {
  if (count <= 1) {
    print_instead(session, short_help(program));
    return {};
  }
  try {
    program.parse(count, words);
  } catch (const CLI::CallForHelp&) {
    print_instead(session, program.help());
  } catch (const CLI::CallForVersion& version) {
    print_instead(session, version.what());
  } catch (const CLI::ParseError& error) {
    return tl::make_unexpected(usage_error(program, error));
  }
  return {};
}

}  // namespace

CLI::App& add_command(CLI::App& program, Chapter chapter, const std::string& name, const std::string& does,
                      const std::vector<std::string>& examples) {
  CLI::App& command = *program.add_subcommand(name, does);
  command.group(heading(chapter));
  command.footer(fmt::format("Examples:\n  {}", fmt::join(examples, "\n  ")));
  return command;
}

void on_read(CLI::App& command, const std::function<void()>& done) {
  command.callback(done);
}

Result<int> run(Session& session, int count, const char* const* words) {
  const std::unique_ptr<CLI::App> program = make_program(session);
  return parse(*program, session, count, words).and_then([&session] { return session.command(session); });
}

}  // namespace demarche
