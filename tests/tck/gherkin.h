// Feature files as Cucumber reads them, as far as openCypher's compatibility kit uses them: features,
// backgrounds, scenarios, outlines with examples, steps with a text or a table. Outlines are expanded.
// Tested by tests/graph/cypher/kit_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace demarche::tck {

using Cells = std::vector<std::vector<std::string>>;

struct Step {
  std::string text;   // without Given, When, Then, And, But
  std::string words;  // between """ and """
  Cells table;
};

struct Scenario {
  std::string name;  // with the number of the example where it comes from an outline
  std::vector<Step> steps;
};

struct Feature {
  std::string name;
  std::vector<Scenario> scenarios;
};

[[nodiscard]] Feature read_feature(std::string_view text);

}  // namespace demarche::tck
