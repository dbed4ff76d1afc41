#include "cli/arguments.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>

#include "cli/nearest.h"

namespace demarche {
namespace {

// A word list is a named validator of the option: completion finds it again by this name.
constexpr const char* words_validator = "words";

CLI::Validator one_of(const std::vector<std::string>& words) {
  const std::string list = fmt::format("{}", fmt::join(words, ","));
  const auto check = [words, list](std::string& given) -> std::string {
    for (const std::string& word : split_list(given)) {
      if (std::find(words.begin(), words.end(), word) != words.end()) continue;
      const auto meant = nearest(word, words);
      return meant ? fmt::format("'{}' is not known, did you mean {}?", word, *meant)
                   : fmt::format("'{}' is none of {}", word, fmt::join(words, ", "));
    }
    return {};
  };
  return CLI::Validator(check, list, words_validator);
}

}  // namespace

CLI::Option* add_value(CLI::App& command, const std::string& flags, const std::string& placeholder,
                       const std::string& help, const std::string& expected,
                       const std::function<bool(const std::string&)>& take) {
  const auto check = [take, flags, expected](const std::string& value) {
    if (!take(value)) throw CLI::ValidationError(flags, fmt::format("'{}' is not {}", value, expected));
  };
  return command.add_option_function<std::string>(flags, check, help)->option_text(placeholder);
}

CLI::Option* add_text(CLI::App& command, const std::string& flags, const std::string& placeholder,
                      const std::string& help, std::optional<std::string>& text) {
  return add_value(command, flags, placeholder, help, "a name", [&text](const std::string& value) {
    text = value;
    return !value.empty();
  });
}

CLI::Option* add_day(CLI::App& command, const std::string& flags, const std::string& help,
                     std::optional<Date>& day) {
  return add_value(command, flags, "DATE", help, "a day such as 2025-12-03",
                   [&day](const std::string& value) {
                     day = Date::parse(value);
                     return day.has_value();
                   });
}

CLI::Option* add_number(CLI::App& command, const std::string& flags, const std::string& help,
                        std::size_t least, std::size_t& number) {
  const std::string expected = fmt::format("a whole number from {} on", least);
  return add_value(command, flags, "N", help, expected, [&number, least](const std::string& value) {
    const char* end = value.data() + value.size();
    const auto [stopped, problem] = std::from_chars(value.data(), end, number);
    return problem == std::errc{} && stopped == end && number >= least;
  });
}

CLI::Option* add_choice(CLI::App& command, const std::string& flags, const std::string& help,
                        const std::vector<std::string>& words,
                        const std::function<void(std::string_view)>& take) {
  return command
      .add_option_function<std::string>(
          flags, [take](const std::string& word) { take(word); }, help)
      ->option_text(fmt::format("{}", fmt::join(words, "|")))
      ->check(one_of(words));
}

CLI::Option* add_choices(CLI::App& command, const std::string& flags, const std::string& help,
                         const std::vector<std::string>& words,
                         const std::function<void(const std::vector<std::string>&)>& take) {
  const auto split = [take](const std::string& list) { take(split_list(list)); };
  return command.add_option_function<std::string>(flags, split, help)
      ->option_text("LIST")
      ->check(one_of(words))
      ->join(',');
}

void add_flag(CLI::App& command, const std::string& flags, const std::string& help, bool& is_set) {
  command.add_flag(flags, is_set, help);
}

CLI::Option* add_word(CLI::App& command, const std::string& name, const std::string& help,
                      std::string& word) {
  return add_value(command, name, name, help, "a name", [&word](const std::string& value) {
    word = value;
    return !value.empty();
  });
}

CLI::Option* add_words(CLI::App& command, const std::string& name, const std::string& help,
                       std::vector<std::string>& words) {
  return command.add_option(name, words, help);
}

void require(CLI::Option* option) {
  option->required();
}

std::vector<std::string> words_of(const CLI::Option& option) {
  try {
    return split_list(const_cast<CLI::Option&>(option).get_validator(words_validator)->get_description());
  } catch (const CLI::OptionNotFound&) {
    return {};
  }
}

std::vector<std::string> split_list(std::string_view list) {
  std::vector<std::string> pieces(1);
  for (const char letter : list) {
    if (letter == ',')
      pieces.emplace_back();
    else
      pieces.back() += letter;
  }
  return pieces;
}

}  // namespace demarche
