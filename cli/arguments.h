// Options and arguments whose values are checked as they are read, with one way to say what was expected.
// Built on CLI11, whose header, slow to compile, only the few sources need that build on it; its errors end
// in program.cpp. Tested by tests/cases/cli/usage.txt.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/date.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace demarche {

// `flags` is "--depth", "-o,--output", or the name of an argument in capitals. `placeholder` stands for the
// value in the help. Where `take` returns false the command line is refused: "'x' is not EXPECTED".
CLI::Option* add_value(CLI::App& command, const std::string& flags, const std::string& placeholder,
                       const std::string& help, const std::string& expected,
                       const std::function<bool(const std::string&)>& take);

CLI::Option* add_text(CLI::App& command, const std::string& flags, const std::string& placeholder,
                      const std::string& help, std::optional<std::string>& text);

CLI::Option* add_day(CLI::App& command, const std::string& flags, const std::string& help,
                     std::optional<Date>& day);

// A whole number from `least` on.
CLI::Option* add_number(CLI::App& command, const std::string& flags, const std::string& help,
                        std::size_t least, std::size_t& number);

// One of `words`.
CLI::Option* add_choice(CLI::App& command, const std::string& flags, const std::string& help,
                        const std::vector<std::string>& words,
                        const std::function<void(std::string_view)>& take);

// Some of `words`, with commas between; `take` gets them as they were given.
CLI::Option* add_choices(CLI::App& command, const std::string& flags, const std::string& help,
                         const std::vector<std::string>& words,
                         const std::function<void(const std::vector<std::string>&)>& take);

void add_flag(CLI::App& command, const std::string& flags, const std::string& help, bool& is_set);

CLI::Option* add_word(CLI::App& command, const std::string& name, const std::string& help, std::string& word);

// One word or more.
CLI::Option* add_words(CLI::App& command, const std::string& name, const std::string& help,
                       std::vector<std::string>& words);

// The command line is refused where this option or argument is missing.
void require(CLI::Option* option);

// The words that an option or argument made by `add_choice` or `add_choices` takes; none for any other.
[[nodiscard]] std::vector<std::string> words_of(const CLI::Option& option);

// The pieces of a list with commas between.
[[nodiscard]] std::vector<std::string> split_list(std::string_view list);

// The words of a vocabulary, in its order.
template <class Values>
[[nodiscard]] std::vector<std::string> words(const Values& values) {
  std::vector<std::string> result;
  for (const auto value : values) result.emplace_back(name(value));
  return result;
}

}  // namespace demarche
