// Completion for three shells. Each script is a few lines that ask the program itself, by a hidden use of
// this command, for the words that can stand next; so the command definitions are the only list there is.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <set>
#include <utility>

#include "cli/arguments.h"
#include "cli/commands.h"

namespace demarche {
namespace {

constexpr std::string_view bash = R"shell(_demarche() {
  local IFS=$'\n'
  COMPREPLY=($(compgen -W "$(demarche completion words -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)" \
    -- "${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _demarche demarche
)shell";

constexpr std::string_view zsh = R"shell(#compdef demarche
_demarche() {
  local -a words_next
  words_next=("${(@f)$(demarche completion words -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
  [[ -n "$words_next" ]] && compadd -Q -- $words_next || _files
}
compdef _demarche demarche
)shell";

constexpr std::string_view fish = R"shell(function __demarche_words
  set -l typed (commandline -opc) (commandline -ct)
  demarche completion words -- $typed[2..-1] 2>/dev/null
end
complete -c demarche -a '(__demarche_words)'
)shell";

struct CompletionArguments {
  const CLI::App* program = nullptr;
  std::string shell;
  std::vector<std::string> typed;  // for "words": the words after the program's name, the last one unfinished
};

bool takes_value(const CLI::Option& option) {
  return option.get_items_expected_max() > 0;
}

// What the words typed so far make of the next one.
struct Place {
  const CLI::App* command;                // the program itself before a command is named
  const CLI::Option* awaiting = nullptr;  // the option whose value comes next
  std::size_t arguments = 0;              // how many arguments the command has got
};

const CLI::Option* option_named(const CLI::App& program, const CLI::App& command, const std::string& flag) {
  const CLI::Option* option = command.get_option_no_throw(flag);
  return option ? option : program.get_option_no_throw(flag);
}

Place place_after(const CLI::App& program, const std::vector<std::string>& typed) {
  Place place{&program};
  for (std::size_t at = 0; at + 1 < typed.size(); ++at) {
    const std::string& word = typed[at];
    if (std::exchange(place.awaiting, nullptr)) continue;
    if (word.starts_with("-") && word.size() > 1) {
      const CLI::Option* option = option_named(program, *place.command, word);
      if (option && takes_value(*option)) place.awaiting = option;
    } else if (place.command == &program) {
      for (const CLI::App* command : program.get_subcommands({}))
        if (command->check_name(word)) place.command = command;
    } else {
      ++place.arguments;
    }
  }
  return place;
}

std::vector<std::string> flags_of(const CLI::App& app) {
  std::vector<std::string> flags;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& flag : option->get_lnames()) flags.push_back("--" + flag);
  return flags;
}

std::vector<std::string> argument_words(const Place& place) {
  const auto arguments =
      place.command->get_options([](const CLI::Option* each) { return each->get_positional(); });
  if (arguments.empty()) return {};
  return words_of(*arguments[std::min(place.arguments, arguments.size() - 1)]);
}

// All words that could stand at this place.
std::vector<std::string> words_at(const CLI::App& program, const Place& place,
                                  const std::string& unfinished) {
  if (place.awaiting) return words_of(*place.awaiting);
  std::vector<std::string> words;
  if (unfinished.starts_with("-")) {
    words = flags_of(*place.command);
    for (std::string& flag : flags_of(program)) words.push_back(std::move(flag));
  } else if (place.command == &program) {
    for (const CLI::App* command : program.get_subcommands({})) words.push_back(command->get_name());
  } else {
    words = argument_words(place);
  }
  return words;
}

// In a list with commas only the last word is unfinished.
std::vector<std::string> completions(const CLI::App& program, const std::vector<std::string>& typed) {
  const std::string& unfinished = typed.back();
  const std::string before = unfinished.substr(0, unfinished.rfind(',') + 1);
  std::set<std::string> fitting;
  for (const std::string& word : words_at(program, place_after(program, typed), unfinished))
    if ((before + word).starts_with(unfinished)) fitting.insert(before + word);
  return {fitting.begin(), fitting.end()};
}

Result<int> complete(Session& session, const CompletionArguments& arguments) {
  if (arguments.shell == "bash") session.out.write(bash);
  if (arguments.shell == "zsh") session.out.write(zsh);
  if (arguments.shell == "fish") session.out.write(fish);
  if (arguments.shell != "words" || arguments.typed.empty()) return exit_found;
  for (const std::string& word : completions(*arguments.program, arguments.typed))
    session.out.write(word + "\n");
  return exit_found;
}

}  // namespace

void add_completion(CLI::App& program, Session& session) {
  auto arguments = std::make_shared<CompletionArguments>();
  arguments->program = &program;
  CLI::App& command = add_command(
      program, Chapter::Keeping, "completion", "Print what makes a shell complete commands.",
      {"source <(demarche completion bash)", "demarche completion zsh > ~/.zsh/completions/_demarche",
       "demarche completion fish > ~/.config/fish/completions/demarche.fish"});
  add_choice(command, "SHELL",
             "bash, zsh or fish; words gives the completions of the unfinished command line after --",
             {"bash", "zsh", "fish", "words"},
             [arguments = arguments.get()](std::string_view word) { arguments->shell = word; })
      ->required();
  add_words(command, "WORD", "For words: the command line after the program's name", arguments->typed);
  on_run(command, session, arguments, complete);
}

}  // namespace demarche
