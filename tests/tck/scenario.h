// Runs one scenario of the compatibility kit, step by step. A step that is not known is a failure.
// Tested by tests/graph/cypher/kit_test.cpp.
#pragma once

#include <filesystem>
#include <string>

#include "tests/tck/gherkin.h"

namespace demarche::tck {

enum class Verdict {
  Passed,
  Failed,
  Writing,  // the query under test writes, or calls a procedure: not for an engine that reads
};

struct Report {
  Verdict verdict = Verdict::Passed;
  std::string why;  // of a failure: what was expected and what came, on several lines
};

// `graphs` is the folder of the kit's named graphs.
[[nodiscard]] Report run_scenario(const Scenario& scenario, const std::filesystem::path& graphs);

// Whether a query holds CREATE, MERGE, SET, DELETE, REMOVE or CALL outside texts, quoted names and comments.
[[nodiscard]] bool writes(const std::string& query);

}  // namespace demarche::tck
