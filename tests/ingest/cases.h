// Cases as data. A file holds cases; a case begins with "== its name", then lines "key: value", then lines ">
// expected". Blank lines and lines that begin with '#' are passed over.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace demarche::testing {

struct Case {
  std::string name;
  std::map<std::string, std::string> fields;
  std::vector<std::string> expected;

  [[nodiscard]] std::string field(const std::string& key) const {
    const auto found = fields.find(key);
    return found == fields.end() ? "" : found->second;
  }
};

// All cases of tests/cases/`file`; throws where the file cannot be read, a line is none of the above, or two
// cases bear one name.
std::vector<Case> read_cases(const std::string& file);

// The lines one below the other, for comparison and messages.
std::string lines(const std::vector<std::string>& all);

}  // namespace demarche::testing
