// How help reads: what the command does, its arguments, options and filters, the options of every command,
// examples. Tested by tests/cases/cli/usage.txt.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace demarche {

class HelpFormatter : public CLI::Formatter {
 public:
  HelpFormatter();

  std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override;
  std::string make_description(const CLI::App* app) const override;
  std::string make_usage(const CLI::App* app, std::string name) const override;
  std::string make_option(const CLI::Option* option, bool is_positional) const override;
  std::string make_subcommand(const CLI::App* command) const override;
};

// What `demarche` alone prints.
[[nodiscard]] std::string short_help(const CLI::App& program);

}  // namespace demarche
