// Questions put to small graphs, and the rows that answer them: tests/cases/answers/*.txt.
#include "graph/answers/who.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "../graph_cases.h"
#include "graph/answers/as_network.h"
#include "graph/answers/changes.h"
#include "graph/answers/status.h"

namespace demarche {
namespace {

using testing::split;

// A row in one line; what is as usual is not said.
std::string line_of(const Row& row, const Knowledge& knowledge) {
  std::string line = row.actor.name + " | " + std::string(name(row.relation));
  if (row.modality != Modality::Actual) line += " | " + std::string(name(row.modality));
  if (row.extent == Extent::Partial) line += " | partial";
  line += " | " + row.proposal.name + " | " + (row.date ? row.date->iso() : "-") + " | " + row.document.id;
  if (row.speaker) line += " | by " + *row.speaker;
  if (row.reports != 1) line += fmt::format(" | {} reports", row.reports);
  if (row.first_date != row.date) line += " | from " + row.first_date->iso();
  for (const auto& entity : knowledge.identity.entities)
    if (row.proposal.version_of == entity.id) line += " | version of " + entity.name;
  if (row.in_force) line += " | in force";
  std::vector<std::string> via;
  for (const auto& link : row.via)
    via.push_back(fmt::format("{} {} {}", link.from.name, name(link.relation), link.to.name));
  if (!via.empty()) line += fmt::format(" | via {}", fmt::join(via, ", "));
  return line;
}

std::set<Relation> relations_of(const std::string& list) {
  std::set<Relation> relations;
  if (list != "any")
    for (const auto& word : split(list, ",")) relations.insert(relation_named(word).value());
  return relations;
}

void set_filter(Filter& filter, const std::string& key, const std::string& value) {
  if (key == "as-of")
    filter.as_of = Date::parse(value).value();
  else if (key == "from")
    filter.from = Date::parse(value).value();
  else if (key == "to")
    filter.to = Date::parse(value).value();
  else if (key == "modality" && value == "all")
    filter.modalities.emplace(all_modalities.begin(), all_modalities.end());
  else if (key == "modality")
    filter.modalities.emplace({modality_named(value).value()});
  else if (key == "speaker")
    filter.speaker = value;
  else if (key == "source")
    filter.source = value;
  else if (key == "first-hand")
    filter.first_hand = true;
  else if (key == "min-confidence")
    filter.min_confidence = std::stod(value);
  else if (key == "in-force")
    filter.in_force = true;
  else
    FAIL("no such filter: " << key);
}

struct Question {
  std::string command, name, relations;
  Filter filter;
  RollUp roll_up = RollUp::Together;
};

void set_filters(Question& question, std::string_view text) {
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of("= "), text.size());
    const std::string key(text.substr(0, end));
    const bool has_value = end < text.size() && text[end] == '=';
    text.remove_prefix(std::min(end + 1, text.size()));
    std::string value;
    if (has_value) {
      const bool is_quoted = text.starts_with('"');
      if (is_quoted) text.remove_prefix(1);
      const auto stop = std::min(text.find(is_quoted ? '"' : ' '), text.size());
      value = text.substr(0, stop);
      text.remove_prefix(std::min(text.find_first_not_of("\" ", stop), text.size()));
    }
    if (key == "alone")
      question.roll_up = RollUp::Alone;
    else if (!key.empty())
      set_filter(question.filter, key, value);
  }
}

// "who | relations | NAME | filters" or "what | NAME | relations | filters".
Question question_of(const std::string& line) {
  auto parts = split(line, "|");
  parts.resize(4);
  Question question{parts[0], parts[2], parts[1], {}, RollUp::Together};
  if (parts[0] == "what") std::swap(question.name, question.relations);
  set_filters(question, parts[3]);
  return question;
}

Result<Answer> ask(const Knowledge& knowledge, const Question& question) {
  if (question.command == "what")
    return what(knowledge, {question.name, relations_of(question.relations), question.roll_up},
                question.filter);
  REQUIRE(question.command == "who");
  const auto proposal = question.name.empty() ? std::nullopt : std::optional(question.name);
  return who(knowledge, {relations_of(question.relations), proposal}, question.filter);
}

std::string_view word_for(ErrorKind kind) {
  return kind == ErrorKind::NotFound ? "not found" : kind == ErrorKind::Ambiguous ? "ambiguous" : "other";
}

// What a question gives, line by line as the cases write it.
std::vector<std::string> answer_lines(const Knowledge& knowledge, const Question& question) {
  const auto answer = ask(knowledge, question);
  if (!answer) return {fmt::format("! {} | {}", word_for(answer.error().kind), answer.error().message())};
  std::vector<std::string> lines;
  for (const auto& row : answer->rows) lines.push_back("> " + line_of(row, knowledge));
  if (lines.empty()) lines.push_back("> nothing");
  if (answer->undated_left_out > 0) lines.push_back(fmt::format("> undated {}", answer->undated_left_out));
  return lines;
}

// An expected error names its kind and a piece of its message; every other line is expected whole.
bool is_expected(const std::string& given, const std::string& expected) {
  if (!expected.starts_with("! ")) return given == expected;
  const auto parts = split(expected, " | ");
  return given.starts_with(parts[0]) && given.find(parts[1]) != std::string::npos;
}

void check_case(const testing::GraphCase& test) {
  const auto knowledge = Knowledge::from(test.graph, testing::test_gazetteer());
  const auto& lines = test.other_lines;
  for (std::size_t i = 0; i < lines.size();) {
    REQUIRE(lines[i].starts_with("? "));
    INFO(test.name << "\n" << lines[i]);
    const auto given = answer_lines(knowledge, question_of(lines[i].substr(2)));
    INFO("given:\n" << fmt::format("{}", fmt::join(given, "\n")));
    std::vector<std::string> expected;
    for (++i; i < lines.size() && !lines[i].starts_with("? "); ++i) expected.push_back(lines[i]);
    CHECK(given.size() == expected.size());
    for (std::size_t k = 0; k < std::min(given.size(), expected.size()); ++k)
      if (!is_expected(given[k], expected[k])) CHECK(given[k] == expected[k]);
  }
}

TEST_CASE("who did what to a proposal is answered from the acts") {
  for (const auto& test : testing::read_cases("answers/who.txt")) check_case(test);
}

TEST_CASE("what an actor did is answered with those who stand for it") {
  for (const auto& test : testing::read_cases("answers/what.txt")) check_case(test);
}

TEST_CASE("an answer that is asked to stop does no more work") {
  const auto knowledge = testing::knowledge_of(R"(
doc d1 2025-11-20 - First
actor a1 state Ukraine
proposal p1 plan 28: a 28-point plan
act a1 opposed p1: Ukraine opposed it.)");
  const auto since = Date{2025, 11, 1};
  Filter filter;
  CHECK(who(knowledge, {}, filter)->rows.size() == 1);
  CHECK(status(knowledge, {}, filter)->rows.size() == 1);
  CHECK(changes(knowledge, {since, RollUp::Together}, filter)->changes.size() == 1);

  std::stop_source asker;
  asker.request_stop();
  filter.stop = asker.get_token();
  CHECK(who(knowledge, {}, filter)->rows.empty());
  CHECK(status(knowledge, {}, filter)->rows.empty());
  CHECK(changes(knowledge, {since, RollUp::Together}, filter)->changes.empty());
  CHECK(in_force(knowledge, std::nullopt, filter.stop) == std::vector<bool>{false});
  CHECK(as_network(knowledge, {0}, std::nullopt, Scope::Everything, filter.stop).node_count() == 0);
}

}  // namespace
}  // namespace demarche
