// Graphs for tests, written by hand in a few lines:
//
//   doc d1 2025-11-20 "Continental Wire" Leaked draft sets out 28 points
//   actor a1 person Vladimir Putin: President Vladimir Putin | Putin
//   proposal p1 plan 28: a 28-point plan | the plan
//   act a1 rejected p1 denied partial by a2 on 2025-11-19 sure 0.8 rule verb:reject/active word reject: Putin
//   did not reject part of it. link a2 speaks_for a1 the words that say so, if wanted
//
// A document's text is all its mentions and quotations, a line each, so that every span stands where it says;
// `-` for a date or source means none, "^" before a mention that it stands in the title. A case in a file
// begins with "# name"; what stands before the first is for people to read.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "graph/answers/knowledge.h"
#include "graph/model/extraction.h"
#include "graph/model/gazetteer.h"

namespace demarche::testing {

struct GraphCase {
  std::string name;
  std::vector<Extraction> graph;
  std::vector<std::string> other_lines;  // those that are no line of the graph, in order
};

// Every case of tests/cases/FILE. Throws std::runtime_error with file and line where a line cannot be read.
[[nodiscard]] std::vector<GraphCase> read_cases(const std::string& file);

// The graph alone, from lines in a test.
[[nodiscard]] std::vector<Extraction> graph_of(std::string_view lines);

// The small gazetteer of tests/cases/actors.jsonl.
[[nodiscard]] const Gazetteer& test_gazetteer();

[[nodiscard]] inline Knowledge knowledge_of(std::string_view lines) {
  return Knowledge::from(graph_of(lines), test_gazetteer());
}

// The pieces of `text` between `separator`s, trimmed; none for an empty text.
[[nodiscard]] std::vector<std::string> split(std::string_view text, std::string_view separator);

}  // namespace demarche::testing
