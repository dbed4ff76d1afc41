// Where proposals stand, what changed, which reports conflict: tests/cases/answers/status.txt, whose head
// tells how questions and rows are written.
#include "graph/answers/status.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "../graph_cases.h"
#include "graph/answers/changes.h"
#include "graph/answers/conflicts.h"
#include "graph/answers/timeline.h"

namespace demarche {
namespace {

using testing::split;
using Strings = std::vector<std::string>;

std::string act_of(const Row& row) {
  std::string act(name(row.relation));
  if (row.extent == Extent::Partial) act += " in part";
  if (row.modality != Modality::Actual) act += fmt::format(" ({})", name(row.modality));
  return fmt::format("{} {} {}", row.actor.name, act, row.proposal.name);
}

std::string line_of(const StatusRow& row) {
  std::string line = fmt::format("{} | {} | {} | {}", row.actor.name, name(row.status), row.proposal.name,
                                 row.since ? row.since->iso() : "-");
  if (row.stale) line += " | stale";
  if (row.days) line += fmt::format(" | {} days", *row.days);
  CHECK_FALSE(row.rule.empty());
  CHECK_FALSE(row.evidence.empty());
  return line;
}

std::string line_of(const Conflict& conflict) {
  Strings sides;
  for (const auto& side : conflict.sides)
    for (const auto& row : side) sides.push_back(act_of(row));
  return fmt::format("{}", fmt::join(sides, " | "));
}

std::string line_of(const Change& change) {
  const auto words = [](const Change::Side& side) {
    return side.act ? act_of(*side.act) : side.proposal.name;
  };
  return fmt::format("{} | {} | {}", name(change.kind), words(change.after),
                     change.before ? words(*change.before) : "-");
}

std::string line_of(const Row& row) {
  return fmt::format("{} | {}", act_of(row), row.date ? row.date->iso() : "-");
}

template <class Rows>
Strings lines_of(const Rows& rows) {
  Strings lines;
  for (const auto& row : rows) lines.push_back("> " + line_of(row));
  if (lines.empty()) lines.emplace_back("> nothing");
  return lines;
}

// "command | argument | as-of or alone".
Strings answer(const Knowledge& knowledge, const std::string& question) {
  auto parts = split(question, " | ");
  parts.resize(3);
  const auto roll_up = parts[2] == "alone" ? RollUp::Alone : RollUp::Together;
  Filter filter;
  filter.as_of = Date::parse(parts[2]);
  if (parts[0] == "status") return lines_of(status(knowledge, {parts[1], roll_up}, filter).value().rows);
  if (parts[0] == "timeline") return lines_of(timeline(knowledge, {parts[1], roll_up}, filter).value().rows);
  if (parts[0] == "conflicts") return lines_of(conflicts(knowledge, filter, roll_up).value().conflicts);
  REQUIRE(parts[0] == "changes");
  return lines_of(changes(knowledge, {Date::parse(parts[1]).value(), roll_up}, filter).value().changes);
}

TEST_CASE("a proposal's standing, its changes and conflicts follow from the acts") {
  for (const auto& test : testing::read_cases("answers/status.txt")) {
    const auto knowledge = Knowledge::from(test.graph, testing::test_gazetteer());
    Strings expected, given;
    for (const auto& line : test.other_lines) {
      expected.push_back(line);
      if (!line.starts_with("? ")) continue;
      given.push_back(line);
      for (auto& row : answer(knowledge, line.substr(2))) given.push_back(std::move(row));
    }
    INFO(test.name);
    CHECK(fmt::format("\n{}\n", fmt::join(given, "\n")) == fmt::format("\n{}\n", fmt::join(expected, "\n")));
  }
}

}  // namespace
}  // namespace demarche
