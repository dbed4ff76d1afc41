// Runs the sessions of tests/cases/cli/*.txt. A case is a title and commands with what they must print:
//
//   == the title
//   $ a command line of /bin/sh            (its further lines are indented by two spaces)
//   > a line of standard output            (none: it must be empty)
//   ! a line of standard error
//   ? the exit status                      (none: 0)
//
// A line "..." stands for any number of lines of standard output, and " ..." at a line's end for any ending.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>

#include "tests/cli/program.h"

namespace demarche::test {
namespace {

using Lines = std::vector<std::string>;

struct Step {
  std::string command;
  Lines out, err;
  int status = 0;
};

struct Case {
  std::string title;
  std::vector<Step> steps;
};

void add_line(Case& into, const std::string& line) {
  const std::string rest = line.size() > 2 ? line.substr(2) : "";
  if (line.starts_with("$ ")) {
    into.steps.push_back({rest, {}, {}, 0});
    return;
  }
  if (into.steps.empty()) throw std::runtime_error("a line before the first command: " + line);
  Step& step = into.steps.back();
  if (line.starts_with("  "))
    step.command += "\n" + rest;
  else if (line == "...")
    step.out.push_back(line);
  else if (line[0] == '>')
    step.out.push_back(rest);
  else if (line[0] == '!')
    step.err.push_back(rest);
  else if (line[0] == '?')
    step.status = std::stoi(rest);
  else
    throw std::runtime_error("not a line of a case: " + line);
}

std::vector<Case> read_cases(const std::filesystem::path& file) {
  std::vector<Case> cases;
  std::set<std::string> titles;
  std::ifstream lines(file);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    if (!line.starts_with("== ")) {
      add_line(cases.at(cases.size() - 1), line);
      continue;
    }
    cases.push_back({line.substr(3), {}});
    if (!titles.insert(cases.back().title).second)
      throw std::runtime_error("two cases: " + cases.back().title);
  }
  return cases;
}

Lines lines_of(const std::string& text) {
  Lines lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

bool line_matches(const std::string& wanted, const std::string& line) {
  if (!wanted.ends_with(" ...")) return wanted == line;
  return line.starts_with(wanted.substr(0, wanted.size() - 4));
}

bool match(Lines::const_iterator wanted, Lines::const_iterator wanted_end, Lines::const_iterator line,
           Lines::const_iterator end) {
  if (wanted == wanted_end) return line == end;
  if (*wanted == "...") {
    for (auto rest = line;; ++rest) {
      if (match(wanted + 1, wanted_end, rest, end)) return true;
      if (rest == end) return false;
    }
  }
  return line != end && line_matches(*wanted, *line) && match(wanted + 1, wanted_end, line + 1, end);
}

std::string joined(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

void check_lines(const char* what, const Lines& wanted, const std::string& got) {
  const Lines lines = lines_of(got);
  INFO("wanted on " << what << ":\n" << joined(wanted));
  CHECK(match(wanted.begin(), wanted.end(), lines.begin(), lines.end()));
}

bool can_run(const std::filesystem::path& cases) {
  if (cases.extension() != ".txt") return false;
  if (cases.filename() != "terminal.txt") return true;
  const int terminal = posix_openpt(O_RDWR | O_NOCTTY);
  if (terminal < 0)
    WARN("no terminal to be had: " << cases.filename() << " is skipped");
  else
    close(terminal);
  return terminal >= 0;
}

constexpr std::size_t one_in = under_sanitizers ? 8 : 1;  // sessions

TEST_CASE("the program says and prints what the sessions show") {
  std::size_t sessions = 0;
  const std::filesystem::path folder = std::filesystem::path(DEMARCHE_SOURCE_DIR) / "tests/cases/cli";
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    if (!can_run(file.path())) continue;
    for (const Case& each : read_cases(file.path())) {
      if (sessions++ % one_in != 0) continue;
      DYNAMIC_SECTION(file.path().stem().string() << ": " << each.title) {
        const EmptyFolder here;
        for (const Step& step : each.steps) {
          const Outcome outcome = run(here, step.command);
          INFO(outcome.all);
          check_lines("stdout", step.out, outcome.out);
          check_lines("stderr", step.err, outcome.err);
          CHECK(outcome.status == step.status);
        }
      }
    }
  }
}

}  // namespace
}  // namespace demarche::test
