// The kit's steps. Set-up queries run in memory; the query under test only reads, so that side effects cannot
// be.
#include "tests/tck/scenario.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <optional>
#include <sstream>

#include "graph/cypher/engine.h"
#include "tests/tck/expected.h"

namespace demarche::tck {
namespace {

using cypher::Failure;
using cypher::Map;
using cypher::Outcome;
using cypher::Table;

struct Mismatch {
  std::string why;
};

std::string described(const Failure& failure) {
  return std::string(name(failure.type)) + " at " + std::string(name(failure.phase)) + ": " + failure.detail +
         " (" + failure.message + ")";
}

std::string row_text(const std::vector<std::string>& cells) {
  std::string text = "|";
  for (const std::string& cell : cells) text += " " + cell + " |";
  return text;
}

std::string rows_text(const std::vector<std::vector<std::string>>& rows) {
  std::string text;
  for (const auto& row : rows) text += "      " + row_text(row) + "\n";
  return text.empty() ? "      (no rows)\n" : text;
}

enum class RowOrder { Matters, Ignored };

class ScenarioRun {
 public:
  explicit ScenarioRun(const std::filesystem::path& graphs) : graphs_(graphs) {}

  void step(const Step& step) {
    const std::string& text = step.text;
    if (text == "an empty graph" || text == "any graph")
      graph_ = {};
    else if (text.starts_with("the ") && text.ends_with(" graph"))
      read_graph(text.substr(4, text.size() - 10));
    else if (text == "having executed:")
      set_up(step.words);
    else if (text == "parameters are:")
      set_parameters(step.table);
    else if (text == "executing query:" || text == "executing control query:")
      execute(step.words);
    else if (text == "no side effects")
      return;
    else if (text == "the result should be empty")
      compare({}, RowOrder::Ignored, ListOrder::Matters);
    else if (text == "the result should be, in any order:")
      compare(step.table, RowOrder::Ignored, ListOrder::Matters);
    else if (text == "the result should be, in order:")
      compare(step.table, RowOrder::Matters, ListOrder::Matters);
    else if (text == "the result should be (ignoring element order for lists):")
      compare(step.table, RowOrder::Ignored, ListOrder::Ignored);
    else if (text == "the result should be, in order (ignoring element order for lists):")
      compare(step.table, RowOrder::Matters, ListOrder::Ignored);
    else if (text.find(" should be raised at ") != std::string::npos)
      expect_failure(text);
    else
      throw Mismatch{"    unknown step: " + text + "\n"};
  }

 private:
  void set_up(const std::string& query) {
    const auto prepared = cypher::prepare(query, cypher::Writing::Create);
    if (!prepared) throw Mismatch{"    the set-up failed: " + described(prepared.error()) + "\n"};
    auto written = cypher::run_writing(*prepared, graph_, parameters_);
    if (!written) throw Mismatch{"    the set-up failed: " + described(written.error()) + "\n"};
    graph_ = std::move(*written);
  }

  void read_graph(const std::string& name) {
    std::ifstream file(graphs_ / name / (name + ".cypher"));
    if (!file) throw Mismatch{"    no named graph " + name + "\n"};
    std::ostringstream text;
    text << file.rdbuf();
    graph_ = {};
    set_up(text.str());
  }

  void set_parameters(const Cells& table) {
    for (const auto& row : table) {
      const auto prepared = cypher::prepare("RETURN " + row.at(1) + " AS value");
      if (!prepared) throw Mismatch{"    the parameter cannot be read: " + row.at(1) + "\n"};
      const auto value = cypher::run(*prepared, graph_);
      if (!value) throw Mismatch{"    the parameter cannot be read: " + row.at(1) + "\n"};
      parameters_[row.at(0)] = value->rows.at(0).at(0);
    }
  }

  void execute(const std::string& query) {
    const auto prepared = cypher::prepare(query);
    outcome_ = prepared ? cypher::run(*prepared, graph_, parameters_)
                        : Outcome<Table>(tl::make_unexpected(prepared.error()));
  }

  void compare(const Cells& table, RowOrder row_order, ListOrder list_order) {
    if (!outcome_) throw Mismatch{"    no query was executed\n"};
    const Cells body(table.empty() ? table.end() : table.begin() + 1, table.end());
    std::vector<std::vector<std::string>> expected, got;
    for (const auto& row : body) {
      expected.emplace_back();
      for (const std::string& cell : row) expected.back().push_back(canonical(cell, list_order));
    }
    if (!*outcome_)
      throw Mismatch{"    expected:\n" + rows_text(expected) + "    got: " + described(outcome_->error()) +
                     "\n"};
    const Table& result = **outcome_;
    const cypher::GraphView view(graph_);
    for (const auto& row : result.rows) {
      got.emplace_back();
      for (const cypher::Value& value : row) got.back().push_back(canonical(value, view, list_order));
    }
    if (!table.empty()) align_columns(table[0], result.columns, got);
    if (row_order == RowOrder::Ignored) {
      std::sort(expected.begin(), expected.end());
      std::sort(got.begin(), got.end());
    }
    if (expected != got)
      throw Mismatch{"    expected:\n" + rows_text(expected) + "    got:\n" + rows_text(got)};
  }

  // Puts the columns that came into the order in which they are expected.
  static void align_columns(const std::vector<std::string>& wanted, const std::vector<std::string>& came,
                            std::vector<std::vector<std::string>>& rows) {
    if (!std::is_permutation(wanted.begin(), wanted.end(), came.begin(), came.end())) {
      throw Mismatch{"    expected columns: " + row_text(wanted) +
                     "\n    got columns:      " + row_text(came) + "\n"};
    }
    for (auto& row : rows) {
      std::vector<std::string> ordered;
      for (const std::string& column : wanted)
        ordered.push_back(
            row[static_cast<std::size_t>(std::find(came.begin(), came.end(), column) - came.begin())]);
      row = std::move(ordered);
    }
  }

  // "a TypeError should be raised at runtime: InvalidArgumentValue"
  void expect_failure(const std::string& text) {
    if (!outcome_) throw Mismatch{"    no query was executed\n"};
    std::istringstream words(text);
    std::string article, type;
    words >> article >> type;
    const std::size_t at = text.find(" raised at ") + 11, colon = text.find(": ", at);
    const std::string phase = text.substr(at, colon - at),
                      detail = colon == std::string::npos ? "*" : text.substr(colon + 2);
    if (*outcome_)
      throw Mismatch{"    expected: " + text + "\n    got: a result of " +
                     std::to_string((*outcome_)->rows.size()) + " rows\n"};
    const Failure& failure = outcome_->error();
    const bool right = name(failure.type) == type && (phase == "any time" || name(failure.phase) == phase) &&
                       (detail == "*" || failure.detail == detail);
    if (!right) throw Mismatch{"    expected: " + text + "\n    got: " + described(failure) + "\n"};
  }

  std::filesystem::path graphs_;
  network::PropertyGraph graph_;
  Map parameters_;
  std::optional<Outcome<Table>> outcome_;
};

bool goes_on(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
}

// Where what begins at `at` ends if it is a text, a quoted name or a comment; `at` where it is none.
std::size_t end_of_quoted(const std::string& query, std::size_t at) {
  const auto past = [&](std::string_view mark, std::size_t from) {
    return std::min(query.find(mark, from), query.size() - mark.size()) + mark.size();
  };
  if (query.compare(at, 2, "//") == 0) return std::min(query.find('\n', at), query.size());
  if (query.compare(at, 2, "/*") == 0) return query.size() < 2 ? query.size() : past("*/", at + 2);
  if (query[at] == '`') return past("`", at + 1);
  if (query[at] != '\'' && query[at] != '"') return at;
  for (std::size_t i = at + 1; i < query.size(); ++i) {
    if (query[i] == '\\')
      ++i;
    else if (query[i] == query[at])
      return i + 1;
  }
  return query.size();
}

}  // namespace

bool writes(const std::string& query) {
  static constexpr std::array<std::string_view, 6> words{"CREATE", "MERGE",  "SET",
                                                         "DELETE", "REMOVE", "CALL"};
  for (std::size_t at = 0; at < query.size();) {
    const std::size_t end = end_of_quoted(query, at);
    if (end > at) {
      at = end;
      continue;
    }
    std::string word;
    while (at < query.size() && goes_on(query[at]))
      word += static_cast<char>(std::toupper(static_cast<unsigned char>(query[at++])));
    if (word.empty())
      ++at;
    else if (std::find(words.begin(), words.end(), word) != words.end())
      return true;
  }
  return false;
}

Report run_scenario(const Scenario& scenario, const std::filesystem::path& graphs) {
  const bool writing = std::any_of(scenario.steps.begin(), scenario.steps.end(), [](const Step& step) {
    return step.text == "executing query:" && writes(step.words);
  });
  if (writing) return {Verdict::Writing, {}};
  ScenarioRun run(graphs);
  try {
    for (const Step& step : scenario.steps) run.step(step);
    return {};
  } catch (const Mismatch& mismatch) {
    std::string query;
    for (const Step& step : scenario.steps) {
      if (step.text == "executing query:") query = step.words;
    }
    return {Verdict::Failed, "    query: " + query + "\n" + mismatch.why};
  }
}

}  // namespace demarche::tck
